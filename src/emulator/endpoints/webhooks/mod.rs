//! Webhooks, the events that they tell of, and the types of these.

mod event_types;
mod events;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod webhooks;

use super::Entry;
use crate::webhooks::{CreateWebHook, DeleteWebHook, GetEvent, GetEventTypes, GetWebHooks, UpdateWebHook};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetEvent>(events::get),
    Entry::of::<GetEventTypes>(event_types::list),
    Entry::of::<DeleteWebHook>(webhooks::delete),
    Entry::of::<UpdateWebHook>(webhooks::update),
    Entry::of::<GetWebHooks>(webhooks::list),
    Entry::of::<CreateWebHook>(webhooks::create),
];
