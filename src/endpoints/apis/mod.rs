//! APIs that are registered with Kinde: their scopes, and the applications that may use them.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
