//! Webhooks, the events that they tell of, and the types of these.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
