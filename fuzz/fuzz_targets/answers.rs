//! Any success of any operation: an output, or an error that keeps the whole answer.
//!
//! The first byte of the input chooses the operation, the rest is the body.
#![no_main]

use http::Response;
use libfuzzer_sys::fuzz_target;
use properties::{OPERATIONS, check_answer};

fuzz_target!(|input: &[u8]| {
    let Some((operation, body)) = input.split_first() else { return };
    check_answer(&OPERATIONS[usize::from(*operation) % OPERATIONS.len()], &Response::new(body));
});
