//! Times, by rounds in which everything that is compared takes its turn.

use std::hint::black_box;
use std::time::Duration;

use crate::work::{Subject, Work};

const ROUNDS: u32 = 60;
const ROUND: Duration = Duration::from_millis(5);
const BATCH: Duration = Duration::from_micros(2);

/// The shortest time of each, in seconds: what else runs on the machine only ever adds to it.
#[must_use]
pub fn shortest<const COUNT: usize>(subjects: [&Subject; COUNT]) -> [f64; COUNT] {
    keep_freed_memory();
    let works = subjects.map(|subject| (subject.make)());
    let batches = works.each_ref().map(|work| times_in_a_batch(work.as_ref()));
    let mut shortest = [f64::INFINITY; COUNT];
    for _ in 0..ROUNDS {
        for ((work, &batch), shortest) in works.iter().zip(&batches).zip(&mut shortest) {
            *shortest = shortest.min(mean(work.as_ref(), batch));
        }
    }
    shortest
}

/// glibc gives freed memory back to the kernel, page by page, until it has seen a large piece come and go. What is
/// measured is not to be the kernel.
fn keep_freed_memory() {
    drop(black_box(Vec::<u8>::with_capacity(16 << 20)));
}

/// So many that the clock is not what is measured, and so few that what they make fits the caches.
fn times_in_a_batch(work: &dyn Work) -> u32 {
    let mut times = 1;
    while work.time(times) < BATCH {
        times *= 2;
    }
    times
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
