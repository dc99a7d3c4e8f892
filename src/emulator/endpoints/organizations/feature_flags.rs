//! Feature flags that an organization overrides.

use serde_json::{Map, Value, json};

use super::{organization, organization_mut};
use crate::FeatureFlagKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::unknown::{Thing, Unknown};
use crate::organizations::FeatureFlagType;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let flags: Map<String, Value> = business
        .feature_flags
        .iter()
        .map(|(key, flag)| {
            let value = organization.feature_flags.get(key).unwrap_or(&flag.value);
            (key.to_string(), json!({"type": flag.r#type, "value": value}))
        })
        .collect();
    Ok(Answer::envelope(json!({"feature_flags": flags})))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let key = call.path("feature_flag_key");
    let value = override_value(business, key, call.required_query("value")?)?;
    organization_mut(business, call)?.feature_flags.insert(FeatureFlagKey::from(key), value);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let key = call.path("feature_flag_key");
    if !business.feature_flags.contains_key(key) {
        return Err(unknown(key).into());
    }
    organization_mut(business, call)?.feature_flags.remove(key);
    Ok(Answer::success())
}

pub(super) fn delete_all(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization_mut(business, call)?.feature_flags.clear();
    Ok(Answer::success())
}

fn unknown(key: &str) -> Unknown {
    Thing::FeatureFlag.unknown(key)
}

/// The value that an organization sets for a flag, as it is read afterwards.
pub(super) fn override_value(business: &Business, key: &str, value: &str) -> Result<String, Refusal> {
    let flag = business.feature_flags.get(key).ok_or_else(|| unknown(key))?;
    if !flag.is_overridable {
        let message = format!("the feature flag `{key}` allows no override by organizations");
        return Err(Refusal::bad("FEATURE_FLAG_OVERRIDE_NOT_ALLOWED", message));
    }
    let bad = |expected| Refusal::bad("FEATURE_FLAG_VALUE_INVALID", format!("the feature flag `{key}` is {expected}"));
    match flag.r#type {
        FeatureFlagType::Bool if matches!(value, "true" | "false") => Ok(value.to_owned()),
        FeatureFlagType::Bool => Err(bad("true or false")),
        FeatureFlagType::Int => integer(value).ok_or_else(|| bad("an integer of 32 bits")),
        _ => Ok(value.to_owned()),
    }
}

/// An integer of 32 bits, decimals cut off.
fn integer(value: &str) -> Option<String> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, "0"));
    let is_number = !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    whole.parse().ok().filter(|_| is_number).map(|integer: i32| integer.to_string())
}

/// A JSON scalar as text.
pub(super) fn text(value: &Value) -> Result<String, Refusal> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        _ => Err(Refusal::bad_value("value", "is no string, number or boolean")),
    }
}

#[cfg(test)]
mod tests {
    use super::integer;

    #[test]
    fn cuts_decimals_off() {
        for (value, read) in [
            ("3", Some("3")),
            ("3.99", Some("3")),
            ("-3.5", Some("-3")),
            ("2147483647", Some("2147483647")),
            ("-2147483648", Some("-2147483648")),
            ("2147483648", None),
            ("", None),
            (".5", None),
            ("3.", None),
            ("3.x", None),
            ("three", None),
        ] {
            assert_eq!(integer(value).as_deref(), read, "{value}");
        }
    }
}
