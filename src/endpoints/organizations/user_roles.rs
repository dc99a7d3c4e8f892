//! The roles of a member.

use http::{Method, Request};
use serde::Serialize;

use crate::wire::fields::fields;
use crate::{Api, Endpoint, OrgCode, RequestBuilder, RequestError, RoleId, RoleKey, SuccessResponse, UserId};

/// `GET /api/v1/organizations/{org_code}/users/{user_id}/roles`: the roles that a member holds.
///
/// Scope: `read:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationsUserRolesResponse`].
///
/// For a user who is not a member, Kinde answers with an error (`USER_NOT_IN_ORGANIZATION`), not with an empty list.
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganizationUserRoles};
///
/// let response = http::Response::new(r#"{"roles":[{"id":"0192c16a-…","key":"admin"}]}"#);
/// let answer = GetOrganizationUserRoles::new("org_1ccfb819462", "kp_17").response(&response)?;
/// let is_admin = answer.roles.iter().any(|role| role.key == Some("admin".into()));
/// assert!(is_admin);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/users/{user_id}/roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationUserRoles {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
}

impl GetOrganizationUserRoles {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into() }
    }
}

impl Endpoint for GetOrganizationUserRoles {
    type Output = GetOrganizationsUserRolesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/roles";
    const OPERATION_ID: &'static str = "GetOrganizationUserRoles";
    const SCOPE: &'static str = "read:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).build()
    }
}

/// What [`GetOrganizationUserRoles`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationsUserRolesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The roles.
    pub roles: Vec<OrganizationUserRole>,
    /// Declared by Kinde, though the operation takes no token.
    pub next_token: Option<String>,
}

fields!(GetOrganizationsUserRolesResponse { code, message, roles: page required, next_token });

/// A role that a member holds, as [`GetOrganizationUserRoles`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationUserRole {
    /// Its id, for the endpoints for a single role.
    pub id: Option<RoleId>,
    /// Its key, for bulk calls and filters.
    pub key: Option<RoleKey>,
    /// Its name.
    pub name: Option<String>,
}

fields!(OrganizationUserRole { id, key, name });

/// `POST /api/v1/organizations/{org_code}/users/{user_id}/roles`: gives a member a role.
///
/// Scope: `create:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// For many members, or by key, see [`UpdateOrganizationUsers`](super::UpdateOrganizationUsers).
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::RoleId;
/// use kinde_api::organizations::CreateOrganizationUserRole;
///
/// let admin = RoleId::from("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f");
/// let request = CreateOrganizationUserRole::new("org_1", "kp_17", admin).request(&api)?;
/// assert_eq!(request.body(), br#"{"role_id":"0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/users/{user_id}/roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateOrganizationUserRole {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    #[serde(skip)]
    pub user_id: UserId,
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

impl CreateOrganizationUserRole {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>, role_id: impl Into<RoleId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), role_id: role_id.into() }
    }
}

impl Endpoint for CreateOrganizationUserRole {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/roles";
    const OPERATION_ID: &'static str = "CreateOrganizationUserRole";
    const SCOPE: &'static str = "create:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).json(self).build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}/roles/{role_id}`: takes a role from a member.
///
/// Scope: `delete:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// A role that the member does not hold is an error.
///
/// ```
/// use kinde_api::RoleKey;
/// use kinde_api::organizations::{DeleteOrganizationUserRole, GetOrganizationsUserRolesResponse};
///
/// /// Takes the role with this key from a member who may hold it.
/// fn take(
///     held: &GetOrganizationsUserRolesResponse,
///     key: &RoleKey,
/// ) -> Option<DeleteOrganizationUserRole> {
///     let role = held.roles.iter().find(|role| role.key.as_ref() == Some(key))?;
///     Some(DeleteOrganizationUserRole::new("org_1ccfb819462", "kp_17", role.id.as_ref()?))
/// }
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id}/roles/{role_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationUserRole {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

impl DeleteOrganizationUserRole {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>, role_id: impl Into<RoleId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), role_id: role_id.into() }
    }
}

impl Endpoint for DeleteOrganizationUserRole {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/roles/{role_id}";
    const OPERATION_ID: &'static str = "DeleteOrganizationUserRole";
    const SCOPE: &'static str = "delete:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).path(&self.role_id).build()
    }
}
