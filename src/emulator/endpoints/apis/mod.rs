//! APIs that are registered with Kinde: their scopes, and the applications that may use them.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
