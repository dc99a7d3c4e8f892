//! The figures of the README. `cargo test --release --package kinde-emulator --test program figures -- --ignored --nocapture`

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::running::Running;

#[test]
#[ignore = "a figure, which a busy machine spoils"]
fn from_the_start_to_the_first_answer() {
    let mut times: Vec<Duration> = (0..11)
        .map(|_| {
            let began = Instant::now();
            let program = Running::start(&[]);
            assert_eq!(program.steer("GET", "health", "").status, 200);
            began.elapsed()
        })
        .collect();
    times.sort();
    println!("from the start to the first answer: {:?} to {:?}, median {:?}", times[0], times[10], times[5]);
    assert!(times[5] <= Duration::from_millis(100));
}

#[test]
#[ignore = "a figure, which a busy machine spoils"]
fn calls_a_second() {
    const CONNECTIONS: u32 = 32;
    const CALLS: u32 = 1_000;

    let program = Running::start(&[]);
    let token = program.token().json["access_token"].as_str().unwrap().to_owned();
    let request =
        format!("GET /api/v1/user?id=kp_member1 HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n\r\n");
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| call(&program, &request, CALLS));
        }
    });
    let rate = f64::from(CONNECTIONS * CALLS) / began.elapsed().as_secs_f64();
    println!("calls a second by {CONNECTIONS} connections: {rate:.0}");
    assert!(rate >= 3_000.0);
}

fn call(program: &Running, request: &str, times: u32) {
    let mut stream = BufReader::new(TcpStream::connect(program.address()).unwrap());
    for _ in 0..times {
        stream.get_mut().write_all(request.as_bytes()).unwrap();
        let (mut line, mut length) = (String::new(), 0);
        stream.read_line(&mut line).unwrap();
        assert!(line.starts_with("HTTP/1.1 200 "), "{line}");
        while line != "\r\n" {
            line.clear();
            stream.read_line(&mut line).unwrap();
            if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
                length = text.trim().parse().unwrap();
            }
        }
        stream.read_exact(&mut vec![0; length]).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a figure of a release build"]
fn memory() {
    let program = Running::start(&[]);
    for _ in 0..20 {
        program.api().get("users?page_size=500");
    }
    program.steer("GET", "state", "");
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim();
    println!("memory at most: {peak}");
    assert!(peak.trim_end_matches(" kB").parse::<u64>().unwrap() <= 64 * 1024);
}
