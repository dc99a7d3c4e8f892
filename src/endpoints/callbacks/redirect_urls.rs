//! Where Kinde may send users after they signed in.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, ApplicationId, Endpoint, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/applications/{application_id}/auth_redirect_urls`: where Kinde may send users after they signed in to
/// an application.
///
/// Scope: `read:applications_redirect_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`RedirectCallbackUrls`].
///
/// All URLs come at once, without the `code` and `message` of other answers.
///
/// ```
/// use kinde_api::{Endpoint, callbacks::GetCallbackUrls};
///
/// let response = http::Response::new(r#"{"redirect_urls":["https://app.example.com/callback"]}"#);
/// let answer = GetCallbackUrls::new("3b0b5c6c8fcc464f").response(&response)?;
/// assert_eq!(answer.redirect_urls, ["https://app.example.com/callback"]);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/get/api/v1/applications/{application_id}/auth_redirect_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetCallbackUrls {
    /// The application.
    pub application_id: ApplicationId,
}

impl GetCallbackUrls {
    /// Those of the application with this id.
    #[must_use]
    pub fn new(application_id: impl Into<ApplicationId>) -> Self {
        Self { application_id: application_id.into() }
    }
}

impl Endpoint for GetCallbackUrls {
    type Output = RedirectCallbackUrls;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_redirect_urls";
    const OPERATION_ID: &'static str = "getCallbackURLs";
    const SCOPE: &'static str = "read:applications_redirect_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).build()
    }
}

/// What [`GetCallbackUrls`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RedirectCallbackUrls {
    /// The URLs.
    pub redirect_urls: Vec<String>,
}

fields!(RedirectCallbackUrls { redirect_urls: page required });

/// `POST /api/v1/applications/{application_id}/auth_redirect_urls`: lets Kinde send users to further URLs after they
/// signed in to an application.
///
/// Scope: `create:applications_redirect_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The present ones stay; [`ReplaceRedirectCallbackUrls`] sets them all.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::callbacks::AddRedirectCallbackUrls;
///
/// let urls = AddRedirectCallbackUrls::new("3b0b5c6c8fcc464f", ["https://app.example.com/callback"]);
/// assert_eq!(urls.request(&api)?.body(), br#"{"urls":["https://app.example.com/callback"]}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/post/api/v1/applications/{application_id}/auth_redirect_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddRedirectCallbackUrls {
    /// The application.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// The URLs to add.
    pub urls: Vec<String>,
}

options! {
    /// With the application and the URLs.
    AddRedirectCallbackUrls::new(application_id: into ApplicationId, urls: texts String) {}
}

impl Endpoint for AddRedirectCallbackUrls {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_redirect_urls";
    const OPERATION_ID: &'static str = "addRedirectCallbackURLs";
    const SCOPE: &'static str = "create:applications_redirect_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).json(self).build()
    }
}

/// `PUT /api/v1/applications/{application_id}/auth_redirect_urls`: sets all URLs that Kinde may send users to after
/// they signed in to an application.
///
/// Scope: `update:applications_redirect_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// URLs that are left out are removed: users who sign in with one of them see an error. An empty list removes all.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::callbacks::ReplaceRedirectCallbackUrls;
///
/// let urls = ReplaceRedirectCallbackUrls::new("3b0b5c6c8fcc464f", ["https://app.example.com/callback"]);
/// let request = urls.request(&api)?;
/// assert_eq!(request.method(), "PUT");
/// assert_eq!(request.body(), br#"{"urls":["https://app.example.com/callback"]}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/put/api/v1/applications/{application_id}/auth_redirect_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ReplaceRedirectCallbackUrls {
    /// The application.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// All URLs that there are to be.
    pub urls: Vec<String>,
}

options! {
    /// With the application and all of its URLs.
    ReplaceRedirectCallbackUrls::new(application_id: into ApplicationId, urls: texts String) {}
}

impl Endpoint for ReplaceRedirectCallbackUrls {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_redirect_urls";
    const OPERATION_ID: &'static str = "replaceRedirectCallbackURLs";
    const SCOPE: &'static str = "update:applications_redirect_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).json(self).build()
    }
}

/// `DELETE /api/v1/applications/{application_id}/auth_redirect_urls`: stops Kinde from sending users to some URLs after
/// they signed in to an application.
///
/// Scope: `delete:applications_redirect_uris`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The URLs are joined by commas, so one that holds a comma can't be deleted this way:
/// [`ReplaceRedirectCallbackUrls`] with the others can. An empty list is refused.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::callbacks::DeleteCallbackUrls;
///
/// let request = DeleteCallbackUrls::new("3b0b5c6c8fcc464f", ["myapp://a", "myapp://b"]).request(&api)?;
/// assert_eq!(request.uri().query(), Some("urls=myapp%3A%2F%2Fa%2Cmyapp%3A%2F%2Fb"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/callbacks/delete/api/v1/applications/{application_id}/auth_redirect_urls)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteCallbackUrls {
    /// The application.
    pub application_id: ApplicationId,
    /// The URLs to delete.
    pub urls: Vec<String>,
}

options! {
    /// With the application and the URLs.
    DeleteCallbackUrls::new(application_id: into ApplicationId, urls: texts String) {}
}

impl Endpoint for DeleteCallbackUrls {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/applications/{application_id}/auth_redirect_urls";
    const OPERATION_ID: &'static str = "deleteCallbackURLs";
    const SCOPE: &'static str = "delete:applications_redirect_uris";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.application_id)
            .query_list_not_empty("urls", Some(&self.urls))
            .build()
    }
}
