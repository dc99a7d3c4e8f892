//! Who holds a role, in all organizations.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, Endpoint, OrgCode, RequestBuilder, RequestError, RoleId, UserId};

/// `GET /api/v1/roles/{role_id}/users`: who holds a role, and in which organizations.
///
/// Scope: `read:organization_user_roles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetRoleUsersResponse`].
/// [`Client::items`](crate::Client::items) gives each [`RoleUser`] of all pages.
///
/// For the holders in one organization see
/// [`GetOrganizationRoleUsers`](crate::organizations::GetOrganizationRoleUsers).
///
/// ```
/// use kinde_api::{Endpoint, roles::GetRoleUsers};
///
/// let response = http::Response::new(r#"{"users":[{"id":"kp_17","org_codes":["org_1","org_2"]}]}"#);
/// let page = GetRoleUsers::new("0192c16a").response(&response)?;
/// assert_eq!(page.users[0].org_codes, ["org_1", "org_2"]);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/roles/get/api/v1/roles/{role_id}/users)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetRoleUsers {
    /// The role, by id, not by key.
    pub role_id: RoleId,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    GetRoleUsers::new(role_id: into RoleId) {
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetRoleUsers {
    type Output = GetRoleUsersResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/roles/{role_id}/users";
    const OPERATION_ID: &'static str = "GetRoleUsers";
    const SCOPE: &'static str = "read:organization_user_roles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.role_id)
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetRoleUsers: users of RoleUser);

/// What [`GetRoleUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetRoleUsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The users of this page.
    pub users: Vec<RoleUser>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetRoleUsersResponse { code, message, users: page required, next_token });

/// A user who holds a role, as [`GetRoleUsers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RoleUser {
    /// The id of the user.
    pub id: Option<UserId>,
    /// The organizations in which the user holds the role.
    pub org_codes: Vec<OrgCode>,
}

fields!(RoleUser { id, org_codes: list });
