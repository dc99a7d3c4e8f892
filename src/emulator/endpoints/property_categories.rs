//! Categories of properties.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::PropertyCategoryId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::properties::Context;
use crate::emulator::state::property_categories::PropertyCategory;
use crate::property_categories::{CreateCategory, GetCategories, UpdateCategory};

pub(super) static TABLE: &[Entry] =
    &[Entry::of::<GetCategories>(list), Entry::of::<CreateCategory>(create), Entry::of::<UpdateCategory>(update)];

const PAGE_SIZE: usize = 10;

fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let context: Option<Context> = call.query_as("context")?;
    let is_wanted = |category: &&PropertyCategory| context.is_none_or(|context| category.context == context);
    let categories = business.property_categories.iter().filter(is_wanted);
    let (categories, has_more) = page.of_list(categories, |category| category.id.as_str())?;
    let categories: Vec<Value> =
        categories.into_iter().map(|category| json!({"id": category.id, "name": category.name})).collect();
    Ok(Answer::envelope(json!({"categories": categories, "has_more": has_more})))
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        context: Option<Context>,
    }

    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let context = required(body.context, "context")?;
    let id = PropertyCategoryId::from(business.random.id("property_category_"));
    business.property_categories.add(PropertyCategory { id: id.clone(), name, context });
    Ok(Answer::created("OK", "Success", json!({"category": {"id": id}})))
}

fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
    }

    let id = call.path("category_id");
    business.property_categories.get(id)?;
    let body: Body = call.json()?;
    let name = body.name.map(|name| required_text(Some(name), "name")).transpose()?;
    let category = business.property_categories.get_mut(id)?;
    category.name = name.unwrap_or_else(|| category.name.clone());
    Ok(Answer::success())
}
