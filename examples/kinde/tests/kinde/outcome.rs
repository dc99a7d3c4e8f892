//! Runs the program, and has what it did.

use std::fs;
use std::io::Write;
use std::ops::Deref;
use std::process::{Command, Stdio};

use kinde_api::emulator::Emulator;
use tempfile::NamedTempFile;

use crate::loopback;

/// What the program did: its exit code, standard output and standard error.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    pub(crate) fn new(code: i32, stdout: impl Into<String>, stderr: impl Into<String>) -> Self {
        Self { code: Some(code), stdout: stdout.into(), stderr: stderr.into() }
    }

    pub(crate) fn success(stdout: impl Into<String>) -> Self {
        Self::new(0, stdout, "")
    }

    pub(crate) fn failure(code: i32, stderr: impl Into<String>) -> Self {
        Self::new(code, "", stderr)
    }
}

/// The program without a configuration.
pub(crate) fn kinde(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinde"));
    for name in
        ["COLUMNS", "KINDE_DOMAIN", "KINDE_TOKEN", "KINDE_MANAGEMENT_CLIENT_ID", "KINDE_MANAGEMENT_CLIENT_SECRET"]
    {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

pub(crate) fn run(command: &mut Command, input: &str) -> Outcome {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    // Who doesn't read what it is given, closes the pipe.
    let _ = child.stdin.take().expect("it has one").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("it prints text");
    Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// With the Kinde in memory, and without a word about it.
pub(crate) fn emulated(arguments: &[&str], input: &str) -> Outcome {
    run(kinde(arguments).args(["--emulator", "--quiet"]), input)
}

/// The program, configured for an emulator that is served.
pub(crate) fn served(emulator: &Emulator, arguments: &[&str]) -> Command {
    let address = loopback::serve(emulator.clone(), 0).expect("there is a free port");
    let mut command = kinde(arguments);
    command.env("KINDE_DOMAIN", format!("http://{address}")).env("KINDE_TOKEN", emulator.token());
    command
}

/// A business with so many users, `member1@example.com` and so on, and a file of them.
pub(crate) fn business(users: usize) -> (Emulator, String) {
    let emulator = Emulator::new();
    emulator.add_role("admin");
    let rows =
        (1..=users).map(|number| format!("{},admin\n", emulator.add_user(format!("member{number}@example.com"))));
    let file = format!("id,roles\n{}", rows.collect::<String>());
    (emulator, file)
}

/// The operations that were called, in their order.
pub(crate) fn calls(emulator: &Emulator) -> Vec<&'static str> {
    emulator.requests().iter().filter_map(|request| request.operation_id).collect()
}

/// A file for one test, which is gone after it.
pub(crate) struct Scratch(NamedTempFile);

impl Deref for Scratch {
    type Target = str;

    /// Its path.
    fn deref(&self) -> &str {
        self.0.path().to_str().expect("the folder's name is text")
    }
}

pub(crate) fn scratch(text: &str) -> Scratch {
    let file = NamedTempFile::new().expect("there is a folder for it");
    fs::write(&file, text).expect("the file is for this");
    Scratch(file)
}
