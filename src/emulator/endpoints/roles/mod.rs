//! Roles: their permissions, their scopes, and who holds them.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
