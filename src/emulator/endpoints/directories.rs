//! Directories that an organization provisions its users from.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
