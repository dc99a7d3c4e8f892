//! Feature flags, as they are defined for all environments.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
