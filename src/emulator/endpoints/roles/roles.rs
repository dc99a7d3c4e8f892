//! Roles themselves.

use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{role, role_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, nullable, required_text};
use crate::emulator::events::role_data;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::register::Number;
use crate::emulator::state::roles::Role;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{Nullable, RoleId, RoleKey};

const SORTS: &[&str] = &["name_asc", "name_desc", "key_asc", "key_desc"];

/// Stands for a permission where none is to be needed any more.
const NO_PERMISSION: &str = "NO_PERMISSION_REQUIRED";

/// What both creating and updating take.
#[derive(Deserialize)]
struct Body {
    name: Option<String>,
    key: Option<String>,
    description: Option<String>,
    is_default_role: Option<bool>,
    #[serde(default, deserialize_with = "nullable")]
    assignment_permission_id: Nullable<String>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, SORTS)?;
    let mut roles: Vec<&Role> = business.roles.iter().collect();
    page.sort(&mut roles, |role, field| if field == "key" { role.key.to_string() } else { role.name.clone() });
    let (roles, next_token) = page.of_list(roles, view);
    Ok(Answer::page("roles", &roles, next_token))
}

fn view(role: &Role) -> Value {
    json!({
        "id": role.id,
        "key": role.key,
        "name": role.name,
        "description": role.description,
        "is_default_role": role.is_default,
    })
}

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = role(business, call)?;
    Ok(Answer::envelope(json!({"role": view(role)})))
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let body: Body = call.json()?;
    let (name, key) = (required_text(body.name, "name")?, required_text(body.key, "key")?);
    check_key(business, &key, None)?;
    let assignment_permission = assignment_permission(business, &body.assignment_permission_id)?;
    let id = RoleId::from(business.random.uuid());
    business.roles.add(Role {
        description: body.description,
        is_default: body.is_default_role.unwrap_or(false),
        assignment_permission: assignment_permission.flatten(),
        ..Role::new(id.clone(), RoleKey::from(key), name)
    });
    business.record_role(EventType::RoleCreated, id.as_str());
    Ok(Answer::created("OK", "Success", json!({"role": {"id": id}})))
}

fn check_key(business: &Business, key: &str, own: Option<Number>) -> Result<(), Refusal> {
    if business.roles.is_taken(key, own) { Err(Refusal::taken(Thing::Role, "key", key)) } else { Ok(()) }
}

/// The permission to set; `Some(None)` clears it, and `None` leaves it as it is.
#[expect(clippy::option_option, reason = "absent, cleared and set are three things")]
fn assignment_permission(business: &Business, id: &Nullable<String>) -> Result<Option<Option<Number>>, Unknown> {
    match id.value().map(String::as_str) {
        None => Ok(None),
        Some(NO_PERMISSION) => Ok(Some(None)),
        Some(id) => business.permissions.number(id).map(|number| Some(Some(number))),
    }
}

/// Answers with a 201, as the document has it.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.roles.number(call.path("role_id"))?;
    let body: Body = call.json()?;
    let (name, key) = (required_text(body.name, "name")?, required_text(body.key, "key")?);
    check_key(business, &key, Some(number))?;
    let assignment_permission = assignment_permission(business, &body.assignment_permission_id)?;
    let role = role_mut(business, call)?;
    (role.name, role.key) = (name, RoleKey::from(key));
    // A description that was given once can't be emptied.
    role.description = body.description.filter(|text| !text.is_empty()).or(role.description.take());
    role.is_default = body.is_default_role.unwrap_or(role.is_default);
    role.assignment_permission = assignment_permission.unwrap_or(role.assignment_permission);
    business.record_role(EventType::RoleUpdated, call.path("role_id"));
    Ok(Answer::success().with_status(StatusCode::CREATED))
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = business.remove_role(call.path("role_id"))?;
    business.record(EventType::RoleDeleted, &role_data(&role));
    Ok(Answer::success())
}
