//! Directories that an organization provisions its users from.

use crate::operation::operations;

operations! {}
