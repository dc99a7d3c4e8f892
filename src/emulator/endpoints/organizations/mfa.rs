//! Which second factors an organization allows.

use serde::Deserialize;

use super::{organization, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::organizations::{MfaFactor, ReplaceOrganizationMfa};

#[derive(Deserialize)]
struct Body {
    enabled_factors: Option<Vec<MfaFactor>>,
    is_recovery_codes_enabled: Option<bool>,
}

pub(super) fn replace(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let body: Body = call.json()?;
    let factors = body.enabled_factors.ok_or_else(|| Refusal::bad_value("enabled_factors", "is required"))?;
    if let Some(factor) = factors.iter().find(|factor| matches!(factor, MfaFactor::Unknown(_))) {
        return Err(Refusal::bad_value("enabled_factors", format_args!("`{factor}` is unknown")));
    }
    let organization = organization_mut(business, call)?;
    let is_recovery_codes_enabled = body.is_recovery_codes_enabled.unwrap_or(true);
    let mfa = ReplaceOrganizationMfa::new(&organization.code, factors);
    organization.mfa = Some(mfa.is_recovery_codes_enabled(is_recovery_codes_enabled));
    Ok(Answer::success())
}
