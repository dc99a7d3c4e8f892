//! The industries that a business can be in.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
