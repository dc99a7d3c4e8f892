//! Pages to read, in this order or by what you look for.
//!
//! - [`getting_started`]: from nothing to a first call; where id, secret and scopes come from.
//! - [`names_to_ids`]: from an address, a key or a name to the id that Kinde wants.
//! - [`errors`]: how each error looks, and what to do about it.
//! - [`rate_limits`]: what the client does when Kinde asks it to wait.
//! - [`logging`]: log lines, a progress bar, a dry run.
//! - [`async_stacks`]: async programs, and HTTP stacks of your own.
//! - [`testing`]: tests of a program, without an account or a network.
//! - [`surprises`]: what Kinde's API does that one would not expect; what is billed, and what can't be undone.
//! - [`operations`]: the table of all operations, with request and scope.

#[doc = include_str!("getting_started.md")]
pub mod getting_started {}

#[doc = include_str!("names_to_ids.md")]
pub mod names_to_ids {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("rate_limits.md")]
pub mod rate_limits {}

#[doc = include_str!("logging.md")]
pub mod logging {}

#[doc = include_str!("async_stacks.md")]
pub mod async_stacks {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("surprises.md")]
pub mod surprises {}

#[doc = include_str!("operations.md")]
pub mod operations {}
