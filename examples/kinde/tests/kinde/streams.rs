//! Standard output and standard error that are closed or full, and `--output`.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use kinde_api::emulator::{Fault, Misbehaviour};
use kinde_api::organizations::GetOrganizations;

use crate::outcome::{Outcome, business, kinde, run, scratch, served};

#[test]
fn a_pipe_that_is_closed_is_no_error() {
    for format in ["table", "csv", "json"] {
        let mut command = kinde(&["members", "Default Organization", "--emulator", "--quiet", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{format}");
    }
}

#[test]
fn all_are_added_though_nobody_reads_what_is_printed() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let path = scratch(&file);
    let mut command = served(&emulator, &["add-members", organization.as_str(), "--format", "csv", "--quiet"]);
    let mut child = command.arg(&*path).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    assert_eq!(emulator.requests().len(), 3);
}

#[cfg(target_os = "linux")]
fn full() -> File {
    File::options().write(true).open("/dev/full").expect("every Linux has it")
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_an_error() {
    let expected = "error: No space left on device (os error 28)\nhelp: look where the output goes\n";
    for arguments in [
        &["organizations", "--emulator", "--quiet", "--format", "table"][..],
        &["organizations", "--emulator", "--quiet", "--format", "csv"],
        &["organizations", "--emulator", "--quiet", "--format", "json"],
        &["organizations", "--emulator", "--quiet", "--output", "/dev/full"],
        &["organizations", "--emulator", "--quiet", "--dry-run"],
        &["--help"],
        &["--version"],
        &["completions", "bash"],
        &["man"],
    ] {
        let output = kinde(arguments).stdout(full()).output().expect("it runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), stderr.as_ref()), (Some(5), expected), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn says_where_to_go_on_where_output_is_lost() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let path = scratch(&file);
    let mut command = served(&emulator, &["add-members", organization.as_str(), "--format", "csv"]);
    let output = command.arg(&*path).stdout(full()).output().expect("it runs");
    let expected = "\
error: No space left on device (os error 28)
help: look where the output goes
note: the first 100 users of the file are done: go on with --skip 100\n";
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(5), expected));
}

/// Each way to lose what is said on standard error.
#[cfg(target_os = "linux")]
#[test]
fn standard_error_changes_no_exit_code() {
    for (arguments, code) in [
        (&["users", "--emulator"][..], 0),
        (&["organizations", "--emulator", "--format", "csv"], 0),
        (&["members", "org_0", "--emulator"], 1),
        (&["organizations"], 2),
        (&["nothing"], 2),
        (&["user", "kp_0", "--emulator"], 6),
    ] {
        let code_of = |command: &mut Command| command.stdout(Stdio::null()).status().expect("it runs").code();
        assert_eq!(code_of(kinde(arguments).stderr(full())), Some(code), "full: {arguments:?}");

        let mut child = kinde(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stderr.take());
        assert_eq!(child.wait().expect("it ends").code(), Some(code), "nobody reads it: {arguments:?}");

        let without = kinde(arguments);
        let mut shell = Command::new("sh");
        shell.args(["-c", r#"exec "$0" "$@" 2>&-"#]).arg(without.get_program()).args(without.get_args());
        without.get_envs().for_each(|(name, _)| _ = shell.env_remove(name));
        assert_eq!(code_of(&mut shell), Some(code), "closed: {arguments:?}");
    }
}

#[test]
fn a_log_has_a_line_when_a_long_wait_begins() {
    let (emulator, _) = business(0);
    let limited = Misbehaviour::new(Fault::RateLimited { reset: Duration::from_secs(45) });
    emulator.misbehave(limited.on::<GetOrganizations>());
    let mut command = served(&emulator, &["organizations", "--format", "csv"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut line = String::new();
    BufReader::new(child.stderr.take().expect("it is a pipe")).read_line(&mut line).expect("it is text");
    child.kill().expect("it waits");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((line.as_str(), output.stdout), ("waiting 45 s: Kinde asked for a pause\n", Vec::new()));
}

#[test]
fn writes_to_a_file() {
    let path = scratch("what was there before");
    let mut command = kinde(&["organizations", "--emulator", "--quiet", "--format", "csv", "--output"]);
    assert_eq!(run(command.arg(&*path), ""), Outcome::success(""));
    let written = fs::read_to_string(&*path).expect("it is there");
    assert_eq!(written.lines().next(), Some("code,name,handle,external_id,is_default"));
    assert_eq!(written.lines().count(), 5);
}

#[test]
fn a_table_in_a_file_is_as_wide_as_it_has_to_be() {
    let path = scratch("");
    let mut command = kinde(&["members", "Sample Works", "--emulator", "--quiet", "--output"]);
    assert_eq!(run(command.arg(&*path).env("COLUMNS", "40"), ""), Outcome::success(""));
    let head = "ID                                   FULL_NAME  EMAIL                ROLES         JOINED_ON             LAST_ACCESSED_ON";
    assert_eq!(fs::read_to_string(&*path).expect("it is there").lines().next(), Some(head));
}

#[test]
fn a_file_that_can_not_be_written_is_an_error_before_anything_is_sent() {
    let (emulator, file) = business(3);
    let organization = emulator.default_organization();
    let expected = "\
error: nowhere/out.csv: No such file or directory (os error 2)
help: choose another --output: nothing was sent\n";
    for arguments in [&["organizations"][..], &["add-members", organization.as_str(), "-"]] {
        let outcome = run(served(&emulator, arguments).args(["--output", "nowhere/out.csv"]), &file);
        assert_eq!(outcome, Outcome::failure(5, expected));
    }
    assert_eq!(emulator.requests().len(), 0);
}
