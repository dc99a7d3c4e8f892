//! A clock on which waiting takes no time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kinde_api::Clock;

#[derive(Default)]
pub(crate) struct TestClock {
    now: Mutex<Duration>,
    waits: Mutex<Vec<Duration>>,
}

impl TestClock {
    pub(crate) fn new() -> Arc<Self> {
        Arc::default()
    }

    pub(crate) fn advance(&self, seconds: u64) {
        *self.now.lock().unwrap() += Duration::from_secs(seconds);
    }

    /// How long each wait was, in milliseconds.
    pub(crate) fn waits(&self) -> Vec<u128> {
        self.waits.lock().unwrap().iter().map(Duration::as_millis).collect()
    }
}

impl Clock for TestClock {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) {
        *self.now.lock().unwrap() += duration;
        self.waits.lock().unwrap().push(duration);
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}
