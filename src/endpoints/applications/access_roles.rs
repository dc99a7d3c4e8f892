//! The roles that may use an application, where roles are enforced for it.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{Api, ApplicationId, Endpoint, RequestBuilder, RequestError, RoleId, RoleKey, SuccessResponse};

/// `GET /api/v1/applications/{application_id}/access_roles`: the roles that may use an application.
///
/// Scope: `read:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetApplicationAccessRolesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`ApplicationAccessRole`] of all pages.
///
/// They matter only if roles [are enforced](crate::applications::UpdateApplication::is_access_control_enabled) for the
/// application.
///
/// According to Kinde's reference, an unknown application is not a 404 but a 400 with the code `APPLICATION_NOT_FOUND`,
/// and one of the type `m2m` is a 400 with `APPLICATION_TYPE_NOT_SUPPORTED`. A page of more than 100
/// (`PAGE_SIZE_LIMIT_EXCEEDED`) and both directions at once (`TOO_MANY_PARAMETERS`) are 400s too.
///
/// ```
/// use kinde_api::applications::GetApplicationAccessRoles;
/// use kinde_api::{Endpoint, Paged};
///
/// let roles = GetApplicationAccessRoles::new("3b0b5c6c8fcc464f").page_size(100);
///
/// let response = http::Response::new(r#"{"roles":[{"id":"0192c16a","key":"admin"}],"has_more":true}"#);
/// let page = roles.response(&response)?;
/// assert_eq!(page.roles[0].key, Some("admin".into()));
/// assert_eq!(roles.next_page(&page), Some(roles.clone().starting_after("0192c16a")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/get/api/v1/applications/{application_id}/access_roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApplicationAccessRoles {
    /// The application.
    pub application_id: ApplicationId,
    /// How many results a page has; 10 unless set, at most 100.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last role of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the role with this id. With it, there is no [next
    /// page](crate::Paged::next_page).
    pub ending_before: Option<String>,
}

options! {
    GetApplicationAccessRoles::new(application_id: into ApplicationId) {
        page_size: plain u32;
        starting_after: into String;
        ending_before: into String;
    }
}

impl Endpoint for GetApplicationAccessRoles {
    type Output = GetApplicationAccessRolesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications/{application_id}/access_roles";
    const OPERATION_ID: &'static str = "GetApplicationAccessRoles";
    const SCOPE: &'static str = "read:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.application_id)
            .query("page_size", self.page_size)
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .build()
    }
}

pages_by_id!(GetApplicationAccessRoles: roles of ApplicationAccessRole by id, unless ending_before, at most 100);

/// What [`GetApplicationAccessRoles`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApplicationAccessRolesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The roles of this page.
    pub roles: Vec<ApplicationAccessRole>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
}

fields!(GetApplicationAccessRolesResponse { code, message, roles: page required, has_more });

/// A role that may use an application, as [`GetApplicationAccessRoles`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApplicationAccessRole {
    /// The id: what the endpoints for a single role want.
    pub id: Option<RoleId>,
    /// The key: what bulk calls, invites, filters and tokens have.
    pub key: Option<RoleKey>,
    /// Its name for people.
    pub name: Option<String>,
    /// What it is for, for people.
    pub description: Option<String>,
}

fields!(ApplicationAccessRole { id, key, name, description });

/// `POST /api/v1/applications/{application_id}/access_roles/{role_id}`: lets those who hold a role use an application.
///
/// Scope: `update:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// This alone does not enforce roles:
/// [`UpdateApplication`](crate::applications::UpdateApplication::is_access_control_enabled) does, once there is a role.
/// An unknown application or role is a 400 with the code `APPLICATION_NOT_FOUND` or `ROLE_NOT_FOUND`, an application of
/// the type `m2m` a 400 with `APPLICATION_TYPE_NOT_SUPPORTED`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::{AddApplicationAccessRole, UpdateApplication};
///
/// let request = AddApplicationAccessRole::new("3b0b5c6c8fcc464f", "0192c16a").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/applications/3b0b5c6c8fcc464f/access_roles/0192c16a");
///
/// let request = UpdateApplication::new("3b0b5c6c8fcc464f").is_access_control_enabled(true).request(&api)?;
/// assert_eq!(request.body(), br#"{"is_access_control_enabled":true}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/post/api/v1/applications/{application_id}/access_roles/{role_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddApplicationAccessRole {
    /// The application.
    pub application_id: ApplicationId,
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

options! {
    /// With the application and the role.
    AddApplicationAccessRole::new(application_id: into ApplicationId, role_id: into RoleId) {}
}

impl Endpoint for AddApplicationAccessRole {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/applications/{application_id}/access_roles/{role_id}";
    const OPERATION_ID: &'static str = "AddApplicationAccessRole";
    const SCOPE: &'static str = "update:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).path(&self.role_id).build()
    }
}

/// `DELETE /api/v1/applications/{application_id}/access_roles/{role_id}`: no longer lets those who hold a role use an
/// application.
///
/// Scope: `update:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It does not change whether roles are enforced for the application. An unknown application or role is a 400 with the
/// code `APPLICATION_NOT_FOUND` or `ROLE_NOT_FOUND`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::RemoveApplicationAccessRole;
///
/// let request = RemoveApplicationAccessRole::new("3b0b5c6c8fcc464f", "0192c16a").request(&api)?;
/// assert_eq!(request.method(), "DELETE");
/// assert_eq!(request.uri().path(), "/api/v1/applications/3b0b5c6c8fcc464f/access_roles/0192c16a");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/delete/api/v1/applications/{application_id}/access_roles/{role_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RemoveApplicationAccessRole {
    /// The application.
    pub application_id: ApplicationId,
    /// The role, by id, not by key.
    pub role_id: RoleId,
}

options! {
    /// With the application and the role.
    RemoveApplicationAccessRole::new(application_id: into ApplicationId, role_id: into RoleId) {}
}

impl Endpoint for RemoveApplicationAccessRole {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/applications/{application_id}/access_roles/{role_id}";
    const OPERATION_ID: &'static str = "RemoveApplicationAccessRole";
    const SCOPE: &'static str = "update:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).path(&self.role_id).build()
    }
}
