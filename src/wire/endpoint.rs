//! What an endpoint is: a request, and how its response is read.

use http::{Method, Request, Response};
use serde::de::DeserializeOwned;

use crate::wire::{decode, response};
use crate::{Api, RequestError, ResponseError};

/// One operation of Kinde's API as a value: its inputs, the request that they make, and how the response is read.
///
/// Both functions are pure: the same inputs give the same bytes, and nothing is sent. This crate has every operation of
/// Kinde's reference. One that it lacks takes a dozen lines; this is what [`GetUsers`](crate::users::GetUsers) would
/// take:
///
/// ```
/// use http::{Method, Request};
/// use kinde_api::{Api, Endpoint, RequestBuilder, RequestError};
///
/// /// `GET /api/v1/users`: the users of the whole business.
/// #[derive(Debug, Default)]
/// struct GetUsers {
///     page_size: Option<u32>,
/// }
///
/// #[derive(Debug, serde::Deserialize)]
/// struct GetUsersResponse {
///     #[serde(default)]
///     users: Vec<User>,
/// }
///
/// #[derive(Debug, serde::Deserialize)]
/// struct User {
///     id: Option<String>,
/// }
///
/// impl Endpoint for GetUsers {
///     type Output = GetUsersResponse;
///     const METHOD: Method = Method::GET;
///     const PATH: &'static str = "/api/v1/users";
///     const OPERATION_ID: &'static str = "getUsers";
///     const SCOPE: &'static str = "read:users";
///
///     fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
///         RequestBuilder::new::<Self>(api).query("page_size", self.page_size).build()
///     }
/// }
///
/// let api = Api::new("https://acme.kinde.com", "a-token")?;
/// let request = GetUsers { page_size: Some(50) }.request(&api)?;
/// assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/users?page_size=50");
///
/// let response = http::Response::new(r#"{"users":[{"id":"kp_1"}]}"#);
/// let users = GetUsers::default().response(&response)?.users;
/// assert_eq!(users[0].id.as_deref(), Some("kp_1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Endpoint {
    /// What the body of a success is read into.
    type Output: DeserializeOwned;

    /// The method of the request.
    const METHOD: Method;

    /// The path, with each parameter's name in braces: `/api/v1/organizations/{org_code}/users`.
    ///
    /// [`RequestBuilder::new`](crate::RequestBuilder::new) checks its form when the program is compiled.
    const PATH: &'static str;

    /// The name of the operation in Kinde's reference, its `operationId` byte for byte.
    const OPERATION_ID: &'static str;

    /// The scope that the token needs, such as `read:organization_users`.
    const SCOPE: &'static str;

    /// The request with these inputs.
    ///
    /// # Errors
    ///
    /// If an input would change which endpoint is called, or make the request malformed. Kinde's own limits (100
    /// members a call, 500 results a page) are left to the server.
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError>;

    /// Reads the body of a success, a JSON object; an empty body is like `{}`, but for a GET, where it is an error.
    ///
    /// An endpoint whose success has no body, or one that is not an object, overrides this.
    ///
    /// ```
    /// # use http::{Method, Request};
    /// # use kinde_api::{Api, Endpoint, RequestBuilder, RequestError};
    /// struct GetNames;
    ///
    /// impl Endpoint for GetNames {
    ///     type Output = Vec<String>;
    ///     # const METHOD: Method = Method::GET;
    ///     # const PATH: &'static str = "/names";
    ///     # const OPERATION_ID: &'static str = "getNames";
    ///     # const SCOPE: &'static str = "";
    ///     # fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
    ///     #     RequestBuilder::new::<Self>(api).build()
    ///     # }
    ///
    ///     fn decode(&self, body: &[u8]) -> Result<Vec<String>, serde_json::Error> {
    ///         serde_json::from_slice(body)
    ///     }
    /// }
    ///
    /// let response = http::Response::new(r#"["Acme"]"#);
    /// assert_eq!(GetNames.response(&response)?, ["Acme"]);
    /// # Ok::<(), kinde_api::ResponseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the body is not a JSON object of the expected shape.
    fn decode(&self, body: &[u8]) -> Result<Self::Output, serde_json::Error> {
        decode::object(body)
    }

    /// Reads a response into the output of a success, or into an error that keeps the whole response.
    ///
    /// # Errors
    ///
    /// If the status is not 2xx, if the body of a success can't be read, or if a 2xx is not a success of Kinde's: HTML,
    /// the answer of a firewall, an object that begins with `errors`, or an empty body where data was asked for.
    fn response<B: AsRef<[u8]>>(&self, response: &Response<B>) -> Result<Self::Output, ResponseError> {
        let (status, headers, body) = (response.status(), response.headers(), response.body().as_ref());
        response::success(&Self::METHOD, status, headers, body)?;
        self.decode(body).map_err(|error| ResponseError::undecodable(status, headers, body, &error))
    }
}

/// An operation without its inputs: method, path, name and scope.
///
/// [`operations()`](crate::operations) lists all, and each area has its own, such as
/// [`OPERATIONS`](crate::organizations::OPERATIONS). For example, to find the scopes that a program needs if it only
/// reads organizations:
///
/// ```
/// use std::collections::BTreeSet;
/// use kinde_api::Credentials;
/// use kinde_api::organizations::OPERATIONS;
///
/// let reads = OPERATIONS.iter().filter(|operation| operation.method == http::Method::GET);
/// let scopes: BTreeSet<&str> = reads.map(|operation| operation.scope).collect();
/// assert!(scopes.iter().all(|scope| scope.starts_with("read:")));
///
/// let credentials = Credentials::client("an-id", "a-secret").scopes(scopes);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Operation {
    /// The method of the request.
    pub method: Method,
    /// The path, with each parameter's name in braces.
    pub path: &'static str,
    /// The name of the operation in Kinde's reference.
    pub operation_id: &'static str,
    /// The scope that the token needs.
    pub scope: &'static str,
}

impl Operation {
    /// The operation of an endpoint.
    ///
    /// ```
    /// use kinde_api::{Operation, organizations::GetOrganizationUsers};
    ///
    /// const MEMBERS: Operation = Operation::of::<GetOrganizationUsers>();
    /// assert_eq!(MEMBERS.scope, "read:organization_users");
    /// ```
    #[must_use]
    pub const fn of<E: Endpoint>() -> Self {
        Self { method: E::METHOD, path: E::PATH, operation_id: E::OPERATION_ID, scope: E::SCOPE }
    }
}
