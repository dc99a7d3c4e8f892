//! What the one environment of the business is set to.

use serde::{Deserialize, Serialize};

use crate::emulator::logo::Logos;
use crate::organizations::{MfaFactor, PasskeyPolicy};

#[derive(Debug)]
pub(crate) struct Environment {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) logos: Logos,
    pub(crate) passkey_policy: PasskeyPolicy,
    /// Absent until it is set: what Kinde begins with is not known.
    pub(crate) mfa: Option<EnvironmentMfa>,
    pub(crate) created_on: u64,
}

/// The second factors of the environment.
#[derive(Clone, Debug)]
pub(crate) struct EnvironmentMfa {
    pub(crate) policy: MfaPolicy,
    pub(crate) enabled_factors: Vec<MfaFactor>,
    pub(crate) is_recovery_codes_enabled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MfaPolicy {
    Required,
    Off,
    Optional,
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
