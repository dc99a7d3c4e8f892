//! The business itself: its name, its contact details and its locale.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
