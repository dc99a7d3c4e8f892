//! What Kinde's own pages let the holders of a role do.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{change, role, role_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, IdChange, bulk};
use crate::emulator::endpoints::permissions::SORTS;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::system_permissions::SystemPermission;

#[derive(Deserialize)]
struct Body {
    system_permissions: Option<Vec<IdChange>>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    page(call, business.system_permissions.iter().collect())
}

pub(super) fn list_of_role(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = role(business, call)?;
    page(call, business.system_permissions.of(&role.system_permissions).collect())
}

fn page(call: &Call, mut permissions: Vec<&SystemPermission>) -> Result<Answer, Refusal> {
    let page = Page::of(call, SORTS)?;
    page.sort(&mut permissions, |permission, _| permission.name.to_owned());
    let (permissions, next_token) = page.of_list(permissions, view);
    Ok(Answer::envelope(json!({"system_permissions": permissions, "next_token": next_token})))
}

fn view(permission: &SystemPermission) -> Value {
    json!({
        "id": permission.id,
        "key": permission.key,
        "name": permission.name,
        "description": permission.description,
    })
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = role(business, call)?;
    let body: Body = call.json()?;
    let changes = bulk(body.system_permissions, "system_permissions")?;
    let (held, told) = change(&business.system_permissions, &role.system_permissions, &changes)?;
    role_mut(business, call)?.system_permissions = held;
    if !told.is_empty() {
        business.record_role(EventType::RoleUpdated, call.path("role_id"));
    }
    Ok(Answer::envelope(json!({
        "system_permissions_added": told.added,
        "system_permissions_removed": told.removed,
    })))
}
