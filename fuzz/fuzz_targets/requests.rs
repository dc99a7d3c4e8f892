//! Any inputs, in every operation's request: a server finds them, and the operation that was meant.
#![no_main]

use invariants::check_request;
use inventory::{Inputs, operations};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inputs: Inputs| {
    for operation in operations() {
        check_request(operation, &inputs);
    }
});
