//! What the library is compared with beside the yardsticks: other HTTP stacks, which need large dependencies.

pub mod builds;
pub mod end_to_end;
pub mod listing;
pub mod process;
pub mod reqwest_builder;
pub mod server;
