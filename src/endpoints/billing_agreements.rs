//! Billing agreements: which plan a customer agreed on.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
