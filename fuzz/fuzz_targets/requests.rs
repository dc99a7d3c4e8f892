//! Any inputs, in every operation's request: a server finds them, and the operation that was meant.
#![no_main]

use libfuzzer_sys::fuzz_target;
use properties::{Inputs, OPERATIONS, check_request};

fuzz_target!(|inputs: Inputs| {
    for operation in OPERATIONS {
        check_request(operation, &inputs);
    }
});
