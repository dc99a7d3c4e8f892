//! The second factors of a user.

use http::{Method, Request};
use serde::Serialize;

use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, FactorId, RequestBuilder, RequestError, SuccessResponse, UserId};

/// `GET /api/v1/users/{user_id}/mfa`: the second factors that a user has set up for the environment.
///
/// Scope: `read:user_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetUserMfaResponse`].
///
/// Kinde's reference has a single factor in the answer, though a user can have several. An unknown user is a 404.
/// [`GetOrgUserMfa`](crate::organizations::GetOrgUserMfa) has what a user has set up for one organization.
///
/// ```
/// use kinde_api::{Endpoint, users::GetUsersMfa};
///
/// let response = http::Response::new(r#"{"mfa":{"id":"mfa_17","type":"email","name":"user17@example.com"}}"#);
/// let answer = GetUsersMfa::new("kp_17").response(&response)?;
/// assert_eq!(answer.mfa.len(), 1);
/// assert_eq!(answer.mfa[0].name.as_deref(), Some("user17@example.com"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/get/api/v1/users/{user_id}/mfa)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetUsersMfa {
    /// The user.
    pub user_id: UserId,
}

impl GetUsersMfa {
    /// The factors of the user with this id.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self { user_id: user_id.into() }
    }
}

impl Endpoint for GetUsersMfa {
    type Output = GetUserMfaResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/users/{user_id}/mfa";
    const OPERATION_ID: &'static str = "GetUsersMFA";
    const SCOPE: &'static str = "read:user_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).build()
    }
}

/// What [`GetUsersMfa`] and [`GetOrgUserMfa`](crate::organizations::GetOrgUserMfa) answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetUserMfaResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The factors, whether Kinde sends a list, one, null or an empty object.
    pub mfa: Vec<UserMfa>,
}

fields!(GetUserMfaResponse { code, message, mfa: one_or_many });

/// A second factor of a user, as [`GetUsersMfa`] and [`GetOrgUserMfa`](crate::organizations::GetOrgUserMfa) list them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UserMfa {
    /// The id of the factor.
    pub id: Option<FactorId>,
    /// Its type: e-mail, SMS, authenticator app.
    pub r#type: Option<String>,
    /// When it was set up, as Kinde writes it.
    pub created_on: Option<DateTime>,
    /// What it is reached by, such as an address or a number.
    pub name: Option<String>,
    /// Whether the user has proved to own it.
    pub is_verified: Option<bool>,
    /// How many times it was used.
    pub usage_count: Option<u64>,
    /// When it was last used.
    pub last_used_on: Option<DateTime>,
}

fields!(UserMfa { id, r#type = "type", created_on, name, is_verified, usage_count: count, last_used_on });

/// `DELETE /api/v1/users/{user_id}/mfa`: removes all second factors of a user, who then has to set them up again.
///
/// Scope: `delete:user_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone. Factors that were set up for one organization stay:
/// [`ResetOrgUserMfaAll`](crate::organizations::ResetOrgUserMfaAll) takes those away. An unknown user is a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::ResetUsersMfaAll;
///
/// let request = ResetUsersMfaAll::new("kp_17").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/users/kp_17/mfa"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/delete/api/v1/users/{user_id}/mfa)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResetUsersMfaAll {
    /// The user.
    pub user_id: UserId,
}

impl ResetUsersMfaAll {
    /// All factors of the user with this id.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self { user_id: user_id.into() }
    }
}

impl Endpoint for ResetUsersMfaAll {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/users/{user_id}/mfa";
    const OPERATION_ID: &'static str = "ResetUsersMFAAll";
    const SCOPE: &'static str = "delete:user_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).build()
    }
}

/// `DELETE /api/v1/users/{user_id}/mfa/{factor_id}`: removes one second factor of a user, who then has to set it up
/// again.
///
/// Scope: `delete:user_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone. An unknown user or factor is a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::ResetUsersMfa;
///
/// let request = ResetUsersMfa::new("kp_17", "mfa_17").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/users/kp_17/mfa/mfa_17");
///
/// // Without a factor it would be the path that takes all of them away.
/// let error = ResetUsersMfa::new("kp_17", "").request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the path parameter `factor_id` is empty");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/delete/api/v1/users/{user_id}/mfa/{factor_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResetUsersMfa {
    /// The user.
    pub user_id: UserId,
    /// The factor.
    pub factor_id: FactorId,
}

impl ResetUsersMfa {
    /// With the user and the factor.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>, factor_id: impl Into<FactorId>) -> Self {
        Self { user_id: user_id.into(), factor_id: factor_id.into() }
    }
}

impl Endpoint for ResetUsersMfa {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/users/{user_id}/mfa/{factor_id}";
    const OPERATION_ID: &'static str = "ResetUsersMFA";
    const SCOPE: &'static str = "delete:user_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).path(&self.factor_id).build()
    }
}
