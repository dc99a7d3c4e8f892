//! Any requests to what steers the emulator: each gets an answer, and what is refused changes nothing.
//!
//! A zero byte of the input is between two requests: see `check_control`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steering::check_control;

fuzz_target!(|script: &[u8]| check_control(script));
