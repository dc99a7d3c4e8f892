//! Authentication connections: how users sign in, from passwords to SAML.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
