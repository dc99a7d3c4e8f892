//! Load and faults over sockets: a short soak with every test run, and a long one on request.
//!
//! `cargo test --release -p soak -- --ignored --nocapture` runs for two minutes and prints its figures.

use std::time::Duration;

use soak::{Report, Soak};

/// More than this the memory of the process must not grow, in bytes: the emulator keeps its last 10,000 events, which
/// are longer or shorter by chance. Eight bytes lost by each operation would be more.
const MOST_GROWTH: usize = 4_000_000;

fn run(soak: &Soak) -> Report {
    let report = soak.run().expect("there is a free port");
    println!("{report}");
    let [done, _, unknown] = report.fates;
    assert!(done > unknown && unknown > 0, "there were successes and faults that matter");
    for faults in [report.rate_limited, report.server_errors, report.broken, report.empty, report.retries] {
        assert!(faults > 0, "all kinds of faults happened");
    }
    report
}

#[test]
fn what_the_answers_said_is_so() {
    let soak = Soak { threads: 8, operations: 200, rounds: 3, time: Duration::ZERO, seed: 17 };
    assert_eq!(run(&soak).rounds, 3);
}

#[test]
#[ignore = "takes two minutes"]
fn what_the_answers_said_is_so_for_two_minutes() {
    let soak = Soak { threads: 32, operations: 200, rounds: 4, time: Duration::from_secs(120), seed: 4711 };
    // The memory of a short one is still on the way to what it needs.
    let [early, .., late] = run(&soak).memory;
    assert!(late <= early + MOST_GROWTH, "the memory grew from {early} to {late} bytes");
}
