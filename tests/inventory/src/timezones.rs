//! The time zones that a business can be in.

use crate::operation::operations;

operations! {}
