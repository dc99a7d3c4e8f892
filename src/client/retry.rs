//! When a call is made again, and after how long.

use std::time::Duration;

/// How often and how long a [`Client`](crate::Client) tries a call again by itself.
///
/// It tries again
///
/// - any call that was answered with 429, since Kinde did not carry it out, after the time that the answer names;
/// - any call that certainly was not sent, because the connection was refused, for example;
/// - a GET, PUT or DELETE that was answered with 500, 502, 503 or 504, or whose connection broke, and any call that the
///   caller declares [repeatable](crate::Client::repeatable).
///
/// Any other POST or PATCH that may have been carried out is never sent twice.
///
/// ```
/// use std::time::Duration;
/// use kinde_api::Retry;
///
/// let retry = Retry::default()
///     .max_attempts(3)
///     .max_total_wait(Duration::from_secs(10))
///     .initial_backoff(Duration::from_millis(200))
///     .max_backoff(Duration::from_secs(5))
///     .max_elapsed(Duration::from_secs(60));
/// assert_eq!(retry.wait(1, Duration::ZERO, Some(Duration::from_secs(3)), 0.0), Some(Duration::from_secs(3)));
/// assert_eq!(retry.wait(1, Duration::ZERO, Some(Duration::from_secs(30)), 0.0), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retry {
    /// How many attempts of a call may fail before it is given up, the first one included; 5 unless set. 0 is like 1. A
    /// 429 does not count as a failure: `max_total_wait` limits those.
    pub max_attempts: u32,
    /// How long one call may wait in total; 120 seconds unless set. Each page is a call.
    pub max_total_wait: Duration,
    /// The wait before the second attempt if the server names none; 500 milliseconds unless set, and never less than
    /// 100. It doubles with each attempt, and up to half of it is added at random.
    pub initial_backoff: Duration,
    /// The longest wait that the doubling leads to; 30 seconds unless set.
    pub max_backoff: Duration,
    /// How long a whole call may take, with its waits, its attempts and the token that it needs; 5 minutes unless set.
    /// It is checked before each attempt and each wait; an attempt that has begun is not cut short.
    pub max_elapsed: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            max_attempts: 5,
            max_total_wait: Duration::from_secs(120),
            initial_backoff: Duration::from_millis(500),
            max_backoff: Duration::from_secs(30),
            max_elapsed: Duration::from_secs(300),
        }
    }
}

impl Retry {
    /// No wait of its own is shorter: several attempts at once would be none.
    const SHORTEST_BACKOFF: Duration = Duration::from_millis(100);

    /// Makes every call once, and never waits. Only a token that was refused is still renewed once.
    ///
    /// For a caller that has a policy of its own, and asks [`Error::is_retryable`](crate::Error::is_retryable) and
    /// [`Error::retry_after`](crate::Error::retry_after):
    ///
    /// ```
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials, Retry, organizations::GetOrganizations};
    /// # let busy = |_: Request<Vec<u8>>| {
    /// #     Ok::<_, Infallible>(Response::builder().status(429).body(Vec::new()).unwrap())
    /// # };
    /// let client = Client::new(busy, "https://acme.kinde.com", Credentials::token("a-token"))?;
    /// let error = client.with_retry(Retry::none()).send(&GetOrganizations::new()).unwrap_err();
    /// assert_eq!((error.attempts(), error.is_retryable()), (1, true));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self {
            max_attempts: 1,
            max_total_wait: Duration::ZERO,
            initial_backoff: Duration::ZERO,
            max_backoff: Duration::ZERO,
            max_elapsed: Duration::from_secs(300),
        }
    }

    /// Sets [`max_attempts`](#structfield.max_attempts).
    #[must_use]
    pub const fn max_attempts(mut self, max_attempts: u32) -> Self {
        self.max_attempts = max_attempts;
        self
    }

    /// Sets [`max_total_wait`](#structfield.max_total_wait).
    #[must_use]
    pub const fn max_total_wait(mut self, max_total_wait: Duration) -> Self {
        self.max_total_wait = max_total_wait;
        self
    }

    /// Sets [`initial_backoff`](#structfield.initial_backoff).
    #[must_use]
    pub const fn initial_backoff(mut self, initial_backoff: Duration) -> Self {
        self.initial_backoff = initial_backoff;
        self
    }

    /// Sets [`max_backoff`](#structfield.max_backoff).
    #[must_use]
    pub const fn max_backoff(mut self, max_backoff: Duration) -> Self {
        self.max_backoff = max_backoff;
        self
    }

    /// Sets [`max_elapsed`](#structfield.max_elapsed).
    #[must_use]
    pub const fn max_elapsed(mut self, max_elapsed: Duration) -> Self {
        self.max_elapsed = max_elapsed;
        self
    }

    /// How long to wait before the next attempt, or `None` to give up.
    ///
    /// `failures` is how often the call has failed so far (a 429 is no failure), `waited` the sum of the waits so far,
    /// `asked` what the server asked for, and `jitter` a number in `[0, 1)`. A wait is never shorter than asked, and if
    /// that is more than is left of [`max_total_wait`](#structfield.max_total_wait), the call is given up at once.
    #[must_use]
    pub fn wait(&self, failures: u32, waited: Duration, asked: Option<Duration>, jitter: f64) -> Option<Duration> {
        if failures >= self.max_attempts {
            return None;
        }
        self.patience(failures, waited, asked, jitter)
    }

    /// As [`wait`](Self::wait), whatever the number of failures: `refusals` counts failures and 429s.
    pub(crate) fn patience(
        &self,
        refusals: u32,
        waited: Duration,
        asked: Option<Duration>,
        jitter: f64,
    ) -> Option<Duration> {
        let left = self.max_total_wait.checked_sub(waited)?;
        let asked = asked.filter(|asked| !asked.is_zero());
        let shortest = asked.unwrap_or_else(|| self.backoff(refusals));
        if shortest > left {
            return None;
        }
        // What was asked for is the same for everybody who was refused: spread by the first step, not by its own size.
        let spread = asked.map_or(shortest, |_| self.initial_backoff);
        Some(shortest.saturating_add(half_of(spread, jitter)).min(left))
    }

    fn backoff(&self, refusals: u32) -> Duration {
        let doublings = refusals.saturating_sub(1);
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        self.initial_backoff.saturating_mul(factor).min(self.max_backoff).max(Self::SHORTEST_BACKOFF)
    }
}

/// A part of the half of a duration. A number outside of `[0, 1)` is no jitter.
fn half_of(duration: Duration, jitter: f64) -> Duration {
    if !(0.0..1.0).contains(&jitter) {
        return Duration::ZERO;
    }
    Duration::try_from_secs_f64(duration.as_secs_f64() / 2.0 * jitter).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Retry;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    const fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn doubles_its_own_wait_until_the_attempts_are_used_up() {
        let retry = Retry::default();
        let waits: Vec<_> = (1..=6).map(|attempts| retry.wait(attempts, Duration::ZERO, None, 0.0)).collect();
        assert_eq!(waits, [Some(millis(500)), Some(seconds(1)), Some(seconds(2)), Some(seconds(4)), None, None]);
    }

    #[test]
    fn jitter_lengthens_a_wait_by_up_to_its_half() {
        let retry = Retry::default();
        assert_eq!(retry.wait(2, Duration::ZERO, None, 0.5), Some(millis(1250)));
        assert_eq!(retry.wait(1, Duration::ZERO, Some(seconds(30)), 0.5), Some(millis(30_125)));
        for no_jitter in [-1.0, 1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(retry.wait(2, Duration::ZERO, None, no_jitter), Some(seconds(1)), "{no_jitter}");
        }
    }

    #[test]
    fn waits_as_long_as_asked_if_that_much_is_left() {
        let retry = Retry::default();
        assert_eq!(retry.wait(1, Duration::ZERO, Some(seconds(120)), 0.0), Some(seconds(120)));
        assert_eq!(retry.wait(1, Duration::ZERO, Some(seconds(120)), 0.9), Some(seconds(120)));
        assert_eq!(retry.wait(1, seconds(1), Some(seconds(120)), 0.0), None);
        assert_eq!(retry.wait(1, Duration::ZERO, Some(millis(1)), 0.0), Some(millis(1)), "shorter than its own");
        assert_eq!(retry.wait(1, Duration::ZERO, Some(Duration::ZERO), 0.0), Some(millis(500)), "0 names no time");
    }

    #[test]
    fn the_bound_is_on_the_sum_of_the_waits() {
        let retry = Retry { max_total_wait: seconds(3), ..Retry::default() };
        assert_eq!(retry.wait(2, seconds(2), None, 0.0), Some(seconds(1)));
        assert_eq!(retry.wait(2, millis(2001), None, 0.0), None);
        assert_eq!(retry.wait(2, seconds(4), None, 0.0), None);
    }

    #[test]
    fn can_be_turned_off() {
        assert_eq!(Retry::none().wait(1, Duration::ZERO, Some(millis(1)), 0.0), None);
        assert_eq!(Retry::none().wait(0, Duration::ZERO, None, 0.5), None);
    }

    #[test]
    fn nothing_overflows() {
        let retry = Retry::default().max_attempts(u32::MAX).max_total_wait(Duration::MAX);
        let retry = retry.initial_backoff(Duration::MAX).max_backoff(Duration::MAX);
        for attempts in [0, 1, 32, 33, 200, u32::MAX - 1] {
            for asked in [None, Some(seconds(1_000_000_000_000)), Some(Duration::MAX)] {
                let wait = retry.wait(attempts, Duration::ZERO, asked, 0.999_999_999);
                assert!(wait >= Some(asked.unwrap_or(Duration::MAX)), "{attempts} {asked:?} {wait:?}");
            }
        }
        assert_eq!(retry.wait(1, Duration::MAX, Some(seconds(1)), 0.5), None);
        let patient = Retry::default().max_attempts(201).max_total_wait(Duration::MAX);
        assert_eq!(
            patient.clone().max_backoff(Duration::MAX).wait(200, Duration::ZERO, None, 0.0),
            Some(millis(500) * u32::MAX)
        );
        assert_eq!(patient.wait(200, Duration::ZERO, None, 0.0), Some(seconds(30)));
    }

    #[test]
    fn its_own_wait_is_neither_shorter_than_a_tenth_of_a_second_nor_longer_than_it_may() {
        let hasty = Retry::default().initial_backoff(Duration::ZERO).max_attempts(9);
        assert_eq!(hasty.wait(1, Duration::ZERO, None, 0.0), Some(millis(100)));
        assert_eq!(hasty.wait(8, Duration::ZERO, None, 0.0), Some(millis(100)));
        assert_eq!(hasty.max_backoff(millis(1)).wait(1, Duration::ZERO, None, 0.0), Some(millis(100)));
        let capped = Retry::default().max_backoff(seconds(3)).max_attempts(9);
        let waits: Vec<_> = (1..=5).map(|failures| capped.wait(failures, Duration::ZERO, None, 0.0)).collect();
        assert_eq!(waits, [Some(millis(500)), Some(seconds(1)), Some(seconds(2)), Some(seconds(3)), Some(seconds(3))]);
    }

    #[test]
    fn what_is_not_set_stays_as_it_is() {
        let set = Retry::default().max_attempts(1).max_total_wait(seconds(2)).initial_backoff(seconds(3));
        let set = set.max_backoff(seconds(4)).max_elapsed(seconds(5));
        let fields = Retry {
            max_attempts: 1,
            max_total_wait: seconds(2),
            initial_backoff: seconds(3),
            max_backoff: seconds(4),
            max_elapsed: seconds(5),
        };
        assert_eq!(set, fields);
        assert_eq!(Retry::default().max_elapsed, seconds(300));
        assert_eq!(Retry::none().max_elapsed, seconds(300));
    }
}
