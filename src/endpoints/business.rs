//! The business itself: its name, its contact details and its locale.

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];
