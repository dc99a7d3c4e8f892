//! The client over a transport that answers by a script, and a clock that moves when somebody waits.

mod attempts;
mod clock;
mod errors;
mod paging;
mod requests;
mod script;
mod tokens;
