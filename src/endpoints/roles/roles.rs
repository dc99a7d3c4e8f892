//! Roles themselves: list, get, create, update, delete.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, Endpoint, Nullable, PermissionId, RequestBuilder, RequestError, RoleId, RoleKey, SuccessResponse};

/// `GET /api/v1/roles`: the roles of the business, with id and key.
///
/// Scope: `read:roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetRolesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Role`] of all pages.
///
/// Use it to find the id of a role by its key.
///
/// ```
/// use kinde_api::roles::{GetRoles, RoleSort};
/// use kinde_api::{Endpoint, Paged};
///
/// let roles = GetRoles::new().sort(RoleSort::KeyAsc).page_size(100);
///
/// let response = http::Response::new(r#"{"roles":[{"id":"0192c16a","key":"admin","name":"Administrator"}]}"#);
/// let page = roles.response(&response)?;
/// let admin = page.roles.iter().find(|role| role.key.as_ref().is_some_and(|key| key == "admin"));
/// assert_eq!(admin.and_then(|role| role.id.clone()), Some("0192c16a".into()));
/// assert_eq!(roles.next_page(&page), None);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/roles)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetRoles {
    /// The field and direction to sort by.
    pub sort: Option<RoleSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetRoles::new() {
        sort: into RoleSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetRoles {
    type Output = GetRolesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/roles";
    const OPERATION_ID: &'static str = "GetRoles";
    const SCOPE: &'static str = "read:roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetRoles: roles of Role);

open_enum! {
    /// What [`GetRoles`] sorts by.
    pub enum RoleSort {
        /// By name, A first.
        NameAsc = "name_asc",
        /// By name, Z first.
        NameDesc = "name_desc",
        /// By key, A first.
        KeyAsc = "key_asc",
        /// By key, Z first.
        KeyDesc = "key_desc",
    }
}

/// What [`GetRoles`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetRolesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The roles of this page.
    pub roles: Vec<Role>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetRolesResponse { code, message, roles: page required, next_token });

/// A role, as [`GetRoles`] lists them and [`GetRole`] gives one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Role {
    /// The id: what the endpoints for a single role want.
    pub id: Option<RoleId>,
    /// The key: what bulk calls, invites, filters and tokens have.
    pub key: Option<RoleKey>,
    /// Its name for people.
    pub name: Option<String>,
    /// What it is for, for people.
    pub description: Option<String>,
    /// Whether new users get it when they sign up.
    pub is_default_role: Option<bool>,
}

fields!(Role { id, key, name, description, is_default_role });

/// `GET /api/v1/roles/{role_id}`: one role by its id.
///
/// Scope: `read:roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetRoleResponse`].
///
/// According to Kinde's reference, an unknown id is a 400, not a 404.
///
/// ```
/// use kinde_api::{Endpoint, roles::GetRole};
///
/// let response = http::Response::new(r#"{"role":{"id":"0192c16a","key":"admin","is_default_role":false}}"#);
/// let role = GetRole::new("0192c16a").response(&response)?.role.unwrap_or_default();
/// assert_eq!(role.key, Some("admin".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/roles/{role_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetRole {
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

impl GetRole {
    /// The role with this id.
    #[must_use]
    pub fn new(role_id: impl Into<RoleId>) -> Self {
        Self { role_id: role_id.into() }
    }
}

impl Endpoint for GetRole {
    type Output = GetRoleResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/roles/{role_id}";
    const OPERATION_ID: &'static str = "GetRole";
    const SCOPE: &'static str = "read:roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).build()
    }
}

/// What [`GetRole`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetRoleResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The role.
    pub role: Option<Role>,
}

fields!(GetRoleResponse { code, message, role });

/// `POST /api/v1/roles`: makes a role.
///
/// Scope: `create:roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateRolesResponse`].
///
/// Kinde's document requires neither name nor key; a role without them is of no use, so both are required here. A key
/// is unique among roles. Permissions are given to the role afterwards, by
/// [`UpdateRolePermissions`](crate::roles::UpdateRolePermissions). Kinde answers 201 with the id of the role.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::CreateRole;
///
/// let role = CreateRole::new("Administrator", "admin").description("May do anything");
/// assert_eq!(
///     role.request(&api)?.body(),
///     br#"{"name":"Administrator","description":"May do anything","key":"admin"}"#
/// );
///
/// let answer = role.response(&http::Response::new(r#"{"code":"OK","role":{"id":"0192c16a"}}"#))?;
/// assert_eq!(answer.role.and_then(|role| role.id), Some("0192c16a".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/post/api/v1/roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateRole {
    /// Its name for people.
    pub name: String,
    /// What it is for, for people. Once set, it can be changed but not removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The key that programs know it by.
    pub key: RoleKey,
    /// Whether new users get it when they sign up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default_role: Option<bool>,
    /// The permission, by id, that is needed to give this role to a user; null for none.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub assignment_permission_id: Nullable<PermissionId>,
}

options! {
    CreateRole::new(name: into String, key: into RoleKey) {
        description: into String;
        is_default_role: plain bool;
        assignment_permission_id: nullable PermissionId;
    }
}

impl Endpoint for CreateRole {
    type Output = CreateRolesResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/roles";
    const OPERATION_ID: &'static str = "CreateRole";
    const SCOPE: &'static str = "create:roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateRole`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateRolesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The role that was made.
    pub role: Option<CreatedRole>,
}

fields!(CreateRolesResponse { code, message, role });

/// The role that [`CreateRole`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedRole {
    /// The id of the role.
    pub id: Option<RoleId>,
}

fields!(CreatedRole { id });

/// `PATCH /api/v1/roles/{role_id}`: changes a role.
///
/// Scope: `update:roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Name and key are always sent, as Kinde's document requires: pass the present ones if they are to stay. Anything else
/// that is not set stays as it is. Kinde answers 201, though nothing is created.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::UpdateRoles;
///
/// let role = UpdateRoles::new("0192c16a", "Administrator", "admin").is_default_role(true);
/// assert_eq!(role.request(&api)?.body(), br#"{"name":"Administrator","key":"admin","is_default_role":true}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/patch/api/v1/roles/{role_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateRoles {
    /// The role, by id, not by key.
    #[serde(skip)]
    pub role_id: RoleId,
    /// Its name for people.
    pub name: String,
    /// What it is for, for people. It can be changed but not removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The key that programs know it by.
    pub key: RoleKey,
    /// Whether new users get it when they sign up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default_role: Option<bool>,
    /// The permission, by id, that is needed to give this role to a user. Null leaves it as it is; the text
    /// `NO_PERMISSION_REQUIRED` removes it.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub assignment_permission_id: Nullable<PermissionId>,
}

options! {
    UpdateRoles::new(role_id: into RoleId, name: into String, key: into RoleKey) {
        description: into String;
        is_default_role: plain bool;
        assignment_permission_id: nullable PermissionId;
    }
}

impl Endpoint for UpdateRoles {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/roles/{role_id}";
    const OPERATION_ID: &'static str = "UpdateRoles";
    const SCOPE: &'static str = "update:roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).json(self).build()
    }
}

/// `DELETE /api/v1/roles/{role_id}`: deletes a role and takes it from everybody who holds it.
///
/// Scope: `delete:roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone: members lose the role and what it permits. The key is free again afterwards.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::roles::DeleteRole;
///
/// let request = DeleteRole::new("0192c16a").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/roles/0192c16a"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/delete/api/v1/roles/{role_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteRole {
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

impl DeleteRole {
    /// The role with this id.
    #[must_use]
    pub fn new(role_id: impl Into<RoleId>) -> Self {
        Self { role_id: role_id.into() }
    }
}

impl Endpoint for DeleteRole {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/roles/{role_id}";
    const OPERATION_ID: &'static str = "DeleteRole";
    const SCOPE: &'static str = "delete:roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.role_id).build()
    }
}
