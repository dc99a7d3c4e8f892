//! Any file as a seed: taken, told and taken again alike, or refused and nothing changed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steering::check_seed_file;

fuzz_target!(|file: &[u8]| check_seed_file(file));
