//! Passkeys of an organization's members.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::environments::PasskeyPolicy;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, OrgCode, RequestBuilder, RequestError};

/// `GET /api/v1/organizations/{org_code}/passkey`: whether members can or must sign in with a passkey.
///
/// Scope: `read:organization_passkey`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationPasskeyResponse`].
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::organizations::{GetOrganizationPasskey, PasskeyPolicy};
///
/// let response = http::Response::new(
///     r#"{"enabled":true,"policy":"mandatory","is_override_environment_passkey_settings":true,
///         "environment_policy":"optional"}"#,
/// );
/// let answer = GetOrganizationPasskey::new("org_1ccfb819462").response(&response)?;
/// assert_eq!(answer.policy, Some(PasskeyPolicy::Mandatory));
/// assert_eq!(answer.environment_policy, Some(PasskeyPolicy::Optional));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/passkey)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationPasskey {
    /// The organization.
    pub org_code: OrgCode,
}

impl GetOrganizationPasskey {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for GetOrganizationPasskey {
    type Output = GetOrganizationPasskeyResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/passkey";
    const OPERATION_ID: &'static str = "GetOrganizationPasskey";
    const SCOPE: &'static str = "read:organization_passkey";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// What [`GetOrganizationPasskey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationPasskeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether members can sign in with a passkey.
    pub enabled: Option<bool>,
    /// The policy that applies to the organization.
    pub policy: Option<PasskeyPolicy>,
    /// Whether the policy is the organization's own.
    pub is_override_environment_passkey_settings: Option<bool>,
    /// The environment's policy.
    pub environment_policy: Option<PasskeyPolicy>,
}

fields!(GetOrganizationPasskeyResponse {
    code,
    message,
    enabled,
    policy,
    is_override_environment_passkey_settings,
    environment_policy,
});

/// `PUT /api/v1/organizations/{org_code}/passkey`: sets whether members can or must sign in with a passkey.
///
/// Scope: `update:organization_passkey`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateOrganizationPasskeyResponse`].
///
/// To go back to the environment's policy, set `is_override_environment_passkey_settings` to `false` and nothing else.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{PasskeyPolicy, UpdateOrganizationPasskey};
///
/// let passkey = UpdateOrganizationPasskey::new("org_1ccfb819462");
/// let must = passkey.clone().policy(PasskeyPolicy::Mandatory);
/// let must = must.is_override_environment_passkey_settings(true);
/// assert_eq!(
///     must.request(&api)?.body(),
///     br#"{"policy":"mandatory","is_override_environment_passkey_settings":true}"#
/// );
///
/// let like_all = passkey.is_override_environment_passkey_settings(false);
/// let request = like_all.request(&api)?;
/// assert_eq!(request.body(), br#"{"is_override_environment_passkey_settings":false}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/put/api/v1/organizations/{org_code}/passkey)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizationPasskey {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The policy for the organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<PasskeyPolicy>,
    /// Whether the organization has a policy of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_override_environment_passkey_settings: Option<bool>,
}

options! {
    /// Changes nothing until something is set.
    UpdateOrganizationPasskey::new(org_code: into OrgCode) {
        policy: into PasskeyPolicy;
        is_override_environment_passkey_settings: plain bool;
    }
}

impl Endpoint for UpdateOrganizationPasskey {
    type Output = UpdateOrganizationPasskeyResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/passkey";
    const OPERATION_ID: &'static str = "UpdateOrganizationPasskey";
    const SCOPE: &'static str = "update:organization_passkey";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}

/// What [`UpdateOrganizationPasskey`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizationPasskeyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether members can sign in with a passkey.
    pub enabled: Option<bool>,
    /// The policy that applies to the organization.
    pub policy: Option<PasskeyPolicy>,
    /// Whether the policy is the organization's own.
    pub is_override_environment_passkey_settings: Option<bool>,
}

fields!(UpdateOrganizationPasskeyResponse { code, message, enabled, policy, is_override_environment_passkey_settings });
