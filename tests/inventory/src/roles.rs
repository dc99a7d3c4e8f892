//! Roles: their permissions, their scopes, and who holds them.

use crate::operation::operations;

operations! {}
