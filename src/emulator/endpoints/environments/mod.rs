//! The environment: its settings, logos, passkeys, and the feature flags that are overridden in it.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
