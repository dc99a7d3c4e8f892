//! Any answer of a token endpoint: a token that can stand in a header, or an error that keeps the answer.
//!
//! The first two bytes of the input are the status, the rest is the body.
#![no_main]

use http::{Response, StatusCode};
use invariants::check_token_answer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [high, low, body @ ..] = input else { return };
    let mut answer = Response::new(body);
    // Most of them a success, which is where there is something to read.
    let status = u16::from_be_bytes([*high, *low]);
    let status = if status < 0x8000 { 200 } else { 100 + status % 900 };
    *answer.status_mut() = StatusCode::from_u16(status).expect("from 100 to 999");
    check_token_answer(&answer);
});
