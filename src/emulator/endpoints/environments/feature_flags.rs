//! Feature flags that the environment overrides.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::emulator::state::feature_flags::OverrideLevel;

/// All flags with the values that hold in the environment, overridden or not.
pub(super) fn list(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let flags: Map<String, Value> = business
        .feature_flags
        .values(None, None)
        .map(|(key, flag, value)| (key.to_string(), json!({"type": flag.r#type, "value": value})))
        .collect();
    Ok(Answer::envelope(json!({"feature_flags": flags, "next_token": null})))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        value: Option<String>,
    }

    let key = call.path("feature_flag_key");
    business.feature_flags.get(key)?;
    let body: Body = call.json()?;
    let value = required(body.value, "value")?;
    let value = business.feature_flags.override_value(key, OverrideLevel::Environment, &value)?;
    business.feature_flags.get_mut(key)?.environment_value = Some(value);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    business.feature_flags.get_mut(call.path("feature_flag_key"))?.environment_value = None;
    Ok(Answer::success())
}

pub(super) fn delete_all(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    business.feature_flags.iter_mut().for_each(|flag| flag.environment_value = None);
    Ok(Answer::success())
}
