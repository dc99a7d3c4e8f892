//! What the one environment of the business is set to.

use crate::emulator::logo::Logos;
use crate::mfa::ReplaceMfa;
use crate::organizations::PasskeyPolicy;

#[derive(Debug)]
pub(crate) struct Environment {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) logos: Logos,
    pub(crate) passkey_policy: PasskeyPolicy,
    /// Absent until it is set: what Kinde begins with is not known.
    pub(crate) mfa: Option<ReplaceMfa>,
    pub(crate) created_on: u64,
}

impl Environment {
    pub(super) fn new(created_on: u64) -> Self {
        Self {
            code: "production",
            name: "Production",
            logos: Logos::new(),
            passkey_policy: PasskeyPolicy::Off,
            mfa: None,
            created_on,
        }
    }
}
