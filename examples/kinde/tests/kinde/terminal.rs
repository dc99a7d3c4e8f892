//! The program in a terminal: progress, the width of tables, and Ctrl-C.

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use kinde_api::emulator::{Fault, Misbehaviour};
use kinde_api::organizations::{AddOrganizationUsers, GetOrganizations};
use kinde_api::users::GetUsers;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::pty::{Winsize, openpty};
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, pipe, write};

use crate::outcome::{Outcome, business, kinde, run, scratch, served};

/// A terminal that shows one of the program's streams.
struct Terminal {
    child: Child,
    screen: File,
    shown: String,
}

impl Terminal {
    fn open(columns: u16) -> (File, Stdio) {
        let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let pty = openpty(Some(&size), None).expect("the system has terminals");
        (File::from(pty.master), Stdio::from(pty.slave))
    }

    /// With standard error on it.
    fn run(mut command: Command) -> Self {
        let (screen, stderr) = Self::open(120);
        let child = command.env("TERM", "xterm").stdout(Stdio::piped()).stderr(stderr).spawn().expect("it runs");
        Self { child, screen, shown: String::new() }
    }

    /// A part of what the program has shown since; nothing once it has ended.
    fn read(&mut self) -> usize {
        let mut bytes = [0; 4096];
        // Linux calls the end an error.
        let count = self.screen.read(&mut bytes).unwrap_or_default();
        self.shown += &String::from_utf8_lossy(&bytes[..count]);
        count
    }

    fn wait_for(&mut self, text: &str) {
        while !self.shown.contains(text) {
            assert!(self.read() > 0, "it ended without {text}");
        }
    }

    fn end(mut self) -> Outcome {
        while self.read() > 0 {}
        let output = self.child.wait_with_output().expect("it ends");
        let stdout = String::from_utf8(output.stdout).expect("it prints text");
        Outcome { code: output.status.code(), stdout, stderr: self.shown }
    }
}

fn press_ctrl_c(child: &Child) {
    let id = i32::try_from(child.id()).expect("it is one of the system's");
    kill(Pid::from_raw(id), Signal::SIGINT).expect("it runs");
}

fn limited_for(seconds: u64) -> Misbehaviour {
    Misbehaviour::new(Fault::RateLimited { reset: Duration::from_secs(seconds) })
}

#[test]
fn shows_that_it_waits_for_the_rate_limit() {
    let (emulator, _) = business(0);
    emulator.misbehave(limited_for(45).on::<GetOrganizations>());
    let mut terminal = Terminal::run(served(&emulator, &["organizations"]));
    terminal.wait_for("0 listed, waiting 45 s for Kinde's rate limit");
    press_ctrl_c(&terminal.child);
    assert_eq!(terminal.end().code, None, "a list has nothing to say about where to go on");
}

#[test]
fn shows_nothing_if_it_is_to_be_quiet() {
    let terminal = Terminal::run(kinde(&["roles", "--emulator", "--quiet", "--format", "json"]));
    let outcome = terminal.end();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
}

#[test]
fn says_at_ctrl_c_where_to_go_on() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let path = scratch(&file);
    emulator.misbehave(limited_for(45).on::<AddOrganizationUsers>().every(2).times(1));
    let arguments = ["add-members", organization.as_str(), &path];

    let mut terminal = Terminal::run(served(&emulator, &arguments));
    terminal.wait_for("100 of 250 users, waiting 45 s for Kinde's rate limit");
    press_ctrl_c(&terminal.child);
    let outcome = terminal.end();
    assert_eq!((outcome.code, outcome.stdout.lines().count()), (Some(130), 101), "those who were added are told");
    let expected = "\
error: stopped by Ctrl-C\r
help: the first 100 users of the file are done: go on with --skip 100; lines 102 to 201 may have been added\r\n";
    assert!(outcome.stderr.ends_with(expected), "{}", outcome.stderr);

    let rest = run(served(&emulator, &arguments).args(["--skip", "100"]), "");
    assert_eq!(rest.stderr, "note: added: 150, already members: 0, not found: 0\n");
}

#[test]
fn says_at_ctrl_c_that_nobody_was_added_yet() {
    let (emulator, _) = business(0);
    let path = scratch("email\nmember1@example.com\n");
    emulator.misbehave(limited_for(45).on::<GetUsers>());
    let mut terminal = Terminal::run(served(&emulator, &["add-members", "org_1", &path]));
    terminal.wait_for("0 of 1 addresses looked up, waiting 45 s for Kinde's rate limit");
    press_ctrl_c(&terminal.child);
    let outcome = terminal.end();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(130), ""));
    let expected = "error: stopped by Ctrl-C\r\nhelp: nobody was added\r\n";
    assert!(outcome.stderr.ends_with(expected), "{}", outcome.stderr);
}

#[test]
fn progress_makes_room_for_what_is_printed() {
    let (emulator, file) = business(3);
    let path = scratch(&file);
    let user = file.lines().nth(1).and_then(|line| line.split(',').next()).unwrap_or_default();
    for (arguments, heads) in [
        (&["user", "member1@example.com"][..], "ID"),
        (&["user", user], "ID"),
        (&["organization", "Default Organization"], "CODE"),
        (&["permissions", "--role", "admin"], "ID"),
        (&["users"], "ID"),
        (&["add-members", "Default Organization", &path], "LINE"),
    ] {
        let size = Winsize { ws_row: 24, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0 };
        let pty = openpty(Some(&size), None).expect("the system has terminals");
        let stdout = pty.slave.try_clone().expect("it is open");
        let mut command = served(&emulator, arguments);
        let child = command.env("TERM", "xterm").stdout(stdout).stderr(pty.slave).spawn().expect("it runs");
        drop(command);
        let outcome = Terminal { child, screen: File::from(pty.master), shown: String::new() }.end();
        assert!(outcome.stderr.contains(&format!("\x1b[2K{heads}  ")), "{arguments:?}: {:?}", outcome.stderr);
        assert!(outcome.stderr.ends_with("\r\n"), "{arguments:?}: {:?}", outcome.stderr);
    }
}

/// A pipe that nobody reads and that takes nothing more.
fn full_pipe() -> (OwnedFd, OwnedFd) {
    let (reader, writer) = pipe().expect("the system has pipes");
    fcntl(&writer, FcntlArg::F_SETFL(OFlag::O_NONBLOCK)).expect("it is open");
    while write(&writer, &[b'\n'; 4096]).is_ok() {}
    fcntl(&writer, FcntlArg::F_SETFL(OFlag::empty())).expect("it is open");
    (reader, writer)
}

#[test]
fn ends_at_once_at_the_second_ctrl_c() {
    let (emulator, file) = business(100);
    let path = scratch(&file);
    let organization = emulator.default_organization();
    let mut command = served(&emulator, &["add-members", organization.as_str(), &path, "--format", "json", "--quiet"]);
    let (_reader, stdout) = full_pipe();
    let mut child = command.stdout(stdout).stderr(Stdio::null()).spawn().expect("it runs");
    while emulator.requests().is_empty() {
        thread::yield_now();
    }
    // The first one can't be answered. Two at the same moment are one to the system.
    for _ in 0..1_000_000 {
        press_ctrl_c(&child);
        if child.try_wait().expect("it is ours").is_some() {
            break;
        }
    }
    child.kill().expect("it is ours");
    assert_eq!(child.wait().expect("it is ours").code(), Some(130));
}

const MEMBERS: [&str; 5] = ["members", "Sample Works", "--emulator", "--format", "table"];

const NARROW: &str = "\
ID                                   FULL_NAME  EMAIL
kp_0bb376ff3377c0dcc1fe4b80e6af65d7  Member 1   member1@example.com
kp_32c3402f17fe745b3502f2ae0ef70ddf  Member 2   member2@example.com
kp_4eea927ca4e62c737835badd52c7deef  Member 3   member3@example.com
";

const WIDE: &str = "\
ID                                   FULL_NAME  EMAIL                ROLES         JOINED_ON             LAST_ACCESSED_ON
kp_0bb376ff3377c0dcc1fe4b80e6af65d7  Member 1   member1@example.com  member;admin  2026-01-01T00:00:00Z
kp_32c3402f17fe745b3502f2ae0ef70ddf  Member 2   member2@example.com  member        2026-01-01T00:00:00Z
kp_4eea927ca4e62c737835badd52c7deef  Member 3   member3@example.com  member        2026-01-01T00:00:00Z
";

#[test]
fn a_table_fits_the_terminal() {
    for (columns, table) in [(68, NARROW), (80, NARROW), (121, WIDE), (500, WIDE)] {
        let (screen, stdout) = Terminal::open(columns);
        let child = kinde(&MEMBERS).arg("--quiet").stdout(stdout).stderr(Stdio::piped()).spawn().expect("it runs");
        let outcome = Terminal { child, screen, shown: String::new() }.end();
        assert_eq!((outcome.code, outcome.stderr.replace("\r\n", "\n").as_str()), (Some(0), table), "{columns}");
    }
}

#[test]
fn columns_can_be_set() {
    let narrow = run(kinde(&MEMBERS).env("COLUMNS", "80"), "");
    let stderr = "\
note: this Kinde is in memory, and forgets everything when the program ends
note: there is no room for ROLES, JOINED_ON, LAST_ACCESSED_ON: --format csv has all columns\n";
    assert_eq!(narrow, Outcome::new(0, NARROW, stderr));
    for columns in ["0", "wide", ""] {
        assert_eq!(run(kinde(&MEMBERS).arg("--quiet").env("COLUMNS", columns), ""), Outcome::success(WIDE));
    }
}

#[test]
fn what_is_too_long_for_the_terminal_goes_into_further_lines() {
    let (emulator, _) = business(0);
    emulator.add_organization("A name that goes on and on, far beyond what anybody would want to read in one line");
    let list = |columns| run(served(&emulator, &["organizations", "--quiet"]).env("COLUMNS", columns), "").stdout;
    for columns in ["1", "2", "15", "16", "17", "40", "60", "80", "100"] {
        let table = list(columns);
        let longest = table.lines().map(|line| line.chars().count()).max();
        assert!(longest <= columns.parse().ok(), "{columns}:\n{table}");
    }
    let table = list("80");
    assert_eq!(
        table.lines().skip(2).collect::<Vec<_>>(),
        [
            "org_666ef217b49  A name that goes on and on, far beyond",
            "                 what anybody would want to read in one",
            "                 line"
        ]
    );
}
