//! The API scopes of a member.

use http::{Method, Request};

use crate::{Api, ApiId, Endpoint, OrgCode, RequestBuilder, RequestError, ScopeId, UserId};

/// `POST /api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}`: gives a member a scope of
/// an API.
///
/// Scope: `create:organization_user_api_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::AddOrganizationUserApiScope;
///
/// let (api_id, scope_id) = ("838f208d006a", "api_scope_019391");
/// let scope = AddOrganizationUserApiScope::new("org_1", "kp_17", api_id, scope_id);
/// let request = scope.request(&api)?;
/// assert_eq!(
///     request.uri().path(),
///     "/api/v1/organizations/org_1/users/kp_17/apis/838f208d006a/scopes/api_scope_019391"
/// );
/// assert!(request.body().is_empty());
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddOrganizationUserApiScope {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// The API.
    pub api_id: ApiId,
    /// The scope of that API.
    pub scope_id: ScopeId,
}

impl AddOrganizationUserApiScope {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        user_id: impl Into<UserId>,
        api_id: impl Into<ApiId>,
        scope_id: impl Into<ScopeId>,
    ) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), api_id: api_id.into(), scope_id: scope_id.into() }
    }
}

impl Endpoint for AddOrganizationUserApiScope {
    type Output = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "addOrganizationUserAPIScope";
    const SCOPE: &'static str = "create:organization_user_api_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.user_id)
            .path(&self.api_id)
            .path(&self.scope_id)
            .build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}`: takes a scope of an API
/// from a member.
///
/// Scope: `delete:organization_user_api_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
///
/// ```
/// use kinde_api::{Endpoint, organizations::DeleteOrganizationUserApiScope};
///
/// let (api_id, scope_id) = ("838f208d006a", "api_scope_019391");
/// let scope = DeleteOrganizationUserApiScope::new("org_1", "kp_17", api_id, scope_id);
/// assert_eq!(scope.response(&http::Response::new(""))?, ());
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationUserApiScope {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// The API.
    pub api_id: ApiId,
    /// The scope of that API.
    pub scope_id: ScopeId,
}

impl DeleteOrganizationUserApiScope {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        user_id: impl Into<UserId>,
        api_id: impl Into<ApiId>,
        scope_id: impl Into<ScopeId>,
    ) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), api_id: api_id.into(), scope_id: scope_id.into() }
    }
}

impl Endpoint for DeleteOrganizationUserApiScope {
    type Output = ();
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "deleteOrganizationUserAPIScope";
    const SCOPE: &'static str = "delete:organization_user_api_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.user_id)
            .path(&self.api_id)
            .path(&self.scope_id)
            .build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
