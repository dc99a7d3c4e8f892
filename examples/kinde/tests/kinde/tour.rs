//! The tour of the README: each command prints what stands below it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::outcome::kinde;

/// The commands of the page, each with what it prints on either stream.
fn commands(page: &str) -> Vec<(&str, String)> {
    let blocks = page.split("```console\n").skip(1).filter_map(|block| block.split("```").next());
    let mut commands = Vec::new();
    for command in blocks.flat_map(|block| block.split("$ ").skip(1)) {
        let (line, printed) = command.split_once('\n').unwrap_or((command, ""));
        commands.push((line, printed.to_owned()));
    }
    commands
}

#[test]
fn the_tour_is_true() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("it is there");
    let folder = TempDir::new().expect("there is a place for it");
    let path = path_with_program();
    let commands = commands(&page);
    assert!(commands.len() > 5, "the page has commands");
    for (line, expected) in commands {
        let mut shell = Command::new("sh");
        kinde(&[]).get_envs().for_each(|(name, _)| _ = shell.env_remove(name));
        shell.args(["-c", &format!("exec 2>&1; {line}")]).current_dir(&folder).env("PATH", &path).env("COLUMNS", "100");
        let output = shell.output().expect("every Unix has one");
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "$ {line}");
    }
}

fn path_with_program() -> OsString {
    let program = Path::new(env!("CARGO_BIN_EXE_kinde")).parent().map(Path::to_owned);
    let others = env::var_os("PATH").unwrap_or_default();
    env::join_paths(program.into_iter().chain(env::split_paths(&others))).expect("it was one before")
}
