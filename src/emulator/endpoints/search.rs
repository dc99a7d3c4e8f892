//! Search for users.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
