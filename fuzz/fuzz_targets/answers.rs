//! Any success of any operation: an output, or an error that keeps the whole answer.
//!
//! The first line of the input is the operation's id, the rest is the body.
#![no_main]

use http::Response;
use invariants::check_answer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut lines = input.splitn(2, |byte| *byte == b'\n');
    let (id, body) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let Some(operation) = std::str::from_utf8(id).ok().and_then(inventory::operation) else { return };
    check_answer(operation, &Response::new(body));
});
