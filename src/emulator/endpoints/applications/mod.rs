//! Applications: their settings, connections, access roles, properties and tokens.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
