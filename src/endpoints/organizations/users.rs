//! The members of an organization.

use std::iter;

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use super::organization::Sort;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{
    Api, DateTime, Endpoint, OrgCode, PermissionKey, RequestBuilder, RequestError, RoleKey, SuccessResponse, UserId,
};

/// How many users Kinde takes at most in a call of [`AddOrganizationUsers`] or [`UpdateOrganizationUsers`].
pub const MAX_USERS: usize = 100;

/// `GET /api/v1/organizations/{org_code}/users`: the members of an organization.
///
/// Scope: `read:organization_users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetOrganizationUsersResponse`].
/// [`Client::items`](crate::Client::items) gives each [`OrganizationUser`] of all pages.
///
/// Kinde gives a token on the last page too, behind which there is an empty page. There is no filter by id or address.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{GetOrganizationUsers, Sort};
///
/// // Those who hold both roles.
/// let members = GetOrganizationUsers::new("org_1ccfb819462").roles(["admin", "billing"]);
/// let members = members.sort(Sort::EmailAsc);
/// assert_eq!(members.request(&api)?.uri().query(), Some("sort=email_asc&roles=admin%2Cbilling"));
///
/// let response = http::Response::new(
///     r#"{"organization_users":[{"full_name":"Member 17","roles":["admin","billing"]}]}"#,
/// );
/// let page = members.response(&response)?;
/// assert_eq!(page.organization_users[0].roles, ["admin", "billing"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/users)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationUsers {
    /// The organization.
    pub org_code: OrgCode,
    /// The field and direction to sort by.
    pub sort: Option<Sort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
    /// Only members who hold all of these permissions, by key.
    pub permissions: Option<Vec<PermissionKey>>,
    /// Only members who hold all of these roles, by key.
    pub roles: Option<Vec<RoleKey>>,
}

options! {
    /// All members, in Kinde's order.
    GetOrganizationUsers::new(org_code: into OrgCode) {
        sort: into Sort;
        page_size: plain u32;
        next_token: into String;
        permissions: list PermissionKey;
        roles: list RoleKey;
    }
}

impl Endpoint for GetOrganizationUsers {
    type Output = GetOrganizationUsersResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users";
    const OPERATION_ID: &'static str = "GetOrganizationUsers";
    const SCOPE: &'static str = "read:organization_users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .query_list("permissions", self.permissions.as_deref())
            .query_list("roles", self.roles.as_deref())
            .build()
    }
}

pages_by_token!(GetOrganizationUsers: organization_users of OrganizationUser);

/// What [`GetOrganizationUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationUsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The members of this page.
    pub organization_users: Vec<OrganizationUser>,
    /// Where to go on; Kinde sets it on the last page too, behind which there is an empty one.
    pub next_token: Option<String>,
}

fields!(GetOrganizationUsersResponse { code, message, organization_users: page required, next_token });

/// A member of an organization, as [`GetOrganizationUsers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationUser {
    /// The id of the user.
    pub id: Option<UserId>,
    /// The user's address.
    pub email: Option<String>,
    /// First and last name.
    pub full_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The URL of the user's picture.
    pub picture: Option<String>,
    /// When the user became a member, as Kinde writes it.
    pub joined_on: Option<DateTime>,
    /// When the user last signed in to the organization.
    pub last_accessed_on: Option<DateTime>,
    /// Whether the user is suspended.
    pub is_suspended: Option<bool>,
    /// The roles that the user holds here, by key.
    pub roles: Vec<RoleKey>,
}

fields!(OrganizationUser {
    id,
    email,
    full_name,
    last_name,
    first_name,
    picture,
    joined_on,
    last_accessed_on,
    is_suspended,
    roles: list,
});

/// `POST /api/v1/organizations/{org_code}/users`: makes users of the business members of an organization.
///
/// Scope: `create:organization_users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`AddOrganizationUsersResponse`].
///
/// Kinde takes at most 100 users in a call: see [`batches`](Self::batches). Roles and permissions are given by key.
/// What Kinde does about users who are members already is not documented: compare `users_added` with what you asked
/// for. An unknown organization is a 400 with the code `ORGANIZATION_INVALID`.
///
/// ```
/// use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers};
///
/// let guest = |number: u32| AddOrganizationUser::new(format!("kp_{number}")).roles(["guest"]);
/// let calls = AddOrganizationUsers::batches("org_1", (1..=250).map(guest));
/// assert_eq!(calls.map(|call| call.users.len()).collect::<Vec<_>>(), [100, 100, 50]);
/// ```
///
/// The answer says who was added:
///
/// ```
/// # use kinde_api::Endpoint;
/// # use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers};
/// # let users = [AddOrganizationUser::new("kp_1"), AddOrganizationUser::new("kp_2")];
/// # let call = AddOrganizationUsers::new("org_1ccfb819462", users);
/// let added = call.response(&http::Response::new(r#"{"users_added":["kp_1"]}"#))?.users_added;
/// let others: Vec<_> = call.users.iter().filter(|user| !added.contains(&user.id)).collect();
/// assert_eq!(others, [&AddOrganizationUser::new("kp_2")]);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/users)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddOrganizationUsers {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The users to add.
    pub users: Vec<AddOrganizationUser>,
}

impl AddOrganizationUsers {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, users: impl IntoIterator<Item = AddOrganizationUser>) -> Self {
        Self { org_code: org_code.into(), users: users.into_iter().collect() }
    }

    /// Splits any number of users into calls of at most [`MAX_USERS`] each; no users make no call.
    ///
    /// If a call fails, those before it have been carried out.
    ///
    /// ```
    /// use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers};
    ///
    /// let admins = AddOrganizationUsers::batches("org_1", ["kp_1", "kp_2"].map(AddOrganizationUser::new));
    /// assert_eq!(admins.count(), 1);
    /// ```
    pub fn batches(
        org_code: impl Into<OrgCode>,
        users: impl IntoIterator<Item = AddOrganizationUser>,
    ) -> impl Iterator<Item = Self> {
        let (org_code, mut users) = (org_code.into(), users.into_iter().fuse());
        iter::from_fn(move || {
            let batch = Self::new(&org_code, users.by_ref().take(MAX_USERS));
            (!batch.users.is_empty()).then_some(batch)
        })
    }
}

impl Endpoint for AddOrganizationUsers {
    type Output = AddOrganizationUsersResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users";
    const OPERATION_ID: &'static str = "AddOrganizationUsers";
    const SCOPE: &'static str = "create:organization_users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}

/// A user to add, with roles and permissions: see [`AddOrganizationUsers`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddOrganizationUser {
    /// The user.
    pub id: UserId,
    /// The roles to hold, by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<RoleKey>>,
    /// The permissions to hold beside those of the roles, by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<PermissionKey>>,
}

options! {
    /// The user with this id, and nothing else set.
    AddOrganizationUser::new(id: into UserId) {
        roles: list RoleKey;
        permissions: list PermissionKey;
    }
}

/// What [`AddOrganizationUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddOrganizationUsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Who was added.
    pub users_added: Vec<UserId>,
}

fields!(AddOrganizationUsersResponse { code, message, users_added: page });

/// `PATCH /api/v1/organizations/{org_code}/users`: adds, changes and removes members in one call.
///
/// Scope: `update:organization_users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateOrganizationUsersResponse`].
///
/// Kinde takes at most 100 users in a call: see [`batches`](Self::batches). Roles and permissions are given by key;
/// Kinde's reference does not say whether they come on top of what a member holds or in its place.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{UpdateOrganizationUser, UpdateOrganizationUsers, UserOperation};
///
/// let promoted = UpdateOrganizationUser::new("kp_17").roles(["admin"]);
/// let removed = UpdateOrganizationUser::new("kp_18").operation(UserOperation::Delete);
/// let changes = UpdateOrganizationUsers::new("org_1ccfb819462", [promoted, removed]);
/// assert_eq!(
///     changes.request(&api)?.body(),
///     br#"{"users":[{"id":"kp_17","roles":["admin"]},{"id":"kp_18","operation":"delete"}]}"#
/// );
///
/// let response = http::Response::new(r#"{"users_updated":["kp_17"],"users_removed":["kp_18"]}"#);
/// let answer = changes.response(&response)?;
/// assert_eq!((answer.users_updated.len(), answer.users_removed.len()), (1, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/patch/api/v1/organizations/{org_code}/users)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizationUsers {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The users to add, change or remove.
    pub users: Vec<UpdateOrganizationUser>,
}

impl UpdateOrganizationUsers {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, users: impl IntoIterator<Item = UpdateOrganizationUser>) -> Self {
        Self { org_code: org_code.into(), users: users.into_iter().collect() }
    }

    /// Splits any number of users into calls of at most [`MAX_USERS`] each; no users make no call.
    ///
    /// If a call fails, those before it have been carried out.
    ///
    /// ```
    /// use kinde_api::organizations::{UpdateOrganizationUser, UpdateOrganizationUsers, UserOperation};
    ///
    /// let removed = (1..=101).map(|number| {
    ///     UpdateOrganizationUser::new(format!("kp_{number}")).operation(UserOperation::Delete)
    /// });
    /// let calls = UpdateOrganizationUsers::batches("org_1", removed);
    /// assert_eq!(calls.map(|call| call.users.len()).collect::<Vec<_>>(), [100, 1]);
    /// ```
    pub fn batches(
        org_code: impl Into<OrgCode>,
        users: impl IntoIterator<Item = UpdateOrganizationUser>,
    ) -> impl Iterator<Item = Self> {
        let (org_code, mut users) = (org_code.into(), users.into_iter().fuse());
        iter::from_fn(move || {
            let batch = Self::new(&org_code, users.by_ref().take(MAX_USERS));
            (!batch.users.is_empty()).then_some(batch)
        })
    }
}

impl Endpoint for UpdateOrganizationUsers {
    type Output = UpdateOrganizationUsersResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users";
    const OPERATION_ID: &'static str = "UpdateOrganizationUsers";
    const SCOPE: &'static str = "update:organization_users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}

/// A user to add, change or remove: see [`UpdateOrganizationUsers`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateOrganizationUser {
    /// The user.
    pub id: UserId,
    /// What to do instead of setting roles and permissions: [remove](UserOperation::Delete) the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<UserOperation>,
    /// The roles to hold, by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<RoleKey>>,
    /// The permissions to hold beside those of the roles, by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<PermissionKey>>,
}

options! {
    /// The user with this id, and nothing else set.
    UpdateOrganizationUser::new(id: into UserId) {
        operation: into UserOperation;
        roles: list RoleKey;
        permissions: list PermissionKey;
    }
}

/// What [`UpdateOrganizationUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizationUsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Who was added.
    pub users_added: Vec<UserId>,
    /// Who was changed.
    pub users_updated: Vec<UserId>,
    /// Who was removed.
    pub users_removed: Vec<UserId>,
}

fields!(UpdateOrganizationUsersResponse { code, message, users_added: page, users_updated: page, users_removed: page });

/// `DELETE /api/v1/organizations/{org_code}/users/{user_id}`: ends a membership.
///
/// Scope: `delete:organization_users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The user stays, perhaps without an organization. To end many memberships, see [`UpdateOrganizationUsers`].
///
/// ```
/// use kinde_api::organizations::{GetOrganizationUsersResponse, RemoveOrganizationUser};
///
/// /// Removes the suspended among the members of a page.
/// fn tidy_up(page: GetOrganizationUsersResponse) -> Vec<RemoveOrganizationUser> {
///     let members = page.organization_users.into_iter();
///     let suspended = members.filter(|member| member.is_suspended == Some(true));
///     let ids = suspended.filter_map(|member| member.id);
///     ids.map(|id| RemoveOrganizationUser::new("org_1ccfb819462", id)).collect()
/// }
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/users/{user_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RemoveOrganizationUser {
    /// The organization.
    pub org_code: OrgCode,
    /// The user, a member of the organization.
    pub user_id: UserId,
}

impl RemoveOrganizationUser {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, user_id: impl Into<UserId>) -> Self {
        Self { org_code: org_code.into(), user_id: user_id.into() }
    }
}

impl Endpoint for RemoveOrganizationUser {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/users/{user_id}";
    const OPERATION_ID: &'static str = "RemoveOrganizationUser";
    const SCOPE: &'static str = "delete:organization_users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.user_id).build()
    }
}

open_enum! {
    /// What to do with a member instead of setting roles and permissions, for [`UpdateOrganizationUsers`].
    pub enum UserOperation {
        /// Remove the member from the organization.
        Delete = "delete",
    }
}
