//! Environment variables, which workflows read.

use crate::operation::operations;

operations! {}
