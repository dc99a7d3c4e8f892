//! What a run takes in a process of its own: processor time, and memory at its peak.

use std::process::Command;
use std::time::Duration;
use std::{env, fs, process};

use nix::time::{ClockId, clock_gettime};

const ARGUMENT: &str = "--run";

/// A run with its name.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// What the process is told to do.
    pub name: &'static str,
    /// Does it, with the origin of the server and the code of the organization.
    pub run: fn(origin: &str, org_code: &str),
}

/// What it took.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// Of all its threads, in the program and in the kernel.
    pub processor_time: Duration,
    /// The most memory that was resident, in bytes.
    pub peak_memory: u64,
}

/// Does what this process was started for by [`measure`], if it was.
///
/// # Panics
///
/// Where there is no such program, or it fails.
pub fn serve(programs: &[Program]) {
    let mut arguments = env::args().skip_while(|argument| argument != ARGUMENT).skip(1);
    let (Some(name), Some(origin), Some(org_code)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return;
    };
    let program = programs.iter().find(|program| program.name == name).expect("the name is one of ours");
    (program.run)(&origin, &org_code);
    let processor_time = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID).expect("every process has this clock");
    println!("{} {}", Duration::from(processor_time).as_nanos(), peak_memory());
    process::exit(0);
}

/// Linux keeps the peak of a program's own memory apart from that of who started it, other than `getrusage`.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells of each process");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("there is a peak");
    peak.trim().trim_end_matches(" kB").parse::<u64>().expect("the peak is a number") * 1024
}

/// Starts this program again, for one run.
///
/// # Panics
///
/// Where the run fails.
#[must_use]
pub fn measure(program: &Program, origin: &str, org_code: &str) -> Usage {
    let output = Command::new(env::current_exe().expect("a running program has a path"))
        .args([ARGUMENT, program.name, origin, org_code])
        .output()
        .expect("a program can be started again");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout);
    let mut numbers = text.split_whitespace().map(|number| number.parse().expect("a run prints numbers"));
    let mut number = || numbers.next().expect("a run prints two numbers");
    Usage { processor_time: Duration::from_nanos(number()), peak_memory: number() }
}
