//! The permissions of a member.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{
    Api, Endpoint, OrgCode, PermissionId, PermissionKey, RequestBuilder, RequestError, RoleId, RoleKey,
    SuccessResponse, UserId,
};

/// `GET /api/v1/organizations/{org_code}/users/{user_id}/permissions`: the permissions that a member holds.
///
/// Scope: `read:organization_user_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationsUserPermissionsResponse`].
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{GetOrganizationUserPermissions, PermissionExpand};
///
/// let permissions = GetOrganizationUserPermissions::new("org_1ccfb819462", "kp_17");
/// let permissions = permissions.expand(PermissionExpand::Roles);
/// assert_eq!(permissions.request(&api)?.uri().query(), Some("expand=roles"));
///
/// let response = http::Response::new(
///     r#"{"permissions":[{"key":"read:reports","roles":[{"key":"admin"}]}]}"#,
/// );
/// let answer = permissions.response(&response)?;
/// assert_eq!(answer.permissions[0].key, Some("read:reports".into()));
/// assert_eq!(answer.permissions[0].roles[0].key, Some("admin".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/users/{user_id}/permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationUserPermissions {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// What else to include for each permission.
    pub expand: Option<PermissionExpand>,
}

options! {
    GetOrganizationUserPermissions::new(org_code: into OrgCode, user_id: into UserId) {
        expand: into PermissionExpand;
    }
}

impl Endpoint for GetOrganizationUserPermissions {
    type Output = GetOrganizationsUserPermissionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/permissions";
    const OPERATION_ID: &'static str = "GetOrganizationUserPermissions";
    const SCOPE: &'static str = "read:organization_user_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.user_id)
            .query("expand", self.expand.as_ref())
            .build()
    }
}

/// What [`GetOrganizationUserPermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationsUserPermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The permissions.
    pub permissions: Vec<OrganizationUserPermission>,
}

fields!(GetOrganizationsUserPermissionsResponse { code, message, permissions: page required });

/// A permission that a member holds, as [`GetOrganizationUserPermissions`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationUserPermission {
    /// Its id, for the endpoints for a single permission.
    pub id: Option<PermissionId>,
    /// Its key, for bulk calls and filters.
    pub key: Option<PermissionKey>,
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The roles that bring it, if they were [asked for](PermissionExpand::Roles).
    pub roles: Vec<OrganizationUserPermissionRole>,
}

fields!(OrganizationUserPermission { id, key, name, description, roles: list });

/// A role that brings a permission, as [`GetOrganizationUserPermissions`] lists them if asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationUserPermissionRole {
    /// Its id.
    pub id: Option<RoleId>,
    /// Its key.
    pub key: Option<RoleKey>,
}

fields!(OrganizationUserPermissionRole { id, key });

/// `POST /api/v1/organizations/{org_code}/users/{user_id}/permissions`: gives a member a permission.
///
/// Scope: `create:organization_user_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::PermissionId;
/// use kinde_api::organizations::CreateOrganizationUserPermission;
///
/// let id = PermissionId::from("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f");
/// let request = CreateOrganizationUserPermission::new("org_1", "kp_17", id).request(&api)?;
/// assert_eq!(request.body(), br#"{"permission_id":"0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/users/{user_id}/permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateOrganizationUserPermission {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    #[serde(skip)]
    pub user_id: UserId,
    /// The permission, by id, not by key.
    pub permission_id: PermissionId,
}

impl CreateOrganizationUserPermission {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        user_id: impl Into<UserId>,
        permission_id: impl Into<PermissionId>,
    ) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), permission_id: permission_id.into() }
    }
}

impl Endpoint for CreateOrganizationUserPermission {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/permissions";
    const OPERATION_ID: &'static str = "CreateOrganizationUserPermission";
    const SCOPE: &'static str = "create:organization_user_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).json(self).build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id}`: takes a permission from a
/// member.
///
/// Scope: `delete:organization_user_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// [`GetOrganizationUserPermissions`] has the id:
///
/// ```
/// use kinde_api::organizations::{
///     DeleteOrganizationUserPermission, GetOrganizationsUserPermissionsResponse,
/// };
///
/// /// Takes all that was listed.
/// fn take_all(
///     held: GetOrganizationsUserPermissionsResponse,
/// ) -> Vec<DeleteOrganizationUserPermission> {
///     let ids = held.permissions.into_iter().filter_map(|permission| permission.id);
///     ids.map(|id| DeleteOrganizationUserPermission::new("org_1", "kp_17", id)).collect()
/// }
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationUserPermission {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// The permission, by id, not by key.
    pub permission_id: PermissionId,
}

impl DeleteOrganizationUserPermission {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        user_id: impl Into<UserId>,
        permission_id: impl Into<PermissionId>,
    ) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), permission_id: permission_id.into() }
    }
}

impl Endpoint for DeleteOrganizationUserPermission {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id}";
    const OPERATION_ID: &'static str = "DeleteOrganizationUserPermission";
    const SCOPE: &'static str = "delete:organization_user_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).path(&self.permission_id).build()
    }
}

open_enum! {
    /// What else to include for a permission, for [`GetOrganizationUserPermissions`].
    pub enum PermissionExpand {
        /// The roles that bring it.
        Roles = "roles",
    }
}
