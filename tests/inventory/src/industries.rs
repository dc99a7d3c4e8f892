//! The industries that a business can be in.

use crate::operation::operations;

operations! {}
