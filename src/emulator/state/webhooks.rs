//! Webhooks: who is told of what happens.

use super::event_types::EventType;
use super::register::Registered;
use crate::WebhookId;
use crate::emulator::unknown::Thing;

#[derive(Debug)]
pub(crate) struct Webhook {
    pub(crate) id: WebhookId,
    pub(crate) name: String,
    pub(crate) endpoint: String,
    pub(crate) description: Option<String>,
    pub(crate) event_types: Vec<EventType>,
    pub(crate) created_on: u64,
}

impl Registered for Webhook {
    const THING: Thing = Thing::Webhook;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}
