//! What has happened, and of whom it is not told yet.

use std::collections::VecDeque;

use super::register::{Number, Register, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::{EventId, WebhookId};

/// How many events are kept: a server that runs for long makes more.
const MOST: usize = 10_000;

#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) id: EventId,
    /// A code: one that Kinde has, unless a test has put in another.
    pub(crate) r#type: String,
    pub(crate) source: &'static str,
    pub(crate) happened_on: u64,
    /// A JSON object, as text, which takes the least room.
    pub(crate) data: Box<str>,
}

impl Registered for Event {
    const THING: Thing = Thing::Event;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// The last events, and which webhook is still to be told of which.
#[derive(Debug, Default)]
pub(crate) struct Events {
    all: Register<Event>,
    untold: VecDeque<(WebhookId, Number)>,
}

impl Events {
    pub(crate) fn get(&self, id: &str) -> Result<&Event, Unknown> {
        self.all.get(id)
    }

    /// Adds what has happened, and of whom it is to be told.
    pub(crate) fn add(&mut self, event: Event, listeners: impl IntoIterator<Item = WebhookId>) {
        let number = self.all.add(event);
        self.untold.extend(listeners.into_iter().map(|webhook| (webhook, number)));
        if self.all.len() > MOST {
            let oldest = self.all.numbered().next().map(|(number, _)| number);
            oldest.and_then(|number| self.all.remove(number));
            let all = &self.all;
            while self.untold.front().is_some_and(|(_, number)| all.at(*number).is_none()) {
                self.untold.pop_front();
            }
        }
    }

    /// What there is to be told, the oldest first; nothing of it a second time.
    pub(crate) fn take_untold(&mut self) -> Vec<(WebhookId, Number)> {
        self.untold.drain(..).collect()
    }

    pub(crate) fn at(&self, number: Number) -> Option<&Event> {
        self.all.at(number)
    }
}
