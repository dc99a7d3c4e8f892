//! The types of events that webhooks can report.

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, RequestBuilder, RequestError};

/// `GET /api/v1/event_types`: the types of events that there are, all at once.
///
/// Scope: `read:event_types`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetEventTypesResponse`].
///
/// Their codes are what [`CreateWebHook`](super::CreateWebHook) wants. The list grows with Kinde's features; an update
/// of a user, for example, is also reported when the user's memberships, roles or permissions change, and imported
/// users are not reported as created.
///
/// ```
/// use kinde_api::{Endpoint, webhooks::GetEventTypes};
///
/// let response = http::Response::new(
///     r#"{"event_types":[{"id":"et_1","code":"user.created","schema":{"type":"object"}}]}"#,
/// );
/// let answer = GetEventTypes::new().response(&response)?;
/// assert_eq!(answer.event_types[0].code.as_deref(), Some("user.created"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/webhooks/get/api/v1/event_types)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetEventTypes {}

options! {
    /// All of them.
    GetEventTypes::new() {}
}

impl Endpoint for GetEventTypes {
    type Output = GetEventTypesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/event_types";
    const OPERATION_ID: &'static str = "GetEventTypes";
    const SCOPE: &'static str = "read:event_types";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetEventTypes`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetEventTypesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The types of events.
    pub event_types: Vec<EventType>,
}

fields!(GetEventTypesResponse { code, message, event_types: page required });

/// A type of events, as [`GetEventTypes`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct EventType {
    /// The id, such as `et_0192b194f6156fb7452fe38cfb144958`. No operation wants it.
    pub id: Option<String>,
    /// The code, such as `user.created`: what webhooks and events have.
    pub code: Option<String>,
    /// Its name for people.
    pub name: Option<String>,
    /// Who defined it.
    pub origin: Option<String>,
    /// The form of the [data](super::Event::data) of such an event, as a JSON Schema.
    pub schema: Option<Value>,
}

fields!(EventType { id, code, name, origin, schema: value });
