//! The URLs of an application that sign-in and sign-out may lead back to.

use super::Entry;

pub(super) static TABLE: &[Entry] = &[];
