//! Authentication connections of an organization.

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use super::success::SuccessResponse;
use crate::{Api, ConnectionId, Endpoint, OrgCode, RequestBuilder, RequestError, decode};

/// `GET /api/v1/organizations/{org_code}/connections`: the authentication connections of an organization.
///
/// Scope: `read:organization_connections`.
///
/// There is no way to ask for more than Kinde sends, even where `has_more` says that there is.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/connections)
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrganizationConnections {
    /// The organization.
    pub org_code: OrgCode,
}

impl GetOrganizationConnections {
    /// With what is required.
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

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// What [`GetOrganizationConnections`] answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GetConnectionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The connections.
    #[serde(default, deserialize_with = "decode::list")]
    pub connections: Vec<Connection>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
}

/// An authentication connection. Kinde's reference nests its fields in `connection`, the live API does not: both are
/// read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "NestedOrFlat")]
#[non_exhaustive]
pub struct Connection {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The id of the connection.
    pub id: Option<ConnectionId>,
    /// Its name.
    pub name: Option<String>,
    /// The name that users see.
    pub display_name: Option<String>,
    /// How it signs users in, such as `oauth2:google`.
    pub strategy: Option<String>,
}

/// Both shapes at once: whichever is there.
#[derive(Deserialize)]
struct NestedOrFlat {
    code: Option<String>,
    message: Option<String>,
    connection: Option<Fields>,
    id: Option<ConnectionId>,
    name: Option<String>,
    display_name: Option<String>,
    strategy: Option<String>,
}

#[derive(Default, Deserialize)]
struct Fields {
    id: Option<ConnectionId>,
    name: Option<String>,
    display_name: Option<String>,
    strategy: Option<String>,
}

impl From<NestedOrFlat> for Connection {
    fn from(outer: NestedOrFlat) -> Self {
        let inner = outer.connection.unwrap_or_default();
        Self {
            code: outer.code,
            message: outer.message,
            id: inner.id.or(outer.id),
            name: inner.name.or(outer.name),
            display_name: inner.display_name.or(outer.display_name),
            strategy: inner.strategy.or(outer.strategy),
        }
    }
}

/// `POST /api/v1/organizations/{org_code}/connections/{connection_id}`: turns a connection on for an organization.
///
/// Scope: `create:organization_connections`.
///
/// A success has no declared body: whatever comes, the output is `()`.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/connections/{connection_id})
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EnableOrgConnection {
    /// The organization.
    pub org_code: OrgCode,
    /// The connection.
    pub connection_id: ConnectionId,
}

impl EnableOrgConnection {
    /// With what is required.
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
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/connections/{connection_id})
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveOrgConnection {
    /// The organization.
    pub org_code: OrgCode,
    /// The connection.
    pub connection_id: ConnectionId,
}

impl RemoveOrgConnection {
    /// With what is required.
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

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.connection_id).build()
    }
}
