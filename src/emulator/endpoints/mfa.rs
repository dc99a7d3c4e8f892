//! Multi-factor authentication of the environment.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
