//! One token for all calls of a session: who uses it, who fetches the next one, and who waits.

use std::sync::Arc;
use std::time::Duration;

use super::fetch::{Fetch, Outcome};
use super::sync::{Mutex, MutexGuard, PoisonError};
use crate::{Api, TokenError};

/// A token is renewed this long before it expires, or a tenth of its life before, whichever is less.
const LONGEST_MARGIN: Duration = Duration::from_secs(300);

/// After a renewal that failed, the old token is used this long before the next one is tried.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(10);

/// How long a refusal of the token endpoint stands without another look.
const REFUSAL_STANDS: Duration = Duration::from_secs(10);

/// How long no token is fetched because of a 401 after one that was fetched for that was refused too. It doubles.
const FIRST_PAUSE_AFTER_REFUSAL: Duration = Duration::from_secs(60);
const LONGEST_PAUSE_AFTER_REFUSAL: Duration = Duration::from_secs(900);

/// What a call has to do for its token.
#[derive(Debug)]
pub(crate) enum Decision {
    /// Use this one.
    Use(Held),
    /// Fetch one; other calls that need one wait.
    Fetch(Ticket),
    /// Wait for the one that another call fetches.
    Wait(Arc<Fetch>),
    /// The token endpoint asked for a pause: decide anew after it.
    Later(Duration),
    /// The token endpoint refused a moment ago, and would again.
    Refused(TokenError),
    /// The token was refused, and none is fetched for that now: the 401 is the answer.
    Stands,
}

/// A token as a call holds it.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) api: Arc<Api>,
    renew_at: Option<Duration>,
    expires_at: Option<Duration>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The one that all calls go with.
    Shared,
    /// Fetched because that one was refused, and not accepted yet.
    Candidate,
    /// Of no lifetime: for the calls that waited for it.
    Single,
}

impl Held {
    /// A token that is never renewed.
    pub(crate) fn fixed(api: Arc<Api>) -> Self {
        Self { api, renew_at: None, expires_at: None, kind: Kind::Shared }
    }

    fn new(api: Arc<Api>, fetched_at: Duration, lifetime: Option<Duration>) -> Self {
        let margin = lifetime.map(|lifetime| LONGEST_MARGIN.min(lifetime / 10));
        let expires_at = lifetime.map(|lifetime| fetched_at.saturating_add(lifetime));
        let renew_at = expires_at.zip(margin).map(|(expires_at, margin)| expires_at.saturating_sub(margin));
        Self { api, renew_at, expires_at, kind: Kind::Shared }
    }

    fn single(api: Arc<Api>) -> Self {
        Self { api, renew_at: None, expires_at: None, kind: Kind::Single }
    }

    /// Whether a call that holds it may go on with it.
    pub(crate) fn is_alive(&self, now: Duration) -> bool {
        self.expires_at.is_none_or(|expires_at| now < expires_at)
    }

    pub(crate) fn is_due(&self, now: Duration) -> bool {
        self.renew_at.is_some_and(|renew_at| now >= renew_at)
    }

    /// Whether others wait to know if it is accepted.
    pub(crate) fn is_candidate(&self) -> bool {
        self.kind == Kind::Candidate
    }

    fn is(&self, api: &Arc<Api>) -> bool {
        Arc::ptr_eq(&self.api, api)
    }
}

/// Goes by the time that it is told.
#[derive(Debug, Default)]
struct State {
    held: Option<Held>,
    /// Fetched because the one that is held was refused; that one stays until this one is accepted.
    candidate: Option<Candidate>,
    fetch: Option<Arc<Fetch>>,
    /// Until when the token endpoint wants no request.
    fetches_pause_until: Duration,
    /// What the token endpoint refused with, and until when that stands.
    refusal: Option<(TokenError, Duration)>,
    /// Until when no token is fetched because of a 401, and how long that was.
    replacements_pause_until: Duration,
    last_pause: Duration,
}

#[derive(Debug)]
struct Candidate {
    held: Held,
    /// The operation that was answered with 401 in spite of it.
    refused_by: Option<&'static str>,
}

impl State {
    fn living(&mut self, now: Duration) -> Option<&Held> {
        if !self.held.as_ref().is_some_and(|held| held.is_alive(now)) {
            let candidate = self.candidate.take().map(|candidate| candidate.held);
            self.held = candidate.filter(|held| held.is_alive(now)).map(|held| Held { kind: Kind::Shared, ..held });
        }
        self.held.as_ref()
    }

    fn is_kept_candidate(&self, api: &Arc<Api>) -> bool {
        self.candidate.as_ref().is_some_and(|candidate| candidate.held.is(api))
    }
}

/// Shares one token among all that have a part in it. Never locked while a call is under way.
#[derive(Debug, Default)]
pub(crate) struct TokenCache {
    state: Mutex<State>,
}

impl TokenCache {
    /// For a call that has no token.
    pub(crate) fn decide(self: &Arc<Self>, now: Duration) -> Decision {
        let mut state = self.lock();
        match state.living(now) {
            Some(held) => Decision::Use(held.clone()),
            None => self.fetch_or_wait(&mut state, now, Purpose::First),
        }
    }

    /// For a call whose token was refused by this operation.
    pub(crate) fn replace(self: &Arc<Self>, refused: &Arc<Api>, operation_id: &'static str, now: Duration) -> Decision {
        let mut state = self.lock();
        // Another call has got a new one since.
        if let Some(held) = state.living(now).filter(|held| !held.is(refused)) {
            return Decision::Use(held.clone());
        }
        let candidate = state.candidate.as_ref().filter(|candidate| {
            candidate.held.is_alive(now) && !candidate.held.is(refused) && candidate.refused_by != Some(operation_id)
        });
        if let Some(candidate) = candidate {
            return Decision::Use(candidate.held.clone());
        }
        if state.fetch.is_none() && now < state.replacements_pause_until {
            return Decision::Stands;
        }
        self.fetch_or_wait(&mut state, now, Purpose::Replacement)
    }

    fn fetch_or_wait(self: &Arc<Self>, state: &mut State, now: Duration, purpose: Purpose) -> Decision {
        if let Some(fetch) = &state.fetch {
            return Decision::Wait(fetch.clone());
        }
        if let Some((error, _)) = state.refusal.as_ref().filter(|(_, until)| now < *until) {
            return Decision::Refused(error.clone());
        }
        if now < state.fetches_pause_until {
            return Decision::Later(state.fetches_pause_until.saturating_sub(now));
        }
        Decision::Fetch(self.begin(state, purpose))
    }

    /// The duty to renew the token ahead, where that is due and nobody else has it.
    pub(crate) fn renewal(self: &Arc<Self>, now: Duration) -> Option<Ticket> {
        let mut state = self.lock();
        let is_due = state.living(now).is_some_and(|held| held.is_due(now));
        let is_possible = state.fetch.is_none() && state.candidate.is_none() && now >= state.fetches_pause_until;
        (is_due && is_possible).then(|| self.begin(&mut state, Purpose::Ahead))
    }

    fn begin(self: &Arc<Self>, state: &mut State, purpose: Purpose) -> Ticket {
        let fetch = Arc::new(Fetch::default());
        state.fetch = Some(fetch.clone());
        Ticket { cache: self.clone(), fetch, purpose }
    }

    /// A candidate was accepted: all calls go with it from now on.
    pub(crate) fn accept(&self, accepted: &Arc<Api>) {
        let mut state = self.lock();
        if !state.is_kept_candidate(accepted) {
            return;
        }
        let Some(candidate) = state.candidate.take() else { return };
        state.held = Some(Held { kind: Kind::Shared, ..candidate.held });
        // One that some operation refuses all the same has not ended the pause for that operation.
        if candidate.refused_by.is_none() {
            state.replacements_pause_until = Duration::ZERO;
            state.last_pause = Duration::ZERO;
        }
    }

    /// A token that was fetched because of a 401 was refused too. It is kept for other operations until a second one
    /// refuses it.
    pub(crate) fn refuse(&self, refused: &Held, operation_id: &'static str, now: Duration) {
        let mut state = self.lock();
        let is_candidate = state.is_kept_candidate(&refused.api);
        if !is_candidate && refused.kind != Kind::Single {
            return;
        }
        if is_candidate {
            let others =
                state.candidate.take().filter(|candidate| candidate.refused_by.is_none_or(|by| by == operation_id));
            state.candidate = others.map(|candidate| Candidate { refused_by: Some(operation_id), ..candidate });
        }
        if now >= state.replacements_pause_until {
            let pause = (state.last_pause * 2).clamp(FIRST_PAUSE_AFTER_REFUSAL, LONGEST_PAUSE_AFTER_REFUSAL);
            state.last_pause = pause;
            state.replacements_pause_until = now.saturating_add(pause);
        }
    }

    /// A thread that panicked elsewhere has left the state whole: each change is an assignment.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why a token is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// There is none.
    First,
    /// The one that there is was refused.
    Replacement,
    /// The one that there is expires soon.
    Ahead,
}

/// The right and the duty of one call to fetch a token for all.
#[derive(Debug)]
pub(crate) struct Ticket {
    cache: Arc<TokenCache>,
    fetch: Arc<Fetch>,
    purpose: Purpose,
}

impl Ticket {
    pub(crate) fn is_ahead(&self) -> bool {
        self.purpose == Purpose::Ahead
    }

    pub(crate) fn is_first(&self) -> bool {
        self.purpose == Purpose::First
    }

    pub(crate) fn fetch(&self) -> &Fetch {
        &self.fetch
    }

    /// Hands out a token that was fetched. One that is good for no time at all is for those who wait, and not kept.
    pub(crate) fn succeed(self, api: Arc<Api>, fetched_at: Duration, lifetime: Option<Duration>) -> Held {
        let mut held = if lifetime.is_some_and(|lifetime| lifetime.is_zero()) {
            Held::single(api)
        } else {
            Held::new(api, fetched_at, lifetime)
        };
        let is_replacement = self.purpose == Purpose::Replacement;
        self.change(|state| {
            state.refusal = None;
            match &mut state.held {
                // There is no use in renewing ahead what can't be kept: the old one lives until its end.
                Some(old) if held.kind == Kind::Single => old.renew_at = None,
                None if held.kind == Kind::Single => {}
                Some(_) if is_replacement => {
                    held.kind = Kind::Candidate;
                    state.candidate = Some(Candidate { held: held.clone(), refused_by: None });
                }
                old => {
                    *old = Some(held.clone());
                    state.candidate = None;
                }
            }
        });
        self.fetch.finish(Outcome::Token(held.clone()));
        held
    }

    /// Tells all that there is no token and that no repetition would mend it. What the endpoint itself said stands for
    /// a while.
    pub(crate) fn refuse(self, error: &TokenError, now: Duration) {
        if error.response().is_some() {
            self.change(|state| state.refusal = Some((error.clone(), now.saturating_add(REFUSAL_STANDS))));
        } else {
            self.change(|_| ());
        }
        self.fetch.finish(Outcome::Refused(error.clone()));
    }

    /// The token endpoint wants no request for so long.
    pub(crate) fn pause(&self, now: Duration, asked: Duration) {
        let mut state = self.cache.lock();
        state.fetches_pause_until = state.fetches_pause_until.max(now.saturating_add(asked));
    }

    /// A renewal ahead failed: the old token stays in use, and the next try is later.
    pub(crate) fn postpone(self, now: Duration) {
        self.change(|state| {
            if let Some(held) = &mut state.held {
                held.renew_at = Some(now.saturating_add(PAUSE_AFTER_FAILURE));
            }
        });
        // Dropping it tells those for whom the old token expired meanwhile.
    }

    /// Ends the fetch for those to come. It may have ended before, and another may be under way.
    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.cache.lock();
        if state.fetch.as_ref().is_some_and(|fetch| Arc::ptr_eq(fetch, &self.fetch)) {
            state.fetch = None;
            change(&mut state);
        }
    }
}

impl Drop for Ticket {
    /// Whatever became of the call that fetched, a panic too: nobody waits for ever, and each decides anew.
    fn drop(&mut self) {
        self.change(|_| ());
        self.fetch.finish(Outcome::Anew);
    }
}
