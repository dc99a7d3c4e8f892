//! Events: what has happened, as webhooks tell it.

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, EventId, RequestBuilder, RequestError};

/// `GET /api/v1/events/{event_id}`: one event by its id, which a webhook's body has as `event_id`.
///
/// Scope: `read:events`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetEventResponse`].
///
/// No operation lists events. According to Kinde's reference, an unknown id is a 400, not a 404.
///
/// ```
/// use kinde_api::{Endpoint, webhooks::GetEvent};
///
/// let response = http::Response::new(
///     r#"{"event":{"type":"user.created","event_id":"event_1","timestamp":1731897123,"data":{"user":{"id":"kp_1"}}}}"#,
/// );
/// let event = GetEvent::new("event_1").response(&response)?.event.unwrap_or_default();
/// assert_eq!(event.r#type.as_deref(), Some("user.created"));
/// assert_eq!(event.timestamp.and_then(|time| time.unix_seconds()), Some(1_731_897_123));
/// assert_eq!(event.data.unwrap_or_default()["user"]["id"], "kp_1");
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/webhooks/get/api/v1/events/{event_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetEvent {
    /// The event.
    pub event_id: EventId,
}

impl GetEvent {
    /// The event with this id.
    #[must_use]
    pub fn new(event_id: impl Into<EventId>) -> Self {
        Self { event_id: event_id.into() }
    }
}

impl Endpoint for GetEvent {
    type Output = GetEventResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/events/{event_id}";
    const OPERATION_ID: &'static str = "GetEvent";
    const SCOPE: &'static str = "read:events";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.event_id).build()
    }
}

/// What [`GetEvent`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetEventResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The event.
    pub event: Option<Event>,
}

fields!(GetEventResponse { code, message, event });

/// Something that has happened, as [`GetEvent`] gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// What has happened, such as `user.created`: the code of an [event type](super::EventType).
    pub r#type: Option<String>,
    /// What made it happen: a user, say, or the API.
    pub source: Option<String>,
    /// The id of the event.
    pub event_id: Option<EventId>,
    /// When it happened. Kinde's reference declares a number and speaks of ISO 8601; both are read.
    pub timestamp: Option<DateTime>,
    /// What it happened to; its form is that of the event's type.
    pub data: Option<Value>,
}

fields!(Event { r#type = "type", source, event_id, timestamp, data: value });
