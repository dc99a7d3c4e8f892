//! Which second factors an organization allows.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::mfa::MfaFactor;
use crate::{Api, Endpoint, OrgCode, RequestBuilder, RequestError, SuccessResponse};

/// `PUT /api/v1/organizations/{org_code}/mfa`: sets which second factors members can use, replacing the whole set.
///
/// Scope: `update:organization_mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// **Factors that are not named are turned off**, and no operation tells which are on. If the environment demands a
/// second factor, that wins. It needs a plan that has MFA by organization.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{MfaFactor, ReplaceOrganizationMfa};
///
/// let factors = [MfaFactor::Email, MfaFactor::AuthenticatorApp];
/// let request = ReplaceOrganizationMfa::new("org_1ccfb819462", factors).request(&api)?;
/// assert_eq!(request.body(), br#"{"enabled_factors":["mfa:email","mfa:authenticator_app"]}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/put/api/v1/organizations/{org_code}/mfa)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ReplaceOrganizationMfa {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The factors to allow.
    pub enabled_factors: Vec<MfaFactor>,
    /// Whether members are shown recovery codes when they set up a factor; yes unless set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_recovery_codes_enabled: Option<bool>,
}

options! {
    ReplaceOrganizationMfa::new(org_code: into OrgCode, enabled_factors: list MfaFactor) {
        is_recovery_codes_enabled: plain bool;
    }
}

impl Endpoint for ReplaceOrganizationMfa {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/mfa";
    const OPERATION_ID: &'static str = "ReplaceOrganizationMFA";
    const SCOPE: &'static str = "update:organization_mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}
