//! API keys: made, listed, verified, rotated and revoked.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
