//! A clock on which waiting takes no time.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use kinde_api::Clock;

/// Moves on when somebody waits, and keeps how long.
#[derive(Debug, Default)]
pub struct TestClock {
    waits: Mutex<Vec<Duration>>,
}

impl TestClock {
    /// The waits so far, in milliseconds.
    #[must_use]
    pub fn waits(&self) -> Vec<u128> {
        self.lock().iter().map(Duration::as_millis).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Duration>> {
        self.waits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TestClock {
    fn now(&self) -> Duration {
        self.lock().iter().sum()
    }

    fn sleep(&self, duration: Duration) {
        self.lock().push(duration);
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}
