//! Passkeys of the environment's users.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, RequestBuilder, RequestError};

/// `GET /api/v1/passkey`: whether users can or must sign in with a passkey.
///
/// Scope: `read:passkey`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetPasskeyResponse`].
///
/// An organization can have a policy of its own:
/// [`GetOrganizationPasskey`](crate::organizations::GetOrganizationPasskey) tells which one applies to it.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::environments::{GetPasskey, PasskeyPolicy};
///
/// let response = http::Response::new(r#"{"code":"OK","enabled":true,"policy":"optional"}"#);
/// let answer = GetPasskey::new().response(&response)?;
/// assert_eq!((answer.enabled, answer.policy), (Some(true), Some(PasskeyPolicy::Optional)));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/get/api/v1/passkey)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetPasskey {}

options! {
    /// The policy of the environment.
    GetPasskey::new() {}
}

impl Endpoint for GetPasskey {
    type Output = GetPasskeyResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/passkey";
    const OPERATION_ID: &'static str = "GetPasskey";
    const SCOPE: &'static str = "read:passkey";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetPasskey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetPasskeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether users can sign in with a passkey.
    pub enabled: Option<bool>,
    /// The policy of the environment.
    pub policy: Option<PasskeyPolicy>,
}

fields!(GetPasskeyResponse { code, message, enabled, policy });

/// `PUT /api/v1/passkey`: sets whether users can or must sign in with a passkey.
///
/// Scope: `update:passkey`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdatePasskeyResponse`].
///
/// Every policy but [`Off`](PasskeyPolicy::Off) needs a plan that has passkeys.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environments::{PasskeyPolicy, UpdatePasskey};
///
/// let passkey = UpdatePasskey::new(PasskeyPolicy::Mandatory);
/// assert_eq!(passkey.request(&api)?.body(), br#"{"policy":"mandatory"}"#);
///
/// let answer = passkey.response(&http::Response::new(r#"{"enabled":true,"policy":"mandatory"}"#))?;
/// assert_eq!(answer.policy, Some(PasskeyPolicy::Mandatory));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/put/api/v1/passkey)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdatePasskey {
    /// The policy for the environment.
    pub policy: PasskeyPolicy,
}

impl UpdatePasskey {
    /// With the policy.
    #[must_use]
    pub fn new(policy: impl Into<PasskeyPolicy>) -> Self {
        Self { policy: policy.into() }
    }
}

impl Endpoint for UpdatePasskey {
    type Output = UpdatePasskeyResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/passkey";
    const OPERATION_ID: &'static str = "UpdatePasskey";
    const SCOPE: &'static str = "update:passkey";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`UpdatePasskey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdatePasskeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether users can sign in with a passkey.
    pub enabled: Option<bool>,
    /// The policy of the environment.
    pub policy: Option<PasskeyPolicy>,
}

fields!(UpdatePasskeyResponse { code, message, enabled, policy });

open_enum! {
    /// Whether users can or must sign in with a passkey, as [`GetPasskey`] and
    /// [`GetOrganizationPasskey`](crate::organizations::GetOrganizationPasskey) tell it.
    pub enum PasskeyPolicy {
        /// They can't.
        Off = "off",
        /// They can.
        Optional = "optional",
        /// They must.
        Mandatory = "mandatory",
    }
}
