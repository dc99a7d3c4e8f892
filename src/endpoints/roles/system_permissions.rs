//! System permissions: what members may do in Kinde's self-serve portal.

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use super::permissions::PermissionOperation;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, Endpoint, PermissionId, PermissionKey, RequestBuilder, RequestError, RoleId};

/// `GET /api/v1/system_permissions`: all system permissions that there are.
///
/// Scope: `read:system_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetSystemPermissionsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`SystemPermission`] of all pages.
///
/// They are a fixed set of Kinde's, beside the permissions of the business: a role that has one lets its holders do
/// something in the self-serve portal of their organization.
///
/// ```
/// use kinde_api::{Endpoint, roles::GetSystemPermissions};
///
/// let response = http::Response::new(r#"{"system_permissions":[{"id":"perm_1","key":"org:read:billing"}]}"#);
/// let page = GetSystemPermissions::new().response(&response)?;
/// assert_eq!(page.system_permissions[0].key, Some("org:read:billing".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/system_permissions)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetSystemPermissions {
    /// The field and direction to sort by.
    pub sort: Option<SystemPermissionSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetSystemPermissions::new() {
        sort: into SystemPermissionSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetSystemPermissions {
    type Output = GetSystemPermissionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/system_permissions";
    const OPERATION_ID: &'static str = "GetSystemPermissions";
    const SCOPE: &'static str = "read:system_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetSystemPermissions: system_permissions of SystemPermission);

open_enum! {
    /// What [`GetSystemPermissions`] and [`GetRoleSystemPermissions`] sort by.
    pub enum SystemPermissionSort {
        /// By name, A first.
        NameAsc = "name_asc",
        /// By name, Z first.
        NameDesc = "name_desc",
        /// By id, upwards.
        IdAsc = "id_asc",
        /// By id, downwards.
        IdDesc = "id_desc",
    }
}

/// What [`GetSystemPermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetSystemPermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The system permissions of this page.
    pub system_permissions: Vec<SystemPermission>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetSystemPermissionsResponse { code, message, system_permissions: page required, next_token });

/// A system permission, as [`GetSystemPermissions`] and [`GetRoleSystemPermissions`] list them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct SystemPermission {
    /// The id, such as `perm_0192c16abcdef`.
    pub id: Option<PermissionId>,
    /// The key, such as `org:read:billing`.
    pub key: Option<PermissionKey>,
    /// Its name for people.
    pub name: Option<String>,
    /// What it allows, for people.
    pub description: Option<String>,
}

fields!(SystemPermission { id, key, name, description });

/// `GET /api/v1/roles/{role_id}/system_permissions`: the system permissions of a role.
///
/// Scope: `read:role_system_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`RoleSystemPermissionsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`SystemPermission`] of all pages.
///
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::{GetRoleSystemPermissions, SystemPermissionSort};
///
/// let permissions = GetRoleSystemPermissions::new("0192c16a").sort(SystemPermissionSort::NameDesc);
/// assert_eq!(permissions.request(&api)?.uri().query(), Some("sort=name_desc"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/roles/{role_id}/system_permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetRoleSystemPermissions {
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// The field and direction to sort by.
    pub sort: Option<SystemPermissionSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    GetRoleSystemPermissions::new(role_id: into RoleId) {
        sort: into SystemPermissionSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetRoleSystemPermissions {
    type Output = RoleSystemPermissionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/roles/{role_id}/system_permissions";
    const OPERATION_ID: &'static str = "GetRoleSystemPermissions";
    const SCOPE: &'static str = "read:role_system_permissions";

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

pages_by_token!(GetRoleSystemPermissions: system_permissions of SystemPermission);

/// What [`GetRoleSystemPermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RoleSystemPermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The system permissions of this page.
    pub system_permissions: Vec<SystemPermission>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(RoleSystemPermissionsResponse { code, message, system_permissions: page required, next_token });

/// `PATCH /api/v1/roles/{role_id}/system_permissions`: adds system permissions to a role and takes others from it.
///
/// Scope: `update:role_system_permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateRoleSystemPermissionsResponse`].
///
/// A system permission without an [operation](UpdateRoleSystemPermission::operation) is added; one whose operation is
/// to delete is taken away; all others stay. Kinde takes at most 100 in a call. The answer lists what changed.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::{UpdateRoleSystemPermission, UpdateRoleSystemPermissions};
///
/// let change = UpdateRoleSystemPermissions::new("0192c16a", [UpdateRoleSystemPermission::new("perm_1")]);
/// assert_eq!(change.request(&api)?.body(), br#"{"system_permissions":[{"id":"perm_1"}]}"#);
///
/// let answer = change.response(&http::Response::new(r#"{"system_permissions_added":["perm_1"]}"#))?;
/// assert_eq!(answer.system_permissions_added, ["perm_1"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/patch/api/v1/roles/{role_id}/system_permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateRoleSystemPermissions {
    /// The role, by id, not by key.
    #[serde(skip)]
    pub role_id: RoleId,
    /// What is to be added and taken away.
    pub system_permissions: Vec<UpdateRoleSystemPermission>,
}

impl UpdateRoleSystemPermissions {
    /// With the role and what is to change.
    #[must_use]
    pub fn new(
        role_id: impl Into<RoleId>,
        system_permissions: impl IntoIterator<Item = impl Into<UpdateRoleSystemPermission>>,
    ) -> Self {
        Self { role_id: role_id.into(), system_permissions: system_permissions.into_iter().map(Into::into).collect() }
    }
}

impl Endpoint for UpdateRoleSystemPermissions {
    type Output = UpdateRoleSystemPermissionsResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/roles/{role_id}/system_permissions";
    const OPERATION_ID: &'static str = "UpdateRoleSystemPermissions";
    const SCOPE: &'static str = "update:role_system_permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).json(self).build()
    }
}

/// A system permission for [`UpdateRoleSystemPermissions`] to add to a role or to take from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateRoleSystemPermission {
    /// The system permission, by id, not by key.
    pub id: PermissionId,
    /// What to do with it; it is added unless this is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<PermissionOperation>,
}

options! {
    /// The system permission with this id, to be added.
    UpdateRoleSystemPermission::new(id: into PermissionId) {
        operation: into PermissionOperation;
    }
}

/// What [`UpdateRoleSystemPermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateRoleSystemPermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The system permissions that the role did not have before.
    pub system_permissions_added: Vec<PermissionId>,
    /// The system permissions that the role does not have any more.
    pub system_permissions_removed: Vec<PermissionId>,
}

fields!(UpdateRoleSystemPermissionsResponse {
    code,
    message,
    system_permissions_added: list,
    system_permissions_removed: list,
});
