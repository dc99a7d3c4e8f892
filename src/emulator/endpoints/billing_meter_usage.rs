//! Metered usage, which is billed.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
