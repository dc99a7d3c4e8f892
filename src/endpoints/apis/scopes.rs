//! The scopes of an API: what tokens for it can allow.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, ApiId, Endpoint, RequestBuilder, RequestError, ScopeId, ScopeKey};

/// `GET /api/v1/apis/{api_id}/scopes`: the scopes of an API, all at once.
///
/// Scope: `read:api_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetApiScopesResponse`].
///
/// For the ids and keys of the scopes of all APIs in one call see [`GetApis`](crate::apis::GetApis).
///
/// ```
/// use kinde_api::{Endpoint, apis::GetApiScopes};
///
/// let response = http::Response::new(r#"{"scopes":[{"id":"api_scope_1","key":"read:reports"}]}"#);
/// let answer = GetApiScopes::new("838f208d006a").response(&response)?;
/// assert_eq!(answer.scopes[0].key, Some("read:reports".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/get/api/v1/apis/{api_id}/scopes)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApiScopes {
    /// The API.
    pub api_id: ApiId,
}

impl GetApiScopes {
    /// The scopes of the API with this id.
    #[must_use]
    pub fn new(api_id: impl Into<ApiId>) -> Self {
        Self { api_id: api_id.into() }
    }
}

impl Endpoint for GetApiScopes {
    type Output = GetApiScopesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/apis/{api_id}/scopes";
    const OPERATION_ID: &'static str = "getAPIScopes";
    const SCOPE: &'static str = "read:api_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).build()
    }
}

/// What [`GetApiScopes`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApiScopesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The scopes.
    pub scopes: Vec<ApiScope>,
}

fields!(GetApiScopesResponse { code, message, scopes: page required });

/// A scope of an API, as [`GetApiScopes`] lists them and [`GetApiScope`] gives one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApiScope {
    /// The id of the scope: what the endpoints want.
    pub id: Option<ScopeId>,
    /// The key of the scope: what a token has.
    pub key: Option<ScopeKey>,
    /// What it allows, for people.
    pub description: Option<String>,
}

fields!(ApiScope { id, key, description });

/// A scope of an API, by id and key, as [`GetApis`](crate::apis::GetApis) and [`GetApi`](crate::apis::GetApi) have
/// them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApiScopeItem {
    /// The id of the scope: what the endpoints want.
    pub id: Option<ScopeId>,
    /// The key of the scope: what a token has.
    pub key: Option<ScopeKey>,
}

fields!(ApiScopeItem { id, key });

/// `POST /api/v1/apis/{api_id}/scopes`: makes a scope of an API.
///
/// Scope: `create:api_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateApiScopesResponse`].
///
/// A key has 1 to 64 characters and no white space; it is unique within its API and can't be changed later. Scopes of
/// APIs are part of Kinde's Plus plan. Kinde answers 200 with nothing but the id of the scope.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::AddApiScope;
///
/// let scope = AddApiScope::new("838f208d006a", "read:reports").description("May open any report");
/// assert_eq!(scope.request(&api)?.body(), br#"{"key":"read:reports","description":"May open any report"}"#);
///
/// let answer = scope.response(&http::Response::new(r#"{"code":"OK","scope":{"id":"api_scope_1"}}"#))?;
/// assert_eq!(answer.scope.and_then(|scope| scope.id), Some("api_scope_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/post/api/v1/apis/{api_id}/scopes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AddApiScope {
    /// The API.
    #[serde(skip)]
    pub api_id: ApiId,
    /// The key that tokens have, of 1 to 64 characters without white space.
    pub key: ScopeKey,
    /// What it allows, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

options! {
    AddApiScope::new(api_id: into ApiId, key: into ScopeKey) {
        description: into String;
    }
}

impl Endpoint for AddApiScope {
    type Output = CreateApiScopesResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/apis/{api_id}/scopes";
    const OPERATION_ID: &'static str = "addAPIScope";
    const SCOPE: &'static str = "create:api_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).json(self).build()
    }
}

/// What [`AddApiScope`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateApiScopesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The scope that was made.
    pub scope: Option<CreatedApiScope>,
}

fields!(CreateApiScopesResponse { code, message, scope });

/// The scope that [`AddApiScope`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedApiScope {
    /// The id of the scope.
    pub id: Option<ScopeId>,
}

fields!(CreatedApiScope { id });

/// `GET /api/v1/apis/{api_id}/scopes/{scope_id}`: one scope of an API by its id.
///
/// Scope: `read:api_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetApiScopeResponse`].
///
/// According to Kinde's reference, an unknown id is a 400, not a 404.
///
/// ```
/// use kinde_api::{Endpoint, apis::GetApiScope};
///
/// let response = http::Response::new(r#"{"scope":{"id":"api_scope_1","key":"read:reports"}}"#);
/// let scope = GetApiScope::new("838f208d006a", "api_scope_1").response(&response)?.scope.unwrap_or_default();
/// assert_eq!(scope.key, Some("read:reports".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/get/api/v1/apis/{api_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApiScope {
    /// The API.
    pub api_id: ApiId,
    /// The scope, by id, not by key.
    pub scope_id: ScopeId,
}

impl GetApiScope {
    /// With the API and its scope.
    #[must_use]
    pub fn new(api_id: impl Into<ApiId>, scope_id: impl Into<ScopeId>) -> Self {
        Self { api_id: api_id.into(), scope_id: scope_id.into() }
    }
}

impl Endpoint for GetApiScope {
    type Output = GetApiScopeResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/apis/{api_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "getAPIScope";
    const SCOPE: &'static str = "read:api_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).path(&self.scope_id).build()
    }
}

/// What [`GetApiScope`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApiScopeResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The scope.
    pub scope: Option<ApiScope>,
}

fields!(GetApiScopeResponse { code, message, scope });

/// `PATCH /api/v1/apis/{api_id}/scopes/{scope_id}`: changes the description of a scope.
///
/// Scope: `update:api_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// Nothing but the description can be changed. A scope that was imported from an OpenAPI file can't be changed on its
/// own.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::UpdateApiScope;
///
/// let scope = UpdateApiScope::new("838f208d006a", "api_scope_1").description("May open all reports");
/// assert_eq!(scope.request(&api)?.body(), br#"{"description":"May open all reports"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/patch/api/v1/apis/{api_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateApiScope {
    /// The API.
    #[serde(skip)]
    pub api_id: ApiId,
    /// The scope, by id, not by key.
    #[serde(skip)]
    pub scope_id: ScopeId,
    /// What it allows, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

options! {
    UpdateApiScope::new(api_id: into ApiId, scope_id: into ScopeId) {
        description: into String;
    }
}

impl Endpoint for UpdateApiScope {
    type Output = ();
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/apis/{api_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "updateAPIScope";
    const SCOPE: &'static str = "update:api_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).path(&self.scope_id).json(self).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// `DELETE /api/v1/apis/{api_id}/scopes/{scope_id}`: deletes a scope of an API.
///
/// Scope: `delete:apis_scopes`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// Its scope is spelled differently from those of the operations beside it. A scope that was imported from an OpenAPI
/// file can't be deleted on its own.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::apis::DeleteApiScope;
///
/// let request = DeleteApiScope::new("838f208d006a", "api_scope_1").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/apis/838f208d006a/scopes/api_scope_1");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/apis/delete/api/v1/apis/{api_id}/scopes/{scope_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteApiScope {
    /// The API.
    pub api_id: ApiId,
    /// The scope, by id, not by key.
    pub scope_id: ScopeId,
}

impl DeleteApiScope {
    /// With the API and its scope.
    #[must_use]
    pub fn new(api_id: impl Into<ApiId>, scope_id: impl Into<ScopeId>) -> Self {
        Self { api_id: api_id.into(), scope_id: scope_id.into() }
    }
}

impl Endpoint for DeleteApiScope {
    type Output = ();
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/apis/{api_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "deleteAPIScope";
    const SCOPE: &'static str = "delete:apis_scopes";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.api_id).path(&self.scope_id).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
