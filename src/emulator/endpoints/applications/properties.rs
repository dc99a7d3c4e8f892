//! Properties of an application.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{application, application_mut};
use crate::PropertyKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::emulator::state::properties::Context;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let values = &application(business, call)?.properties;
    let properties = business.properties.iter().filter(|property| property.context == Context::Application);
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

/// The value is a text or a flag, and kept as text.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        value: Option<Value>,
    }

    application(business, call)?;
    let key = call.path("property_key");
    business.property(Context::Application, key)?;
    let body: Body = call.json()?;
    let value = match required(body.value, "value")? {
        Value::String(text) => text,
        Value::Bool(flag) => flag.to_string(),
        _ => return Err(Refusal::bad_value("value", "is neither a text nor true or false")),
    };
    application_mut(business, call)?.properties.insert(PropertyKey::from(key), value);
    Ok(Answer::success())
}
