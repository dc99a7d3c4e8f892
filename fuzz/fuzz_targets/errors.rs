//! Any answer that is no success: an error that keeps it all, and tells how long to wait.
//!
//! The first line of the input is two bytes of status and the value of `Retry-After`, the rest is the body.
#![no_main]

use http::{HeaderValue, Response, StatusCode};
use invariants::check_answer;
use inventory::operations;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [high, low, rest @ ..] = input else { return };
    let mut lines = rest.splitn(2, |byte| *byte == b'\n');
    let (wait, body) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let mut answer = Response::new(body);
    let status = 100 + u16::from_be_bytes([*high, *low]) % 900;
    *answer.status_mut() = StatusCode::from_u16(status).expect("from 100 to 999");
    if let Ok(wait) = HeaderValue::from_bytes(wait) {
        answer.headers_mut().insert("retry-after", wait);
    }
    let operation = operations().next().expect("there are some, which read errors alike");
    check_answer(operation, &answer);
});
