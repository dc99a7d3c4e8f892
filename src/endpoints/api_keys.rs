//! API keys: create, list, verify, rotate and revoke them.
//!
//! A key lets a user's or an organization's program call an API of yours. The API asks Kinde whether the key that it
//! was called with is valid:
//!
//! ```
//! # use std::convert::Infallible;
//! # use http::{Request, Response};
//! # use kinde_api::{Client, Credentials};
//! use kinde_api::api_keys::VerifyApiKey;
//! # let transport = |_: Request<Vec<u8>>| {
//! #     Ok::<_, Infallible>(Response::new(br#"{"is_valid":true,"scopes":["read:reports"]}"#.to_vec()))
//! # };
//! # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
//!
//! let answer = client.send(&VerifyApiKey::new("k_live_1"))?;
//! let may_read = answer.is_valid == Some(true) && answer.scopes.iter().any(|scope| scope == "read:reports");
//! assert!(may_read);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! API keys are part of Kinde's paid plans.

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{
    Api, ApiId, ApiKeyId, DateTime, Endpoint, Nullable, Operation, OrgCode, RequestBuilder, RequestError, ScopeId,
    ScopeKey, Secret, UserId,
};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::api_keys::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "rotateApiKey"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetApiKeys>(),
    Operation::of::<CreateApiKey>(),
    Operation::of::<GetApiKey>(),
    Operation::of::<DeleteApiKey>(),
    Operation::of::<RotateApiKey>(),
    Operation::of::<VerifyApiKey>(),
];

/// `GET /api/v1/api_keys`: the API keys of the environment, without the keys themselves.
///
/// Scope: `read:api_keys`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetApiKeysResponse`].
/// [`Client::items`](crate::Client::items) gives each [`ApiKeyItem`] of all pages.
///
/// Revoked keys are listed too, unless a [status](Self::status) is asked for.
///
/// ```
/// use kinde_api::api_keys::{ApiKeyStatus, GetApiKeys};
/// use kinde_api::{Endpoint, Paged};
///
/// let keys = GetApiKeys::new().status(ApiKeyStatus::Active).page_size(2);
///
/// let response = http::Response::new(r#"{"api_keys":[{"id":"key_1"},{"id":"key_2"}],"has_more":true}"#);
/// let page = keys.response(&response)?;
/// assert_eq!(keys.next_page(&page), Some(keys.starting_after("key_2")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/api-keys/get/api/v1/api_keys)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApiKeys {
    /// How many results a page has; 50 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last key of the page before.
    pub starting_after: Option<String>,
    /// Only keys of users, or only those of organizations.
    pub key_type: Option<ApiKeyType>,
    /// Only keys of this status.
    pub status: Option<ApiKeyStatus>,
    /// Only keys of this user.
    pub user_id: Option<UserId>,
    /// Only keys of this organization.
    pub org_code: Option<OrgCode>,
}

options! {
    /// All of them, in Kinde's order.
    GetApiKeys::new() {
        page_size: plain u32;
        starting_after: into String;
        key_type: into ApiKeyType;
        status: into ApiKeyStatus;
        user_id: into UserId;
        org_code: into OrgCode;
    }
}

impl Endpoint for GetApiKeys {
    type Output = GetApiKeysResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/api_keys";
    const OPERATION_ID: &'static str = "getApiKeys";
    const SCOPE: &'static str = "read:api_keys";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("starting_after", self.starting_after.as_ref())
            .query("key_type", self.key_type.as_ref())
            .query("status", self.status.as_ref())
            .query_not_empty("user_id", self.user_id.as_ref())
            .query_not_empty("org_code", self.org_code.as_ref())
            .build()
    }
}

pages_by_id!(GetApiKeys: api_keys of ApiKeyItem by id);

open_enum! {
    /// Who an API key belongs to, as in [`CreateApiKey`].
    pub enum ApiKeyType {
        /// A user.
        User = "user",
        /// An organization.
        Organization = "organization",
        /// The environment itself.
        Environment = "environment",
    }
}

open_enum! {
    /// Whether an API key is in use, as in [`GetApiKeys`].
    pub enum ApiKeyStatus {
        /// In use.
        Active = "active",
        /// Not in use for now.
        Inactive = "inactive",
        /// Revoked for good.
        Revoked = "revoked",
    }
}

/// What [`GetApiKeys`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApiKeysResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
    /// The keys of this page.
    pub api_keys: Vec<ApiKeyItem>,
}

fields!(GetApiKeysResponse { code, message, has_more, api_keys: page required });

/// An API key in short form, as [`GetApiKeys`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApiKeyItem {
    /// The id: what the endpoints for a single key want. Not the key itself.
    pub id: Option<ApiKeyId>,
    /// Its name for people.
    pub name: Option<String>,
    /// Whether it belongs to a user, an organization or the environment.
    pub r#type: Option<ApiKeyType>,
    /// Whether it is in use.
    pub status: Option<ApiKeyStatus>,
    /// The first six characters of the key, by which people recognise it.
    pub key_prefix: Option<String>,
    /// The last four characters of the key.
    pub key_suffix: Option<String>,
    /// When it was made.
    pub created_on: Option<DateTime>,
    /// When it was last verified.
    pub last_verified_on: Option<DateTime>,
    /// The address from which it was last verified.
    pub last_verified_ip: Option<String>,
    /// The name of the user who made it.
    pub created_by: Option<String>,
    /// The APIs that it is for.
    pub api_ids: Vec<ApiId>,
    /// The scopes that it gives, by key.
    pub scopes: Vec<ScopeKey>,
}

fields!(ApiKeyItem {
    id, name, r#type = "type", status, key_prefix, key_suffix, created_on, last_verified_on, last_verified_ip, created_by,
    api_ids: list, scopes: list,
});

/// `GET /api/v1/api_keys/{key_id}`: one API key, without the key itself.
///
/// Scope: `read:api_keys`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetApiKeyResponse`].
///
/// A revoked key can still be read.
///
/// ```
/// use kinde_api::{Endpoint, api_keys::GetApiKey};
///
/// let response = http::Response::new(r#"{"api_key":{"id":"key_1","status":"revoked","verification_count":17}}"#);
/// let key = GetApiKey::new("key_1").response(&response)?.api_key.unwrap_or_default();
/// assert_eq!((key.status, key.verification_count), (Some("revoked".into()), Some(17)));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/api-keys/get/api/v1/api_keys/{key_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApiKey {
    /// The API key, by id.
    pub key_id: ApiKeyId,
}

impl GetApiKey {
    /// The API key with this id.
    #[must_use]
    pub fn new(key_id: impl Into<ApiKeyId>) -> Self {
        Self { key_id: key_id.into() }
    }
}

impl Endpoint for GetApiKey {
    type Output = GetApiKeyResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/api_keys/{key_id}";
    const OPERATION_ID: &'static str = "getApiKey";
    const SCOPE: &'static str = "read:api_keys";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.key_id).build()
    }
}

/// What [`GetApiKey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApiKeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The API key.
    pub api_key: Option<ApiKey>,
}

fields!(GetApiKeyResponse { code, message, api_key });

/// An API key, as [`GetApiKey`] gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApiKey {
    /// The id: what the endpoints for a single key want. Not the key itself.
    pub id: Option<ApiKeyId>,
    /// Its name for people.
    pub name: Option<String>,
    /// Whether it belongs to a user, an organization or the environment.
    pub r#type: Option<ApiKeyType>,
    /// Whether it is in use.
    pub status: Option<ApiKeyStatus>,
    /// The first six characters of the key, by which people recognise it.
    pub key_prefix: Option<String>,
    /// The last four characters of the key.
    pub key_suffix: Option<String>,
    /// When it was made.
    pub created_on: Option<DateTime>,
    /// When it was last verified.
    pub last_verified_on: Option<DateTime>,
    /// The address from which it was last verified.
    pub last_verified_ip: Option<String>,
    /// The name of the user who made it.
    pub created_by: Option<String>,
    /// The APIs that it is for.
    pub api_ids: Vec<ApiId>,
    /// The scopes that it gives, by key.
    pub scopes: Vec<ScopeKey>,
    /// How many times it was verified.
    pub verification_count: Option<u64>,
    /// The organization that the key belongs to, by its code.
    pub organization_id: Option<OrgCode>,
    /// The user that the key belongs to.
    pub user_id: Option<UserId>,
}

fields!(ApiKey {
    id, name, r#type = "type", status, key_prefix, key_suffix, created_on, last_verified_on, last_verified_ip, created_by,
    api_ids: list, scopes: list, verification_count: count, organization_id, user_id,
});

/// `POST /api/v1/api_keys`: makes an API key.
///
/// Scope: `create:api_keys`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateApiKeyResponse`].
///
/// Only this answer has the key itself: store it, or hand it on. A key of a user needs a [`user_id`](Self::user_id),
/// one of an organization an [`org_code`](Self::org_code). Keys do not expire. Kinde answers 201.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::api_keys::{ApiKeyType, CreateApiKey};
///
/// let key = CreateApiKey::new("Nightly export", ApiKeyType::User, "api_1").user_id("kp_17");
/// assert_eq!(
///     key.request(&api)?.body(),
///     br#"{"name":"Nightly export","type":"user","api_id":"api_1","user_id":"kp_17"}"#
/// );
///
/// let answer = key.response(&http::Response::new(r#"{"api_key":{"id":"key_1","key":"k_live_1"}}"#))?;
/// let made = answer.api_key.unwrap_or_default();
/// assert_eq!(made.key.as_ref().map(|key| key.expose()), Some("k_live_1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/api-keys/post/api/v1/api_keys)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateApiKey {
    /// Its name for people.
    pub name: String,
    /// Who it belongs to.
    pub r#type: ApiKeyType,
    /// The API that it is for.
    pub api_id: ApiId,
    /// The scopes that it gives, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope_ids: Option<Vec<ScopeId>>,
    /// The user that the key belongs to.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub user_id: Nullable<UserId>,
    /// The organization that the key belongs to.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub org_code: Nullable<OrgCode>,
}

options! {
    CreateApiKey::new(name: into String, r#type: into ApiKeyType, api_id: into ApiId) {
        scope_ids: list ScopeId;
        user_id: nullable UserId;
        org_code: nullable OrgCode;
    }
}

impl Endpoint for CreateApiKey {
    type Output = CreateApiKeyResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/api_keys";
    const OPERATION_ID: &'static str = "createApiKey";
    const SCOPE: &'static str = "create:api_keys";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateApiKey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateApiKeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The key that was made.
    pub api_key: Option<CreatedApiKey>,
}

fields!(CreateApiKeyResponse { code, message, api_key });

/// A key that [`CreateApiKey`] or [`RotateApiKey`] made, with the key itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedApiKey {
    /// The id of the API key.
    pub id: Option<ApiKeyId>,
    /// The key itself: shown here and never again.
    pub key: Option<Secret>,
}

fields!(CreatedApiKey { id, key });

/// `PUT /api/v1/api_keys/{key_id}`: replaces the key of an API key by a new one.
///
/// Scope: `update:api_keys`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`RotateApiKeyResponse`].
///
/// The id and everything else stay the same. The old key is refused from then on, which can't be undone, and only this
/// answer has the new one: store it. Kinde answers 201. Although it is a PUT, each call makes another key. A
/// [`Client`](crate::Client) may repeat it after a lost answer; the key in the last answer is the valid one.
///
/// ```
/// use kinde_api::{Endpoint, api_keys::RotateApiKey};
///
/// let response = http::Response::new(r#"{"api_key":{"id":"key_1","key":"k_live_2"}}"#);
/// let key = RotateApiKey::new("key_1").response(&response)?.api_key.unwrap_or_default();
/// assert_eq!(key.key, Some("k_live_2".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/api-keys/put/api/v1/api_keys/{key_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RotateApiKey {
    /// The API key, by id.
    pub key_id: ApiKeyId,
}

impl RotateApiKey {
    /// The API key with this id.
    #[must_use]
    pub fn new(key_id: impl Into<ApiKeyId>) -> Self {
        Self { key_id: key_id.into() }
    }
}

impl Endpoint for RotateApiKey {
    type Output = RotateApiKeyResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/api_keys/{key_id}";
    const OPERATION_ID: &'static str = "rotateApiKey";
    const SCOPE: &'static str = "update:api_keys";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.key_id).build()
    }
}

/// What [`RotateApiKey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RotateApiKeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The API key with its new key.
    pub api_key: Option<CreatedApiKey>,
}

fields!(RotateApiKeyResponse { code, message, api_key });

/// `POST /api/v1/api_keys/verify`: tells whether an API key is valid, and what it may do.
///
/// Scope: none.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`VerifyApiKeyResponse`].
///
/// Kinde's reference calls the endpoint public and names no scope; a page of its documentation says `read:api_keys`.
/// The token is sent as with every call. A key that is not valid is no error: look at
/// [`is_valid`](VerifyApiKeyResponse::is_valid). Each call counts as a verification.
///
/// ```
/// use kinde_api::{Endpoint, api_keys::VerifyApiKey};
///
/// let verify = VerifyApiKey::new("k_live_1");
/// assert_eq!(format!("{verify:?}"), "VerifyApiKey { api_key: Secret(..) }");
///
/// let answer = verify.response(&http::Response::new(r#"{"code":"API_KEY_INVALID","is_valid":false}"#))?;
/// assert_eq!(answer.is_valid, Some(false));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/api-keys/post/api/v1/api_keys/verify)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct VerifyApiKey {
    /// The key itself, not its id.
    pub api_key: Secret,
}

impl VerifyApiKey {
    /// With the key itself.
    #[must_use]
    pub fn new(api_key: impl Into<Secret>) -> Self {
        Self { api_key: api_key.into() }
    }
}

impl Endpoint for VerifyApiKey {
    type Output = VerifyApiKeyResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/api_keys/verify";
    const OPERATION_ID: &'static str = "verifyApiKey";
    const SCOPE: &'static str = "";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).secret_body(true).build()
    }
}

/// What [`VerifyApiKey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct VerifyApiKeyResponse {
    /// A code for the success, such as `API_KEY_VERIFIED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether the key is valid.
    pub is_valid: Option<bool>,
    /// The id of the API key.
    pub key_id: Option<ApiKeyId>,
    /// Whether it is in use.
    pub status: Option<ApiKeyStatus>,
    /// The scopes that it gives, by key.
    pub scopes: Vec<ScopeKey>,
    /// The organization that the key belongs to.
    pub org_code: Option<OrgCode>,
    /// The user that the key belongs to.
    pub user_id: Option<UserId>,
    /// When it was verified before.
    pub last_verified_on: Option<DateTime>,
    /// How many times it was verified.
    pub verification_count: Option<u64>,
}

fields!(VerifyApiKeyResponse {
    code,
    message,
    is_valid,
    key_id,
    status,
    scopes: list,
    org_code,
    user_id,
    last_verified_on,
    verification_count: count,
});

/// `DELETE /api/v1/api_keys/{key_id}`: revokes an API key.
///
/// Scope: `delete:api_keys`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone. The key is refused from then on; its entry stays, as revoked.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::api_keys::DeleteApiKey;
///
/// assert_eq!(DeleteApiKey::new("key_1").request(&api)?.uri().path(), "/api/v1/api_keys/key_1");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/api-keys/delete/api/v1/api_keys/{key_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteApiKey {
    /// The API key, by id.
    pub key_id: ApiKeyId,
}

impl DeleteApiKey {
    /// The API key with this id.
    #[must_use]
    pub fn new(key_id: impl Into<ApiKeyId>) -> Self {
        Self { key_id: key_id.into() }
    }
}

impl Endpoint for DeleteApiKey {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/api_keys/{key_id}";
    const OPERATION_ID: &'static str = "deleteApiKey";
    const SCOPE: &'static str = "delete:api_keys";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.key_id).build()
    }
}
