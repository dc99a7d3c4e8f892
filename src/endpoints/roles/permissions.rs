//! The permissions of a role.

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use crate::endpoints::inputs::options;
use crate::endpoints::permissions::{Permission, PermissionSort};
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, Endpoint, PermissionId, RequestBuilder, RequestError, RoleId, SuccessResponse};

/// `GET /api/v1/roles/{role_id}/permissions`: the permissions of a role.
///
/// Scope: `read:role_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`RolePermissionsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Permission`] of all pages.
///
/// ```
/// use kinde_api::{Endpoint, roles::GetRolePermissions};
///
/// let response = http::Response::new(r#"{"permissions":[{"id":"0192c16b","key":"read:reports"}]}"#);
/// let page = GetRolePermissions::new("0192c16a").response(&response)?;
/// assert_eq!(page.permissions[0].key, Some("read:reports".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/roles/{role_id}/permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetRolePermissions {
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// The field and direction to sort by.
    pub sort: Option<PermissionSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    GetRolePermissions::new(role_id: into RoleId) {
        sort: into PermissionSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetRolePermissions {
    type Output = RolePermissionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/roles/{role_id}/permissions";
    const OPERATION_ID: &'static str = "GetRolePermissions";
    const SCOPE: &'static str = "read:role_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.role_id)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetRolePermissions: permissions of Permission);

/// What [`GetRolePermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RolePermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The permissions of this page.
    pub permissions: Vec<Permission>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(RolePermissionsResponse { code, message, permissions: page required, next_token });

/// `PATCH /api/v1/roles/{role_id}/permissions`: adds permissions to a role and takes others from it, in one call.
///
/// Scope: `update:role_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateRolePermissionsResponse`].
///
/// A permission without an [operation](UpdateRolePermission::operation) is added; one whose operation is to delete is
/// taken away; all others stay. Kinde takes at most 100 in a call. Members have the new permissions in their next
/// token, or after their claims were refreshed. The answer lists what changed.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::{PermissionOperation, UpdateRolePermission, UpdateRolePermissions};
///
/// let added = UpdateRolePermission::new("0192c16b");
/// let removed = UpdateRolePermission::new("0192c16c").operation(PermissionOperation::Delete);
/// let change = UpdateRolePermissions::new("0192c16a", [added, removed]);
/// assert_eq!(
///     change.request(&api)?.body(),
///     br#"{"permissions":[{"id":"0192c16b"},{"id":"0192c16c","operation":"delete"}]}"#
/// );
///
/// let response = http::Response::new(r#"{"permissions_added":["0192c16b"],"permissions_removed":["0192c16c"]}"#);
/// assert_eq!(change.response(&response)?.permissions_removed, ["0192c16c"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/patch/api/v1/roles/{role_id}/permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateRolePermissions {
    /// The role, by id, not by key.
    #[serde(skip)]
    pub role_id: RoleId,
    /// What is to be added and taken away.
    pub permissions: Vec<UpdateRolePermission>,
}

impl UpdateRolePermissions {
    /// With the role and what is to change.
    #[must_use]
    pub fn new(
        role_id: impl Into<RoleId>,
        permissions: impl IntoIterator<Item = impl Into<UpdateRolePermission>>,
    ) -> Self {
        Self { role_id: role_id.into(), permissions: permissions.into_iter().map(Into::into).collect() }
    }
}

impl Endpoint for UpdateRolePermissions {
    type Output = UpdateRolePermissionsResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/roles/{role_id}/permissions";
    const OPERATION_ID: &'static str = "UpdateRolePermissions";
    const SCOPE: &'static str = "update:role_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).json(self).build()
    }
}

/// A permission for [`UpdateRolePermissions`] to add to a role or to take from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateRolePermission {
    /// The permission, by id, not by key.
    pub id: PermissionId,
    /// What to do with it; it is added unless this is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<PermissionOperation>,
}

options! {
    /// The permission with this id, to be added.
    UpdateRolePermission::new(id: into PermissionId) {
        operation: into PermissionOperation;
    }
}

open_enum! {
    /// What [`UpdateRolePermissions`] does with a permission, other than to add it.
    pub enum PermissionOperation {
        /// Takes it from the role.
        Delete = "delete",
    }
}

/// What [`UpdateRolePermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateRolePermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The permissions that the role did not have before.
    pub permissions_added: Vec<PermissionId>,
    /// The permissions that the role does not have any more.
    pub permissions_removed: Vec<PermissionId>,
}

fields!(UpdateRolePermissionsResponse { code, message, permissions_added: list, permissions_removed: list });

/// `DELETE /api/v1/roles/{role_id}/permissions/{permission_id}`: takes one permission from a role.
///
/// Scope: `delete:role_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// A permission that the role does not have is a 400 with the code `INVALID_PERMISSION_ID` or
/// `INVALID_PERMISSION_ID_ROLE`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::RemoveRolePermission;
///
/// let request = RemoveRolePermission::new("0192c16a", "0192c16b").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/roles/0192c16a/permissions/0192c16b");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/delete/api/v1/roles/{role_id}/permissions/{permission_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RemoveRolePermission {
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// The permission, by id, not by key.
    pub permission_id: PermissionId,
}

impl RemoveRolePermission {
    /// With the role and the permission.
    #[must_use]
    pub fn new(role_id: impl Into<RoleId>, permission_id: impl Into<PermissionId>) -> Self {
        Self { role_id: role_id.into(), permission_id: permission_id.into() }
    }
}

impl Endpoint for RemoveRolePermission {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/roles/{role_id}/permissions/{permission_id}";
    const OPERATION_ID: &'static str = "RemoveRolePermission";
    const SCOPE: &'static str = "delete:role_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).path(&self.permission_id).build()
    }
}
