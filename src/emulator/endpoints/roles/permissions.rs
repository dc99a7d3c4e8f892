//! The permissions that a role brings.

use serde::Deserialize;
use serde_json::json;

use super::{change, role, role_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, IdChange, bulk};
use crate::emulator::endpoints::permissions::{SORTS, view};
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::permissions::Permission;

#[derive(Deserialize)]
struct Body {
    permissions: Option<Vec<IdChange>>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = role(business, call)?;
    let page = Page::of(call, SORTS)?;
    let mut permissions: Vec<&Permission> = business.permissions.of(&role.permissions).collect();
    page.sort(&mut permissions, |permission, _| permission.name.clone());
    let (permissions, next_token) = page.of_list(permissions, view);
    Ok(Answer::page("permissions", &permissions, next_token))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = role(business, call)?;
    let body: Body = call.json()?;
    let changes = bulk(body.permissions, "permissions")?;
    let (held, told) = change(&business.permissions, &role.permissions, &changes)?;
    role_mut(business, call)?.permissions = held;
    if !told.is_empty() {
        business.record_role(EventType::RoleUpdated, call.path("role_id"));
    }
    Ok(Answer::envelope(json!({"permissions_added": told.added, "permissions_removed": told.removed})))
}

/// The codes are the live API's own.
pub(super) fn remove(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    role(business, call)?;
    let id = call.path("permission_id");
    let unknown = |_| Refusal::bad("INVALID_PERMISSION_ID", format!("there is no permission `{id}`"));
    let permission = business.permissions.number(id).map_err(unknown)?;
    let held = &mut role_mut(business, call)?.permissions;
    let position = held.iter().position(|held| *held == permission).ok_or_else(|| {
        Refusal::bad("INVALID_PERMISSION_ID_ROLE", format!("the role does not have the permission `{id}`"))
    })?;
    held.remove(position);
    business.record_role(EventType::RoleUpdated, call.path("role_id"));
    Ok(Answer::success())
}
