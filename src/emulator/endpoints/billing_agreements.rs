//! Billing agreements: which plan a customer agreed on.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
