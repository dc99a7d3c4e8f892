//! Subscribers: people who asked to hear from the business.
//!
//! A subscriber has `id` and `email` in a list, `preferred_email` when it is read alone, and `subscriber_id` when it is
//! made. No operation changes or deletes a subscriber; only [`DeleteUser`](crate::users::DeleteUser) can remove the one
//! that belongs to a user, together with the user's profile.
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::subscribers::{CreateSubscriber, GetSubscriber};
//!
//! let subscriber = CreateSubscriber::new("Reader", "17", "reader17@example.com");
//! let answer = subscriber.response(&http::Response::new(r#"{"subscriber":{"subscriber_id":"subscriber_17"}}"#))?;
//!
//! let id = answer.subscriber.and_then(|subscriber| subscriber.subscriber_id).ok_or("no id")?;
//! let request = GetSubscriber::new(id).request(&api)?;
//! assert_eq!(request.uri().path(), "/api/v1/subscribers/subscriber_17");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, Endpoint, Operation, RequestBuilder, RequestError, SubscriberId};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::subscribers::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.scope == "create:subscribers"));
/// ```
pub static OPERATIONS: &[Operation] =
    &[Operation::of::<GetSubscribers>(), Operation::of::<CreateSubscriber>(), Operation::of::<GetSubscriber>()];

/// `GET /api/v1/subscribers`: the subscribers of the business.
///
/// Scope: `read:subscribers`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetSubscribersResponse`].
/// [`Client::items`](crate::Client::items) gives each [`SubscriberItem`] of all pages.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::subscribers::{GetSubscribers, SubscriberSort};
///
/// let subscribers = GetSubscribers::new().sort(SubscriberSort::EmailAsc).page_size(500);
/// assert_eq!(subscribers.request(&api)?.uri().query(), Some("sort=email_asc&page_size=500"));
///
/// let response = http::Response::new(r#"{"subscribers":[{"id":"subscriber_17","email":"reader17@example.com"}]}"#);
/// let page = subscribers.response(&response)?;
/// assert_eq!(page.subscribers[0].email.as_deref(), Some("reader17@example.com"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/subscribers/get/api/v1/subscribers)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetSubscribers {
    /// The field and direction to sort by.
    pub sort: Option<SubscriberSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetSubscribers::new() {
        sort: into SubscriberSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetSubscribers {
    type Output = GetSubscribersResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/subscribers";
    const OPERATION_ID: &'static str = "GetSubscribers";
    const SCOPE: &'static str = "read:subscribers";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetSubscribers: subscribers of SubscriberItem);

open_enum! {
    /// What [`GetSubscribers`] sorts by.
    pub enum SubscriberSort {
        /// By name, A first.
        NameAsc = "name_asc",
        /// By name, Z first.
        NameDesc = "name_desc",
        /// By address, A first.
        EmailAsc = "email_asc",
        /// By address, Z first.
        EmailDesc = "email_desc",
    }
}

/// What [`GetSubscribers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetSubscribersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The subscribers of this page.
    pub subscribers: Vec<SubscriberItem>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetSubscribersResponse { code, message, subscribers: page required, next_token });

/// A subscriber, as [`GetSubscribers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct SubscriberItem {
    /// The id of the subscriber.
    pub id: Option<SubscriberId>,
    /// The address: what [`Subscriber`] calls `preferred_email`.
    pub email: Option<String>,
    /// First and last name.
    pub full_name: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
}

fields!(SubscriberItem { id, email, full_name, first_name, last_name });

/// `GET /api/v1/subscribers/{subscriber_id}`: one subscriber, in a list.
///
/// Scope: `read:subscribers`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetSubscriberResponse`].
///
/// Kinde answers with a list that has the one subscriber in it. According to Kinde's reference, an unknown id is a 400,
/// not a 404.
///
/// ```
/// use kinde_api::{Endpoint, subscribers::GetSubscriber};
///
/// let response = http::Response::new(r#"{"subscribers":[{"preferred_email":"reader17@example.com"}]}"#);
/// let answer = GetSubscriber::new("subscriber_17").response(&response)?;
/// let subscriber = answer.subscribers.first();
/// assert_eq!(subscriber.and_then(|one| one.preferred_email.as_deref()), Some("reader17@example.com"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/subscribers/get/api/v1/subscribers/{subscriber_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetSubscriber {
    /// The subscriber.
    pub subscriber_id: SubscriberId,
}

impl GetSubscriber {
    /// The subscriber with this id.
    #[must_use]
    pub fn new(subscriber_id: impl Into<SubscriberId>) -> Self {
        Self { subscriber_id: subscriber_id.into() }
    }
}

impl Endpoint for GetSubscriber {
    type Output = GetSubscriberResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/subscribers/{subscriber_id}";
    const OPERATION_ID: &'static str = "GetSubscriber";
    const SCOPE: &'static str = "read:subscribers";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.subscriber_id).build()
    }
}

/// What [`GetSubscriber`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetSubscriberResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The one subscriber, or nothing.
    pub subscribers: Vec<Subscriber>,
}

fields!(GetSubscriberResponse { code, message, subscribers: list });

/// A subscriber, as [`GetSubscriber`] gives one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Subscriber {
    /// The id of the subscriber.
    pub id: Option<SubscriberId>,
    /// The address: what [`SubscriberItem`] calls `email`.
    pub preferred_email: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
}

fields!(Subscriber { id, preferred_email, first_name, last_name });

/// `POST /api/v1/subscribers`: creates a subscriber.
///
/// Scope: `create:subscribers`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateSubscriberSuccessResponse`].
///
/// There is no body: all three go into the query, so name and address end up in every log of URIs. There is no
/// operation that deletes a subscriber. Kinde answers 201, without `code` and `message`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::subscribers::CreateSubscriber;
///
/// let subscriber = CreateSubscriber::new("Reader", "17", "reader17@example.com");
/// let request = subscriber.request(&api)?;
/// assert_eq!(request.uri().query(), Some("first_name=Reader&last_name=17&email=reader17%40example.com"));
///
/// let response = http::Response::new(r#"{"subscriber":{"subscriber_id":"subscriber_17"}}"#);
/// let answer = subscriber.response(&response)?;
/// assert_eq!(answer.subscriber.and_then(|created| created.subscriber_id), Some("subscriber_17".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/subscribers/post/api/v1/subscribers)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CreateSubscriber {
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The address.
    pub email: String,
}

impl CreateSubscriber {
    /// With first name, last name and address.
    #[must_use]
    pub fn new(first_name: impl Into<String>, last_name: impl Into<String>, email: impl Into<String>) -> Self {
        Self { first_name: first_name.into(), last_name: last_name.into(), email: email.into() }
    }
}

impl Endpoint for CreateSubscriber {
    type Output = CreateSubscriberSuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/subscribers";
    const OPERATION_ID: &'static str = "CreateSubscriber";
    const SCOPE: &'static str = "create:subscribers";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("first_name", Some(&self.first_name))
            .query("last_name", Some(&self.last_name))
            .query("email", Some(&self.email))
            .build()
    }
}

/// What [`CreateSubscriber`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateSubscriberSuccessResponse {
    /// The subscriber that was made.
    pub subscriber: Option<CreatedSubscriber>,
}

fields!(CreateSubscriberSuccessResponse { subscriber });

/// The subscriber that [`CreateSubscriber`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedSubscriber {
    /// The id of the subscriber.
    pub subscriber_id: Option<SubscriberId>,
}

fields!(CreatedSubscriber { subscriber_id });
