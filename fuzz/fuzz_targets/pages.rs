//! Any pages, a byte each: every listing of them ends, and gives what is on them.
#![no_main]

use invariants::check_paging;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pages: &[u8]| check_paging(pages));
