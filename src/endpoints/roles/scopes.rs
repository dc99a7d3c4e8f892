//! The scopes of APIs that a role gives to those who hold it.

use http::{Method, Request};
use serde::Serialize;

use crate::wire::fields::fields;
use crate::{Api, ApiId, Endpoint, RequestBuilder, RequestError, RoleId, ScopeId, ScopeKey};

/// `GET /api/v1/roles/{role_id}/scopes`: the scopes that a role gives, all at once.
///
/// Scope: `read:role_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`RoleScopesResponse`].
///
/// ```
/// use kinde_api::{Endpoint, roles::GetRoleScopes};
///
/// let response = http::Response::new(r#"{"scopes":[{"id":"api_scope_1","key":"read:reports","api_id":"api_1"}]}"#);
/// let answer = GetRoleScopes::new("0192c16a").response(&response)?;
/// assert_eq!(answer.scopes[0].key, Some("read:reports".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/roles/{role_id}/scopes)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetRoleScopes {
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

impl GetRoleScopes {
    /// The scopes of the role with this id.
    #[must_use]
    pub fn new(role_id: impl Into<RoleId>) -> Self {
        Self { role_id: role_id.into() }
    }
}

impl Endpoint for GetRoleScopes {
    type Output = RoleScopesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/roles/{role_id}/scopes";
    const OPERATION_ID: &'static str = "GetRoleScopes";
    const SCOPE: &'static str = "read:role_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).build()
    }
}

/// What [`GetRoleScopes`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RoleScopesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The scopes.
    pub scopes: Vec<RoleScope>,
}

fields!(RoleScopesResponse { code, message, scopes: page required });

/// A scope that a role gives, as [`GetRoleScopes`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RoleScope {
    /// The id of the scope.
    pub id: Option<ScopeId>,
    /// The key of the scope: what a token has.
    pub key: Option<ScopeKey>,
    /// What it allows, for people.
    pub description: Option<String>,
    /// The API that it is a scope of.
    pub api_id: Option<ApiId>,
}

fields!(RoleScope { id, key, description, api_id });

/// `POST /api/v1/roles/{role_id}/scopes`: gives a scope to those who hold a role.
///
/// Scope: `create:role_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`AddRoleScopeResponse`].
///
/// Members have it in their next token. Scopes of APIs are part of Kinde's Plus plan. Kinde answers 201.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::AddRoleScope;
///
/// let request = AddRoleScope::new("0192c16a", "api_scope_1").request(&api)?;
/// assert_eq!(request.body(), br#"{"scope_id":"api_scope_1"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/post/api/v1/roles/{role_id}/scopes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddRoleScope {
    /// The role, by id, not by key.
    #[serde(skip)]
    pub role_id: RoleId,
    /// The scope, by id, not by key.
    pub scope_id: ScopeId,
}

impl AddRoleScope {
    /// With the role and the scope.
    #[must_use]
    pub fn new(role_id: impl Into<RoleId>, scope_id: impl Into<ScopeId>) -> Self {
        Self { role_id: role_id.into(), scope_id: scope_id.into() }
    }
}

impl Endpoint for AddRoleScope {
    type Output = AddRoleScopeResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/roles/{role_id}/scopes";
    const OPERATION_ID: &'static str = "AddRoleScope";
    const SCOPE: &'static str = "create:role_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).json(self).build()
    }
}

/// What [`AddRoleScope`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddRoleScopeResponse {
    /// A code for the success, such as `ROLE_SCOPE_ADDED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(AddRoleScopeResponse { code, message });

/// `DELETE /api/v1/roles/{role_id}/scopes/{scope_id}`: takes a scope away from a role.
///
/// Scope: `delete:role_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`DeleteRoleScopeResponse`].
///
/// Members lose it with their next token.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::DeleteRoleScope;
///
/// let request = DeleteRoleScope::new("0192c16a", "api_scope_1").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/roles/0192c16a/scopes/api_scope_1");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/delete/api/v1/roles/{role_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteRoleScope {
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// The scope, by id, not by key.
    pub scope_id: ScopeId,
}

impl DeleteRoleScope {
    /// With the role and the scope.
    #[must_use]
    pub fn new(role_id: impl Into<RoleId>, scope_id: impl Into<ScopeId>) -> Self {
        Self { role_id: role_id.into(), scope_id: scope_id.into() }
    }
}

impl Endpoint for DeleteRoleScope {
    type Output = DeleteRoleScopeResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/roles/{role_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "DeleteRoleScope";
    const SCOPE: &'static str = "delete:role_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).path(&self.scope_id).build()
    }
}

/// What [`DeleteRoleScope`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct DeleteRoleScopeResponse {
    /// A code for the success, such as `SCOPE_DELETED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(DeleteRoleScopeResponse { code, message });
