//! The second factors of a member.

use http::{Method, Request};

use crate::users::GetUserMfaResponse;
use crate::{Api, Endpoint, FactorId, OrgCode, RequestBuilder, RequestError, SuccessResponse, UserId};

/// `GET /api/v1/organizations/{org_code}/users/{user_id}/mfa`: the second factors that a member has set up.
///
/// Scope: `read:organization_user_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetUserMfaResponse`].
///
/// Kinde's reference has a single factor in the answer, though a user can have several. An unknown organization or user
/// is a 404.
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrgUserMfa};
///
/// let response = http::Response::new(
///     r#"{"mfa":{"id":"mfa_17","type":"email","name":"member17@example.com"}}"#,
/// );
/// let answer = GetOrgUserMfa::new("org_1ccfb819462", "kp_17").response(&response)?;
/// assert_eq!(answer.mfa.len(), 1);
/// assert_eq!(answer.mfa[0].name.as_deref(), Some("member17@example.com"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/users/{user_id}/mfa)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrgUserMfa {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
}

impl GetOrgUserMfa {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into() }
    }
}

impl Endpoint for GetOrgUserMfa {
    type Output = GetUserMfaResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/mfa";
    const OPERATION_ID: &'static str = "GetOrgUserMFA";
    const SCOPE: &'static str = "read:organization_user_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}/mfa/{factor_id}`: removes one second factor of a member,
/// who then has to set it up again.
///
/// Scope: `delete:organization_user_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// An unknown organization, user or factor is a 404.
///
/// ```
/// use kinde_api::organizations::{GetUserMfaResponse, ResetOrgUserMfa};
///
/// /// Takes away the factors that were never used.
/// fn tidy_up(answer: GetUserMfaResponse) -> Vec<ResetOrgUserMfa> {
///     let unused = answer.mfa.into_iter().filter(|factor| factor.usage_count == Some(0));
///     let ids = unused.filter_map(|factor| factor.id);
///     ids.map(|id| ResetOrgUserMfa::new("org_1ccfb819462", "kp_17", id)).collect()
/// }
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id}/mfa/{factor_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResetOrgUserMfa {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// The factor.
    pub factor_id: FactorId,
}

impl ResetOrgUserMfa {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>, factor_id: impl Into<FactorId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), factor_id: factor_id.into() }
    }
}

impl Endpoint for ResetOrgUserMfa {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/mfa/{factor_id}";
    const OPERATION_ID: &'static str = "ResetOrgUserMFA";
    const SCOPE: &'static str = "delete:organization_user_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).path(&self.factor_id).build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}/mfa`: removes all second factors of a member, who then has
/// to set them up again.
///
/// Scope: `delete:organization_user_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// An unknown organization or user is a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::ResetOrgUserMfaAll;
///
/// let request = ResetOrgUserMfaAll::new("org_1ccfb819462", "kp_17").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/organizations/org_1ccfb819462/users/kp_17/mfa");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id}/mfa)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResetOrgUserMfaAll {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
}

impl ResetOrgUserMfaAll {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into() }
    }
}

impl Endpoint for ResetOrgUserMfaAll {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/mfa";
    const OPERATION_ID: &'static str = "ResetOrgUserMFAAll";
    const SCOPE: &'static str = "delete:organization_user_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).build()
    }
}
