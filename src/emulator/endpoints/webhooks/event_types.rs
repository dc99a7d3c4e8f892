//! The types of events.

use serde_json::{Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;

pub(super) fn list(_: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let types: Vec<Value> = EventType::ALL.iter().map(|r#type| view(*r#type)).collect();
    Ok(Answer::envelope(json!({"event_types": types})))
}

fn view(r#type: EventType) -> Value {
    json!({
        "id": r#type.id(),
        "code": r#type.code(),
        "name": r#type.name(),
        "origin": "kinde",
        "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"},
    })
}
