//! Pages to read: from names to ids, what Kinde's API does that one would not expect, how to test a program that uses it,
//! and the table of all operations.

#[doc = include_str!("names_to_ids.md")]
pub mod names_to_ids {}

#[doc = include_str!("surprises.md")]
pub mod surprises {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("operations.md")]
pub mod operations {}
