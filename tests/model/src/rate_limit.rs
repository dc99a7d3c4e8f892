//! The pause after a 429, and how many leave in each window after it.
//!
//! Each test was seen to fail on bugs that were put into the library on purpose, and names them.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use shuttle::sync::Arc;
use shuttle::thread;

use crate::client::rate_limit::RateLimit;
use crate::explore;

/// Time as the server tells it, in seconds: it goes on where a call waits for a later window.
#[derive(Default)]
struct Server {
    now: AtomicU64,
    /// How many it has taken in each second.
    taken: [AtomicUsize; 16],
}

impl Server {
    const A_SECOND: usize = 2;

    fn now(&self) -> Duration {
        Duration::from_secs(self.now.load(Ordering::SeqCst))
    }

    fn takes_one(&self) -> bool {
        let second = usize::try_from(self.now().as_secs()).unwrap();
        self.taken[second].fetch_add(1, Ordering::SeqCst) < Self::A_SECOND
    }
}

/// Caught: a window that lets go more than were accepted in the last one; a pause that is forgotten where two calls meet
/// the limit at once; a call that is held back for ever.
#[test]
fn every_call_gets_through_with_two_requests_at_most() {
    explore(|| {
        let (limit, server) = (Arc::new(RateLimit::default()), Arc::new(Server::default()));
        let calls: Vec<_> = (0..5).map(|_| Call::default()).collect();
        // All leave at once, before any of them has an answer.
        let handles: Vec<_> = calls
            .into_iter()
            .map(|call| {
                let (limit, server) = (limit.clone(), server.clone());
                thread::spawn(move || call.go(&limit, &server))
            })
            .collect();
        let mut waiting: Vec<Call> = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
        for second in 1..16 {
            waiting.retain(|call| !call.is_done);
            server.now.store(second, Ordering::SeqCst);
            let handles: Vec<_> = waiting
                .into_iter()
                .map(|call| {
                    let (limit, server) = (limit.clone(), server.clone());
                    thread::spawn(move || call.go(&limit, &server))
                })
                .collect();
            waiting = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
        }
        assert!(waiting.iter().all(|call| call.is_done), "a call is held back for ever");
    });
}

#[derive(Default)]
struct Call {
    sent: u32,
    is_done: bool,
}

impl Call {
    /// Once in a second: leaves if it may.
    fn go(self, limit: &RateLimit, server: &Server) -> Self {
        if self.is_done || limit.hold(server.now(), self.sent == 0).is_some() {
            return self;
        }
        assert!(self.sent < 2, "a third request");
        if server.takes_one() {
            limit.accepted(server.now());
            return Self { sent: self.sent + 1, is_done: true };
        }
        limit.refused(server.now(), Duration::from_secs(1));
        Self { sent: self.sent + 1, is_done: false }
    }
}
