mod event_types;
mod events;
#[expect(clippy::module_inception, reason = "as in the library")]
mod webhooks;

use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [event_types::requests(), events::requests(), webhooks::requests()].into_iter().flatten().collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [event_types::answers(), events::answers(), webhooks::answers()].concat()
}
