//! What a client can't do to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::running::Running;

/// What comes back for bytes that are written as they are.
fn raw(program: &Running, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(program.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    // It may close before it has read all.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn answers_while_1500_connections_are_half_open() {
    let program = Running::start(&["--seed", "empty"]);
    let holders: Vec<Child> = (0..3).map(|_| hold(program.address())).collect();
    assert_eq!(program.steer("GET", "health", "").status, 200);
    assert_eq!(program.api().get("roles").status, 200);
    for mut holder in holders {
        // It holds them until its input ends.
        drop(holder.stdin.take());
        holder.wait().unwrap();
    }
}

const HELD_EACH: usize = 500;

/// A process of its own holds them, since no process may have so many files open. Returns once it has all.
fn hold(address: &str) -> Child {
    let mut holder = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "limits::holds_connections_half_open"])
        .env("HOLD", address)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(holder.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.ends_with("held")));
    holder
}

#[test]
#[ignore = "the other half of a test"]
fn holds_connections_half_open() {
    let Ok(address) = std::env::var("HOLD") else {
        return;
    };
    let connect = |number| {
        let mut stream = TcpStream::connect(&address).unwrap();
        if number % 2 == 0 {
            // Those that came first are gone already.
            let _ = stream.write_all(b"GET /_emulator/health HTTP/1.1\r\nhost: ");
        }
        stream
    };
    let held: Vec<TcpStream> = (0..HELD_EACH).map(connect).collect();
    println!("held");
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
    drop(held);
}

#[test]
fn a_large_state_is_refused_and_nothing_changes() {
    let program = Running::start(&["--seed", "empty"]);
    let before = program.steer("GET", "state", "").json;
    let body = " ".repeat(100 * 1024 * 1024);
    let answer = program.steer("PUT", "state", &body);
    assert_eq!((answer.status, answer.message()), (413, "the body is larger than 32 MiB"));
    assert_eq!(program.steer("GET", "state", "").json, before);
}

#[test]
fn a_large_body_is_refused() {
    let program = Running::start(&["--seed", "empty"]);
    let answer = program.send("POST", "/api/v1/organization", &[], &" ".repeat(5 * 1024 * 1024));
    assert_eq!((answer.status, &answer.json["errors"][0]["code"]), (413, &"PAYLOAD_TOO_LARGE".into()));
}

#[test]
fn who_asks_whether_to_go_on_is_told_not_to() {
    let program = Running::start(&["--seed", "empty"]);
    let head = format!(
        "PUT /_emulator/state HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        100 * 1024 * 1024
    );
    let answer = raw(&program, head.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[test]
fn a_large_head_is_refused() {
    let program = Running::start(&["--seed", "empty"]);
    let head = format!("GET / HTTP/1.1\r\nhost: localhost\r\nx: {}\r\n\r\n", "x".repeat(200_000));
    let answer = raw(&program, head.as_bytes());
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431 "), "{answer}");
    assert_eq!(program.steer("GET", "health", "").status, 200);
}

#[test]
fn nothing_that_comes_over_the_wire_ends_it() {
    let program = Running::start(&["--seed", "empty"]);
    for bytes in [
        &b"\0\0\0\0"[..],
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
        b"POST /oauth2/token HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\nconnection: close\r\n\r\nshort",
        b"PUT /_emulator/state HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"GET /api/v1/%ff%fe HTTP/1.1\r\nhost: \xff\r\nconnection: close\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
        b"CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(program.address()).unwrap();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert_eq!(program.steer("GET", "health", "").status, 200);
}

#[test]
fn faults_break_connections_off() {
    let program = Running::start(&["--seed", "empty"]);
    let token = program.token().json["access_token"].as_str().unwrap().to_owned();
    let get = format!("GET /api/v1/roles HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n\r\n");
    program.steer("POST", "faults", r#"{"fault": "closed", "times": 1}"#);
    assert_eq!(raw(&program, get.as_bytes()), "");
    program.steer("POST", "faults", r#"{"fault": "truncated_body", "times": 1}"#);
    let answer = raw(&program, get.as_bytes());
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let length = head
        .to_ascii_lowercase()
        .split_once("content-length: ")
        .unwrap()
        .1
        .split("\r\n")
        .next()
        .unwrap()
        .parse::<usize>();
    assert_eq!(body.len(), length.unwrap() / 2);
}
