//! Search for users.

use crate::operation::operations;

operations! {}
