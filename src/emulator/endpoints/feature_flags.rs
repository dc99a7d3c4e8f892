//! Feature flags, as they are defined for all environments.

use serde::Deserialize;

use super::Entry;
use crate::FeatureFlagKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::state::Business;
use crate::emulator::state::feature_flags::{FeatureFlag, OverrideLevel};
use crate::emulator::unknown::Thing;
use crate::feature_flags::{CreateFeatureFlag, DeleteFeatureFlag, FeatureFlagType, UpdateFeatureFlag};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<CreateFeatureFlag>(create),
    Entry::of::<DeleteFeatureFlag>(delete),
    Entry::of::<UpdateFeatureFlag>(update),
];

/// Flags of another type can be made in Kinde's pages alone.
fn known_type(r#type: FeatureFlagType) -> Result<FeatureFlagType, Refusal> {
    match r#type {
        FeatureFlagType::Unknown(other) => Err(Refusal::bad_value("type", format_args!("`{other}` is unknown"))),
        known => Ok(known),
    }
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        description: Option<String>,
        key: Option<String>,
        r#type: Option<FeatureFlagType>,
        allow_override_level: Option<OverrideLevel>,
        default_value: Option<String>,
    }

    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let key = required_text(body.key, "key")?;
    let r#type = known_type(required(body.r#type, "type")?)?;
    let default_value = required(body.default_value, "default_value")?;
    if business.feature_flags.get(&key).is_ok() {
        return Err(Refusal::taken(Thing::FeatureFlag, "key", &key));
    }
    let mut flag = FeatureFlag {
        name,
        description: body.description,
        r#type,
        default_value: String::new(),
        override_level: body.allow_override_level.unwrap_or(OverrideLevel::Environment),
        environment_value: None,
    };
    flag.default_value = flag.read(&key, &default_value)?;
    business.feature_flags.insert(FeatureFlagKey::from(key), flag);
    Ok(Answer::created("FEATURE_FLAG_CREATED", "Feature flag created", serde_json::json!({})))
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    business.remove_feature_flag(call.path("feature_flag_key"))?;
    Ok(Answer::success())
}

/// Type and override level never change: others than those that the flag has are refused.
fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let key = call.path("feature_flag_key");
    let flag = business.feature_flags.get(key)?;
    let name = required_text(call.query("name").map(str::to_owned), "name")?;
    let description = call.required_query("description")?.to_owned();
    let r#type = known_type(call.required_query("type")?.into())?;
    let level: OverrideLevel = required(call.query_as("allow_override_level")?, "allow_override_level")?;
    if r#type != flag.r#type {
        return Err(Refusal::bad_value("type", "can't be changed"));
    }
    if level != flag.override_level {
        return Err(Refusal::bad_value("allow_override_level", "can't be changed"));
    }
    let default_value = flag.read(key, call.required_query("default_value")?)?;
    let flag = business.feature_flags.get_mut(key)?;
    flag.name = name;
    flag.description = Some(description);
    flag.default_value = default_value;
    Ok(Answer::success())
}
