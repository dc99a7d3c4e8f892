//! Webhooks themselves: list, create, update, delete.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, Nullable, RequestBuilder, RequestError, WebhookId};

/// `GET /api/v1/webhooks`: the webhooks of the environment, all at once.
///
/// Scope: `read:webhooks`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetWebhooksResponse`].
///
/// ```
/// use kinde_api::{Endpoint, webhooks::GetWebHooks};
///
/// let response = http::Response::new(
///     r#"{"webhooks":[{"id":"webhook_1","endpoint":"https://app.example.com/kinde","event_types":["user.created"]}]}"#,
/// );
/// let answer = GetWebHooks::new().response(&response)?;
/// assert_eq!(answer.webhooks[0].event_types, ["user.created"]);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/webhooks/get/api/v1/webhooks)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetWebHooks {}

options! {
    /// All of them.
    GetWebHooks::new() {}
}

impl Endpoint for GetWebHooks {
    type Output = GetWebhooksResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/webhooks";
    const OPERATION_ID: &'static str = "GetWebHooks";
    const SCOPE: &'static str = "read:webhooks";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetWebHooks`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetWebhooksResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The webhooks.
    pub webhooks: Vec<Webhook>,
}

fields!(GetWebhooksResponse { code, message, webhooks: page required });

/// A webhook, as [`GetWebHooks`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Webhook {
    /// The id: what the operations on a single webhook want.
    pub id: Option<WebhookId>,
    /// Its name for people.
    pub name: Option<String>,
    /// The URL that events are sent to.
    pub endpoint: Option<String>,
    /// What it is for, for people.
    pub description: Option<String>,
    /// The codes of the types of events that are sent, such as `user.created`.
    pub event_types: Vec<String>,
    /// When it was created.
    pub created_on: Option<DateTime>,
}

fields!(Webhook { id, name, endpoint, description, event_types: list, created_on });

/// `POST /api/v1/webhooks`: lets Kinde send events of some types to an address of yours.
///
/// Scope: `create:webhooks`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateWebhookResponse`].
///
/// The address must be https and can't be changed. How many webhooks there can be depends on the plan. The types of
/// events are given by their codes, which [`GetEventTypes`](super::GetEventTypes) lists. Kinde answers 200 with id and
/// address.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::webhooks::CreateWebHook;
///
/// let webhook = CreateWebHook::new("https://app.example.com/kinde", ["user.created"], "New users");
/// assert_eq!(
///     webhook.request(&api)?.body(),
///     br#"{"endpoint":"https://app.example.com/kinde","event_types":["user.created"],"name":"New users"}"#
/// );
///
/// let response = http::Response::new(r#"{"code":"OK","webhook":{"id":"webhook_1"}}"#);
/// assert_eq!(webhook.response(&response)?.webhook.and_then(|made| made.id), Some("webhook_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/webhooks/post/api/v1/webhooks)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateWebHook {
    /// The URL to send events to.
    pub endpoint: String,
    /// The codes of the types of events to send, such as `user.created`.
    pub event_types: Vec<String>,
    /// Its name for people.
    pub name: String,
    /// What it is for, for people; null for nothing.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub description: Nullable<String>,
}

options! {
    CreateWebHook::new(endpoint: into String, event_types: texts String, name: into String) {
        description: nullable String;
    }
}

impl Endpoint for CreateWebHook {
    type Output = CreateWebhookResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/webhooks";
    const OPERATION_ID: &'static str = "CreateWebHook";
    const SCOPE: &'static str = "create:webhooks";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateWebHook`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateWebhookResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The webhook that was made.
    pub webhook: Option<CreatedWebhook>,
}

fields!(CreateWebhookResponse { code, message, webhook });

/// The webhook that [`CreateWebHook`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedWebhook {
    /// The id of the webhook.
    pub id: Option<WebhookId>,
    /// The URL that events are sent to.
    pub endpoint: Option<String>,
}

fields!(CreatedWebhook { id, endpoint });

/// `PATCH /api/v1/webhooks/{webhook_id}`: changes name, description and types of events of a webhook.
///
/// Scope: `update:webhooks`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateWebhookResponse`].
///
/// What is not set stays as it is; the types of events that are set replace those before. The address can't be changed:
/// make another webhook, and delete this one.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::webhooks::UpdateWebHook;
///
/// let webhook = UpdateWebHook::new("webhook_1").event_types(["user.created", "user.deleted"]).description(None);
/// assert_eq!(
///     webhook.request(&api)?.body(),
///     br#"{"event_types":["user.created","user.deleted"],"description":null}"#
/// );
///
/// let response = http::Response::new(r#"{"code":"OK","webhook":{"id":"webhook_1"}}"#);
/// assert_eq!(webhook.response(&response)?.webhook.and_then(|changed| changed.id), Some("webhook_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/webhooks/patch/api/v1/webhooks/{webhook_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateWebHook {
    /// The webhook.
    #[serde(skip)]
    pub webhook_id: WebhookId,
    /// The codes of the types of events to send, such as `user.created`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_types: Option<Vec<String>>,
    /// Its name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for, for people; null for nothing.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub description: Nullable<String>,
}

options! {
    /// Changes nothing until something is set.
    UpdateWebHook::new(webhook_id: into WebhookId) {
        event_types: texts String;
        name: into String;
        description: nullable String;
    }
}

impl Endpoint for UpdateWebHook {
    type Output = UpdateWebhookResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/webhooks/{webhook_id}";
    const OPERATION_ID: &'static str = "UpdateWebHook";
    const SCOPE: &'static str = "update:webhooks";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.webhook_id).json(self).build()
    }
}

/// What [`UpdateWebHook`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateWebhookResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The webhook that was changed.
    pub webhook: Option<UpdatedWebhook>,
}

fields!(UpdateWebhookResponse { code, message, webhook });

/// The webhook that [`UpdateWebHook`] changed, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdatedWebhook {
    /// The id of the webhook.
    pub id: Option<WebhookId>,
}

fields!(UpdatedWebhook { id });

/// `DELETE /api/v1/webhooks/{webhook_id}`: deletes a webhook.
///
/// Scope: `delete:webhooks`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`DeleteWebhookResponse`].
///
/// Nothing is sent to its address from then on.
///
/// ```
/// use kinde_api::{Endpoint, webhooks::DeleteWebHook};
///
/// let response = http::Response::new(r#"{"code":"OK","message":"The webhook was deleted"}"#);
/// let answer = DeleteWebHook::new("webhook_1").response(&response)?;
/// assert_eq!(answer.message.as_deref(), Some("The webhook was deleted"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/webhooks/delete/api/v1/webhooks/{webhook_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteWebHook {
    /// The webhook.
    pub webhook_id: WebhookId,
}

impl DeleteWebHook {
    /// The webhook with this id.
    #[must_use]
    pub fn new(webhook_id: impl Into<WebhookId>) -> Self {
        Self { webhook_id: webhook_id.into() }
    }
}

impl Endpoint for DeleteWebHook {
    type Output = DeleteWebhookResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/webhooks/{webhook_id}";
    const OPERATION_ID: &'static str = "DeleteWebHook";
    const SCOPE: &'static str = "delete:webhooks";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.webhook_id).build()
    }
}

/// What [`DeleteWebHook`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct DeleteWebhookResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(DeleteWebhookResponse { code, message });
