//! Environment variables, which workflows read.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
