//! What a call has cost in time and failures, against the limits of its policy.

use std::time::Duration;

use crate::Retry;

/// Attempts that came to nothing.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    /// What `max_attempts` bounds: a 429 is none.
    pub(crate) failures: u32,
    /// What the backoff doubles by: failures and 429s.
    pub(crate) refusals: u32,
}

impl Tally {
    pub(crate) fn add(&mut self, is_limited: bool) {
        self.refusals += 1;
        self.failures += u32::from(!is_limited);
    }
}

/// How long one call may still go on.
#[derive(Default)]
pub(crate) struct Patience {
    /// When the call was first asked.
    started_at: Option<Duration>,
    /// When the last wait is over.
    not_before: Duration,
    /// The sum of all waits.
    waited: Duration,
}

impl Patience {
    pub(crate) fn begin(&mut self, now: Duration) {
        self.started_at.get_or_insert(now);
    }

    /// What is left of the last wait.
    pub(crate) fn pending(&self, now: Duration) -> Option<Duration> {
        (now < self.not_before).then(|| self.not_before.saturating_sub(now))
    }

    fn elapsed(&self, now: Duration) -> Duration {
        now.saturating_sub(self.started_at.unwrap_or(now))
    }

    /// What is left for the whole call.
    pub(crate) fn time_left(&self, retry: &Retry, now: Duration) -> Duration {
        retry.max_elapsed.saturating_sub(self.elapsed(now))
    }

    pub(crate) fn is_late(&self, retry: &Retry, now: Duration) -> bool {
        self.elapsed(now) > retry.max_elapsed
    }

    /// How long to wait before the next attempt, where the last one came to nothing; `None` where a limit is reached.
    pub(crate) fn backoff(
        &self,
        retry: &Retry,
        tally: Tally,
        is_limited: bool,
        asked: Option<Duration>,
        now: Duration,
        jitter: impl FnOnce() -> f64,
    ) -> Option<Duration> {
        if !is_limited && tally.failures >= retry.max_attempts {
            return None;
        }
        let wait = retry.patience(tally.refusals, self.waited, asked, jitter())?;
        (wait <= self.time_left(retry, now)).then_some(wait)
    }

    /// Whether there is time for a wait that other calls met.
    pub(crate) fn allows(&self, retry: &Retry, now: Duration, wait: Duration) -> bool {
        wait <= retry.max_total_wait.saturating_sub(self.waited).min(self.time_left(retry, now))
    }

    pub(crate) fn wait(&mut self, now: Duration, wait: Duration) {
        self.waited = self.waited.saturating_add(wait);
        self.not_before = now.saturating_add(wait);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Patience, Tally};
    use crate::Retry;

    const fn seconds(number: u64) -> Duration {
        Duration::from_secs(number)
    }

    #[test]
    fn a_429_doubles_the_backoff_and_is_no_failure() {
        let mut tally = Tally::default();
        tally.add(true);
        tally.add(false);
        tally.add(true);
        assert_eq!((tally.failures, tally.refusals), (1, 3));
    }

    #[test]
    fn time_counts_from_when_the_call_was_first_asked() {
        let (mut patience, retry) = (Patience::default(), Retry::default().max_elapsed(seconds(300)));
        patience.begin(seconds(1000));
        patience.begin(seconds(1200));
        let told = |now| (patience.time_left(&retry, seconds(now)), patience.is_late(&retry, seconds(now)));
        assert_eq!(told(1000), (seconds(300), false));
        assert_eq!(told(1300), (seconds(0), false));
        assert_eq!(told(1301), (seconds(0), true));
        assert_eq!(told(7), (seconds(300), false), "a clock that goes back");
    }

    #[test]
    fn waits_add_up() {
        let (mut patience, retry) = (Patience::default(), Retry::default().max_total_wait(seconds(10)));
        patience.begin(seconds(0));
        assert!(patience.allows(&retry, seconds(0), seconds(10)));
        patience.wait(seconds(0), seconds(4));
        assert_eq!((patience.pending(seconds(1)), patience.pending(seconds(4))), (Some(seconds(3)), None));
        assert!(patience.allows(&retry, seconds(4), seconds(6)));
        assert!(!patience.allows(&retry, seconds(4), seconds(7)));
    }

    #[test]
    fn a_backoff_ends_at_each_limit() {
        let mut patience = Patience::default();
        patience.begin(seconds(0));
        let retry = Retry::default().max_attempts(2).max_elapsed(seconds(20));
        let backoff = |failures, is_limited, asked| {
            let tally = Tally { failures, refusals: 1 };
            patience.backoff(&retry, tally, is_limited, asked, seconds(0), || 0.0)
        };
        assert_eq!(backoff(1, false, None), Some(Duration::from_millis(500)));
        assert_eq!(backoff(2, false, None), None, "no attempt is left");
        assert_eq!(backoff(2, true, None), Some(Duration::from_millis(500)), "a 429 costs none");
        assert_eq!(backoff(1, false, Some(seconds(20))), Some(seconds(20)));
        assert_eq!(backoff(1, false, Some(seconds(21))), None, "no time is left");
    }
}
