//! APIs themselves: list, get, create, delete.

use http::{Method, Request};
use serde::Serialize;

use super::scopes::ApiScopeItem;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{Api, ApiId, ApplicationId, Endpoint, RequestBuilder, RequestError};

/// `GET /api/v1/apis`: the APIs of the business, sorted by name.
///
/// Scope: `read:apis`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetApisResponse`].
///
/// All of them come at once: the answer has a `next_token`, but no parameter takes it. Kinde's Management API is among
/// them, with [`is_management_api`](ApiItem::is_management_api).
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::apis::{ApiExpand, GetApis};
///
/// let response = http::Response::new(
///     r#"{"apis":[{"id":"838f208d006a","name":"Reports","scopes":[{"id":"api_scope_1","key":"read:reports"}]}]}"#,
/// );
/// let answer = GetApis::new().expand(ApiExpand::Scopes).response(&response)?;
/// let reports = &answer.apis[0];
/// assert_eq!(reports.id, Some("838f208d006a".into()));
/// assert_eq!(reports.scopes[0].key, Some("read:reports".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/get/api/v1/apis)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApis {
    /// What else to include for each API.
    pub expand: Option<ApiExpand>,
}

options! {
    /// All of them, without their scopes.
    GetApis::new() {
        expand: into ApiExpand;
    }
}

impl Endpoint for GetApis {
    type Output = GetApisResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/apis";
    const OPERATION_ID: &'static str = "getAPIs";
    const SCOPE: &'static str = "read:apis";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).query("expand", self.expand.as_ref()).build()
    }
}

open_enum! {
    /// What [`GetApis`] adds to each API.
    pub enum ApiExpand {
        /// Its scopes.
        Scopes = "scopes",
    }
}

/// What [`GetApis`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApisResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Declared by Kinde, though the operation takes no token.
    pub next_token: Option<String>,
    /// The APIs.
    pub apis: Vec<ApiItem>,
}

fields!(GetApisResponse { code, message, next_token, apis: page required });

/// An API, as [`GetApis`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApiItem {
    /// The id of the API.
    pub id: Option<ApiId>,
    /// Its name for people.
    pub name: Option<String>,
    /// The audience of tokens for the API: usually a URL.
    pub audience: Option<String>,
    /// Whether it is Kinde's Management API, which can't be deleted.
    pub is_management_api: Option<bool>,
    /// Its scopes, where they were [asked for](GetApis::expand).
    pub scopes: Vec<ApiScopeItem>,
}

fields!(ApiItem { id, name, audience, is_management_api, scopes: list });

/// `POST /api/v1/apis`: registers an API.
///
/// Scope: `create:apis`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateApisResponse`].
///
/// Name and audience have 1 to 64 characters each, and an audience is unique. Neither can be changed later: there is no
/// operation for it. Kinde answers 200 with nothing but the id of the API.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::AddApis;
///
/// let reports = AddApis::new("Reports", "https://api.example.com");
/// assert_eq!(reports.request(&api)?.body(), br#"{"name":"Reports","audience":"https://api.example.com"}"#);
///
/// let answer = reports.response(&http::Response::new(r#"{"code":"OK","api":{"id":"838f208d006a"}}"#))?;
/// assert_eq!(answer.api.and_then(|api| api.id), Some("838f208d006a".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/post/api/v1/apis)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddApis {
    /// Its name for people, of 1 to 64 characters.
    pub name: String,
    /// The audience of tokens for the API: usually a URL, of 1 to 64 characters.
    pub audience: String,
}

impl AddApis {
    /// With the name and the audience.
    #[must_use]
    pub fn new(name: impl Into<String>, audience: impl Into<String>) -> Self {
        Self { name: name.into(), audience: audience.into() }
    }
}

impl Endpoint for AddApis {
    type Output = CreateApisResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/apis";
    const OPERATION_ID: &'static str = "addAPIs";
    const SCOPE: &'static str = "create:apis";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`AddApis`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateApisResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The API that was registered.
    pub api: Option<CreatedApi>,
}

fields!(CreateApisResponse { code, message, api });

/// The API that [`AddApis`] registered, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedApi {
    /// The id of the API.
    pub id: Option<ApiId>,
}

fields!(CreatedApi { id });

/// `GET /api/v1/apis/{api_id}`: one API by its id, with its scopes and the applications that may use it.
///
/// Scope: `read:apis`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetApiResponse`].
///
/// Here the type of an application is a name for people, such as `Back-end web`, while the operations of
/// [`applications`](crate::applications) say `reg`. According to Kinde's reference, an unknown id is a 400, not a 404.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::apis::{ApiApplicationType, GetApi};
///
/// let response = http::Response::new(
///     r#"{"api":{"id":"838f208d006a","name":"Reports","applications":[
///         {"id":"3b0b5c6c8fcc464f","type":"Machine to machine (M2M)","is_active":true}]}}"#,
/// );
/// let reports = GetApi::new("838f208d006a").response(&response)?.api.unwrap_or_default();
/// let worker = &reports.applications[0];
/// assert_eq!(worker.r#type, Some(ApiApplicationType::MachineToMachine));
/// assert_eq!(worker.is_active, Some(true));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/get/api/v1/apis/{api_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApi {
    /// The API.
    pub api_id: ApiId,
}

impl GetApi {
    /// The API with this id.
    #[must_use]
    pub fn new(api_id: impl Into<ApiId>) -> Self {
        Self { api_id: api_id.into() }
    }
}

impl Endpoint for GetApi {
    type Output = GetApiResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/apis/{api_id}";
    const OPERATION_ID: &'static str = "getAPI";
    const SCOPE: &'static str = "read:apis";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).build()
    }
}

/// What [`GetApi`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApiResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The API.
    pub api: Option<RegisteredApi>,
}

fields!(GetApiResponse { code, message, api });

/// An API in full, as [`GetApi`] gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct RegisteredApi {
    /// The id of the API.
    pub id: Option<ApiId>,
    /// Its name for people.
    pub name: Option<String>,
    /// The audience of tokens for the API: usually a URL.
    pub audience: Option<String>,
    /// Whether it is Kinde's Management API, which can't be deleted.
    pub is_management_api: Option<bool>,
    /// Its scopes.
    pub scopes: Vec<ApiScopeItem>,
    /// The applications that can be authorized for it.
    pub applications: Vec<ApiApplication>,
}

fields!(RegisteredApi { id, name, audience, is_management_api, scopes: list, applications: list });

/// An application, as [`GetApi`] lists them for an API.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApiApplication {
    /// The id of the application, which is its client id too.
    pub id: Option<ApplicationId>,
    /// Its name for people.
    pub name: Option<String>,
    /// Its type, by its name for people.
    pub r#type: Option<ApiApplicationType>,
    /// Whether it may fetch tokens for the API.
    pub is_active: Option<bool>,
}

fields!(ApiApplication { id, name, r#type = "type", is_active });

open_enum! {
    /// The type of an application, as [`GetApi`] gives it: a name for people.
    pub enum ApiApplicationType {
        /// It has no users: a job or a service.
        MachineToMachine = "Machine to machine (M2M)",
        /// A web application that is rendered by a server.
        BackEndWeb = "Back-end web",
        /// A single-page application, or one on a phone.
        FrontEndAndMobile = "Front-end and mobile",
        /// A device that people sign in on, such as a television.
        DeviceAndIot = "Device and IoT",
    }
}

/// `DELETE /api/v1/apis/{api_id}`: deletes an API, with its scopes.
///
/// Scope: `delete:apis`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`DeleteApiResponse`].
///
/// It can't be undone: applications, roles and members lose the scopes of the API, and its API keys are gone. Kinde's
/// Management API can't be deleted.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::DeleteApi;
///
/// let reports = DeleteApi::new("838f208d006a");
/// assert_eq!(reports.request(&api)?.uri().path(), "/api/v1/apis/838f208d006a");
///
/// let answer = reports.response(&http::Response::new(r#"{"code":"API_DELETED"}"#))?;
/// assert_eq!(answer.code.as_deref(), Some("API_DELETED"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/delete/api/v1/apis/{api_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteApi {
    /// The API.
    pub api_id: ApiId,
}

impl DeleteApi {
    /// The API with this id.
    #[must_use]
    pub fn new(api_id: impl Into<ApiId>) -> Self {
        Self { api_id: api_id.into() }
    }
}

impl Endpoint for DeleteApi {
    type Output = DeleteApiResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/apis/{api_id}";
    const OPERATION_ID: &'static str = "deleteAPI";
    const SCOPE: &'static str = "delete:apis";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).build()
    }
}

/// What [`DeleteApi`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct DeleteApiResponse {
    /// A code for the success, such as `API_DELETED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(DeleteApiResponse { code, message });
