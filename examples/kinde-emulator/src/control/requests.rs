//! What the emulator was asked, for a test to look at.

use kinde_api::emulator::{ReceivedRequest, TOKEN};
use serde_json::{Map, Value, json};

use super::{Answer, Refusal, told};
use crate::business::Business;
use crate::moment::rfc_3339;

pub(super) fn tell(business: &Business) -> Result<Answer, Refusal> {
    let requests: Vec<Value> = business.inside().requests.iter().map(view).collect();
    told(&json!({"requests": requests}))
}

/// Without tokens and without the secrets that a token costs.
fn view(received: &ReceivedRequest) -> Value {
    let headers: Map<String, Value> = received
        .headers
        .iter()
        .filter(|(_, value)| !value.is_sensitive())
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into()))
        .collect();
    json!({
        "received_on": rfc_3339(received.received_on),
        "method": received.method.as_str(),
        "path": received.uri.path(),
        "query": received.uri.query(),
        "operation": received.operation_id,
        "status": received.status.map(|status| status.as_u16()),
        "headers": headers,
        "body": if received.operation_id == Some(TOKEN) { Value::Null } else { body(received) },
    })
}

/// As JSON where it is one, else as text.
fn body(received: &ReceivedRequest) -> Value {
    match received.json() {
        Some(json) => json,
        None if received.body.is_empty() => Value::Null,
        None => String::from_utf8_lossy(&received.body).into(),
    }
}
