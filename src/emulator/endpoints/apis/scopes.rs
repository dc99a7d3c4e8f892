//! Scopes of an API.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{api, check_changeable};
use crate::ScopeId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required_text};
use crate::emulator::state::Business;
use crate::emulator::state::apis::Scope;
use crate::emulator::unknown::Thing;

/// How many characters a key has at most.
const LONGEST_KEY: usize = 64;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let scopes: Vec<Value> = api(business, call)?.scopes.iter().map(view).collect();
    Ok(Answer::envelope(json!({"scopes": scopes})))
}

fn view(scope: &Scope) -> Value {
    json!({"id": scope.id, "key": scope.key, "description": scope.description})
}

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let scope = api(business, call)?.scope(call.path("scope_id"))?;
    Ok(Answer::envelope(json!({"scope": view(scope)})))
}

/// Answers 200, not 201.
pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        key: Option<String>,
        description: Option<String>,
    }

    check_changeable(business, call)?;
    let body: Body = call.json()?;
    let key = required_text(body.key, "key")?;
    if key.chars().count() > LONGEST_KEY || key.contains(char::is_whitespace) {
        return Err(Refusal::bad_value("key", format_args!("has white space, or more than {LONGEST_KEY} characters")));
    }
    if api(business, call)?.scope_by_key(&key).is_some() {
        return Err(Refusal::taken(Thing::ApiScope, "key", &key));
    }
    let id = ScopeId::from(business.random.id("api_scope_"));
    let scope = Scope { id: id.clone(), key, description: body.description };
    business.apis.get_mut(call.path("api_id"))?.scopes.push(scope);
    Ok(Answer::envelope(json!({"scope": {"id": id}})))
}

/// Changes the description alone; answers without a body.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        description: Option<String>,
    }

    check_changeable(business, call)?;
    api(business, call)?.scope(call.path("scope_id"))?;
    let body: Body = call.json()?;
    let scope = business.apis.get_mut(call.path("api_id"))?.scope_mut(call.path("scope_id"))?;
    scope.description = body.description.or(scope.description.take());
    Ok(Answer::without_body())
}

/// Answers without a body.
pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    check_changeable(business, call)?;
    business.remove_scope(call.path("api_id"), call.path("scope_id"))?;
    Ok(Answer::without_body())
}
