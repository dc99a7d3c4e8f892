//! Any answers, failures and times for the calls of one session, in any order: each ends, and does no more than it may.
//!
//! Two bytes of the input are a step: see `check_session`.
#![no_main]

use invariants::check_session;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|script: &[u8]| check_session(script));
