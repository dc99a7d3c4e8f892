//! Metered usage, which is billed.

use crate::operation::operations;

operations! {}
