//! Instructions and allocations, counted by Valgrind's callgrind in a process of its own.

use std::process::Command;
use std::{env, fs, process};

use crate::work::Subject;

const ARGUMENT: &str = "--count";
const TIMES: u32 = 50;

/// What one run of a piece of work takes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Instructions.
    pub instructions: f64,
    /// Calls of `malloc` and `calloc`.
    pub allocations: f64,
    /// Calls of `realloc`.
    pub reallocations: f64,
}

/// Does the work that this process was started for by [`count`], if it was.
///
/// # Panics
///
/// Where there is no such work.
pub fn serve(subjects: &[Subject]) {
    let mut arguments = env::args().skip_while(|argument| argument != ARGUMENT).skip(1);
    let (Some(name), Some(times)) = (arguments.next(), arguments.next()) else {
        return;
    };
    let subject = subjects.iter().find(|subject| subject.name == name).expect("the name is one of ours");
    (subject.make)().repeat(times.parse().expect("the times are a number"));
    process::exit(0);
}

/// Starts this program again under callgrind, for this work.
///
/// # Panics
///
/// Where Valgrind is not installed, or fails.
#[must_use]
pub fn count(subject: &Subject) -> Counts {
    // Callgrind counts instructions in `counted` only, but calls everywhere; and the first time is not like the others.
    let (once, more) = (run(subject, 1), run(subject, 1 + TIMES));
    let each = |once: f64, more: f64| (more - once) / f64::from(TIMES);
    Counts {
        instructions: each(once.instructions, more.instructions),
        allocations: each(once.allocations, more.allocations),
        reallocations: each(once.reallocations, more.reallocations),
    }
}

fn run(subject: &Subject, times: u32) -> Counts {
    let profile = env::temp_dir().join(format!("callgrind.out.{}", process::id()));
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--toggle-collect=*work*counted*", "--compress-strings=no"])
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(env::current_exe().expect("a running program has a path"))
        .args([ARGUMENT, subject.name, &times.to_string()])
        // `rep movsb` is one instruction, but callgrind counts it once a byte: let glibc copy by vectors.
        .env("GLIBC_TUNABLES", format!("glibc.cpu.x86_rep_movsb_threshold={}", i32::MAX))
        .output()
        .expect("valgrind is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(&profile).expect("callgrind writes a profile");
    fs::remove_file(&profile).expect("the profile is ours");
    read(&text)
}

fn read(profile: &str) -> Counts {
    let mut counts = Counts::default();
    let mut callee = "";
    for line in profile.lines() {
        if let Some(function) = line.strip_prefix("cfn=") {
            callee = function;
        } else if let Some(calls) = line.strip_prefix("calls=") {
            match callee {
                "malloc" | "calloc" => counts.allocations += number(calls),
                "realloc" => counts.reallocations += number(calls),
                _ => {}
            }
        } else if let Some(total) = line.strip_prefix("totals:") {
            counts.instructions = number(total);
        }
    }
    counts
}

/// The number that a line begins with.
fn number(text: &str) -> f64 {
    text.split_whitespace().next().and_then(|number| number.parse().ok()).expect("callgrind writes numbers")
}
