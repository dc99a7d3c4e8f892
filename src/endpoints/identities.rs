//! Identities: the ways in which a user signs in.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
