//! Whatever comes in whatever order, each call of a session ends, and does no more than it may; and so does each listing.

use invariants::{check_paging, check_session, seeds};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn calls_end(script in vec((b'0'..b'p', b'a'..=b'v'), 0..120)) {
        check_session(&script.into_iter().flat_map(|(call, letter)| [call, letter]).collect::<Vec<_>>());
    }

    #[test]
    fn listings_end(pages in vec(any::<u8>(), 0..60)) {
        check_paging(&pages);
    }
}

#[test]
fn seeds_hold() {
    let (sessions, pages) = (seeds("sessions"), seeds("pages"));
    assert!(!sessions.is_empty() && !pages.is_empty());
    for (name, script) in sessions {
        println!("{name}");
        check_session(&script);
    }
    for (name, script) in pages {
        println!("{name}");
        check_paging(&script);
    }
}
