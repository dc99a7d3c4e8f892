//! Misbehaviour on demand.

use std::time::Duration;

use http::StatusCode;

use super::TOKEN;
use crate::{Endpoint, operations};

/// What goes wrong with an answer, for a [`Misbehaviour`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// A 429 that asks the client to wait. The operation is not carried out.
    RateLimited {
        /// What `RateLimit-Reset` says, rounded up to whole seconds.
        reset: Duration,
    },
    /// This status with a page of HTML, as a proxy would send it, such as 502. The operation is not carried out.
    ServerError(StatusCode),
    /// The operation is carried out, but its answer ends in the middle of the body. `Content-Length` is that of the whole
    /// body.
    TruncatedBody,
    /// The operation is carried out, but its answer has no body.
    EmptyBody,
    /// The operation is carried out, but the answer takes this long. The emulator's clock moves on by it, unless it
    /// follows that of the system. The answer has a [`Delay`], so that a server can wait before it sends it.
    Slow(Duration),
    /// The connection is closed before the operation is carried out.
    Closed,
    /// The operation is carried out, then the connection is closed without an answer. This is why it is not safe to send
    /// a POST again.
    AnswerLost,
}

/// How long a [slow](Fault::Slow) answer takes. It is an extension of the response: the emulator itself never sleeps.
///
/// ```
/// use std::time::Duration;
/// use kinde_api::emulator::{Delay, Emulator, Fault, Misbehaviour};
/// use kinde_api::{Api, Endpoint, organizations::GetOrganizations};
///
/// let emulator = Emulator::new();
/// let api = Api::new("https://acme.kinde.com", emulator.token())?;
/// emulator.misbehave(Misbehaviour::new(Fault::Slow(Duration::from_secs(90))));
///
/// let answer = emulator.respond(GetOrganizations::new().request(&api)?)?;
/// assert_eq!(answer.extensions().get(), Some(&Delay(Duration::from_secs(90))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay(pub Duration);

/// A [`Fault`] and when it happens: with every answer, unless you say otherwise.
///
/// ```
/// use std::time::Duration;
/// use http::StatusCode;
/// use kinde_api::emulator::{Emulator, Fault, Misbehaviour, TOKEN};
/// use kinde_api::organizations::GetOrganizationUsers;
///
/// let emulator = Emulator::new();
/// // the next two answers, whatever was asked
/// emulator.misbehave(Misbehaviour::new(Fault::RateLimited { reset: Duration::from_secs(30) }).times(2));
/// // every tenth answer
/// emulator.misbehave(Misbehaviour::new(Fault::ServerError(StatusCode::BAD_GATEWAY)).every(10));
/// // all answers of one operation
/// emulator.misbehave(Misbehaviour::new(Fault::Closed).on::<GetOrganizationUsers>());
/// // and all tokens
/// emulator.misbehave(Misbehaviour::new(Fault::Closed).operation(TOKEN));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Misbehaviour {
    /// What goes wrong.
    pub fault: Fault,
    /// How many times it happens. If absent, there is no end.
    pub times: Option<u64>,
    /// With which of the requests it happens: 1 for each, 3 for every third. 0 is like 1.
    pub every: u64,
    /// The operation that it happens to, by Kinde's name, or [`TOKEN`]. If absent, it happens to all.
    pub operation_id: Option<String>,
}

impl Misbehaviour {
    /// With every answer.
    #[must_use]
    pub fn new(fault: Fault) -> Self {
        Self { fault, times: None, every: 1, operation_id: None }
    }

    /// Only this many times.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Only with every nth request. The first is the nth.
    #[must_use]
    pub fn every(mut self, every: u64) -> Self {
        self.every = every;
        self
    }

    /// Only for one operation, by its type.
    ///
    /// # Panics
    ///
    /// If the emulator has no such operation: an endpoint of your own, for example.
    #[must_use]
    pub fn on<E: Endpoint>(self) -> Self {
        self.operation(E::OPERATION_ID)
    }

    /// Only for one operation, by its [`OPERATION_ID`](Endpoint::OPERATION_ID), or for [`TOKEN`].
    ///
    /// # Panics
    ///
    /// If no operation has this name: it would never happen.
    #[must_use]
    pub fn operation(mut self, operation_id: impl Into<String>) -> Self {
        let operation_id = operation_id.into();
        let is_known = operation_id == TOKEN || operations().any(|known| known.operation_id == operation_id);
        assert!(is_known, "Kinde has no operation `{operation_id}`");
        self.operation_id = Some(operation_id);
        self
    }
}

/// All that was asked for, and the rate limit.
#[derive(Debug, Default)]
pub(super) struct Faults {
    active: Vec<Active>,
    rate_limit: Option<RateLimit>,
}

#[derive(Debug)]
struct Active {
    misbehaviour: Misbehaviour,
    seen: u64,
}

#[derive(Debug)]
struct RateLimit {
    requests: u32,
    window: Duration,
    /// When the window that runs began, and how many requests came in it.
    began_on: Duration,
    count: u32,
}

impl Faults {
    pub(super) fn add(&mut self, misbehaviour: Misbehaviour) {
        self.active.push(Active { misbehaviour, seen: 0 });
    }

    pub(super) fn limit_rate(&mut self, requests: u32, window: Duration) {
        self.rate_limit = Some(RateLimit { requests, window, began_on: Duration::ZERO, count: 0 });
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// What is still to happen.
    pub(super) fn active(&self) -> impl Iterator<Item = &Misbehaviour> {
        self.active.iter().map(|active| &active.misbehaviour)
    }

    /// What goes wrong with a request: of all that would happen, what was asked for first.
    pub(super) fn next(&mut self, operation_id: Option<&str>) -> Option<Fault> {
        let mut fault = None;
        for active in &mut self.active {
            if active.is_due(operation_id) && fault.is_none() {
                fault = Some(active.happen());
            }
        }
        self.active.retain(|active| active.misbehaviour.times != Some(0));
        fault
    }

    /// How long to wait for the next window, where the one that runs is full.
    pub(super) fn over_rate_limit(&mut self, now: Duration) -> Option<Duration> {
        let limit = self.rate_limit.as_mut()?;
        let end = limit.began_on.saturating_add(limit.window);
        if limit.count == 0 || now >= end {
            limit.began_on = now;
            limit.count = 0;
        } else if limit.count >= limit.requests {
            return Some(end.saturating_sub(now));
        }
        if limit.requests == 0 {
            return Some(limit.window);
        }
        limit.count += 1;
        None
    }
}

impl Active {
    fn is_due(&mut self, operation_id: Option<&str>) -> bool {
        let misbehaviour = &self.misbehaviour;
        if misbehaviour.operation_id.as_deref().is_some_and(|only| operation_id != Some(only)) {
            return false;
        }
        self.seen += 1;
        misbehaviour.times != Some(0) && self.seen % misbehaviour.every.max(1) == 0
    }

    fn happen(&mut self) -> Fault {
        if let Some(times) = &mut self.misbehaviour.times {
            *times -= 1;
        }
        self.misbehaviour.fault.clone()
    }
}

/// Whole seconds, rounded up: a client that waits so long is not early.
pub(super) fn seconds_rounded_up(time: Duration) -> u64 {
    time.as_secs().saturating_add(u64::from(time.subsec_nanos() > 0))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Fault, Faults, Misbehaviour, seconds_rounded_up};
    use crate::organizations::GetOrganization;

    fn outcome(faults: &mut Faults, operation_ids: &[&str]) -> Vec<Option<Fault>> {
        operation_ids.iter().map(|operation_id| faults.next(Some(operation_id))).collect()
    }

    #[test]
    fn happens_so_often() {
        let mut faults = Faults::default();
        faults.add(Misbehaviour::new(Fault::Closed).times(2));
        faults.add(Misbehaviour::new(Fault::EmptyBody).times(1));
        let expected = [Some(Fault::Closed), Some(Fault::Closed), Some(Fault::EmptyBody), None];
        assert_eq!(outcome(&mut faults, &["a"; 4]), expected);
    }

    #[test]
    fn is_forgotten_when_it_is_used_up() {
        let mut faults = Faults::default();
        faults.add(Misbehaviour::new(Fault::Closed).times(0));
        faults.add(Misbehaviour::new(Fault::Closed).times(1));
        faults.add(Misbehaviour::new(Fault::EmptyBody));
        assert_eq!(outcome(&mut faults, &["a"; 2]), [Some(Fault::Closed), Some(Fault::EmptyBody)]);
        assert_eq!(faults.active.len(), 1);
    }

    #[test]
    fn happens_to_every_nth() {
        let mut faults = Faults::default();
        faults.add(Misbehaviour::new(Fault::Closed).every(3));
        let expected = [None, None, Some(Fault::Closed), None, None, Some(Fault::Closed)];
        assert_eq!(outcome(&mut faults, &["a"; 6]), expected);
    }

    #[test]
    fn happens_to_one_operation() {
        let mut faults = Faults::default();
        faults.add(Misbehaviour::new(Fault::Closed).on::<GetOrganization>().every(2));
        let operation_ids = ["getOrganization", "getOrganizations", "getOrganization", "getOrganizations"];
        assert_eq!(outcome(&mut faults, &operation_ids), [None, None, Some(Fault::Closed), None]);
        assert_eq!(faults.next(None), None);
    }

    #[test]
    #[should_panic(expected = "Kinde has no operation `getOrganisation`")]
    fn knows_the_names_of_operations() {
        let _ = Misbehaviour::new(Fault::Closed).operation("getOrganisation");
    }

    #[test]
    fn is_over_when_it_is_cleared() {
        let mut faults = Faults::default();
        faults.add(Misbehaviour::new(Fault::Closed).every(0));
        faults.limit_rate(0, Duration::from_secs(60));
        assert_eq!(faults.next(None), Some(Fault::Closed));
        assert_eq!(faults.over_rate_limit(Duration::ZERO), Some(Duration::from_secs(60)));
        faults.clear();
        assert_eq!(faults.next(None), None);
        assert_eq!(faults.over_rate_limit(Duration::ZERO), None);
    }

    #[test]
    fn limits_the_rate_by_windows() {
        let second = Duration::from_secs;
        let mut faults = Faults::default();
        faults.limit_rate(2, second(60));
        assert_eq!(faults.over_rate_limit(second(100)), None);
        assert_eq!(faults.over_rate_limit(second(110)), None);
        assert_eq!(faults.over_rate_limit(second(130)), Some(second(30)));
        assert_eq!(faults.over_rate_limit(second(160)), None, "a window that begins");
        assert_eq!(faults.over_rate_limit(second(219)), None);
        assert_eq!(faults.over_rate_limit(second(219)), Some(second(1)));
    }

    #[test]
    fn rounds_waits_up() {
        assert_eq!(seconds_rounded_up(Duration::from_millis(29_001)), 30);
        assert_eq!(seconds_rounded_up(Duration::from_secs(30)), 30);
        assert_eq!(seconds_rounded_up(Duration::MAX), u64::MAX);
    }
}
