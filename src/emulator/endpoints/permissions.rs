//! Permissions, which roles are made of.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
