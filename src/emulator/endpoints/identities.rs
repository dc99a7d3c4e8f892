//! Identities: the ways in which a user signs in.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
