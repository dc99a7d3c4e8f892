//! The permissions of a member.

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use super::setters::setters;
use super::success::SuccessResponse;
use crate::open_enum::open_enum;
use crate::{
    Api, Endpoint, OrgCode, PermissionId, PermissionKey, RequestBuilder, RequestError, RoleId, RoleKey, UserId, decode,
};

/// `GET /api/v1/organizations/{org_code}/users/{user_id}/permissions`: the permissions that a member holds.
///
/// Scope: `read:organization_user_permissions`.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/users/{user_id}/permissions)
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrganizationUserPermissions {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
    /// What else to tell of each permission.
    pub expand: Option<PermissionExpand>,
}

impl GetOrganizationUserPermissions {
    /// With what is required.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into(), expand: None }
    }
}

setters! {
    GetOrganizationUserPermissions {
        expand: into PermissionExpand;
    }
}

impl Endpoint for GetOrganizationUserPermissions {
    type Output = GetOrganizationsUserPermissionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}/permissions";
    const OPERATION_ID: &'static str = "GetOrganizationUserPermissions";
    const SCOPE: &'static str = "read:organization_user_permissions";

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.user_id)
            .query("expand", self.expand.as_ref())
            .build()
    }
}

/// What [`GetOrganizationUserPermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GetOrganizationsUserPermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The permissions.
    #[serde(default, deserialize_with = "decode::list")]
    pub permissions: Vec<OrganizationUserPermission>,
}

/// A permission that a member holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    #[serde(default, deserialize_with = "decode::list")]
    pub roles: Vec<OrganizationUserPermissionRole>,
}

/// A role that brings a permission.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrganizationUserPermissionRole {
    /// Its id.
    pub id: Option<RoleId>,
    /// Its key.
    pub key: Option<RoleKey>,
}

/// `POST /api/v1/organizations/{org_code}/users/{user_id}/permissions`: gives a member a permission.
///
/// Scope: `create:organization_user_permissions`.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/users/{user_id}/permissions)
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// With what is required.
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

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).json(self).build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id}`: takes a permission from a
/// member.
///
/// Scope: `delete:organization_user_permissions`.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id})
#[derive(Clone, Debug, PartialEq)]
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
    /// With what is required.
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

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).path(&self.permission_id).build()
    }
}

open_enum! {
    /// What else to tell of a permission.
    pub enum PermissionExpand {
        /// The roles that bring it.
        Roles = "roles",
    }
}
