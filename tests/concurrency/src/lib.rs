//! Threads that start together, get in each other's way by chance, and must come to an end.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

/// How long the threads of a test may take together: a hundred times what they need, and only where they hang.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs a work on so many threads at once, each with its number, and gives what they made in the order of the numbers.
///
/// # Panics
///
/// Where one of the threads panics, and where they don't end: one waits for what never comes.
pub fn together<T: Send + 'static>(threads: u64, work: impl Fn(u64) -> T + Send + Sync + 'static) -> Vec<T> {
    let work = Arc::new(work);
    let start = Arc::new(Barrier::new(usize::try_from(threads).expect("there are not that many")));
    let (sender, ended) = mpsc::channel();
    let handles: Vec<_> = (0..threads)
        .map(|number| {
            let (work, start, sender) = (work.clone(), start.clone(), sender.clone());
            thread::spawn(move || {
                start.wait();
                let made = work(number);
                // Nobody listens any more where another thread failed.
                let _ = sender.send(());
                made
            })
        })
        .collect();
    drop(sender);
    for _ in 0..threads {
        match ended.recv_timeout(PATIENCE) {
            Ok(()) => {}
            // One that panicked sends nothing, which joining it tells better.
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => panic!("a thread waits for what never comes"),
        }
    }
    handles.into_iter().map(|handle| handle.join().expect("no thread panics")).collect()
}

/// Chance that is the same for the same seed: `SplitMix64`.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// For a thread, by its number.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % bound
    }

    /// Lets others go first, now and then.
    pub fn dawdle(&mut self) {
        for _ in 0..self.below(3) {
            thread::yield_now();
        }
    }
}
