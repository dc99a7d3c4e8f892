//! Properties of a user.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{record_update, user, user_mut};
use crate::PropertyKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, scalar_text};
use crate::emulator::state::Business;
use crate::emulator::state::properties::Context;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let values = &user(business, call)?.properties;
    let properties = business.properties.iter().filter(|property| property.context == Context::User);
    let properties: Vec<Value> = properties
        .map(|property| {
            json!({
                "id": property.id,
                "name": property.name,
                "description": property.description,
                "key": property.key,
                "value": values.get(&property.key),
            })
        })
        .collect();
    Ok(Answer::envelope(json!({"properties": properties, "next_token": null})))
}

/// A null clears a value; all of it is done, or nothing.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        properties: Option<BTreeMap<PropertyKey, Value>>,
    }

    user(business, call)?;
    let body: Body = call.json()?;
    let mut values = BTreeMap::new();
    for (key, value) in required(body.properties, "properties")? {
        business.property(Context::User, key.as_str())?;
        let value = if value.is_null() { None } else { Some(scalar_text(&value)?) };
        values.insert(key, value);
    }
    let properties = &mut user_mut(business, call)?.properties;
    for (key, value) in values {
        match value {
            Some(value) => properties.insert(key, value),
            None => properties.remove(&key),
        };
    }
    record_update(business, call)?;
    Ok(Answer::success())
}

pub(super) fn update_one(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    user(business, call)?;
    let key = call.path("property_key");
    business.property(Context::User, key)?;
    let value = call.required_query("value")?.to_owned();
    user_mut(business, call)?.properties.insert(PropertyKey::from(key), value);
    record_update(business, call)?;
    Ok(Answer::success())
}
