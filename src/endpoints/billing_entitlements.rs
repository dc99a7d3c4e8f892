//! Billing entitlements: what a customer may use by the plans that were agreed on.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
