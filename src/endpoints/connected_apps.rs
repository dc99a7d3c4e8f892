//! Connected apps: tokens of other services, for a user or an organization.
//!
//! A user signs in to the other service at a URL that Kinde gives; with the session that belongs to it, the program
//! gets tokens from then on. The session is a secret: whoever has it gets the tokens.
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::connected_apps::{GetConnectedAppAuthUrl, GetConnectedAppToken};
//!
//! let start = GetConnectedAppAuthUrl::new("calendar").user_id("kp_17");
//! let answer = start.response(&http::Response::new(
//!     r#"{"url":"https://calendar.example/sign_in","session_id":"session_1"}"#,
//! ))?;
//! let session = answer.session_id.expect("a session that the user signs in to");
//!
//! // The user has been at `answer.url` meanwhile.
//! let token = GetConnectedAppToken::new(session);
//! let answer = token.response(&http::Response::new(r#"{"access_token":"a-token"}"#))?;
//! assert_eq!(answer.access_token, Some("a-token".into()));
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, Operation, OrgCode, RequestBuilder, RequestError, Secret, UserId};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::connected_apps::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.scope == "create:connected_apps"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetConnectedAppAuthUrl>(),
    Operation::of::<GetConnectedAppToken>(),
    Operation::of::<RevokeConnectedAppToken>(),
];

/// `GET /api/v1/connected_apps/auth_url`: gets the URL where a user signs in to a connected app, and the session for
/// it.
///
/// Scope: `read:connected_apps`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`ConnectedAppsAuthUrl`].
///
/// Set either a [user](Self::user_id) or an [organization](Self::org_code): whom the tokens will be for.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::connected_apps::GetConnectedAppAuthUrl;
///
/// let request = GetConnectedAppAuthUrl::new("calendar").org_code("org_1").request(&api)?;
/// assert_eq!(request.uri().query(), Some("key_code_ref=calendar&org_code=org_1"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connected-apps/get/api/v1/connected_apps/auth_url)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetConnectedAppAuthUrl {
    /// The connected app, by its key code reference.
    pub key_code_ref: String,
    /// The user for whom the tokens will be.
    pub user_id: Option<UserId>,
    /// The organization for which the tokens will be.
    pub org_code: Option<OrgCode>,
    /// Where the other service sends the user afterwards, if not to the URL that the connected app is set up with.
    pub override_callback_url: Option<String>,
}

options! {
    GetConnectedAppAuthUrl::new(key_code_ref: into String) {
        user_id: into UserId;
        org_code: into OrgCode;
        override_callback_url: into String;
    }
}

impl Endpoint for GetConnectedAppAuthUrl {
    type Output = ConnectedAppsAuthUrl;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/connected_apps/auth_url";
    const OPERATION_ID: &'static str = "GetConnectedAppAuthUrl";
    const SCOPE: &'static str = "read:connected_apps";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query_not_empty("key_code_ref", Some(&self.key_code_ref))
            .query_not_empty("user_id", self.user_id.as_ref())
            .query_not_empty("org_code", self.org_code.as_ref())
            .query("override_callback_url", self.override_callback_url.as_ref())
            .build()
    }
}

/// What [`GetConnectedAppAuthUrl`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ConnectedAppsAuthUrl {
    /// Where the user signs in to the other service.
    pub url: Option<String>,
    /// The session that tokens are fetched with afterwards. A secret.
    pub session_id: Option<Secret>,
}

fields!(ConnectedAppsAuthUrl { url, session_id });

/// `GET /api/v1/connected_apps/token`: gets a token of the other service, for a session that is signed in.
///
/// Scope: `read:connected_apps`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`ConnectedAppsAccessToken`].
///
/// ```
/// use kinde_api::{Endpoint, connected_apps::GetConnectedAppToken};
///
/// let response = http::Response::new(
///     r#"{"access_token":"a-token","access_token_expiry":"2026-07-01T00:00:00Z"}"#,
/// );
/// let token = GetConnectedAppToken::new("session_1").response(&response)?;
/// assert_eq!(token.access_token_expiry.and_then(|time| time.unix_seconds()), Some(1_782_864_000));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connected-apps/get/api/v1/connected_apps/token)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetConnectedAppToken {
    /// The session, from [`GetConnectedAppAuthUrl`]. A secret: Kinde takes it in the query, so it ends up in logs of
    /// URLs.
    pub session_id: Secret,
}

impl GetConnectedAppToken {
    /// For this session.
    #[must_use]
    pub fn new(session_id: impl Into<Secret>) -> Self {
        Self { session_id: session_id.into() }
    }
}

impl Endpoint for GetConnectedAppToken {
    type Output = ConnectedAppsAccessToken;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/connected_apps/token";
    const OPERATION_ID: &'static str = "GetConnectedAppToken";
    const SCOPE: &'static str = "read:connected_apps";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).query_secret("session_id", Some(&self.session_id)).build()
    }
}

/// What [`GetConnectedAppToken`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ConnectedAppsAccessToken {
    /// The token of the other service.
    pub access_token: Option<Secret>,
    /// When it expires.
    pub access_token_expiry: Option<DateTime>,
}

fields!(ConnectedAppsAccessToken { access_token, access_token_expiry });

/// `POST /api/v1/connected_apps/revoke`: ends a session and the tokens that belong to it.
///
/// Scope: `create:connected_apps`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone: the user has to sign in again. Disconnecting an app in Kinde's pages does not revoke its tokens.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::connected_apps::RevokeConnectedAppToken;
///
/// let request = RevokeConnectedAppToken::new("session_1").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/connected_apps/revoke");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connected-apps/post/api/v1/connected_apps/revoke)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RevokeConnectedAppToken {
    /// The session, from [`GetConnectedAppAuthUrl`]. A secret: Kinde takes it in the query, so it ends up in logs of
    /// URLs.
    pub session_id: Secret,
}

impl RevokeConnectedAppToken {
    /// For this session.
    #[must_use]
    pub fn new(session_id: impl Into<Secret>) -> Self {
        Self { session_id: session_id.into() }
    }
}

impl Endpoint for RevokeConnectedAppToken {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/connected_apps/revoke";
    const OPERATION_ID: &'static str = "RevokeConnectedAppToken";
    const SCOPE: &'static str = "create:connected_apps";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).query_secret("session_id", Some(&self.session_id)).build()
    }
}
