//! Permissions, which roles are made of.

use crate::operation::operations;

operations! {}
