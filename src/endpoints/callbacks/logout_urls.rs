//! Where Kinde may send users after they signed out.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, ApplicationId, Endpoint, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/applications/{application_id}/auth_logout_urls`: where Kinde may send users after they signed out of an
/// application.
///
/// Scope: `read:application_logout_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`LogoutRedirectUrls`].
///
/// All URLs come at once.
///
/// ```
/// use kinde_api::{Endpoint, callbacks::GetLogoutUrls};
///
/// let response = http::Response::new(r#"{"logout_urls":["https://app.example.com/bye"]}"#);
/// let answer = GetLogoutUrls::new("3b0b5c6c8fcc464f").response(&response)?;
/// assert_eq!(answer.logout_urls, ["https://app.example.com/bye"]);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/get/api/v1/applications/{application_id}/auth_logout_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetLogoutUrls {
    /// The application.
    pub application_id: ApplicationId,
}

impl GetLogoutUrls {
    /// Those of the application with this id.
    #[must_use]
    pub fn new(application_id: impl Into<ApplicationId>) -> Self {
        Self { application_id: application_id.into() }
    }
}

impl Endpoint for GetLogoutUrls {
    type Output = LogoutRedirectUrls;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_logout_urls";
    const OPERATION_ID: &'static str = "getLogoutURLs";
    const SCOPE: &'static str = "read:application_logout_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).build()
    }
}

/// What [`GetLogoutUrls`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct LogoutRedirectUrls {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The URLs.
    pub logout_urls: Vec<String>,
}

fields!(LogoutRedirectUrls { code, message, logout_urls: page required });

/// `POST /api/v1/applications/{application_id}/auth_logout_urls`: lets Kinde send users to further URLs after they
/// signed out of an application.
///
/// Scope: `create:application_logout_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The present ones stay; [`ReplaceLogoutRedirectUrls`] sets them all.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::callbacks::AddLogoutRedirectUrls;
///
/// let urls = AddLogoutRedirectUrls::new("3b0b5c6c8fcc464f", ["https://app.example.com/bye"]);
/// assert_eq!(urls.request(&api)?.body(), br#"{"urls":["https://app.example.com/bye"]}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/post/api/v1/applications/{application_id}/auth_logout_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddLogoutRedirectUrls {
    /// The application.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// The URLs to add.
    pub urls: Vec<String>,
}

options! {
    /// With the application and the URLs.
    AddLogoutRedirectUrls::new(application_id: into ApplicationId, urls: texts String) {}
}

impl Endpoint for AddLogoutRedirectUrls {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_logout_urls";
    const OPERATION_ID: &'static str = "addLogoutRedirectURLs";
    const SCOPE: &'static str = "create:application_logout_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).json(self).build()
    }
}

/// `PUT /api/v1/applications/{application_id}/auth_logout_urls`: sets all URLs that Kinde may send users to after they
/// signed out of an application.
///
/// Scope: `update:application_logout_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// URLs that are left out are removed: users who sign out with one of them are not sent there. An empty list removes
/// all.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::callbacks::ReplaceLogoutRedirectUrls;
///
/// let urls = ReplaceLogoutRedirectUrls::new("3b0b5c6c8fcc464f", ["https://app.example.com/bye"]);
/// let request = urls.request(&api)?;
/// assert_eq!(request.method(), "PUT");
/// assert_eq!(request.body(), br#"{"urls":["https://app.example.com/bye"]}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/put/api/v1/applications/{application_id}/auth_logout_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ReplaceLogoutRedirectUrls {
    /// The application.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// All URLs that there are to be.
    pub urls: Vec<String>,
}

options! {
    /// With the application and all of its URLs.
    ReplaceLogoutRedirectUrls::new(application_id: into ApplicationId, urls: texts String) {}
}

impl Endpoint for ReplaceLogoutRedirectUrls {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_logout_urls";
    const OPERATION_ID: &'static str = "replaceLogoutRedirectURLs";
    const SCOPE: &'static str = "update:application_logout_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).json(self).build()
    }
}

/// `DELETE /api/v1/applications/{application_id}/auth_logout_urls`: stops Kinde from sending users to some URLs after
/// they signed out of an application.
///
/// Scope: `delete:application_logout_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The URLs are joined by commas, so one that holds a comma can't be deleted this way:
/// [`ReplaceLogoutRedirectUrls`] with the others can. An empty list is refused.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::callbacks::DeleteLogoutUrls;
///
/// let request = DeleteLogoutUrls::new("3b0b5c6c8fcc464f", ["myapp://a", "myapp://b"]).request(&api)?;
/// assert_eq!(request.uri().query(), Some("urls=myapp%3A%2F%2Fa%2Cmyapp%3A%2F%2Fb"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/delete/api/v1/applications/{application_id}/auth_logout_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteLogoutUrls {
    /// The application.
    pub application_id: ApplicationId,
    /// The URLs to delete.
    pub urls: Vec<String>,
}

options! {
    /// With the application and the URLs.
    DeleteLogoutUrls::new(application_id: into ApplicationId, urls: texts String) {}
}

impl Endpoint for DeleteLogoutUrls {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_logout_urls";
    const OPERATION_ID: &'static str = "deleteLogoutURLs";
    const SCOPE: &'static str = "delete:application_logout_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.application_id)
            .query_list_not_empty("urls", Some(&self.urls))
            .build()
    }
}
