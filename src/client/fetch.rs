//! A token's fetch that is under way: what comes of it, and who waits for it.

use std::task::{Context, Poll, Waker};
use std::thread::ThreadId;
use std::time::Duration;

use super::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use super::token_cache::Held;
use crate::TokenError;

/// What came of a fetch, for those who waited for it.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// A token, which may be good for those who waited and nobody else.
    Token(Held),
    /// No repetition would mend it.
    Refused(TokenError),
    /// A failure that may pass, or the call that fetched is gone: each decides anew.
    Anew,
}

/// A fetch that is under way, and its outcome.
#[derive(Debug, Default)]
pub(crate) struct Fetch {
    state: Mutex<State>,
    is_done: Condvar,
}

#[derive(Debug, Default)]
struct State {
    outcome: Option<Outcome>,
    wakers: Vec<Waker>,
    /// The thread that sends the request for the token, where that is known.
    thread: Option<ThreadId>,
}

impl Fetch {
    /// Ends it. The first outcome is the one that holds.
    pub(crate) fn finish(&self, outcome: Outcome) {
        let mut state = self.lock();
        state.outcome.get_or_insert(outcome);
        let wakers = std::mem::take(&mut state.wakers);
        drop(state);
        self.is_done.notify_all();
        wakers.into_iter().for_each(Waker::wake);
    }

    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.lock().outcome.clone()
    }

    pub(crate) fn is_done(&self) -> bool {
        self.lock().outcome.is_some()
    }

    /// Blocks until there is an outcome, or for this long.
    pub(crate) fn wait(&self, limit: Duration) {
        let state = self.lock();
        // Whoever waits looks at the outcome next, so what the lock or the clock say here is of no use.
        let outcome = self.is_done.wait_timeout_while(state, limit, |state| state.outcome.is_none());
        drop(outcome);
    }

    pub(crate) fn poll(&self, context: &Context<'_>) -> Poll<()> {
        let mut state = self.lock();
        if state.outcome.is_some() {
            return Poll::Ready(());
        }
        if !state.wakers.iter().any(|waker| waker.will_wake(context.waker())) {
            state.wakers.push(context.waker().clone());
        }
        Poll::Pending
    }

    pub(crate) fn is_driven_by(&self, thread: ThreadId) {
        self.lock().thread = Some(thread);
    }

    /// Whether a thread that waited for this fetch would wait for itself.
    pub(crate) fn waits_for(&self, thread: ThreadId) -> bool {
        self.lock().thread == Some(thread)
    }

    /// A thread that panicked elsewhere has left the state whole: each change is an assignment.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
