//! Who holds a role in an organization.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, DateTime, Endpoint, OrgCode, RequestBuilder, RequestError, RoleId, UserId};

/// `GET /api/v1/organizations/{org_code}/roles/{role_id}/users`: the members who hold a role, by id alone.
///
/// Scope: `read:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetOrganizationRoleUsersResponse`].
/// [`Client::items`](crate::Client::items) gives each [`OrganizationRoleUser`] of all pages.
///
/// ```
/// use kinde_api::organizations::GetOrganizationRoleUsers;
/// use kinde_api::{Endpoint, Paged, RoleId};
///
/// let admin = RoleId::from("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f");
/// let holders = GetOrganizationRoleUsers::new("org_1ccfb819462", admin).page_size(500);
///
/// let response = http::Response::new(r#"{"users":[{"id":"kp_17"},{"id":"kp_18"}]}"#);
/// let page = holders.response(&response)?;
/// assert_eq!(page.users[1].id, Some("kp_18".into()));
/// assert_eq!(holders.next_page(&page), None);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/roles/{role_id}/users)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationRoleUsers {
    /// The organization.
    pub org_code: OrgCode,
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    GetOrganizationRoleUsers::new(org_code: into OrgCode, role_id: into RoleId) {
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetOrganizationRoleUsers {
    type Output = GetOrganizationRoleUsersResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/roles/{role_id}/users";
    const OPERATION_ID: &'static str = "GetOrganizationRoleUsers";
    const SCOPE: &'static str = "read:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.role_id)
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetOrganizationRoleUsers: users of OrganizationRoleUser);

/// What [`GetOrganizationRoleUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationRoleUsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The members of this page.
    pub users: Vec<OrganizationRoleUser>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetOrganizationRoleUsersResponse { code, message, users: page required, next_token });

/// A member who holds a role, as [`GetOrganizationRoleUsers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationRoleUser {
    /// The id of the user.
    pub id: Option<UserId>,
}

fields!(OrganizationRoleUser { id });

/// `GET /api/v1/organizations/{org_code}/roles/{role_id}/users/count`: how many members hold a role.
///
/// Scope: `read:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationRoleUsersCountResponse`].
///
/// It takes one call, where to list them takes one for each page:
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganizationRoleUsersCount};
///
/// let admin = "0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f";
/// let admins = GetOrganizationRoleUsersCount::new("org_1ccfb819462", admin);
/// let answer = admins.response(&http::Response::new(r#"{"count":1}"#))?;
/// let is_last_admin = answer.count == Some(1);
/// assert!(is_last_admin);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/roles/{role_id}/users/count)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationRoleUsersCount {
    /// The organization.
    pub org_code: OrgCode,
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

impl GetOrganizationRoleUsersCount {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, role_id: impl Into<RoleId>) -> Self {
        Self { org_code: org_code.into(), role_id: role_id.into() }
    }
}

impl Endpoint for GetOrganizationRoleUsersCount {
    type Output = GetOrganizationRoleUsersCountResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/roles/{role_id}/users/count";
    const OPERATION_ID: &'static str = "GetOrganizationRoleUsersCount";
    const SCOPE: &'static str = "read:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.role_id).build()
    }
}

/// What [`GetOrganizationRoleUsersCount`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationRoleUsersCountResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// How many.
    pub count: Option<u64>,
}

fields!(GetOrganizationRoleUsersCountResponse { code, message, count: count });

/// `GET /api/v1/organizations/{org_code}/roles/{role_id}/active_users/count`: how many of the members who hold a role
/// now got an access token in a period.
///
/// Scope: `read:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationRoleActiveUsersCountResponse`].
///
/// Both bounds are inclusive, in UTC, to the second (`2026-07-01T00:00:00Z`). The end must be earlier than the
/// beginning plus three days; a longer period is an error with the code `DATE_TIME_RANGE_TOO_LARGE`. A token counts
/// whichever organization it was for.
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganizationRoleActiveUsersCount};
///
/// let active = GetOrganizationRoleActiveUsersCount::new(
///     "org_1ccfb819462",
///     "0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f",
///     "2026-07-01T00:00:00Z",
///     "2026-07-03T23:59:59Z", // A second later would be too late.
/// );
/// let answer = active.response(&http::Response::new(r#"{"active_users_count":7}"#))?;
/// assert_eq!(answer.active_users_count, Some(7));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/roles/{role_id}/active_users/count)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationRoleActiveUsersCount {
    /// The organization.
    pub org_code: OrgCode,
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// The first moment that counts, ISO 8601 in UTC; fractions of a second are rounded down.
    pub date_time_from: String,
    /// The last moment that counts, ISO 8601 in UTC; fractions of a second are rounded up.
    pub date_time_to: String,
}

impl GetOrganizationRoleActiveUsersCount {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        role_id: impl Into<RoleId>,
        date_time_from: impl Into<String>,
        date_time_to: impl Into<String>,
    ) -> Self {
        Self {
            org_code: org_code.into(),
            role_id: role_id.into(),
            date_time_from: date_time_from.into(),
            date_time_to: date_time_to.into(),
        }
    }
}

impl Endpoint for GetOrganizationRoleActiveUsersCount {
    type Output = GetOrganizationRoleActiveUsersCountResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/roles/{role_id}/active_users/count";
    const OPERATION_ID: &'static str = "GetOrganizationRoleActiveUsersCount";
    const SCOPE: &'static str = "read:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.role_id)
            .query("date_time_from", Some(&self.date_time_from))
            .query("date_time_to", Some(&self.date_time_to))
            .build()
    }
}

/// What [`GetOrganizationRoleActiveUsersCount`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationRoleActiveUsersCountResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// How many.
    pub active_users_count: Option<u64>,
    /// The first moment that counted, after rounding.
    pub date_time_from: Option<DateTime>,
    /// The last moment that counted, after rounding.
    pub date_time_to: Option<DateTime>,
}

fields!(GetOrganizationRoleActiveUsersCountResponse {
    code,
    message,
    active_users_count: count,
    date_time_from,
    date_time_to,
});
