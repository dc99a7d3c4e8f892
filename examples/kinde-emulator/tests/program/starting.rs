//! How it starts, what it says, and how it ends.

use std::net::TcpListener;
use std::process::Command;

use super::running::{Running, command};

/// Exit code and standard error of a program that doesn't start.
fn failure(arguments: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = command(&folder, arguments).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "", "nothing is printed that a shell could source");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn says_where_it_is_and_what_to_ask_with() {
    let program = Running::start(&[]);
    assert!(program.domain().starts_with("http://127.0.0.1:"));
    assert_eq!(program.variable("KINDE_MANAGEMENT_CLIENT_ID"), "kinde_emulator");
    assert_eq!(program.variable("KINDE_MANAGEMENT_CLIENT_SECRET"), "kinde_emulator_secret");
    let users = program.api().get("users?page_size=2");
    assert_eq!((users.status, users.json["users"].as_array().unwrap().len()), (200, 2));
}

#[test]
fn is_the_same_at_every_start() {
    let state = || std::fs::read_to_string(Running::start(&[]).seed_file()).unwrap();
    assert_eq!(state(), state());
}

#[test]
fn takes_credentials_of_ones_own() {
    let program = Running::start(&["--client-id", "my-id", "--client-secret", "my-secret", "--token-lifetime", "90"]);
    let token = program.token_for("my-id", "my-secret");
    assert_eq!((token.status, &token.json["expires_in"]), (200, &90.into()));
    assert_eq!(program.token_for("kinde_emulator", "kinde_emulator_secret").status, 401);
    let applications = program.api().get("applications/my-id");
    assert_eq!(applications.json["application"]["client_secret"], "my-secret");
}

#[test]
fn limits_the_rate() {
    let program = Running::start(&["--rate-limit", "2/3600"]);
    let api = program.api();
    let statuses: Vec<u16> = (0..3).map(|_| api.get("roles").status).collect();
    assert_eq!(statuses, [200, 200, 429]);
    assert_eq!(program.steer("DELETE", "faults", "").status, 204);
    let statuses: Vec<u16> = (0..3).map(|_| api.get("roles").status).collect();
    assert_eq!(statuses, [200, 200, 429], "the limit of the command line stays");
}

#[cfg(unix)]
#[test]
fn a_shell_can_source_what_it_prints() {
    let folder = tempfile::Builder::new().prefix("it's a $HOME ").tempdir().unwrap();
    let program = Running::start_in(folder, &["--seed", "empty"]);
    // The name of the file has a quote in it, which the plain reading of the test leaves escaped.
    let lines: Vec<String> = program.variables.iter().map(|(name, value)| format!("{name}='{value}'\n")).collect();
    let printed = lines.concat();
    let script = format!("{printed}cat \"$KINDE_EMULATOR_SEED\" > /dev/null && printf %s \"$KINDE_DOMAIN\"");
    let output = Command::new("sh").args(["-euc", &script]).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), program.domain());
}

#[cfg(unix)]
#[test]
fn ends_by_ctrl_c_and_by_sigterm() {
    for signal in ["INT", "TERM"] {
        let mut program = Running::start(&[]);
        let file = program.seed_file();
        assert!(file.exists());
        let sent = Command::new("kill").args(["-s", signal, &program.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        assert_eq!(program.child.wait().unwrap().code(), Some(0), "{signal}");
        assert!(!file.exists(), "what it held is gone, and so is the file");
    }
}

#[test]
fn a_port_in_use_is_said_plainly() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, message) = failure(&["--port", &port]);
    assert_eq!(code, Some(3));
    assert!(message.contains(&format!("port {port} is in use")), "{message}");
}

#[test]
fn a_host_that_is_not_there_is_said_plainly() {
    let (code, message) = failure(&["--host", "no such host"]);
    assert_eq!(code, Some(3));
    assert!(message.contains("there is no host `no such host`"), "{message}");
}

#[test]
fn others_reach_it_only_with_a_secret_of_ones_own() {
    let (code, message) = failure(&["--host", "0.0.0.0"]);
    assert_eq!(code, Some(2));
    assert!(message.contains("needs a --client-secret of your own"), "{message}");

    let program = Running::start(&["--host", "0.0.0.0", "--client-secret", "mine", "--seed", "empty"]);
    assert_eq!(program.steer("GET", "health", "").status, 401);
    let health = program.send("GET", "/_emulator/health", &[("authorization", "Bearer mine")], "");
    assert_eq!((health.status, &health.json["status"]), (200, &"ok".into()));
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    for arguments in [
        &["--port", "x"][..],
        &["--port", "70000"],
        &["--rate-limit", "5"],
        &["--client-secret", "a b"],
        &["--webhook-key", "key.pem"],
        &["--unknown"],
        &["something"],
    ] {
        assert_eq!(failure(arguments).0, Some(2), "{arguments:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_said_plainly() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let (code, message) = failure(&["--folder", &format!("{}/x", file.path().display())]);
    assert_eq!(code, Some(5));
    assert!(message.contains(&file.path().display().to_string()), "{message}");
}

#[test]
fn help_tells_of_every_argument_and_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let output = command(&folder, &["--help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    for part in [
        "--host",
        "--port",
        "--name",
        "--tls",
        "--folder",
        "--seed",
        "--client-id",
        "--client-secret",
        "--token-lifetime",
        "--rate-limit",
        "--deliver-webhooks",
        "--webhook-key",
        "--log",
        "KINDE_EMULATOR_CA",
        "4  the seed file is refused",
    ] {
        assert!(help.contains(part), "{part}");
    }
}

#[test]
fn logs_a_line_a_request_without_a_token() {
    let mut program = Running::start(&["--log"]);
    let token = program.token().json["access_token"].as_str().unwrap().to_owned();
    let headers = [("authorization", &*format!("Bearer {token}"))];
    program.send("GET", "/api/v1/users?email=member1@example.com", &headers, "");
    program.send("GET", "/api/v1/users", &[("authorization", "Bearer forged")], "");
    program.steer("GET", "health", "");
    assert!(program.log_line().starts_with("Serving http://127.0.0.1:"));
    // After the time, which is another at each run.
    let rest = |line: String| line.split_once("Z ").unwrap().1.to_owned();
    assert_eq!(rest(program.log_line()), "POST /oauth2/token token 200 kinde_emulator");
    assert_eq!(rest(program.log_line()), "GET /api/v1/users getUsers 200 kinde_emulator");
    assert_eq!(rest(program.log_line()), "GET /api/v1/users getUsers 401 -");
    assert_eq!(rest(program.log_line()), "GET /_emulator/health - 200 -");
}

#[test]
fn goes_on_where_nobody_reads_its_log() {
    let mut program = Running::start(&["--log", "--seed", "empty"]);
    program.close_log();
    for _ in 0..3 {
        assert_eq!(program.steer("GET", "health", "").status, 200);
    }
}
