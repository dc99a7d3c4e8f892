//! The client over a transport that answers by a script, and a clock that moves when somebody waits.

mod attempts;
mod boxed;
mod clock;
mod errors;
mod observer;
mod paging;
mod rate_limit;
mod renewals;
mod requests;
mod script;
mod session;
mod tokens;
