//! The roles of a member.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{member, member_number, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;

#[derive(Deserialize)]
struct Body {
    role_id: Option<String>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let held = business.roles.at(member(business, call)?.roles());
    let roles: Vec<Value> = held.map(|role| json!({"id": role.id, "key": role.key, "name": role.name})).collect();
    Ok(Answer::envelope(json!({"roles": roles})))
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let body: Body = call.json()?;
    let role_id = body.role_id.ok_or_else(|| Refusal::bad_value("role_id", "is required"))?;
    let role = business.roles.by_id(&role_id)?;
    let mut held = member(business, call)?.roles().to_vec();
    if !held.contains(&role) {
        held.push(role);
    }
    organization_mut(business, call)?.members.set_roles(number, held);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let role = business.roles.by_id(call.path("role_id"))?;
    let mut held = member(business, call)?.roles().to_vec();
    let position = held.iter().position(|held| *held == role);
    let position = position.ok_or_else(|| Refusal::bad("ROLE_NOT_ASSIGNED", "the member does not hold the role"))?;
    held.remove(position);
    organization_mut(business, call)?.members.set_roles(number, held);
    Ok(Answer::success())
}
