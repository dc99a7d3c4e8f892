//! What the emulator received, compared with what was sent.

use std::collections::BTreeMap;

use http::Method;
use kinde_api::emulator::ReceivedRequest;

use crate::calls::Calls;
use crate::counted::CALL;
use crate::state::is_not_carried_out;

/// Checks that every call came as often as it was sent, and that no POST or PATCH came again once it could have been
/// carried out.
///
/// # Panics
///
/// Where that is not so.
pub(crate) fn requests(requests: &[ReceivedRequest], calls: &Calls) {
    let mut received: BTreeMap<u64, Vec<&ReceivedRequest>> = BTreeMap::new();
    for request in requests {
        if let Some(call) = request.headers.get(CALL).and_then(|value| value.to_str().ok()) {
            received.entry(call.parse().expect("it is a number")).or_default().push(request);
        }
    }
    for (call, sent) in &calls.sent {
        let attempts = received.remove(call).unwrap_or_default();
        let what = attempts.first().map(|request| request.operation_id);
        assert_eq!(attempts.len() as u64, *sent, "attempts of call {call}, {what:?}, that came and that were sent");
        let Some((last, before)) = attempts.split_last() else {
            continue;
        };
        if matches!(last.method, Method::POST | Method::PATCH) {
            let may_be_done = before.iter().find(|attempt| !is_not_carried_out(attempt.status));
            assert!(may_be_done.is_none(), "{what:?} was sent again after {:?}", may_be_done.map(|it| it.status));
        }
    }
    assert!(received.is_empty(), "these calls came and were not made: {:?}", received.keys());
}
