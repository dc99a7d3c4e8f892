//! The permissions of a member: those held themselves, and those that roles bring.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{member, member_number, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::members::Membership;
use crate::emulator::state::permissions::Permission;
use crate::emulator::state::register::Number;
use crate::emulator::state::roles::Role;

#[derive(Deserialize)]
struct Body {
    permission_id: Option<String>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let membership = member(business, call)?;
    let with_roles = call.expands("roles");
    let permissions: Vec<Value> = business
        .permissions
        .numbered()
        .filter_map(|(number, permission)| {
            let roles = bringing(business, membership, number);
            let is_held = membership.permissions().contains(&number) || !roles.is_empty();
            is_held.then(|| view(permission, with_roles.then_some(roles)))
        })
        .collect();
    Ok(Answer::envelope(json!({"permissions": permissions})))
}

/// The roles of a member that bring a permission.
fn bringing<'a>(business: &'a Business, membership: &'a Membership, permission: Number) -> Vec<&'a Role> {
    business.roles.of(membership.roles()).filter(|role| role.permissions.contains(&permission)).collect()
}

fn view(permission: &Permission, roles: Option<Vec<&Role>>) -> Value {
    let mut view = json!({
        "id": permission.id,
        "key": permission.key,
        "name": permission.name,
        "description": permission.description,
    });
    if let Some(roles) = roles {
        view["roles"] = roles.iter().map(|role| json!({"id": role.id, "key": role.key})).collect();
    }
    view
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let body: Body = call.json()?;
    let permission_id = body.permission_id.ok_or_else(|| Refusal::missing("permission_id"))?;
    let permission = business.permissions.number(&permission_id)?;
    let mut held = member(business, call)?.permissions().to_vec();
    if !held.contains(&permission) {
        held.push(permission);
    }
    organization_mut(business, call)?.members.set_permissions(number, held);
    business.record_user(EventType::UserUpdated, number);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let permission = business.permissions.number(call.path("permission_id"))?;
    let mut held = member(business, call)?.permissions().to_vec();
    let position = held.iter().position(|held| *held == permission).ok_or_else(|| {
        Refusal::bad("PERMISSION_NOT_ASSIGNED", "the member does not hold the permission, or by a role alone")
    })?;
    held.remove(position);
    organization_mut(business, call)?.members.set_permissions(number, held);
    business.record_user(EventType::UserUpdated, number);
    Ok(Answer::success())
}
