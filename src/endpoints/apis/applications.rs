//! The applications that may use an API, and the scopes that they have of it.

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{Api, ApiId, ApplicationId, Endpoint, RequestBuilder, RequestError, ScopeId};

/// `PATCH /api/v1/apis/{api_id}/applications`: lets applications fetch tokens for an API and stops others, in one call.
///
/// Scope: `update:apis`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`AuthorizeAppApiResponse`].
///
/// An application without an [operation](UpdateApiApplication::operation) is authorized; one whose operation is to
/// delete loses its authorization; all others stay as they are. Kinde takes at most 100 in a call. The answer lists
/// what changed.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::{ApiApplicationOperation, UpdateApiApplication, UpdateApiApplications};
///
/// let added = UpdateApiApplication::new("3b0b5c6c8fcc464f");
/// let removed = UpdateApiApplication::new("9f1c77e0a1b24d3e").operation(ApiApplicationOperation::Delete);
/// let change = UpdateApiApplications::new("838f208d006a", [added, removed]);
/// assert_eq!(
///     change.request(&api)?.body(),
///     br#"{"applications":[{"id":"3b0b5c6c8fcc464f"},{"id":"9f1c77e0a1b24d3e","operation":"delete"}]}"#
/// );
///
/// let response = http::Response::new(r#"{"applications_connected":["3b0b5c6c8fcc464f"]}"#);
/// assert_eq!(change.response(&response)?.applications_connected, ["3b0b5c6c8fcc464f"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/patch/api/v1/apis/{api_id}/applications)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateApiApplications {
    /// The API.
    #[serde(skip)]
    pub api_id: ApiId,
    /// Which applications are to be authorized, and which are to lose their authorization.
    pub applications: Vec<UpdateApiApplication>,
}

options! {
    /// With the API and what is to change.
    UpdateApiApplications::new(api_id: into ApiId, applications: list UpdateApiApplication) {}
}

impl Endpoint for UpdateApiApplications {
    type Output = AuthorizeAppApiResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/apis/{api_id}/applications";
    const OPERATION_ID: &'static str = "updateAPIApplications";
    const SCOPE: &'static str = "update:apis";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).json(self).build()
    }
}

/// An application for [`UpdateApiApplications`] to authorize, or to take the authorization from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateApiApplication {
    /// The application, by its id, which is its client id too.
    pub id: ApplicationId,
    /// What to do with it; it is authorized unless this is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<ApiApplicationOperation>,
}

options! {
    /// The application with this id, to be authorized.
    UpdateApiApplication::new(id: into ApplicationId) {
        operation: into ApiApplicationOperation;
    }
}

open_enum! {
    /// What [`UpdateApiApplications`] does with an application, other than to authorize it.
    pub enum ApiApplicationOperation {
        /// It loses its authorization.
        Delete = "delete",
    }
}

/// What [`UpdateApiApplications`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AuthorizeAppApiResponse {
    /// A code for the success, such as `API_APPLICATIONS_UPDATED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The applications that lost their authorization.
    pub applications_disconnected: Vec<ApplicationId>,
    /// The applications that are authorized now and were not before.
    pub applications_connected: Vec<ApplicationId>,
}

fields!(AuthorizeAppApiResponse { code, message, applications_disconnected: list, applications_connected: list });

/// `POST /api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id}`: lets an application have a scope of an
/// API in its tokens.
///
/// Scope: `create:api_application_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// [`UpdateApiApplications`] lets the application fetch tokens for the API at all.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::AddApiApplicationScope;
///
/// let request = AddApiApplicationScope::new("838f208d006a", "3b0b5c6c8fcc464f", "api_scope_1").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/apis/838f208d006a/applications/3b0b5c6c8fcc464f/scopes/api_scope_1");
/// assert!(request.body().is_empty());
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/post/api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddApiApplicationScope {
    /// The API.
    pub api_id: ApiId,
    /// The application.
    pub application_id: ApplicationId,
    /// The scope of that API, by id, not by key.
    pub scope_id: ScopeId,
}

options! {
    /// With the API, the application and the scope.
    AddApiApplicationScope::new(api_id: into ApiId, application_id: into ApplicationId, scope_id: into ScopeId) {}
}

impl Endpoint for AddApiApplicationScope {
    type Output = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "addAPIApplicationScope";
    const SCOPE: &'static str = "create:api_application_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).path(&self.application_id).path(&self.scope_id).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// `DELETE /api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id}`: takes a scope of an API from an
/// application.
///
/// Scope: `delete:apis_application_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// Its scope is spelled differently from that of [`AddApiApplicationScope`].
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::DeleteApiApplicationScope;
///
/// let request = DeleteApiApplicationScope::new("838f208d006a", "3b0b5c6c8fcc464f", "api_scope_1").request(&api)?;
/// assert_eq!(request.method(), "DELETE");
/// assert_eq!(request.uri().path(), "/api/v1/apis/838f208d006a/applications/3b0b5c6c8fcc464f/scopes/api_scope_1");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/delete/api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteApiApplicationScope {
    /// The API.
    pub api_id: ApiId,
    /// The application.
    pub application_id: ApplicationId,
    /// The scope of that API, by id, not by key.
    pub scope_id: ScopeId,
}

options! {
    /// With the API, the application and the scope.
    DeleteApiApplicationScope::new(api_id: into ApiId, application_id: into ApplicationId, scope_id: into ScopeId) {}
}

impl Endpoint for DeleteApiApplicationScope {
    type Output = ();
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "deleteAPIApplicationScope";
    const SCOPE: &'static str = "delete:apis_application_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).path(&self.application_id).path(&self.scope_id).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
