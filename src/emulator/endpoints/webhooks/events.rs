//! Events.

use serde_json::json;

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let event = business.events.get(call.path("event_id"))?;
    Ok(Answer::envelope(json!({
        "event": {
            "type": event.r#type,
            "source": event.source,
            "event_id": event.id,
            "timestamp": event.happened_on,
            "data": event.data(),
        }
    })))
}
