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
fn clients() -> PathBuf {
    here().join("../../target/clients")
}

fn installed(path: &str) -> Option<PathBuf> {
    let path = clients().join(path);
    let is_there = path.exists();
    if !is_there {
        eprintln!("NOT RUN, since {} is not there: clients/install gets it", path.display());
    }
    is_there.then_some(path)
}

/// Runs a script with what the program printed in its environment; `None` where there is nothing to run it by.
fn run(program: &Running, interpreter: &Path, arguments: &[&str], folder: &Path) -> Option<Output> {
    let mut command = Command::new(interpreter);
    command.args(arguments).current_dir(folder).envs(&program.variables).env("GEM_HOME", clients().join("ruby"));
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
fn rust_as_the_readme_has_it() {
    let plain = |code: &str| code.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let shown = plain(&of_readme("Rust", "rust"));
    assert!(plain(include_str!("clients.rs")).contains(&shown), "what is shown is not what is run:\n{shown}");
    let program = Running::start(&[]);
    let test = std::env::current_exe().unwrap();
    let arguments = ["--exact", "clients::the_lines_in_rust", "--ignored"];
    let output = run(&program, &test, &arguments, here()).unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "{output:?}");
}

#[test]
#[ignore = "needs the environment that the test above runs it in"]
fn the_lines_in_rust() -> Result<(), Box<dyn std::error::Error>> {
    use kinde_api::users::GetUserData;

    let client = kinde_api::ureq::client_from_env()?;
    let user = client.send(&GetUserData::new("kp_member1"))?;
    assert_eq!(user.preferred_email.as_deref(), Some("member1@example.com"));
    Ok(())
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

#[test]
fn a_scenario_by_kindes_client_for_ruby() {
    let program = Running::start(&["--tls"]);
    // Without what the gem needs for web sites, Rails above all.
    if let Some(library) = installed("ruby/gems/kinde_sdk-1.7.1/kinde_api/lib") {
        let library = library.to_string_lossy();
        assert_passed(run(&program, "ruby".as_ref(), &["-I", &library, "clients/ruby/scenario.rb"], here()));
    }
}
