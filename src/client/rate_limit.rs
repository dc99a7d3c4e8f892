//! The pause that a 429 asks for, shared by all calls of a session, and how many go on after it.

use std::collections::VecDeque;
use std::time::Duration;

use super::sync::{Mutex, MutexGuard, PoisonError};

/// Some servers send the time of day where a number of seconds is due: after so long, one call finds out.
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

/// How many acceptances are remembered: more than any window of Kinde's takes.
const REMEMBERED: usize = 1024;

/// Where nothing is known of what a window takes, calls that were held back ask again after so long.
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
    /// How many may leave in it, and how many have.
    room: usize,
    left: usize,
    /// Nothing was accepted in the window before: each acceptance makes room for two more.
    is_unknown: bool,
    is_held_back: bool,
    clean_windows: u32,
}

impl RateLimit {
    /// How long a call has to wait and ask again; none where it may leave now.
    pub(crate) fn hold(&self, now: Duration) -> Option<Duration> {
        let mut state = self.lock();
        let state = &mut *state;
        let mut window = state.window.take()?;
        if now >= window.ends_at {
            window = window.next(now, &state.accepted)?;
        }
        let wait = window.admit(now);
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
        if let Some(window) = state.window.as_mut().filter(|window| window.is_unknown) {
            window.room = window.room.saturating_add(2);
        }
    }

    /// A call was answered with 429, and is to be made again after so long.
    pub(crate) fn refused(&self, now: Duration, asked: Duration) {
        let length = asked.min(LONGEST_PAUSE);
        let ends_at = now.saturating_add(length);
        let mut state = self.lock();
        let window = state.window.get_or_insert_with(|| Window::pause(now.saturating_sub(length), ends_at, length));
        window.ends_at = window.ends_at.max(ends_at);
        window.length = length;
        window.is_pause = true;
        window.is_unknown = false;
    }

    /// A thread that panicked elsewhere has left the state whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Window {
    fn pause(since: Duration, ends_at: Duration, length: Duration) -> Self {
        Self {
            since,
            ends_at,
            length,
            is_pause: true,
            room: 0,
            left: 0,
            is_unknown: false,
            is_held_back: false,
            clean_windows: 0,
        }
    }

    /// The window that begins now; none where the limit holds nobody back any more.
    fn next(self, now: Duration, accepted: &VecDeque<Duration>) -> Option<Self> {
        if !self.is_pause && !self.is_held_back {
            return None;
        }
        let (room, clean_windows) = if self.is_pause {
            (accepted.iter().rev().take_while(|time| **time >= self.since).count(), 0)
        } else {
            let clean_windows = self.clean_windows + 1;
            let more = if clean_windows > CLEAN_WINDOWS { self.room.div_ceil(4) } else { 0 };
            (self.room.saturating_add(more), clean_windows)
        };
        Some(Self {
            since: now,
            ends_at: now.saturating_add(self.length),
            room: room.max(1),
            is_unknown: room == 0,
            is_pause: false,
            clean_windows,
            ..Self::pause(now, now, self.length)
        })
    }

    fn admit(&mut self, now: Duration) -> Option<Duration> {
        if !self.is_pause && self.left < self.room {
            self.left += 1;
            return None;
        }
        self.is_held_back = true;
        let rest = self.ends_at.saturating_sub(now);
        Some(if self.is_unknown { rest.min(LOOK_AGAIN) } else { rest })
    }
}
