//! API keys: made, listed, verified, rotated and revoked.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
