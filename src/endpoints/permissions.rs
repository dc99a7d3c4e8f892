//! Permissions, which roles are made of.
//!
//! A permission is known by its [id](crate::PermissionId) in the endpoints for a single permission and for a role's,
//! and by its [key](crate::PermissionKey) in filters and tokens. Nobody has one until a role has it:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::permissions::CreatePermission;
//! use kinde_api::roles::{UpdateRolePermission, UpdateRolePermissions};
//!
//! let response = http::Response::new(r#"{"permission":{"id":"0192c16b"}}"#);
//! let created = CreatePermission::new("Read reports", "read:reports").response(&response)?;
//!
//! if let Some(id) = created.permission.and_then(|permission| permission.id) {
//!     let role = UpdateRolePermissions::new("0192c16a", [UpdateRolePermission::new(id)]);
//!     assert_eq!(role.request(&api)?.body(), br#"{"permissions":[{"id":"0192c16b"}]}"#);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, Endpoint, Operation, PermissionId, PermissionKey, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::permissions::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "GetPermissions"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetPermissions>(),
    Operation::of::<CreatePermission>(),
    Operation::of::<UpdatePermissions>(),
    Operation::of::<DeletePermission>(),
];

/// `GET /api/v1/permissions`: the permissions of the business, with id and key.
///
/// Scope: `read:permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetPermissionsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Permission`] of all pages.
///
/// Use it to find the id of a permission by its key: no operation gets a single permission.
///
/// ```
/// use kinde_api::permissions::{GetPermissions, PermissionSort};
/// use kinde_api::{Endpoint, Paged};
///
/// let permissions = GetPermissions::new().sort(PermissionSort::NameAsc).page_size(100);
///
/// let response = http::Response::new(r#"{"permissions":[{"id":"0192c16b","key":"read:reports"}],"next_token":"MTA6"}"#);
/// let page = permissions.response(&response)?;
/// assert_eq!(page.permissions[0].id, Some("0192c16b".into()));
/// assert_eq!(permissions.next_page(&page), Some(permissions.clone().next_token("MTA6")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/permissions/get/api/v1/permissions)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetPermissions {
    /// The field and direction to sort by.
    pub sort: Option<PermissionSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetPermissions::new() {
        sort: into PermissionSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetPermissions {
    type Output = GetPermissionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/permissions";
    const OPERATION_ID: &'static str = "GetPermissions";
    const SCOPE: &'static str = "read:permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetPermissions: permissions of Permission);

open_enum! {
    /// What [`GetPermissions`] and [`GetRolePermissions`](crate::roles::GetRolePermissions) sort by.
    pub enum PermissionSort {
        /// By name, A first.
        NameAsc = "name_asc",
        /// By name, Z first.
        NameDesc = "name_desc",
        /// By id, ascending.
        IdAsc = "id_asc",
        /// By id, descending.
        IdDesc = "id_desc",
    }
}

/// What [`GetPermissions`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetPermissionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The permissions of this page.
    pub permissions: Vec<Permission>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetPermissionsResponse { code, message, permissions: page required, next_token });

/// A permission, as [`GetPermissions`] and [`GetRolePermissions`](crate::roles::GetRolePermissions) lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Permission {
    /// The id: what the endpoints for a single permission want.
    pub id: Option<PermissionId>,
    /// The key: what a program asks a token for.
    pub key: Option<PermissionKey>,
    /// Its name for people.
    pub name: Option<String>,
    /// What it allows, for people.
    pub description: Option<String>,
}

fields!(Permission { id, key, name, description });

/// `POST /api/v1/permissions`: makes a permission.
///
/// Scope: `create:permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreatePermissionResponse`].
///
/// Kinde's document requires neither name nor key; a permission without them is of no use, so both are required here. A
/// key is unique among permissions. Nobody has the permission until a role has it:
/// [`UpdateRolePermissions`](crate::roles::UpdateRolePermissions) gives it to one.
///
/// Kinde answers 201 with the id of the permission, though its document does not say so. If the id is missing,
/// [`GetPermissions`] has it.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::permissions::CreatePermission;
///
/// let permission = CreatePermission::new("Read reports", "read:reports").description("May open any report");
/// assert_eq!(
///     permission.request(&api)?.body(),
///     br#"{"name":"Read reports","description":"May open any report","key":"read:reports"}"#
/// );
///
/// let answer = permission.response(&http::Response::new(r#"{"code":"OK","permission":{"id":"0192c16b"}}"#))?;
/// assert_eq!(answer.permission.and_then(|permission| permission.id), Some("0192c16b".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/permissions/post/api/v1/permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatePermission {
    /// Its name for people.
    pub name: String,
    /// What it allows, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The key that programs know it by.
    pub key: PermissionKey,
}

options! {
    CreatePermission::new(name: into String, key: into PermissionKey) {
        description: into String;
    }
}

impl Endpoint for CreatePermission {
    type Output = CreatePermissionResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/permissions";
    const OPERATION_ID: &'static str = "CreatePermission";
    const SCOPE: &'static str = "create:permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreatePermission`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatePermissionResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The permission that was made. Kinde's document lacks it.
    pub permission: Option<CreatedPermission>,
}

fields!(CreatePermissionResponse { code, message, permission });

/// The permission that [`CreatePermission`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedPermission {
    /// The id of the permission.
    pub id: Option<PermissionId>,
}

fields!(CreatedPermission { id });

/// `PATCH /api/v1/permissions/{permission_id}`: changes a permission.
///
/// Scope: `update:permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// What is not set stays as it is. If the key changes, programs no longer find the old one in tokens.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::permissions::UpdatePermissions;
///
/// let permission = UpdatePermissions::new("0192c16b").name("Read all reports");
/// assert_eq!(permission.request(&api)?.body(), br#"{"name":"Read all reports"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/permissions/patch/api/v1/permissions/{permission_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdatePermissions {
    /// The permission, by id, not by key.
    #[serde(skip)]
    pub permission_id: PermissionId,
    /// Its name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it allows, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The key that programs know it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<PermissionKey>,
}

options! {
    UpdatePermissions::new(permission_id: into PermissionId) {
        name: into String;
        description: into String;
        key: into PermissionKey;
    }
}

impl Endpoint for UpdatePermissions {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/permissions/{permission_id}";
    const OPERATION_ID: &'static str = "UpdatePermissions";
    const SCOPE: &'static str = "update:permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.permission_id).json(self).build()
    }
}

/// `DELETE /api/v1/permissions/{permission_id}`: deletes a permission and takes it from all roles and members.
///
/// Scope: `delete:permissions`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone. The key is free again afterwards.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::permissions::DeletePermission;
///
/// let request = DeletePermission::new("0192c16b").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/permissions/0192c16b"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/permissions/delete/api/v1/permissions/{permission_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeletePermission {
    /// The permission, by id, not by key.
    pub permission_id: PermissionId,
}

impl DeletePermission {
    /// The permission with this id.
    #[must_use]
    pub fn new(permission_id: impl Into<PermissionId>) -> Self {
        Self { permission_id: permission_id.into() }
    }
}

impl Endpoint for DeletePermission {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/permissions/{permission_id}";
    const OPERATION_ID: &'static str = "DeletePermission";
    const SCOPE: &'static str = "delete:permissions";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.permission_id).build()
    }
}
