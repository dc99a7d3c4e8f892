//! Users of the business: their data, identities, properties, sessions, factors and passwords.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
