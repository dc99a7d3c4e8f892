//! What the library is compared with beside the yardsticks: other HTTP stacks, which need large dependencies.

pub mod reqwest_builder;
