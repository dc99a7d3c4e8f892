//! Environment variables, which workflows read.
//!
//! They belong to the environment of the token, and no other one sees them. They are in beta: there is no page for them
//! at Kinde yet. To change one that is known by its name:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::environment_variables::{GetEnvironmentVariables, UpdateEnvironmentVariable};
//!
//! let response = http::Response::new(r#"{"environment_variables":[{"id":"env_var_1","key":"MAIL_KEY"}]}"#);
//! let variables = GetEnvironmentVariables::new().response(&response)?.environment_variables;
//! let mail_key = variables.into_iter().find(|variable| variable.key.as_deref() == Some("MAIL_KEY"));
//! let id = mail_key.and_then(|variable| variable.id).ok_or("there is no MAIL_KEY")?;
//!
//! let request = UpdateEnvironmentVariable::new(id).value("n3w").request(&api)?;
//! assert_eq!(request.uri().path(), "/api/v1/environment_variables/env_var_1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, EnvironmentVariableId, Operation, RequestBuilder, RequestError, Secret};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::environment_variables::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "getEnvironmentVariables"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetEnvironmentVariables>(),
    Operation::of::<CreateEnvironmentVariable>(),
    Operation::of::<GetEnvironmentVariable>(),
    Operation::of::<UpdateEnvironmentVariable>(),
    Operation::of::<DeleteEnvironmentVariable>(),
];

/// `GET /api/v1/environment_variables`: the environment variables, all at once.
///
/// Scope: `read:environment_variables`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetEnvironmentVariablesResponse`].
///
/// The value of a secret variable is absent: nobody can read it.
///
/// ```
/// use kinde_api::{Endpoint, environment_variables::GetEnvironmentVariables};
///
/// let response = http::Response::new(
///     r#"{"environment_variables":[{"id":"env_var_1","key":"MAIL_KEY","value":null,"is_secret":true}]}"#,
/// );
/// let variables = GetEnvironmentVariables::new().response(&response)?.environment_variables;
/// assert_eq!(variables[0].key.as_deref(), Some("MAIL_KEY"));
/// assert_eq!((variables[0].is_secret, &variables[0].value), (Some(true), &None));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environment-variables/get/api/v1/environment_variables)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetEnvironmentVariables {}

options! {
    /// All of them.
    GetEnvironmentVariables::new() {}
}

impl Endpoint for GetEnvironmentVariables {
    type Output = GetEnvironmentVariablesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/environment_variables";
    const OPERATION_ID: &'static str = "getEnvironmentVariables";
    const SCOPE: &'static str = "read:environment_variables";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetEnvironmentVariables`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetEnvironmentVariablesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Declared by Kinde, though the operation has no way to ask for more.
    pub has_more: Option<bool>,
    /// The environment variables.
    pub environment_variables: Vec<EnvironmentVariable>,
}

fields!(GetEnvironmentVariablesResponse { code, message, has_more, environment_variables: page required });

/// An environment variable, as [`GetEnvironmentVariables`] lists them and [`GetEnvironmentVariable`] gives one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct EnvironmentVariable {
    /// The id: what the operations on a single one want.
    pub id: Option<EnvironmentVariableId>,
    /// Its name.
    pub key: Option<String>,
    /// Its value; absent if it is secret.
    pub value: Option<Secret>,
    /// Whether it is secret: nobody can read its value.
    pub is_secret: Option<bool>,
    /// When it was created.
    pub created_on: Option<DateTime>,
}

fields!(EnvironmentVariable { id, key, value, is_secret, created_on });

/// `POST /api/v1/environment_variables`: makes an environment variable.
///
/// Scope: `create:environment_variables`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateEnvironmentVariableResponse`].
///
/// A key has at most 128 characters and a value 2048; Kinde checks that. Kinde answers 201 with the id.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environment_variables::CreateEnvironmentVariable;
///
/// let variable = CreateEnvironmentVariable::new("MAIL_KEY", "s3cret").is_secret(true);
/// assert_eq!(variable.request(&api)?.body(), br#"{"key":"MAIL_KEY","value":"s3cret","is_secret":true}"#);
/// assert!(!format!("{variable:?}").contains("s3cret"));
///
/// let response = http::Response::new(r#"{"code":"VARIABLE_CREATED","environment_variable":{"id":"env_var_1"}}"#);
/// let made = variable.response(&response)?.environment_variable.unwrap_or_default();
/// assert_eq!(made.id, Some("env_var_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environment-variables/post/api/v1/environment_variables)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateEnvironmentVariable {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: Secret,
    /// Whether it is secret: nobody can read its value from then on, which can't be undone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_secret: Option<bool>,
}

options! {
    CreateEnvironmentVariable::new(key: into String, value: into Secret) {
        is_secret: plain bool;
    }
}

impl Endpoint for CreateEnvironmentVariable {
    type Output = CreateEnvironmentVariableResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/environment_variables";
    const OPERATION_ID: &'static str = "createEnvironmentVariable";
    const SCOPE: &'static str = "create:environment_variables";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).secret_body(true).build()
    }
}

/// What [`CreateEnvironmentVariable`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateEnvironmentVariableResponse {
    /// A code for the success, such as `VARIABLE_CREATED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The environment variable that was made.
    pub environment_variable: Option<CreatedEnvironmentVariable>,
}

fields!(CreateEnvironmentVariableResponse { code, message, environment_variable });

/// The environment variable that [`CreateEnvironmentVariable`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedEnvironmentVariable {
    /// The id of the environment variable.
    pub id: Option<EnvironmentVariableId>,
}

fields!(CreatedEnvironmentVariable { id });

/// `GET /api/v1/environment_variables/{variable_id}`: one environment variable by its id.
///
/// Scope: `read:environment_variables`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetEnvironmentVariableResponse`].
///
/// The value of a secret variable is absent: nobody can read it. According to Kinde's reference, an unknown id is a
/// 400, not a 404.
///
/// ```
/// use kinde_api::{Endpoint, environment_variables::GetEnvironmentVariable};
///
/// let response = http::Response::new(r#"{"environment_variable":{"key":"MAIL_HOST","value":"mail.example.com"}}"#);
/// let answer = GetEnvironmentVariable::new("env_var_1").response(&response)?;
/// let value = answer.environment_variable.and_then(|variable| variable.value);
/// assert_eq!(value.as_ref().map(|value| value.expose()), Some("mail.example.com"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environment-variables/get/api/v1/environment_variables/{variable_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetEnvironmentVariable {
    /// The environment variable, by id, not by name.
    pub variable_id: EnvironmentVariableId,
}

impl GetEnvironmentVariable {
    /// The environment variable with this id.
    #[must_use]
    pub fn new(variable_id: impl Into<EnvironmentVariableId>) -> Self {
        Self { variable_id: variable_id.into() }
    }
}

impl Endpoint for GetEnvironmentVariable {
    type Output = GetEnvironmentVariableResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/environment_variables/{variable_id}";
    const OPERATION_ID: &'static str = "getEnvironmentVariable";
    const SCOPE: &'static str = "read:environment_variables";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.variable_id).build()
    }
}

/// What [`GetEnvironmentVariable`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetEnvironmentVariableResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The environment variable.
    pub environment_variable: Option<EnvironmentVariable>,
}

fields!(GetEnvironmentVariableResponse { code, message, environment_variable });

/// `PATCH /api/v1/environment_variables/{variable_id}`: changes an environment variable.
///
/// Scope: `update:environment_variables`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateEnvironmentVariableResponse`].
///
/// What is not set stays as it is. Turning [`is_secret`](Self::is_secret) on hides the value that is there, and it
/// can't be read again.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environment_variables::UpdateEnvironmentVariable;
///
/// let renewed = UpdateEnvironmentVariable::new("env_var_1").value("n3w");
/// assert_eq!(renewed.request(&api)?.body(), br#"{"value":"n3w"}"#);
///
/// let response = http::Response::new(r#"{"code":"ENVIRONMENT_VARIABLE_UPDATED"}"#);
/// assert_eq!(renewed.response(&response)?.code.as_deref(), Some("ENVIRONMENT_VARIABLE_UPDATED"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environment-variables/patch/api/v1/environment_variables/{variable_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateEnvironmentVariable {
    /// The environment variable, by id, not by name.
    #[serde(skip)]
    pub variable_id: EnvironmentVariableId,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Secret>,
    /// Whether it is secret: nobody can read its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_secret: Option<bool>,
}

options! {
    /// Changes nothing until something is set.
    UpdateEnvironmentVariable::new(variable_id: into EnvironmentVariableId) {
        key: into String;
        value: into Secret;
        is_secret: plain bool;
    }
}

impl Endpoint for UpdateEnvironmentVariable {
    type Output = UpdateEnvironmentVariableResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/environment_variables/{variable_id}";
    const OPERATION_ID: &'static str = "updateEnvironmentVariable";
    const SCOPE: &'static str = "update:environment_variables";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.variable_id).json(self).secret_body(self.value.is_some()).build()
    }
}

/// What [`UpdateEnvironmentVariable`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateEnvironmentVariableResponse {
    /// A code for the success, such as `ENVIRONMENT_VARIABLE_UPDATED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(UpdateEnvironmentVariableResponse { code, message });

/// `DELETE /api/v1/environment_variables/{variable_id}`: deletes an environment variable.
///
/// Scope: `delete:environment_variables`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`DeleteEnvironmentVariableResponse`].
///
/// Workflows that read it find it missing from then on; a secret value is lost for good.
///
/// ```
/// use kinde_api::{Endpoint, environment_variables::DeleteEnvironmentVariable};
///
/// let response = http::Response::new(r#"{"code":"ENVIRONMENT_VARIABLE_DELETED"}"#);
/// let answer = DeleteEnvironmentVariable::new("env_var_1").response(&response)?;
/// assert_eq!(answer.code.as_deref(), Some("ENVIRONMENT_VARIABLE_DELETED"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environment-variables/delete/api/v1/environment_variables/{variable_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteEnvironmentVariable {
    /// The environment variable, by id, not by name.
    pub variable_id: EnvironmentVariableId,
}

impl DeleteEnvironmentVariable {
    /// The environment variable with this id.
    #[must_use]
    pub fn new(variable_id: impl Into<EnvironmentVariableId>) -> Self {
        Self { variable_id: variable_id.into() }
    }
}

impl Endpoint for DeleteEnvironmentVariable {
    type Output = DeleteEnvironmentVariableResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/environment_variables/{variable_id}";
    const OPERATION_ID: &'static str = "deleteEnvironmentVariable";
    const SCOPE: &'static str = "delete:environment_variables";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.variable_id).build()
    }
}

/// What [`DeleteEnvironmentVariable`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct DeleteEnvironmentVariableResponse {
    /// A code for the success, such as `ENVIRONMENT_VARIABLE_DELETED`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(DeleteEnvironmentVariableResponse { code, message });
