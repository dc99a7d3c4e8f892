//! Connected apps: tokens of other services, for a user or an organization.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
