//! The API scopes of a member.

use super::{member, member_mut};
use crate::ScopeId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::unknown::Unknown;

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let scope_id = scope(business, call)?;
    let held = &mut member_mut(business, call)?.api_scopes;
    if !held.contains(&scope_id) {
        held.push(scope_id);
    }
    Ok(Answer::without_body())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let scope_id = scope(business, call)?;
    let held = &mut member_mut(business, call)?.api_scopes;
    let position = held.iter().position(|held| *held == scope_id);
    let position = position.ok_or_else(|| Refusal::bad("SCOPE_NOT_ASSIGNED", "the member does not hold the scope"))?;
    held.remove(position);
    Ok(Answer::without_body())
}

/// The scope that the path names, of the API that it names.
fn scope(business: &Business, call: &Call) -> Result<ScopeId, Unknown> {
    member(business, call)?;
    Ok(business.apis.get(call.path("api_id"))?.scope(call.path("scope_id"))?.id.clone())
}
