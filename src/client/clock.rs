//! The time and the chance that a client goes by, so that a test can set both.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

/// Where a [`Client`](crate::Client) reads the time, and how it waits.
///
/// A client goes by the clock of the machine unless [`Client::with_clock`](crate::Client::with_clock) gives it another:
/// a test gives one on which waiting takes no time.
///
/// ```
/// use std::sync::Mutex;
/// use std::time::Duration;
/// use kinde_api::Clock;
///
/// /// Moves on by itself when somebody waits.
/// struct TestClock(Mutex<Duration>);
///
/// impl Clock for TestClock {
///     fn now(&self) -> Duration {
///         *self.0.lock().unwrap()
///     }
///     fn sleep(&self, duration: Duration) {
///         *self.0.lock().unwrap() += duration;
///     }
///     fn jitter(&self) -> f64 {
///         0.0
///     }
/// }
///
/// let clock = TestClock(Mutex::default());
/// clock.sleep(Duration::from_secs(30));
/// assert_eq!(clock.now(), Duration::from_secs(30));
/// ```
pub trait Clock: Send + Sync {
    /// The time since a moment that never changes for this clock; it never goes back.
    fn now(&self) -> Duration;

    /// Waits for this long.
    fn sleep(&self, duration: Duration);

    /// A number in `[0, 1)`, a new one each time, which spreads the retries of clients that failed together.
    fn jitter(&self) -> f64;
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> Duration {
        (**self).now()
    }

    fn sleep(&self, duration: Duration) {
        (**self).sleep(duration);
    }

    fn jitter(&self) -> f64 {
        (**self).jitter()
    }
}

/// The clock of the machine.
///
/// All clocks of a process count from the same moment, so the clones of one [`Session`](crate::Session) may each be
/// driven with a clock of their own.
///
/// ```
/// use kinde_api::{Clock, SystemClock};
///
/// let (clock, another) = (SystemClock::new(), SystemClock::new());
/// let before = clock.now();
/// assert!(another.now() >= before);
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct SystemClock;

impl SystemClock {
    /// The clock of the machine, which is not read yet.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
    }

    /// The keys of a new hasher are random, and need no package for random numbers.
    fn jitter(&self) -> f64 {
        fraction(RandomState::new().hash_one(()))
    }
}

/// Of all numbers from 0 to the largest, evenly into `[0, 1)`.
fn fraction(number: u64) -> f64 {
    /// A power of two, by which a division is exact on every platform; `exp2` need not be.
    const TWO_TO_32: f64 = 4_294_967_296.0;
    let upper_half = u32::try_from(number >> u32::BITS).unwrap_or_default();
    f64::from(upper_half) / TWO_TO_32
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use super::{Clock, SystemClock, fraction};

    #[test]
    fn the_machine_s_clock_goes_forward() {
        let clock = SystemClock::new();
        let before = clock.now();
        clock.sleep(Duration::from_millis(1));
        assert!(clock.now() >= before + Duration::from_millis(1));
    }

    #[test]
    fn jitter_differs_from_call_to_call() {
        let clock = Arc::new(SystemClock::new());
        let numbers: Vec<u64> = (0..100).map(|_| Clock::jitter(&clock).to_bits()).collect();
        assert!(numbers.iter().any(|number| *number != numbers[0]), "{numbers:?}");
    }

    #[test]
    fn a_fraction_is_below_one() {
        let fractions = [0, 1 << 32, 1 << 63, u64::MAX].map(fraction);
        let exact = [0.0, 1.0 / 4_294_967_296.0, 0.5, 4_294_967_295.0 / 4_294_967_296.0];
        assert_eq!(fractions.map(f64::to_bits), exact.map(f64::to_bits));
    }
}
