//! What holds for every operation, whatever goes in and whatever comes back.
//!
//! The checks panic where the library breaks a promise, so that property tests and fuzzing share them. What there is to
//! know of each operation, they have from the inventory.

mod answer;
mod command;
mod form;
mod paging;
mod request;
mod seeds;
mod session;
mod token;

pub use answer::check_answer;
pub use command::check_command;
pub use form::check_file;
pub use paging::check_paging;
pub use request::{LONGEST_URI, check_request, uri_length};
pub use seeds::seeds;
pub use session::check_session;
pub use token::{check_token_answer, check_token_request};
