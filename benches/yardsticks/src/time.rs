//! Times, by rounds in which everything that is compared takes its turn.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::work::{Subject, Work};

const FEWEST_ROUNDS: u32 = 10;
const ROUND: Duration = Duration::from_millis(1);
/// Of all rounds together, once there were enough of them.
const LONGEST: Duration = Duration::from_secs(2);
const BATCH: Duration = Duration::from_micros(5);

/// The shortest time of each, in seconds: what else runs on the machine only ever adds to it.
#[must_use]
pub fn shortest<const COUNT: usize>(subjects: [&Subject; COUNT]) -> [f64; COUNT] {
    keep_freed_memory();
    let works = subjects.map(|subject| (subject.make)());
    let batches = works.each_ref().map(|work| times_in_a_batch(work.as_ref()));
    let mut shortest = [f64::INFINITY; COUNT];
    let start = Instant::now();
    let mut rounds = 0;
    while rounds < FEWEST_ROUNDS || start.elapsed() < LONGEST {
        for ((work, &batch), shortest) in works.iter().zip(&batches).zip(&mut shortest) {
            *shortest = shortest.min(mean(work.as_ref(), batch));
        }
        rounds += 1;
    }
    shortest
}

/// glibc gives freed memory back to the kernel, page by page, until it has seen a large piece come and go. What is
/// measured is not to be the kernel.
fn keep_freed_memory() {
    drop(black_box(Vec::<u8>::with_capacity(16 << 20)));
}

/// So many that the clock is not what is measured, and no more than `malloc` has pieces at hand, since a program builds
/// and drops one request after the other.
fn times_in_a_batch(work: &dyn Work) -> u32 {
    let first = work.time(1);
    if first.min(work.time(1)) < BATCH { 7 } else { 1 }
}

fn mean(work: &dyn Work, batch: u32) -> f64 {
    let mut batches = 0;
    let mut time = Duration::ZERO;
    while time < ROUND {
        time += work.time(batch);
        batches += 1;
    }
    time.as_secs_f64() / f64::from(batches * batch)
}
