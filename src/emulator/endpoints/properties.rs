//! Properties that users, organizations and applications can have.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
