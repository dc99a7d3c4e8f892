//! Identities: the ways in which a user signs in.
//!
//! An identity is made and listed by the operations of [`users`](crate::users). The only thing that can be changed is
//! whether it is the primary one of its type. To change an address, make a new identity and delete the old one:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::identities::{DeleteIdentity, UpdateIdentity};
//! use kinde_api::users::{CreateUserIdentity, IdentityType, RefreshUserClaims};
//!
//! let create = CreateUserIdentity::new("kp_17", "new@example.com", IdentityType::Email);
//! let answer = create.response(&http::Response::new(r#"{"identity":{"id":"identity_18"}}"#))?;
//! let id = answer.identity.and_then(|identity| identity.id).ok_or("no id")?;
//!
//! let requests = [
//!     UpdateIdentity::new(id, true).request(&api)?,
//!     DeleteIdentity::new("identity_17").request(&api)?,
//!     RefreshUserClaims::new("kp_17").request(&api)?,
//! ];
//! let paths = requests.map(|request| request.uri().path().to_owned());
//! assert_eq!(
//!     paths,
//!     [
//!         "/api/v1/identities/identity_18",
//!         "/api/v1/identities/identity_17",
//!         "/api/v1/users/kp_17/refresh_claims"
//!     ]
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::wire::decode;
use crate::wire::fields::fields;
use crate::{Api, ConnectionId, DateTime, Endpoint, IdentityId, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::identities::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "DeleteIdentity"));
/// ```
pub static OPERATIONS: &[Operation] =
    &[Operation::of::<GetIdentity>(), Operation::of::<UpdateIdentity>(), Operation::of::<DeleteIdentity>()];

/// `GET /api/v1/identities/{identity_id}`: one identity by its id.
///
/// Scope: `read:identities`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`Identity`].
///
/// Kinde's reference has the identity as the whole answer; the live API was seen to send it as a member beside `code`
/// and `message`. Both are read. According to Kinde's reference, an unknown id is a 400, not a 404.
///
/// ```
/// use kinde_api::{Endpoint, identities::GetIdentity};
///
/// let declared = r#"{"id":"identity_17","type":"email","name":"user17@example.com"}"#;
/// let seen = format!(r#"{{"code":"OK","identity":{declared}}}"#);
/// for body in [declared, &seen] {
///     let identity = GetIdentity::new("identity_17").response(&http::Response::new(body))?;
///     assert_eq!(identity.name.as_deref(), Some("user17@example.com"));
/// }
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/identities/get/api/v1/identities/{identity_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetIdentity {
    /// The identity.
    pub identity_id: IdentityId,
}

impl GetIdentity {
    /// The identity with this id.
    #[must_use]
    pub fn new(identity_id: impl Into<IdentityId>) -> Self {
        Self { identity_id: identity_id.into() }
    }
}

impl Endpoint for GetIdentity {
    type Output = Identity;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/identities/{identity_id}";
    const OPERATION_ID: &'static str = "GetIdentity";
    const SCOPE: &'static str = "read:identities";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.identity_id).build()
    }

    #[inline]
    fn decode(&self, body: &[u8]) -> Result<Identity, serde_json::Error> {
        decode::enveloped(body, "identity")
    }
}

/// One way in which a user signs in, as [`GetIdentity`] gives it and
/// [`GetUserIdentities`](crate::users::GetUserIdentities) lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Identity {
    /// The id of the identity.
    pub id: Option<IdentityId>,
    /// Its type: `email`, `phone`, `username`, or a social account such as `oauth2:google`.
    pub r#type: Option<String>,
    /// Whether the user has proved to own it; absent for types without such a proof, such as a user name.
    pub is_confirmed: Option<bool>,
    /// When it was made.
    pub created_on: Option<DateTime>,
    /// When somebody last signed in with it.
    pub last_login_on: Option<DateTime>,
    /// How often somebody signed in with it.
    pub total_logins: Option<u64>,
    /// What it is: the address, the number with its country's code (`+61426148233`), the user name.
    pub name: Option<String>,
    /// The address that goes with it; absent unless it is an e-mail address.
    pub email: Option<String>,
    /// The connection of a social or an enterprise identity; absent for others.
    pub connection_id: Option<ConnectionId>,
    /// Whether it is the primary one of its type.
    pub is_primary: Option<bool>,
}

fields!(Identity {
    id, r#type = "type", is_confirmed, created_on, last_login_on, total_logins: count, name, email, connection_id,
    is_primary,
});

/// `PATCH /api/v1/identities/{identity_id}`: makes an identity the primary one of its type.
///
/// Scope: `update:identities`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Nothing else of an identity can be changed. What `false` does is not documented: make another one of the same type
/// primary instead.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::identities::UpdateIdentity;
///
/// let request = UpdateIdentity::new("identity_17", true).request(&api)?;
/// assert_eq!(request.body(), br#"{"is_primary":true}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/identities/patch/api/v1/identities/{identity_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateIdentity {
    /// The identity.
    #[serde(skip)]
    pub identity_id: IdentityId,
    /// Whether it is to be the primary one of its type.
    pub is_primary: bool,
}

impl UpdateIdentity {
    /// With the identity and whether it is to be primary.
    #[must_use]
    pub fn new(identity_id: impl Into<IdentityId>, is_primary: bool) -> Self {
        Self { identity_id: identity_id.into(), is_primary }
    }
}

impl Endpoint for UpdateIdentity {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/identities/{identity_id}";
    const OPERATION_ID: &'static str = "UpdateIdentity";
    const SCOPE: &'static str = "update:identities";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.identity_id).json(self).build()
    }
}

/// `DELETE /api/v1/identities/{identity_id}`: removes one way in which a user signs in.
///
/// Scope: `delete:identities`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone, though the same address can be added again. The user stays, even
/// without any identity left.
///
/// ```
/// use kinde_api::identities::DeleteIdentity;
/// use kinde_api::users::GetIdentitiesResponse;
///
/// /// Takes away the addresses that the user never proved to have.
/// fn tidy_up(answer: GetIdentitiesResponse) -> Vec<DeleteIdentity> {
///     let unproved = answer.identities.into_iter().filter(|identity| identity.is_confirmed == Some(false));
///     unproved.filter_map(|identity| identity.id).map(DeleteIdentity::new).collect()
/// }
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/identities/delete/api/v1/identities/{identity_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteIdentity {
    /// The identity.
    pub identity_id: IdentityId,
}

impl DeleteIdentity {
    /// The identity with this id.
    #[must_use]
    pub fn new(identity_id: impl Into<IdentityId>) -> Self {
        Self { identity_id: identity_id.into() }
    }
}

impl Endpoint for DeleteIdentity {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/identities/{identity_id}";
    const OPERATION_ID: &'static str = "DeleteIdentity";
    const SCOPE: &'static str = "delete:identities";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.identity_id).build()
    }
}
