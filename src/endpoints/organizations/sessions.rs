//! Sessions of an organization's members.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::{Api, Endpoint, OrgCode, RequestBuilder, RequestError, SuccessResponse};

/// `PATCH /api/v1/organizations/{org_code}/sessions`: sets how long sessions last, instead of the environment's
/// settings.
///
/// Scope: `update:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Each setting has a switch beside it; unless that is on, the environment's setting applies. It needs a plan that has
/// sessions by organization.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{SsoSessionPersistenceMode, UpdateOrganizationSessions};
///
/// let a_day = UpdateOrganizationSessions::new("org_1ccfb819462")
///     .is_use_org_sso_session_policy(true)
///     .sso_session_persistence_mode(SsoSessionPersistenceMode::NonPersistent)
///     .is_use_org_authenticated_session_lifetime(true)
///     .authenticated_session_lifetime(24 * 60 * 60);
/// assert_eq!(
///     serde_json::from_slice::<serde_json::Value>(a_day.request(&api)?.body())?,
///     serde_json::json!({
///         "is_use_org_sso_session_policy": true,
///         "sso_session_persistence_mode": "non_persistent",
///         "is_use_org_authenticated_session_lifetime": true,
///         "authenticated_session_lifetime": 86400,
///     })
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/patch/api/v1/organizations/{org_code}/sessions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizationSessions {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// Whether the organization's `sso_session_persistence_mode` applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_use_org_sso_session_policy: Option<bool>,
    /// Whether a session outlives the browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sso_session_persistence_mode: Option<SsoSessionPersistenceMode>,
    /// Whether the organization's `authenticated_session_lifetime` applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_use_org_authenticated_session_lifetime: Option<bool>,
    /// How long a session lasts, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authenticated_session_lifetime: Option<u64>,
}

options! {
    /// Changes nothing until something is set.
    UpdateOrganizationSessions::new(org_code: into OrgCode) {
        is_use_org_sso_session_policy: plain bool;
        sso_session_persistence_mode: into SsoSessionPersistenceMode;
        is_use_org_authenticated_session_lifetime: plain bool;
        authenticated_session_lifetime: plain u64;
    }
}

impl Endpoint for UpdateOrganizationSessions {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/sessions";
    const OPERATION_ID: &'static str = "UpdateOrganizationSessions";
    const SCOPE: &'static str = "update:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}

open_enum! {
    /// Whether a session outlives the browser, for [`UpdateOrganizationSessions`]. Kinde once wrote `non-persistent`,
    /// which can be sent as [`Unknown`](Self::Unknown).
    pub enum SsoSessionPersistenceMode {
        /// It outlives the browser.
        Persistent = "persistent",
        /// It ends with the browser.
        NonPersistent = "non_persistent",
    }
}
