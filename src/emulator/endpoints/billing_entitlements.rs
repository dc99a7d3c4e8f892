//! Billing entitlements: what a customer may use by the plans that were agreed on.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
