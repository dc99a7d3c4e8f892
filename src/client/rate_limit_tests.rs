//! How many calls leave after a 429. In a file of its own, since `tests/model` takes `rate_limit.rs` with locks that only its
//! model checker can lock.

use std::time::Duration;

use super::rate_limit::RateLimit;

const WINDOW: Duration = at(10);

const fn at(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// How many calls leave, new or sent before, and how long the next one waits.
fn rush(limit: &RateLimit, now: u64, are_new: bool) -> (u32, Duration) {
    let mut left = 0;
    loop {
        match limit.hold(at(now), are_new) {
            None => left += 1,
            Some(wait) => return (left, wait),
        }
    }
}

fn accept(limit: &RateLimit, now: u64, calls: u32) {
    for _ in 0..calls {
        limit.accepted(at(now));
    }
}

/// Three calls were accepted, and the fourth was refused: the next window begins after 10 seconds.
fn met_at_three() -> RateLimit {
    let limit = RateLimit::default();
    accept(&limit, 0, 3);
    limit.refused(at(0), WINDOW);
    assert_eq!(rush(&limit, 4, true), (0, at(6)));
    limit
}

#[test]
fn a_limit_that_was_met_once_may_be_higher() {
    let limit = met_at_three();
    assert_eq!(rush(&limit, 10, true), (3, Duration::from_millis(250)));
    assert_eq!(rush(&limit, 10, false), (0, WINDOW));
    accept(&limit, 11, 3);
    assert_eq!(rush(&limit, 11, false), (0, at(9)), "what was refused before is not tried");
    assert_eq!(rush(&limit, 11, true), (1, Duration::from_millis(250)));
}

#[test]
fn it_may_be_higher_as_long_as_nothing_is_refused() {
    let limit = met_at_three();
    assert_eq!(rush(&limit, 10, true), (3, Duration::from_millis(250)));
    assert_eq!(rush(&limit, 20, true), (3, Duration::from_millis(250)));
}

#[test]
fn a_limit_that_was_met_twice_is_known_for_ten_windows() {
    let limit = met_at_three();
    assert_eq!(rush(&limit, 10, true), (3, Duration::from_millis(250)));
    accept(&limit, 10, 3);
    limit.refused(at(10), WINDOW);
    for window in 2..12 {
        assert_eq!(rush(&limit, window * 10, true), (3, WINDOW), "{window}");
    }
    assert_eq!(rush(&limit, 120, true), (3, Duration::from_millis(250)));
}
