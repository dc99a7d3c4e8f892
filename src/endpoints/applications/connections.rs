//! The authentication connections of an application: how users can sign in to it.

use http::{Method, Request};

use crate::endpoints::connections::GetConnectionsResponse;
use crate::endpoints::inputs::options;
use crate::{Api, ApplicationId, ConnectionId, Endpoint, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/applications/{application_id}/connections`: the connections with which users can sign in to an
/// application.
///
/// Scope: `read:application_connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetConnectionsResponse`].
///
/// There is no way to ask for more than Kinde sends, even where `has_more` says that there is. Each connection is read
/// in the shape that Kinde's reference declares and in the one that the live API sends:
///
/// ```
/// use kinde_api::{Endpoint, applications::GetApplicationConnections};
///
/// let response = http::Response::new(
///     r#"{"connections":[
///         {"code":"OK","connection":{"id":"conn_17","strategy":"oauth2:google"}},
///         {"id":"conn_18","strategy":"email:otp"}
///     ],"has_more":false}"#,
/// );
/// let answer = GetApplicationConnections::new("3b0b5c6c8fcc464f").response(&response)?;
/// assert_eq!(answer.connections[0].strategy.as_deref(), Some("oauth2:google"));
/// assert_eq!(answer.connections[1].strategy.as_deref(), Some("email:otp"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/get/api/v1/applications/{application_id}/connections)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApplicationConnections {
    /// The application.
    pub application_id: ApplicationId,
}

impl GetApplicationConnections {
    /// The connections of the application with this id.
    #[must_use]
    pub fn new(application_id: impl Into<ApplicationId>) -> Self {
        Self { application_id: application_id.into() }
    }
}

impl Endpoint for GetApplicationConnections {
    type Output = GetConnectionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications/{application_id}/connections";
    const OPERATION_ID: &'static str = "GetApplicationConnections";
    const SCOPE: &'static str = "read:application_connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).build()
    }
}

/// `POST /api/v1/applications/{application_id}/connections/{connection_id}`: lets users sign in to an application with
/// a connection.
///
/// Scope: `create:application_connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::EnableConnection;
///
/// let request = EnableConnection::new("3b0b5c6c8fcc464f", "conn_17").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/applications/3b0b5c6c8fcc464f/connections/conn_17");
/// assert!(request.body().is_empty());
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/post/api/v1/applications/{application_id}/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EnableConnection {
    /// The application.
    pub application_id: ApplicationId,
    /// The connection.
    pub connection_id: ConnectionId,
}

options! {
    /// With the application and the connection.
    EnableConnection::new(application_id: into ApplicationId, connection_id: into ConnectionId) {}
}

impl Endpoint for EnableConnection {
    type Output = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/applications/{application_id}/connections/{connection_id}";
    const OPERATION_ID: &'static str = "EnableConnection";
    const SCOPE: &'static str = "create:application_connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).path(&self.connection_id).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// `DELETE /api/v1/applications/{application_id}/connections/{connection_id}`: stops users from signing in to an
/// application with a connection.
///
/// Scope: `delete:application_connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The connection itself stays, and [`EnableConnection`] turns it on again.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::RemoveConnection;
///
/// let request = RemoveConnection::new("3b0b5c6c8fcc464f", "conn_17").request(&api)?;
/// assert_eq!(request.method(), "DELETE");
/// assert_eq!(request.uri().path(), "/api/v1/applications/3b0b5c6c8fcc464f/connections/conn_17");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/delete/api/v1/applications/{application_id}/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RemoveConnection {
    /// The application.
    pub application_id: ApplicationId,
    /// The connection.
    pub connection_id: ConnectionId,
}

options! {
    /// With the application and the connection.
    RemoveConnection::new(application_id: into ApplicationId, connection_id: into ConnectionId) {}
}

impl Endpoint for RemoveConnection {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/applications/{application_id}/connections/{connection_id}";
    const OPERATION_ID: &'static str = "RemoveConnection";
    const SCOPE: &'static str = "delete:application_connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).path(&self.connection_id).build()
    }
}
