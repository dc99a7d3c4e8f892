//! Properties of an organization.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::PropertyKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, scalar_text};
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::properties::Context;

#[derive(Deserialize)]
struct Body {
    properties: Option<BTreeMap<PropertyKey, Value>>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let values = &organization(business, call)?.properties;
    let properties: Vec<Value> = business
        .properties
        .iter()
        .filter(|property| property.context == Context::Organization)
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
    Ok(Answer::envelope(json!({"properties": properties})))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let body: Body = call.json()?;
    let properties = body.properties.ok_or_else(|| Refusal::bad_value("properties", "is required"))?;
    let mut values = BTreeMap::new();
    for (key, value) in properties {
        business.property(Context::Organization, key.as_str())?;
        let value = if value.is_null() { None } else { Some(scalar_text(&value)?) };
        values.insert(key, value);
    }
    let organization = organization_mut(business, call)?;
    for (key, value) in values {
        match value {
            Some(value) => organization.properties.insert(key, value),
            None => organization.properties.remove(&key),
        };
    }
    business.record_organization(EventType::OrganizationUpdated, call.path("org_code"));
    Ok(Answer::success())
}

pub(super) fn update_one(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let key = call.path("property_key");
    business.property(Context::Organization, key)?;
    let value = call.required_query("value")?.to_owned();
    organization_mut(business, call)?.properties.insert(PropertyKey::from(key), value);
    business.record_organization(EventType::OrganizationUpdated, call.path("org_code"));
    Ok(Answer::success())
}
