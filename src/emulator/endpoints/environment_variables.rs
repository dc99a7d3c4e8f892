//! Environment variables, which workflows read.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::clock::date_time;
use crate::emulator::state::Business;
use crate::emulator::state::environment_variables::EnvironmentVariable;
use crate::emulator::state::register::Number;
use crate::emulator::unknown::Thing;
use crate::environment_variables::{
    CreateEnvironmentVariable, DeleteEnvironmentVariable, GetEnvironmentVariable, GetEnvironmentVariables,
    UpdateEnvironmentVariable,
};
use crate::{EnvironmentVariableId, Secret};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetEnvironmentVariables>(list),
    Entry::of::<CreateEnvironmentVariable>(create),
    Entry::of::<GetEnvironmentVariable>(get),
    Entry::of::<UpdateEnvironmentVariable>(update),
    Entry::of::<DeleteEnvironmentVariable>(delete),
];

/// How many characters a key has at most.
const LONGEST_KEY: usize = 128;

/// How many characters a value has at most.
const LONGEST_VALUE: usize = 2048;

/// What both creating and updating take.
#[derive(Deserialize)]
struct Body {
    key: Option<String>,
    value: Option<String>,
    is_secret: Option<bool>,
}

fn list(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let variables: Vec<Value> = business.environment_variables.iter().map(view).collect();
    Ok(Answer::envelope(json!({"has_more": false, "environment_variables": variables})))
}

/// Of a secret, the value is never told again.
fn view(variable: &EnvironmentVariable) -> Value {
    json!({
        "id": variable.id,
        "key": variable.key,
        "value": (!variable.is_secret).then_some(&variable.value),
        "is_secret": variable.is_secret,
        "created_on": date_time(variable.created_on),
    })
}

fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let variable = business.environment_variables.get(call.path("variable_id"))?;
    Ok(Answer::envelope(json!({"environment_variable": view(variable)})))
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let body: Body = call.json()?;
    let key = required_text(body.key, "key")?;
    let value = required(body.value, "value")?;
    check_key(business, &key, None)?;
    check_value(&value)?;
    let id = EnvironmentVariableId::from(business.random.id("env_var_"));
    business.environment_variables.add(EnvironmentVariable {
        id: id.clone(),
        key,
        value: Secret::from(value),
        is_secret: body.is_secret.unwrap_or(false),
        created_on: call.now,
    });
    let content = json!({"environment_variable": {"id": id}});
    Ok(Answer::created("VARIABLE_CREATED", "Environment variable created", content))
}

fn check_key(business: &Business, key: &str, own: Option<Number>) -> Result<(), Refusal> {
    if key.chars().count() > LONGEST_KEY {
        return Err(Refusal::bad_value("key", format_args!("has more than {LONGEST_KEY} characters")));
    }
    if business.environment_variables.is_taken(key, own) {
        return Err(Refusal::taken(Thing::EnvironmentVariable, "key", key));
    }
    Ok(())
}

fn check_value(value: &str) -> Result<(), Refusal> {
    if value.chars().count() > LONGEST_VALUE {
        return Err(Refusal::bad_value("value", format_args!("has more than {LONGEST_VALUE} characters")));
    }
    Ok(())
}

/// A secret can't be made readable again, unless it gets another value.
fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.environment_variables.number(call.path("variable_id"))?;
    let body: Body = call.json()?;
    let key = body.key.map(|key| required_text(Some(key), "key")).transpose()?;
    key.as_ref().map(|key| check_key(business, key, Some(number))).transpose()?;
    body.value.as_deref().map(check_value).transpose()?;
    let variable = business.environment_variables.get_mut(call.path("variable_id"))?;
    if variable.is_secret && body.is_secret == Some(false) && body.value.is_none() {
        return Err(Refusal::bad_value("is_secret", "the value of a secret can't be made readable"));
    }
    if let Some(key) = key {
        variable.key = key;
    }
    if let Some(value) = body.value {
        variable.value = Secret::from(value);
    }
    variable.is_secret = body.is_secret.unwrap_or(variable.is_secret);
    Ok(Answer::coded("ENVIRONMENT_VARIABLE_UPDATED", "Environment variable updated", json!({})))
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.environment_variables.number(call.path("variable_id"))?;
    business.environment_variables.remove(number);
    Ok(Answer::coded("ENVIRONMENT_VARIABLE_DELETED", "Environment variable deleted", json!({})))
}
