//! Users of the business: their data, identities, properties, sessions, factors and passwords.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
