//! Where a user is signed in.

use http::{Method, Request};
use serde::Serialize;

use crate::wire::fields::fields;
use crate::{
    Api, ApplicationId, ConnectionId, DateTime, Endpoint, OrgCode, RequestBuilder, RequestError, SuccessResponse,
    UserId,
};

/// `GET /api/v1/users/{user_id}/sessions`: where a user is signed in now.
///
/// Scope: `read:user_sessions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetUserSessionsResponse`].
///
/// There is no way to ask for more than Kinde sends, even where `has_more` says that there is. An unknown user is a
/// 404.
///
/// ```
/// use kinde_api::{Endpoint, users::GetUserSessions};
///
/// let response = http::Response::new(
///     r#"{"sessions":[{"session_id":"session_17","expires_on":"2025-04-02T13:04:20+11","last_ip_address":"192.0.2.1"}],
///         "has_more":false}"#,
/// );
/// let answer = GetUserSessions::new("kp_17").response(&response)?;
/// let session = &answer.sessions[0];
/// assert_eq!(session.expires_on.as_ref().and_then(|time| time.unix_seconds()), Some(1_743_559_460));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/get/api/v1/users/{user_id}/sessions)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetUserSessions {
    /// The user.
    pub user_id: UserId,
}

impl GetUserSessions {
    /// The sessions of the user with this id.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self { user_id: user_id.into() }
    }
}

impl Endpoint for GetUserSessions {
    type Output = GetUserSessionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/users/{user_id}/sessions";
    const OPERATION_ID: &'static str = "GetUserSessions";
    const SCOPE: &'static str = "read:user_sessions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).build()
    }
}

/// What [`GetUserSessions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetUserSessionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
    /// The sessions.
    pub sessions: Vec<UserSession>,
}

fields!(GetUserSessionsResponse { code, message, has_more, sessions: page required });

/// A session of a user, as [`GetUserSessions`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UserSession {
    /// The user.
    pub user_id: Option<UserId>,
    /// The organization that the user signed in to, if there is one.
    pub org_code: Option<OrgCode>,
    /// The application that the user signed in to.
    pub client_id: Option<ApplicationId>,
    /// When it ends.
    pub expires_on: Option<DateTime>,
    /// The id of the session. No operation takes it.
    pub session_id: Option<String>,
    /// When it began.
    pub started_on: Option<DateTime>,
    /// When it was last used.
    pub updated_on: Option<DateTime>,
    /// The connection by which the user signed in.
    pub connection_id: Option<ConnectionId>,
    /// The network address that it was last used from.
    pub last_ip_address: Option<String>,
    /// The browser or program that last used it.
    pub last_user_agent: Option<String>,
    /// The network address that it began from.
    pub initial_ip_address: Option<String>,
    /// The browser or program that it began with.
    pub initial_user_agent: Option<String>,
}

fields!(UserSession {
    user_id,
    org_code,
    client_id,
    expires_on,
    session_id,
    started_on,
    updated_on,
    connection_id,
    last_ip_address,
    last_user_agent,
    initial_ip_address,
    initial_user_agent,
});

/// `DELETE /api/v1/users/{user_id}/sessions`: ends all sessions of a user, who is signed out everywhere.
///
/// Scope: `delete:user_sessions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone; the user can sign in again. To keep somebody out, suspend the user by
/// [`UpdateUser`](crate::users::UpdateUser). An unknown user is a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::DeleteUserSessions;
///
/// let request = DeleteUserSessions::new("kp_17").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/users/kp_17/sessions"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/delete/api/v1/users/{user_id}/sessions)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteUserSessions {
    /// The user.
    pub user_id: UserId,
}

impl DeleteUserSessions {
    /// The sessions of the user with this id.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self { user_id: user_id.into() }
    }
}

impl Endpoint for DeleteUserSessions {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/users/{user_id}/sessions";
    const OPERATION_ID: &'static str = "DeleteUserSessions";
    const SCOPE: &'static str = "delete:user_sessions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).build()
    }
}
