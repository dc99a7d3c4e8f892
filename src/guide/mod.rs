//! Pages to read: what Kinde's API does that one would not expect, and how to test a program that uses it.

#[doc = include_str!("surprises.md")]
pub mod surprises {}

#[doc = include_str!("testing.md")]
pub mod testing {}
