//! The pause that a 429 asks for, shared by all calls of a session, and how many go on after it.

use std::collections::VecDeque;
use std::time::Duration;

use super::sync::{Mutex, MutexGuard, PoisonError};

/// Some servers send the time of day where a number of seconds is due: after so long, one call finds out.
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

/// How many acceptances are remembered: more than any window of Kinde's takes.
const REMEMBERED: usize = 1024;

/// Where more is tried than is known to be taken, calls that were held back ask again after so long.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// After so many windows without a refusal, more is tried: the limit may have been raised.
const CLEAN_WINDOWS: u32 = 10;

/// Holds calls back after a 429, and lets as many go in each window after it as were accepted in the last one.
#[derive(Debug, Default)]
pub(crate) struct RateLimit {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// When the latest calls were accepted.
    accepted: VecDeque<Duration>,
    /// None while nothing is known of a limit.
    window: Option<Window>,
}

#[derive(Debug)]
struct Window {
    /// From when on what is accepted counts as this window's.
    since: Duration,
    ends_at: Duration,
    /// How long the server asked to wait: how long the next window is.
    length: Duration,
    /// A call was refused in it: nothing leaves before its end.
    is_pause: bool,
    /// How many may leave in it, how many have, and how many were accepted.
    room: usize,
    left: usize,
    accepted: usize,
    trial: Trial,
    is_held_back: bool,
    /// How many windows before it there were without a refusal.
    clean_windows: u32,
}

/// Whether more is tried than was accepted in the window before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trial {
    /// The limit is known.
    None,
    /// The window before may not tell the limit. One more is tried at a time, while no other call is under way, of those
    /// that were not refused yet: so no call is refused twice for it.
    OfNewCalls,
    /// Nothing was accepted in the window before: each acceptance makes room for two more.
    OfAllCalls,
}

impl RateLimit {
    /// How long a call has to wait and ask again; none where it may leave now. A call is new until it was sent.
    pub(crate) fn hold(&self, now: Duration, is_new: bool) -> Option<Duration> {
        let mut state = self.lock();
        let state = &mut *state;
        let mut window = state.window.take()?;
        if now >= window.ends_at {
            window = window.next(now, &state.accepted)?;
        }
        let wait = window.admit(now, is_new);
        state.window = Some(window);
        wait
    }

    /// A call was answered, with anything but 429.
    pub(crate) fn accepted(&self, now: Duration) {
        let mut state = self.lock();
        if state.accepted.len() == REMEMBERED {
            state.accepted.pop_front();
        }
        state.accepted.push_back(now);
        if let Some(window) = &mut state.window {
            window.accepted += 1;
        }
    }

    /// A call was answered with 429, and is to be made again after so long.
    pub(crate) fn refused(&self, now: Duration, asked: Duration) {
        let length = asked.min(LONGEST_PAUSE);
        let ends_at = now.saturating_add(length);
        let mut state = self.lock();
        let window = state.window.get_or_insert_with(|| Window::before_a_limit(now, length));
        window.ends_at = window.ends_at.max(ends_at);
        window.length = length;
        window.is_pause = true;
    }

    /// A call got no answer: another may leave in its place.
    pub(crate) fn lost(&self) {
        if let Some(window) = &mut self.lock().window {
            window.left = window.left.saturating_sub(1);
        }
    }

    /// A thread that panicked elsewhere has left the state whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Window {
    /// The one in which the limit was met: as long as the next one, and over already.
    fn before_a_limit(now: Duration, length: Duration) -> Self {
        Self {
            since: now.saturating_sub(length),
            ends_at: now,
            length,
            is_pause: true,
            room: 0,
            left: 0,
            accepted: 0,
            trial: Trial::OfNewCalls,
            is_held_back: false,
            clean_windows: 0,
        }
    }

    /// The window that begins now; none where the limit holds nobody back any more.
    fn next(self, now: Duration, accepted: &VecDeque<Duration>) -> Option<Self> {
        if !self.is_pause && !self.is_held_back {
            return None;
        }
        // In the one in which the limit was met first, it is not known how many would have been taken.
        let is_first = self.is_pause && self.room == 0;
        let room = if self.is_pause {
            accepted.iter().rev().take_while(|time| **time >= self.since).count()
        } else {
            self.room.max(self.left)
        };
        let clean_windows = if self.is_pause { 0 } else { self.clean_windows + 1 };
        let trial = match self.trial {
            _ if room == 0 => Trial::OfAllCalls,
            _ if is_first || clean_windows >= CLEAN_WINDOWS => Trial::OfNewCalls,
            Trial::OfNewCalls if !self.is_pause => Trial::OfNewCalls,
            _ => Trial::None,
        };
        Some(Self {
            since: now,
            ends_at: now.saturating_add(self.length),
            length: self.length,
            is_pause: false,
            room: room.max(1),
            left: 0,
            accepted: 0,
            trial,
            is_held_back: false,
            clean_windows,
        })
    }

    fn admit(&mut self, now: Duration, is_new: bool) -> Option<Duration> {
        let room = match self.trial {
            Trial::OfNewCalls if is_new => self.room.max(self.accepted.saturating_add(1)),
            Trial::OfAllCalls => self.room.saturating_add(self.accepted.saturating_mul(2)),
            Trial::OfNewCalls | Trial::None => self.room,
        };
        if !self.is_pause && self.left < room {
            self.left += 1;
            return None;
        }
        self.is_held_back = true;
        let rest = self.ends_at.saturating_sub(now);
        let may_be_tried = self.trial == Trial::OfAllCalls || (self.trial == Trial::OfNewCalls && is_new);
        Some(if may_be_tried && !self.is_pause { rest.min(LOOK_AGAIN) } else { rest })
    }
}
