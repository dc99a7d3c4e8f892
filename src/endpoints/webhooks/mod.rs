//! Webhooks, the events that they report, and the types of those.
//!
//! What changes at Kinde is an event, which has a type, such as `user.created`. A webhook is an address of yours to
//! which Kinde sends the events of some types: a POST whose body is a signed JWT (`application/jwt`), with an id in the
//! header `webhook-id` that is the same when it is sent again. Kinde tries for 36 hours, and turns a webhook off that
//! has failed for 72. To be told of users who come and go:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::webhooks::CreateWebHook;
//!
//! let users = CreateWebHook::new("https://app.example.com/kinde", ["user.created", "user.deleted"], "Users");
//! assert_eq!(users.request(&api)?.uri().path(), "/api/v1/webhooks");
//! # Ok::<(), kinde_api::RequestError>(())
//! ```

mod event_types;
mod events;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod webhooks;

pub use event_types::{EventType, GetEventTypes, GetEventTypesResponse};
pub use events::{Event, GetEvent, GetEventResponse};
pub use webhooks::{
    CreateWebHook, CreateWebhookResponse, CreatedWebhook, DeleteWebHook, DeleteWebhookResponse, GetWebHooks,
    GetWebhooksResponse, UpdateWebHook, UpdateWebhookResponse, UpdatedWebhook, Webhook,
};

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::webhooks::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "GetWebHooks"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetEvent>(),
    Operation::of::<GetEventTypes>(),
    Operation::of::<DeleteWebHook>(),
    Operation::of::<UpdateWebHook>(),
    Operation::of::<GetWebHooks>(),
    Operation::of::<CreateWebHook>(),
];
