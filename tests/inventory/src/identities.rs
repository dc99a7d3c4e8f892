//! Identities: the ways in which a user signs in.

use crate::operation::operations;

operations! {}
