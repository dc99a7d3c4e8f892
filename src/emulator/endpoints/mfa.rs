//! Multi-factor authentication of the environment.

use serde::Deserialize;

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::mfa::{MfaFactor, MfaPolicy, ReplaceMfa};

pub(super) static TABLE: &[Entry] = &[Entry::of::<ReplaceMfa>(replace)];

/// Every factor that is not named is off.
fn replace(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        policy: Option<MfaPolicy>,
        enabled_factors: Option<Vec<MfaFactor>>,
        is_recovery_codes_enabled: Option<bool>,
    }

    let body: Body = call.json()?;
    let policy = required(body.policy, "policy")?;
    let factors = required(body.enabled_factors, "enabled_factors")?;
    if let MfaPolicy::Unknown(policy) = &policy {
        return Err(Refusal::bad_value("policy", format_args!("`{policy}` is unknown")));
    }
    if let Some(MfaFactor::Unknown(factor)) = factors.iter().find(|factor| matches!(factor, MfaFactor::Unknown(_))) {
        return Err(Refusal::bad_value("enabled_factors", format_args!("`{factor}` is unknown")));
    }
    let mut mfa = ReplaceMfa::new(policy, factors);
    mfa.is_recovery_codes_enabled = body.is_recovery_codes_enabled;
    business.environment.mfa = Some(mfa);
    Ok(Answer::success())
}
