//! Feature flags, as they are defined for all environments.

use crate::operation::operations;

operations! {}
