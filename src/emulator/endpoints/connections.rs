//! Authentication connections: how users sign in, from passwords to SAML.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
