//! The time and the chance that a client goes by, so that a test can set both.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
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
    /// The time since a moment that stays the same for this clock; it never goes back.
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
pub(crate) struct SystemClock {
    start: Instant,
}

impl SystemClock {
    pub(crate) fn new() -> Self {
        Self { start: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
    }

    /// The keys of a new hasher are random, and need no package for random numbers.
    fn jitter(&self) -> f64 {
        let random = RandomState::new().hash_one(()) >> 32;
        let random = u32::try_from(random).unwrap_or_default();
        f64::from(random) / (f64::from(u32::MAX) + 1.0)
    }
}

impl fmt::Debug for SystemClock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SystemClock")
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, SystemClock};

    #[test]
    fn the_machine_s_clock_goes_forward() {
        let clock = SystemClock::new();
        let before = clock.now();
        assert!(clock.now() >= before);
    }

    #[test]
    fn jitter_differs_and_stays_below_one() {
        let clock = SystemClock::new();
        let numbers: Vec<f64> = (0..100).map(|_| clock.jitter()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)), "{numbers:?}");
        assert!(numbers.iter().any(|number| number.to_bits() != numbers[0].to_bits()), "{numbers:?}");
    }
}
