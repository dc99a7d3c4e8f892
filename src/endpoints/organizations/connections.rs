//! Authentication connections of an organization.

use http::{Method, Request};

use crate::endpoints::connections::GetConnectionsResponse;
use crate::{Api, ConnectionId, Endpoint, OrgCode, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/organizations/{org_code}/connections`: the authentication connections of an organization.
///
/// Scope: `read:organization_connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetConnectionsResponse`].
///
/// There is no way to ask for more than Kinde sends, even where `has_more` says that there is. Each connection is read
/// in the shape that Kinde's reference declares and in the one that the live API sends:
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganizationConnections};
///
/// let response = http::Response::new(
///     r#"{"connections":[
///         {"code":"OK","connection":{"id":"conn_17","strategy":"oauth2:google"}},
///         {"id":"conn_18","strategy":"saml:custom"}
///     ],"has_more":false}"#,
/// );
/// let answer = GetOrganizationConnections::new("org_1ccfb819462").response(&response)?;
/// assert_eq!(answer.connections[0].strategy.as_deref(), Some("oauth2:google"));
/// assert_eq!(answer.connections[1].strategy.as_deref(), Some("saml:custom"));
/// assert_eq!(answer.has_more, Some(false));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/connections)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationConnections {
    /// The organization.
    pub org_code: OrgCode,
}

impl GetOrganizationConnections {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for GetOrganizationConnections {
    type Output = GetConnectionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/connections";
    const OPERATION_ID: &'static str = "GetOrganizationConnections";
    const SCOPE: &'static str = "read:organization_connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// `POST /api/v1/organizations/{org_code}/connections/{connection_id}`: turns a connection on for an organization.
///
/// Scope: `create:organization_connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// What was listed for one organization turns on the same for another:
///
/// ```
/// use kinde_api::OrgCode;
/// use kinde_api::organizations::{EnableOrgConnection, GetConnectionsResponse};
///
/// fn alike(org_code: &OrgCode, model: GetConnectionsResponse) -> Vec<EnableOrgConnection> {
///     let ids = model.connections.into_iter().filter_map(|connection| connection.id);
///     ids.map(|id| EnableOrgConnection::new(org_code, id)).collect()
/// }
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EnableOrgConnection {
    /// The organization.
    pub org_code: OrgCode,
    /// The connection.
    pub connection_id: ConnectionId,
}

impl EnableOrgConnection {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, connection_id: impl Into<ConnectionId>) -> Self {
        Self { org_code: org_code.into(), connection_id: connection_id.into() }
    }
}

impl Endpoint for EnableOrgConnection {
    type Output = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/connections/{connection_id}";
    const OPERATION_ID: &'static str = "EnableOrgConnection";
    const SCOPE: &'static str = "create:organization_connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.connection_id).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// `DELETE /api/v1/organizations/{org_code}/connections/{connection_id}`: turns a connection off for an organization.
///
/// Scope: `delete:organization_connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// [`EnableOrgConnection`] turns it on again.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::RemoveOrgConnection;
///
/// let request = RemoveOrgConnection::new("org_1ccfb819462", "conn_17").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/organizations/org_1ccfb819462/connections/conn_17");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RemoveOrgConnection {
    /// The organization.
    pub org_code: OrgCode,
    /// The connection.
    pub connection_id: ConnectionId,
}

impl RemoveOrgConnection {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, connection_id: impl Into<ConnectionId>) -> Self {
        Self { org_code: org_code.into(), connection_id: connection_id.into() }
    }
}

impl Endpoint for RemoveOrgConnection {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/connections/{connection_id}";
    const OPERATION_ID: &'static str = "RemoveOrgConnection";
    const SCOPE: &'static str = "delete:organization_connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.connection_id).build()
    }
}
