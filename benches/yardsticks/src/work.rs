//! A piece of work, and what it costs.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Something to measure, with its inputs made ready. Dropping what it makes is no part of it.
pub trait Work {
    /// Does it as often, each time in a call of [`counted`].
    fn repeat(&self, times: u32);

    /// How long it takes to do it as often.
    fn time(&self, times: u32) -> Duration;
}

impl<T, F: Fn() -> T> Work for F {
    fn repeat(&self, times: u32) {
        for _ in 0..times {
            black_box(counted(self));
        }
    }

    fn time(&self, times: u32) -> Duration {
        let mut made = Vec::with_capacity(times as usize);
        let start = Instant::now();
        for _ in 0..times {
            made.push(self());
        }
        let time = start.elapsed();
        black_box(made);
        time
    }
}

/// Callgrind counts what is done in here, and nothing else.
#[inline(never)]
pub fn counted<T>(work: impl Fn() -> T) -> T {
    work()
}

/// A piece of work by its name, made ready only where it is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// What a process of its own is told to do.
    pub name: &'static str,
    /// Makes the inputs ready.
    pub make: fn() -> Box<dyn Work>,
}
