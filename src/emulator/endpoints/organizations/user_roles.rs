//! The roles of a member.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{member, member_number, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;

#[derive(Deserialize)]
struct Body {
    role_id: Option<String>,
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let held = business.roles.of(member(business, call)?.roles());
    let roles: Vec<Value> = held.map(|role| json!({"id": role.id, "key": role.key, "name": role.name})).collect();
    Ok(Answer::envelope(json!({"roles": roles})))
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let body: Body = call.json()?;
    let role_id = body.role_id.ok_or_else(|| Refusal::missing("role_id"))?;
    let role = business.roles.number(&role_id)?;
    let mut held = member(business, call)?.roles().to_vec();
    if !held.contains(&role) {
        held.push(role);
    }
    organization_mut(business, call)?.members.set_roles(number, held);
    business.record_user(EventType::UserUpdated, number);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let role = business.roles.number(call.path("role_id"))?;
    let mut held = member(business, call)?.roles().to_vec();
    let position = held.iter().position(|held| *held == role);
    let position = position.ok_or_else(|| Refusal::bad("ROLE_NOT_ASSIGNED", "the member does not hold the role"))?;
    held.remove(position);
    organization_mut(business, call)?.members.set_roles(number, held);
    business.record_user(EventType::UserUpdated, number);
    Ok(Answer::success())
}
