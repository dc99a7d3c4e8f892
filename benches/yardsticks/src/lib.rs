//! What the library does, written by hand on the same crates, and the harness that measures both.

pub mod bad_input;
pub mod callgrind;
pub mod idiomatic;
pub mod limit;
pub mod plain;
pub mod requests;
pub mod responses;
pub mod samples;
pub mod table;
pub mod time;
pub mod work;
