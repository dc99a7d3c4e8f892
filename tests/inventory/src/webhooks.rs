//! Webhooks, the events that they tell of, and the types of these.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::webhooks::*;

use crate::operation::operations;

operations! {
    "GetEvent" GET "/api/v1/events/{event_id}" "read:events"
        GetEvent::new(event_id: Path text) {}
        -> webhooks::GetEventResponse;
    "GetEventTypes" GET "/api/v1/event_types" "read:event_types"
        GetEventTypes::new() {}
        -> webhooks::GetEventTypesResponse listing event_types;
    "DeleteWebHook" DELETE "/api/v1/webhooks/{webhook_id}" "delete:webhooks"
        DeleteWebHook::new(webhook_id: Path text) {}
        -> webhooks::DeleteWebhookResponse;
    "UpdateWebHook" PATCH "/api/v1/webhooks/{webhook_id}" "update:webhooks"
        UpdateWebHook::new(webhook_id: Path text)
        { event_types: Body texts, name: Body text, description: Body nullable }
        -> webhooks::UpdateWebhookResponse;
    "GetWebHooks" GET "/api/v1/webhooks" "read:webhooks"
        GetWebHooks::new() {}
        -> webhooks::GetWebhooksResponse listing webhooks;
    "CreateWebHook" POST "/api/v1/webhooks" "create:webhooks"
        CreateWebHook::new(endpoint: Body text, event_types: Body texts, name: Body text)
        { description: Body nullable }
        -> webhooks::CreateWebhookResponse;
}
