//! Categories of properties.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
