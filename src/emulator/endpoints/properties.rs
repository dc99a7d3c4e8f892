//! Properties that users, organizations and applications can have.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::properties::{Context, Property, PropertyType};
use crate::emulator::unknown::Thing;
use crate::properties::{CreateProperty, DeleteProperty, GetProperties, UpdateProperty};
use crate::{PropertyCategoryId, PropertyId, PropertyKey};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetProperties>(list),
    Entry::of::<CreateProperty>(create),
    Entry::of::<UpdateProperty>(update),
    Entry::of::<DeleteProperty>(delete),
];

const PAGE_SIZE: usize = 10;

fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let context: Option<Context> = call.query_as("context")?;
    let is_wanted = |property: &&Property| context.is_none_or(|context| property.context == context);
    let (properties, has_more) = page.of_list(business.properties.iter().filter(is_wanted), |one| one.id.as_str())?;
    let properties: Vec<Value> = properties.into_iter().map(view).collect();
    Ok(Answer::envelope(json!({"properties": properties, "has_more": has_more})))
}

fn view(property: &Property) -> Value {
    json!({
        "id": property.id,
        "key": property.key,
        "name": property.name,
        "is_private": property.is_private,
        "description": property.description,
        "is_kinde_property": property.is_kinde_property(),
    })
}

/// A category of the context that the property has.
fn category(
    business: &Business,
    id: Option<PropertyCategoryId>,
    context: Context,
) -> Result<PropertyCategoryId, Refusal> {
    let id = required(id, "category_id")?;
    if business.property_categories.get(id.as_str())?.context != context {
        return Err(Refusal::bad_value("category_id", "is a category of another context"));
    }
    Ok(id)
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        description: Option<String>,
        key: Option<String>,
        r#type: Option<PropertyType>,
        context: Option<Context>,
        is_private: Option<bool>,
        category_id: Option<PropertyCategoryId>,
    }

    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let key = required_text(body.key, "key")?;
    let r#type = required(body.r#type, "type")?;
    let context = required(body.context, "context")?;
    let is_private = required(body.is_private, "is_private")?;
    let category_id = Some(category(business, body.category_id, context)?);
    if business.properties.is_taken(&key, None) {
        return Err(Refusal::taken(Thing::Property, "key", &key));
    }
    let id = PropertyId::from(business.random.id("prop_"));
    let (key, description) = (PropertyKey::from(key), body.description);
    business.properties.add(Property {
        id: id.clone(),
        key,
        name,
        description,
        r#type,
        context,
        is_private,
        category_id,
    });
    Ok(Answer::created("OK", "Success", json!({"property": {"id": id}})))
}

/// The property that the path names, unless it is Kinde's own.
fn changeable(business: &Business, call: &Call<'_>) -> Result<Context, Refusal> {
    let property = business.properties.get(call.path("property_id"))?;
    if property.is_kinde_property() {
        return Err(Refusal::bad("KINDE_PROPERTY", "a property of Kinde's own can't be changed or deleted"));
    }
    Ok(property.context)
}

fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        description: Option<String>,
        is_private: Option<bool>,
        category_id: Option<PropertyCategoryId>,
    }

    let context = changeable(business, call)?;
    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let is_private = required(body.is_private, "is_private")?;
    let category_id = category(business, body.category_id, context)?;
    let property = business.properties.get_mut(call.path("property_id"))?;
    property.name = name;
    property.description = body.description.or(property.description.take());
    property.is_private = is_private;
    property.category_id = Some(category_id);
    Ok(Answer::success())
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    changeable(business, call)?;
    business.remove_property(call.path("property_id"))?;
    Ok(Answer::success())
}
