//! The scopes of APIs that a role brings.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{role, role_mut};
use crate::ScopeId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::unknown::Unknown;

#[derive(Deserialize)]
struct Body {
    scope_id: Option<String>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let given = role(business, call)?.scopes.iter().filter_map(|id| business.apis.scope(id.as_str()).ok());
    let scopes: Vec<Value> = given
        .map(|(api, scope)| {
            json!({"id": scope.id, "key": scope.key, "description": scope.description, "api_id": api.id})
        })
        .collect();
    Ok(Answer::envelope(json!({"scopes": scopes})))
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    role(business, call)?;
    let body: Body = call.json()?;
    let scope = scope(business, &required(body.scope_id, "scope_id")?)?;
    let given = &mut role_mut(business, call)?.scopes;
    if !given.contains(&scope) {
        given.push(scope);
        business.record_role(EventType::RoleUpdated, call.path("role_id"));
    }
    Ok(Answer::created("ROLE_SCOPE_ADDED", "Scope added to role", json!({})))
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    role(business, call)?;
    let scope = scope(business, call.path("scope_id"))?;
    let given = &mut role_mut(business, call)?.scopes;
    let position = given.iter().position(|given| *given == scope);
    let position = position.ok_or_else(|| Refusal::bad("SCOPE_NOT_ASSIGNED", "the role does not have the scope"))?;
    given.remove(position);
    business.record_role(EventType::RoleUpdated, call.path("role_id"));
    Ok(Answer::coded("SCOPE_DELETED", "Scope deleted from role", json!({})))
}

fn scope(business: &Business, id: &str) -> Result<ScopeId, Unknown> {
    business.apis.scope(id).map(|(_, scope)| scope.id.clone())
}
