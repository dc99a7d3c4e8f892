//! What holds for all 45 operations, whatever goes in and whatever comes back.
//!
//! [`OPERATIONS`] describes each operation once, apart from the library's own constants: the route, how its inputs are
//! drawn, and a full answer. The checks panic where the library breaks a promise, so that property tests and fuzzing
//! share them.

mod answer;
mod command;
mod draft;
mod form;
mod inputs;
mod operations;
mod request;
mod token;

pub use answer::check_answer;
pub use command::check_command;
pub use draft::{Draft, Expected, Logo, Place};
pub use form::check_logo;
pub use inputs::Inputs;
pub use operations::{Built, OPERATIONS, Operation};
pub use request::check_request;
pub use token::{check_token_answer, check_token_request};
