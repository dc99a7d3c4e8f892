//! Permissions, which roles are made of.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required_text};
use crate::emulator::events::permission_data;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::permissions::Permission;
use crate::emulator::state::register::Number;
use crate::emulator::unknown::Thing;
use crate::permissions::{CreatePermission, DeletePermission, GetPermissions, UpdatePermissions};
use crate::{PermissionId, PermissionKey};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetPermissions>(list),
    Entry::of::<CreatePermission>(create),
    Entry::of::<UpdatePermissions>(update),
    Entry::of::<DeletePermission>(delete),
];

/// `id` is the order of creation.
pub(super) const SORTS: &[&str] = &["name_asc", "name_desc", "id_asc", "id_desc"];

/// What both creating and updating take.
#[derive(Deserialize)]
struct Body {
    name: Option<String>,
    description: Option<String>,
    key: Option<String>,
}

fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, SORTS)?;
    let mut permissions: Vec<&Permission> = business.permissions.iter().collect();
    page.sort(&mut permissions, |permission, _| permission.name.clone());
    let (permissions, next_token) = page.of_list(permissions, view);
    Ok(Answer::page("permissions", &permissions, next_token))
}

pub(super) fn view(permission: &Permission) -> Value {
    json!({
        "id": permission.id,
        "key": permission.key,
        "name": permission.name,
        "description": permission.description,
    })
}

/// Tells the id, as the live API does and the document does not.
fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let body: Body = call.json()?;
    let (name, key) = (required_text(body.name, "name")?, required_text(body.key, "key")?);
    check_key(business, &key, None)?;
    let id = PermissionId::from(business.random.uuid());
    let (key, description) = (PermissionKey::from(key), body.description);
    business.permissions.add(Permission { id: id.clone(), key, name, description });
    business.record_permission(EventType::PermissionCreated, id.as_str());
    Ok(Answer::created("OK", "Success", json!({"permission": {"id": id}})))
}

fn check_key(business: &Business, key: &str, own: Option<Number>) -> Result<(), Refusal> {
    if business.permissions.is_taken(key, own) {
        return Err(Refusal::taken(Thing::Permission, "key", key));
    }
    Ok(())
}

fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.permissions.number(call.path("permission_id"))?;
    let body: Body = call.json()?;
    let name = body.name.map(|name| required_text(Some(name), "name")).transpose()?;
    let key = body.key.map(|key| required_text(Some(key), "key")).transpose()?;
    key.as_ref().map(|key| check_key(business, key, Some(number))).transpose()?;
    let permission = business.permissions.get_mut(call.path("permission_id"))?;
    if let Some(name) = name {
        permission.name = name;
    }
    if let Some(key) = key {
        permission.key = PermissionKey::from(key);
    }
    permission.description = body.description.or(permission.description.take());
    business.record_permission(EventType::PermissionUpdated, call.path("permission_id"));
    Ok(Answer::success())
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let permission = business.remove_permission(call.path("permission_id"))?;
    business.record(EventType::PermissionDeleted, &permission_data(&permission));
    Ok(Answer::success())
}
