//! Authentication connections of an organization.

use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::ConnectionId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::connections::Connection;
use crate::emulator::unknown::Unknown;

/// Flat, as the live API has them, and not as the document says.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let enabled = &organization(business, call)?.connections;
    let is_enabled = |connection: &&Connection| enabled.contains(&connection.id);
    let connections: Vec<Value> = business
        .connections
        .iter()
        .filter(is_enabled)
        .map(|connection| {
            json!({
                "id": connection.id,
                "name": connection.name,
                "display_name": connection.display_name,
                "strategy": connection.strategy,
            })
        })
        .collect();
    Ok(Answer::envelope(json!({"connections": connections, "has_more": false})))
}

pub(super) fn enable(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = connection(business, call)?;
    organization_mut(business, call)?.connections.insert(id);
    Ok(Answer::without_body())
}

pub(super) fn remove(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = connection(business, call)?;
    if !organization_mut(business, call)?.connections.remove(&id) {
        return Err(Refusal::bad("CONNECTION_NOT_ENABLED", format!("the connection `{id}` is not enabled")));
    }
    Ok(Answer::success())
}

/// The connection that the path names.
fn connection(business: &Business, call: &Call) -> Result<ConnectionId, Unknown> {
    organization(business, call)?;
    Ok(business.connections.get(call.path("connection_id"))?.id.clone())
}
