//! One token for all clones and threads of a client: who uses it, who fetches the next one, and who waits.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::{Api, TokenError};

/// A token is renewed this long before it expires, or a tenth of its life before, whichever is less.
const LONGEST_MARGIN: Duration = Duration::from_secs(60);

/// After a renewal that failed, the old token is used this long before the next one is tried.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(10);

/// What a call has to do for its token.
#[derive(Debug)]
pub(crate) enum Decision {
    /// Use this one.
    Use(Arc<Api>),
    /// Try once to fetch the next one. This one lives on meanwhile, and other calls use it.
    Renew(Ticket),
    /// Fetch one; other calls wait.
    Fetch(Ticket),
    /// Wait for the one that another call fetches.
    Wait(Arc<Fetch>),
}

/// The token, if there is one, and the fetch that is under way, if there is one. Goes by the time that it is told.
#[derive(Debug, Default)]
struct State {
    held: Option<Held>,
    fetch: Option<Arc<Fetch>>,
}

#[derive(Debug)]
struct Held {
    api: Arc<Api>,
    renew_at: Option<Duration>,
    expires_at: Option<Duration>,
}

impl Held {
    fn new(api: Arc<Api>, fetched_at: Duration, lifetime: Option<Duration>) -> Self {
        let margin = lifetime.map(|lifetime| LONGEST_MARGIN.min(lifetime / 10));
        let expires_at = lifetime.map(|lifetime| fetched_at.saturating_add(lifetime));
        let renew_at = expires_at.zip(margin).map(|(expires_at, margin)| expires_at.saturating_sub(margin));
        Self { api, renew_at, expires_at }
    }

    fn is_alive(&self, now: Duration) -> bool {
        self.expires_at.is_none_or(|expires_at| now < expires_at)
    }

    fn is_due(&self, now: Duration) -> bool {
        self.renew_at.is_some_and(|renew_at| now >= renew_at)
    }
}

impl State {
    fn living(&self, now: Duration) -> Option<&Held> {
        self.held.as_ref().filter(|held| held.is_alive(now))
    }

    /// The token that a call can use without doing anything for it.
    fn ready(&self, now: Duration) -> Option<Arc<Api>> {
        let held = self.living(now)?;
        (self.fetch.is_some() || !held.is_due(now)).then(|| held.api.clone())
    }
}

/// Shares one token among all that have a part in it. Never locked while a call is under way.
#[derive(Debug, Default)]
pub(crate) struct TokenCache {
    state: Mutex<State>,
}

impl TokenCache {
    /// The token, where it lives and this call need not renew it.
    pub(crate) fn ready(&self, now: Duration) -> Option<Arc<Api>> {
        self.lock().ready(now)
    }

    /// Whether a token is kept, be it living or expired.
    pub(crate) fn has_token(&self) -> bool {
        self.lock().held.is_some()
    }

    pub(crate) fn decide(self: &Arc<Self>, now: Duration) -> Decision {
        let mut state = self.lock();
        if let Some(api) = state.ready(now) {
            return Decision::Use(api);
        }
        if let Some(fetch) = &state.fetch {
            return Decision::Wait(fetch.clone());
        }
        let fetch = Arc::new(Fetch::default());
        state.fetch = Some(fetch.clone());
        let ticket = Ticket { cache: self.clone(), fetch };
        if state.living(now).is_some() { Decision::Renew(ticket) } else { Decision::Fetch(ticket) }
    }

    /// Gives up a token that was refused, unless another has taken its place meanwhile.
    pub(crate) fn forget(&self, refused: &Arc<Api>) {
        let mut state = self.lock();
        if state.held.as_ref().is_some_and(|held| Arc::ptr_eq(&held.api, refused)) {
            state.held = None;
        }
    }

    /// A thread that panicked elsewhere has left the state whole: each change is an assignment.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right and the duty of one call to fetch a token for all.
#[derive(Debug)]
pub(crate) struct Ticket {
    cache: Arc<TokenCache>,
    fetch: Arc<Fetch>,
}

impl Ticket {
    /// Hands out a token that was fetched. One that is good for no time at all is for those who wait, and not kept.
    pub(crate) fn succeed(self, api: &Arc<Api>, fetched_at: Duration, lifetime: Option<Duration>) {
        let is_kept = lifetime.is_none_or(|lifetime| !lifetime.is_zero());
        let new = is_kept.then(|| Held::new(api.clone(), fetched_at, lifetime));
        self.end(Ok(Some(api.clone())), |held| *held = new);
    }

    /// Tells those who wait that there is no token.
    pub(crate) fn fail(self, error: TokenError) {
        self.end(Err(error), |_| ());
    }

    /// Keeps the old token in use. Those for whom it expired meanwhile decide anew: no more than one try was made.
    pub(crate) fn postpone(self, now: Duration) {
        self.end(Ok(None), |held| {
            if let Some(held) = held {
                held.renew_at = Some(now.saturating_add(PAUSE_AFTER_FAILURE));
            }
        });
    }

    fn end(&self, outcome: Outcome, change: impl FnOnce(&mut Option<Held>)) {
        let mut state = self.cache.lock();
        // It may have ended before, and another may be under way.
        if state.fetch.as_ref().is_some_and(|fetch| Arc::ptr_eq(fetch, &self.fetch)) {
            state.fetch = None;
            change(&mut state.held);
        }
        drop(state);
        self.fetch.finish(outcome);
    }
}

impl Drop for Ticket {
    /// Whatever became of the call that fetched, a panic too: nobody waits for ever, and the next call fetches anew.
    fn drop(&mut self) {
        self.end(Err(TokenError::abandoned()), |_| ());
    }
}

/// A token, or none where those who wait have to decide anew.
type Outcome = Result<Option<Arc<Api>>, TokenError>;

/// A fetch that is under way, and its outcome.
#[derive(Debug, Default)]
pub(crate) struct Fetch {
    outcome: Mutex<Option<Outcome>>,
    is_done: Condvar,
}

impl Fetch {
    /// The first outcome is the one that holds.
    fn finish(&self, outcome: Outcome) {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(outcome);
        self.is_done.notify_all();
    }

    pub(crate) fn wait(&self) -> Outcome {
        let mut outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(outcome) = &*outcome {
                return outcome.clone();
            }
            outcome = self.is_done.wait(outcome).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    use super::{Decision, Ticket, TokenCache};
    use crate::{Api, TokenError};

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn token(name: &str) -> Arc<Api> {
        Arc::new(Api::new("https://acme.kinde.com", name).unwrap())
    }

    fn fetch(cache: &Arc<TokenCache>, now: u64) -> Ticket {
        match cache.decide(seconds(now)) {
            Decision::Fetch(ticket) => ticket,
            other => panic!("{other:?}"),
        }
    }

    fn renew(cache: &Arc<TokenCache>, now: u64) -> Ticket {
        match cache.decide(seconds(now)) {
            Decision::Renew(ticket) => ticket,
            other => panic!("{other:?}"),
        }
    }

    fn used(cache: &Arc<TokenCache>, now: u64) -> Arc<Api> {
        match cache.decide(seconds(now)) {
            Decision::Use(api) => api,
            other => panic!("{other:?}"),
        }
    }

    fn holding(api: &Arc<Api>, lifetime: Option<Duration>) -> Arc<TokenCache> {
        let cache = Arc::new(TokenCache::default());
        fetch(&cache, 0).succeed(api, Duration::ZERO, lifetime);
        cache
    }

    #[test]
    fn one_call_fetches_and_the_others_wait_for_it() {
        let cache = Arc::new(TokenCache::default());
        let ticket = fetch(&cache, 0);
        assert!(cache.ready(Duration::ZERO).is_none());
        let Decision::Wait(other) = cache.decide(Duration::ZERO) else { panic!() };
        let waiting = thread::spawn(move || other.wait());
        let api = token("a");
        ticket.succeed(&api, Duration::ZERO, Some(seconds(3600)));
        assert!(Arc::ptr_eq(&waiting.join().unwrap().unwrap().unwrap(), &api));
        assert!(Arc::ptr_eq(&used(&cache, 1), &api));
    }

    #[test]
    fn renews_a_minute_or_a_tenth_of_its_life_ahead() {
        for (lifetime, last_second) in [(86_400, 86_339), (3600, 3539), (600, 539), (300, 269), (10, 8)] {
            let api = token("a");
            let cache = holding(&api, Some(seconds(lifetime)));
            assert!(Arc::ptr_eq(&used(&cache, last_second), &api), "{lifetime}");
            drop(renew(&cache, last_second + 1));
        }
    }

    #[test]
    fn while_one_call_renews_the_others_use_the_old_token_until_it_expires() {
        let (old, new) = (token("old"), token("new"));
        let cache = holding(&old, Some(seconds(3600)));
        let ticket = renew(&cache, 3540);
        assert!(Arc::ptr_eq(&used(&cache, 3599), &old));
        assert!(matches!(cache.decide(seconds(3600)), Decision::Wait(_)));
        ticket.succeed(&new, seconds(3540), Some(seconds(3600)));
        assert!(Arc::ptr_eq(&used(&cache, 3600), &new));
    }

    #[test]
    fn a_renewal_that_failed_is_tried_again_after_ten_seconds() {
        let old = token("old");
        let cache = holding(&old, Some(seconds(3600)));
        renew(&cache, 3540).postpone(seconds(3541));
        assert!(Arc::ptr_eq(&used(&cache, 3550), &old));
        renew(&cache, 3551).postpone(seconds(3595));
        assert!(Arc::ptr_eq(&used(&cache, 3599), &old));
        drop(fetch(&cache, 3600));
    }

    #[test]
    fn those_who_wait_for_a_renewal_that_fails_decide_anew() {
        let cache = holding(&token("old"), Some(seconds(3600)));
        let ticket = renew(&cache, 3590);
        let Decision::Wait(other) = cache.decide(seconds(3600)) else { panic!() };
        ticket.postpone(seconds(3601));
        assert!(matches!(other.wait(), Ok(None)));
        drop(fetch(&cache, 3601));
    }

    #[test]
    fn a_token_without_a_lifetime_lives_until_it_is_forgotten() {
        let api = token("a");
        let cache = holding(&api, None);
        assert!(Arc::ptr_eq(&used(&cache, u64::MAX), &api));
        cache.forget(&token("a"));
        assert!(Arc::ptr_eq(&used(&cache, 0), &api), "another one was refused");
        cache.forget(&api);
        drop(fetch(&cache, 0));
    }

    #[test]
    fn a_token_of_no_lifetime_is_only_for_those_who_wait() {
        let cache = Arc::new(TokenCache::default());
        let ticket = fetch(&cache, 0);
        let Decision::Wait(other) = cache.decide(Duration::ZERO) else { panic!() };
        ticket.succeed(&token("a"), Duration::ZERO, Some(Duration::ZERO));
        assert!(other.wait().is_ok());
        drop(fetch(&cache, 0));
    }

    #[test]
    fn those_who_wait_get_the_failure_and_the_next_call_tries_anew() {
        let cache = Arc::new(TokenCache::default());
        let ticket = fetch(&cache, 0);
        let Decision::Wait(other) = cache.decide(Duration::ZERO) else { panic!() };
        ticket.fail(TokenError::transport(std::io::Error::other("down"), true));
        assert_eq!(other.wait().unwrap_err().to_string(), "the token endpoint gave no answer");
        drop(fetch(&cache, 0));
    }

    #[test]
    fn nobody_waits_for_a_call_that_panicked() {
        let cache = Arc::new(TokenCache::default());
        let ticket = fetch(&cache, 0);
        let Decision::Wait(other) = cache.decide(Duration::ZERO) else { panic!() };
        thread::spawn(move || {
            let _ticket = ticket;
            std::panic::resume_unwind(Box::new(()));
        })
        .join()
        .unwrap_err();
        assert_eq!(other.wait().unwrap_err().to_string(), "the token was not fetched to the end");
        drop(fetch(&cache, 0));
    }

    #[test]
    fn an_outcome_does_not_end_the_fetch_that_came_after_it() {
        let cache = Arc::new(TokenCache::default());
        let first = fetch(&cache, 0);
        first.end(Err(TokenError::abandoned()), |_| ());
        let second = fetch(&cache, 0);
        drop(first);
        assert!(matches!(cache.decide(Duration::ZERO), Decision::Wait(_)));
        drop(second);
    }

    #[test]
    fn nothing_overflows() {
        let api = token("a");
        let cache = holding(&api, Some(Duration::MAX));
        assert!(Arc::ptr_eq(&used(&cache, 0), &api));
        renew(&cache, u64::MAX - 59).postpone(Duration::MAX);
        assert!(Arc::ptr_eq(&used(&cache, u64::MAX - 60), &api));
    }
}
