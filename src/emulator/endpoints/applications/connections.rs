//! Connections of an application.

use serde_json::{Value, json};

use super::{application, application_mut};
use crate::ConnectionId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::endpoints::connections::item;
use crate::emulator::state::Business;
use crate::emulator::unknown::Unknown;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let enabled = &application(business, call)?.connections;
    let connections: Vec<Value> =
        enabled.iter().filter_map(|id| business.connections.get(id.as_str()).ok()).map(item).collect();
    Ok(Answer::envelope(json!({"connections": connections, "has_more": false})))
}

pub(super) fn enable(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = connection(business, call)?;
    let connections = &mut application_mut(business, call)?.connections;
    if !connections.contains(&id) {
        connections.push(id);
    }
    Ok(Answer::without_body())
}

pub(super) fn remove(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = connection(business, call)?;
    let connections = &mut application_mut(business, call)?.connections;
    let Some(place) = connections.iter().position(|known| *known == id) else {
        return Err(Refusal::bad("CONNECTION_NOT_ENABLED", format!("the connection `{id}` is not enabled")));
    };
    connections.remove(place);
    Ok(Answer::success())
}

/// The connection that the path names, for an application that is there.
fn connection(business: &Business, call: &Call<'_>) -> Result<ConnectionId, Unknown> {
    application(business, call)?;
    Ok(business.connections.get(call.path("connection_id"))?.id.clone())
}
