//! When a call is made again, and after how long.

use std::time::Duration;

use http::{Method, StatusCode};

use crate::Clock;
use crate::wire::retry_hints::is_passing;

/// How often and how long a [`Client`](crate::Client) tries a call again by itself.
///
/// Made again are
///
/// - any call that was answered with 429, since Kinde did not carry it out, after the time that the answer names;
/// - a GET, PUT or DELETE that was answered with 502, 503 or 504, or whose connection broke.
///
/// A POST or PATCH of which nobody knows whether it was carried out is never sent twice.
///
/// ```
/// use std::time::Duration;
/// use kinde_api::Retry;
///
/// let mut retry = Retry::default();
/// retry.max_attempts = 3;
/// retry.max_total_wait = Duration::from_secs(10);
/// assert_eq!(retry.wait(1, Duration::ZERO, Some(Duration::from_secs(3)), 0.0), Some(Duration::from_secs(3)));
/// assert_eq!(retry.wait(1, Duration::ZERO, Some(Duration::from_secs(30)), 0.0), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retry {
    /// How often a call is made at most, with the first time; 5 unless set. 0 is like 1.
    pub max_attempts: u32,
    /// The sum of the waits of one call at most; 120 seconds unless set. A page is a call.
    pub max_total_wait: Duration,
    /// The wait before the second attempt where the server names none; 500 milliseconds unless set. It doubles with
    /// each attempt, and chance lengthens it by up to its half.
    pub initial_backoff: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self { max_attempts: 5, max_total_wait: Duration::from_secs(120), initial_backoff: Duration::from_millis(500) }
    }
}

impl Retry {
    /// Every call is made once. The one renewal of a token that was refused stays.
    ///
    /// For a caller that has a policy of its own, and asks [`Error::is_retryable`](crate::Error::is_retryable) and
    /// [`ResponseError::retry_after`](crate::ResponseError::retry_after):
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
        Self { max_attempts: 1, max_total_wait: Duration::ZERO, initial_backoff: Duration::ZERO }
    }

    /// How long to wait before the next attempt, or `None` to give up.
    ///
    /// `attempts` is how often the call was made so far, `waited` the sum of the waits so far, `asked` what the server
    /// asked for, and `jitter` a number in `[0, 1)`. A wait is never shorter than asked, and where that is more than is
    /// left of [`max_total_wait`](Self::max_total_wait), there is no use in waiting at all.
    #[must_use]
    pub fn wait(&self, attempts: u32, waited: Duration, asked: Option<Duration>, jitter: f64) -> Option<Duration> {
        if attempts >= self.max_attempts {
            return None;
        }
        let left = self.max_total_wait.checked_sub(waited)?;
        let asked = asked.filter(|asked| !asked.is_zero());
        let shortest = asked.unwrap_or_else(|| self.backoff(attempts));
        if shortest > left {
            return None;
        }
        // What was asked for is the same for everybody who was refused: spread by the first step, not by its own size.
        let spread = asked.map_or(shortest, |_| self.initial_backoff);
        Some(shortest.saturating_add(half_of(spread, jitter)).min(left))
    }

    fn backoff(&self, attempts: u32) -> Duration {
        let doublings = attempts.saturating_sub(1);
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        self.initial_backoff.saturating_mul(factor)
    }
}

/// A part of the half of a duration. A number outside of `[0, 1)` is no jitter.
fn half_of(duration: Duration, jitter: f64) -> Duration {
    if !(0.0..1.0).contains(&jitter) {
        return Duration::ZERO;
    }
    Duration::try_from_secs_f64(duration.as_secs_f64() / 2.0 * jitter).unwrap_or_default()
}

/// How long one call has waited by now, and how long it goes on.
pub(crate) struct Patience<'a> {
    retry: &'a Retry,
    pub(crate) clock: &'a dyn Clock,
    waited: Duration,
}

impl<'a> Patience<'a> {
    pub(crate) fn new(retry: &'a Retry, clock: &'a dyn Clock) -> Self {
        Self { retry, clock, waited: Duration::ZERO }
    }

    /// Waits until the next attempt is due, or tells at once that none is.
    pub(crate) fn wait(&mut self, attempts: u32, asked: Option<Duration>) -> bool {
        let Some(wait) = self.retry.wait(attempts, self.waited, asked, self.clock.jitter()) else {
            return false;
        };
        self.clock.sleep(wait);
        self.waited = self.waited.saturating_add(wait);
        true
    }
}

/// Whether a call that was answered like this can be made again.
pub(crate) fn is_retryable_status(method: &Method, status: StatusCode) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS || (is_repeatable(method) && is_passing(status))
}

/// Whether a call does the same if it is made twice.
pub(crate) fn is_repeatable(method: &Method) -> bool {
    method.is_idempotent()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{Method, StatusCode};

    use super::{Retry, is_retryable_status};

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
        assert_eq!(Retry::none().wait(0, Duration::ZERO, None, 0.5), Some(Duration::ZERO));
    }

    #[test]
    fn nothing_overflows() {
        let retry = Retry { max_attempts: u32::MAX, max_total_wait: Duration::MAX, initial_backoff: Duration::MAX };
        for attempts in [0, 1, 32, 33, 200, u32::MAX - 1] {
            for asked in [None, Some(seconds(1_000_000_000_000)), Some(Duration::MAX)] {
                let wait = retry.wait(attempts, Duration::ZERO, asked, 0.999_999_999);
                assert!(wait >= Some(asked.unwrap_or(Duration::MAX)), "{attempts} {asked:?} {wait:?}");
            }
        }
        assert_eq!(retry.wait(1, Duration::MAX, Some(seconds(1)), 0.5), None);
        let patient = Retry { max_attempts: 201, max_total_wait: Duration::MAX, ..Retry::default() };
        assert_eq!(patient.wait(200, Duration::ZERO, None, 0.0), Some(millis(500) * u32::MAX));
    }

    #[test]
    fn tells_by_method_and_status_what_can_be_made_again() {
        let retried = |method: Method| -> Vec<u16> {
            (100..1000).filter(|status| is_retryable_status(&method, StatusCode::from_u16(*status).unwrap())).collect()
        };
        for method in [Method::GET, Method::PUT, Method::DELETE] {
            assert_eq!(retried(method), [429, 502, 503, 504]);
        }
        for method in [Method::POST, Method::PATCH] {
            assert_eq!(retried(method), [429]);
        }
    }
}
