//! The environment's variables, which Kinde's own workflows read.

use super::register::{Keyed, Registered};
use crate::EnvironmentVariableId;
use crate::Secret;
use crate::emulator::unknown::Thing;

#[derive(Debug)]
pub(crate) struct EnvironmentVariable {
    pub(crate) id: EnvironmentVariableId,
    pub(crate) key: String,
    pub(crate) value: Secret,
    /// Whether the value can't be read any more.
    pub(crate) is_secret: bool,
    pub(crate) created_on: u64,
}

impl Registered for EnvironmentVariable {
    const THING: Thing = Thing::EnvironmentVariable;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Keyed for EnvironmentVariable {
    fn key(&self) -> &str {
        &self.key
    }
}
