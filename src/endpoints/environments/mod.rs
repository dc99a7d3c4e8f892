//! The environment: its settings, logos, passkeys, and the feature flags that are overridden in it.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
