//! Clients of other makers: what the README shows for each language, and a scenario by each of Kinde's own clients.
//!
//! Kinde's own clients are used where `clients/install` has put them; a test says so where it was not run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::running::Running;

/// The blocks of code in a language below a heading of the README.
fn of_readme(heading: &str, language: &str) -> String {
    let readme = include_str!("../../README.md");
    let section = readme.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let fence = format!("```{language}\n");
    let blocks = section.split(&fence).skip(1);
    blocks.map(|block| block.split("```").next().unwrap()).collect()
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where `clients/install` puts what it gets.
fn installed(path: &str) -> Option<PathBuf> {
    let path = here().join("../../target/clients").join(path);
    let is_there = path.exists();
    if !is_there {
        eprintln!("NOT RUN, since {} is not there: clients/install gets it", path.display());
    }
    is_there.then_some(path)
}

/// Runs a script with what the program printed in its environment; `None` where there is nothing to run it by.
fn run(program: &Running, interpreter: &Path, arguments: &[&str], folder: &Path) -> Option<Output> {
    let mut command = Command::new(interpreter);
    command.args(arguments).current_dir(folder).envs(&program.variables);
    for name in ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(name);
    }
    if let Some(authority) = program.variables.get("KINDE_EMULATOR_CA") {
        for name in ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"] {
            command.env(name, authority);
        }
    }
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            eprintln!("NOT RUN, since there is no {}: {error}", interpreter.display());
            None
        }
    }
}

fn assert_passed(output: Option<Output>) {
    let Some(output) = output else {
        return;
    };
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{printed}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn curl_as_the_readme_has_it() {
    let program = Running::start(&[]);
    let script = format!("set -e\n{}", of_readme("curl", "sh"));
    let output = run(&program, "sh".as_ref(), &["-c", &script], here());
    assert!(output.as_ref().is_none_or(|output| output.stdout == b"passed\n"), "{output:?}");
    assert_passed(output);
}

#[test]
fn python_as_the_readme_has_it() {
    let program = Running::start(&["--tls"]);
    if let Some(python) = installed("python/bin/python") {
        assert_passed(run(&program, &python, &["-c", &of_readme("Python", "python")], here()));
    }
}

#[test]
fn javascript_as_the_readme_has_it() {
    let program = Running::start(&["--tls"]);
    if let Some(modules) = installed("node_modules/@kinde/management-api-js") {
        let code = of_readme("JavaScript", "js");
        let folder = modules.ancestors().nth(3).unwrap();
        assert_passed(run(&program, "node".as_ref(), &["--input-type=module", "-e", &code], folder));
    }
}

#[test]
fn ruby_as_the_readme_has_it() {
    for arguments in [&[][..], &["--tls"]] {
        let program = Running::start(arguments);
        assert_passed(run(&program, "ruby".as_ref(), &["-e", &of_readme("Ruby", "ruby")], here()));
    }
}

#[test]
fn a_scenario_by_kindes_client_for_python() {
    let program = Running::start(&["--tls"]);
    if let Some(python) = installed("python/bin/python") {
        assert_passed(run(&program, &python, &["clients/python/scenario.py"], here()));
    }
}

#[test]
fn a_scenario_by_kindes_client_for_javascript() {
    let program = Running::start(&["--tls"]);
    if let Some(modules) = installed("node_modules/@kinde/management-api-js") {
        let folder = modules.ancestors().nth(3).unwrap();
        let scenario = std::fs::read_to_string(here().join("clients/javascript/scenario.mjs")).unwrap();
        assert_passed(run(&program, "node".as_ref(), &["--input-type=module", "-e", &scenario], folder));
    }
}
