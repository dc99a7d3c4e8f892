//! Webhooks themselves.

use http::Uri;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, nullable, required, required_text};
use crate::emulator::clock::date_time;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::webhooks::Webhook;
use crate::emulator::unknown::Unknown;
use crate::wire::origin::is_loopback;
use crate::{Nullable, WebhookId};

pub(super) fn list(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let webhooks: Vec<Value> = business.webhooks.iter().map(view).collect();
    Ok(Answer::envelope(json!({"webhooks": webhooks})))
}

fn view(webhook: &Webhook) -> Value {
    json!({
        "id": webhook.id,
        "name": webhook.name,
        "endpoint": webhook.endpoint,
        "description": webhook.description,
        "event_types": webhook.event_types.iter().map(|r#type| r#type.code()).collect::<Vec<_>>(),
        "created_on": date_time(webhook.created_on),
    })
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        endpoint: Option<String>,
        event_types: Option<Vec<String>>,
        name: Option<String>,
        description: Option<String>,
    }

    let body: Body = call.json()?;
    let endpoint = required_text(body.endpoint, "endpoint")?;
    let event_types = event_types(&required(body.event_types, "event_types")?)?;
    let name = required_text(body.name, "name")?;
    if !is_endpoint(&endpoint) {
        return Err(Refusal::bad("ENDPOINT_INVALID", "the endpoint of a webhook is a URL of https"));
    }
    let id = WebhookId::from(business.random.id("webhook_"));
    let content = json!({"webhook": {"id": id, "endpoint": endpoint}});
    let (description, created_on) = (body.description, call.now);
    business.webhooks.add(Webhook { id, name, endpoint, description, event_types, created_on });
    Ok(Answer::envelope(content))
}

fn event_types(codes: &[String]) -> Result<Vec<EventType>, Unknown> {
    codes.iter().map(|code| EventType::of(code)).collect()
}

/// Kinde takes https alone; here, a receiver under test may be on this machine.
fn is_endpoint(endpoint: &str) -> bool {
    let Ok(uri) = endpoint.parse::<Uri>() else { return false };
    match uri.scheme_str() {
        Some("https") => uri.host().is_some(),
        Some("http") => uri.host().is_some_and(is_loopback),
        _ => false,
    }
}

/// The endpoint can't be changed.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        event_types: Option<Vec<String>>,
        name: Option<String>,
        #[serde(default, deserialize_with = "nullable")]
        description: Nullable<String>,
    }

    let id = business.webhooks.get(call.path("webhook_id"))?.id.clone();
    let body: Body = call.json()?;
    let event_types = body.event_types.map(|codes| event_types(&codes)).transpose()?;
    let name = body.name.map(|name| required_text(Some(name), "name")).transpose()?;
    let webhook = business.webhooks.get_mut(id.as_str())?;
    if let Some(event_types) = event_types {
        webhook.event_types = event_types;
    }
    if let Some(name) = name {
        webhook.name = name;
    }
    if !body.description.is_absent() {
        webhook.description = body.description.value().cloned();
    }
    Ok(Answer::envelope(json!({"webhook": {"id": id}})))
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.webhooks.number(call.path("webhook_id"))?;
    business.webhooks.remove(number);
    Ok(Answer::success())
}
