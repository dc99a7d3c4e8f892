//! What holds for `kinde-emulator`'s seed file and for the requests that steer it, whatever comes in.
//!
//! The checks panic where the program breaks a promise, so that tests and fuzzing share them.

mod ask;
mod control;
mod seed_file;

pub use control::check_control;
pub use seed_file::check_seed_file;
