//! APIs that are registered with Kinde: their scopes, and the applications that may use them.

use crate::operation::operations;

operations! {}
