//! The passwords of users, as they were set: the emulator never checks one.

use serde::{Deserialize, Serialize};

/// The hash of a password, and how it was made.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
pub(crate) struct Password {
    pub(crate) hashed_password: String,
}
