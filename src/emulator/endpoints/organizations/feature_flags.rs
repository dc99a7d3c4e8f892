//! Feature flags that an organization overrides.

use serde_json::{Map, Value, json};

use super::{organization, organization_mut};
use crate::FeatureFlagKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::feature_flags::OverrideLevel;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let flags: Map<String, Value> = business
        .feature_flags
        .values(Some(organization), None)
        .map(|(key, flag, value)| (key.to_string(), json!({"type": flag.r#type, "value": value})))
        .collect();
    Ok(Answer::envelope(json!({"feature_flags": flags})))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let key = call.path("feature_flag_key");
    let value = call.required_query("value")?;
    let value = business.feature_flags.override_value(key, OverrideLevel::Organization, value)?;
    organization_mut(business, call)?.feature_flags.insert(FeatureFlagKey::from(key), value);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let key = call.path("feature_flag_key");
    business.feature_flags.get(key)?;
    organization_mut(business, call)?.feature_flags.remove(key);
    Ok(Answer::success())
}

pub(super) fn delete_all(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization_mut(business, call)?.feature_flags.clear();
    Ok(Answer::success())
}
