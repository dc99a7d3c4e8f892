//! Multi-factor authentication of the environment.
//!
//! To demand a second factor of everybody, by an authenticator app or by SMS:
//!
//! ```
//! # #[cfg(feature = "emulator")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::emulator::Emulator;
//! use kinde_api::mfa::{MfaFactor, MfaPolicy, ReplaceMfa};
//! # let emulator = Emulator::new();
//! # let client = emulator.client();
//!
//! let factors = [MfaFactor::AuthenticatorApp, MfaFactor::Sms];
//! client.send(&ReplaceMfa::new(MfaPolicy::Required, factors))?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "emulator"))]
//! # fn main() {}
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::{Api, Endpoint, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::mfa::OPERATIONS;
///
/// assert_eq!(OPERATIONS[0].operation_id, "ReplaceMFA");
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<ReplaceMfa>()];

/// `PUT /api/v1/mfa`: sets whether users need a second factor, and which ones they can use, replacing what was set
/// before.
///
/// Scope: `update:mfa`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// **Factors that are not named are turned off**, and no operation tells which are on. It applies to all organizations;
/// if your plan has MFA by organization, see [`ReplaceOrganizationMfa`](crate::organizations::ReplaceOrganizationMfa).
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::mfa::{MfaFactor, MfaPolicy, ReplaceMfa};
///
/// let mfa = ReplaceMfa::new(MfaPolicy::Required, [MfaFactor::AuthenticatorApp]).is_recovery_codes_enabled(true);
/// assert_eq!(
///     mfa.request(&api)?.body(),
///     br#"{"policy":"required","enabled_factors":["mfa:authenticator_app"],"is_recovery_codes_enabled":true}"#
/// );
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/mfa/put/api/v1/mfa)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ReplaceMfa {
    /// Whether users need a second factor.
    pub policy: MfaPolicy,
    /// The factors to allow.
    pub enabled_factors: Vec<MfaFactor>,
    /// Whether users are shown recovery codes when they set up a factor. Kinde's document says yes unless set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_recovery_codes_enabled: Option<bool>,
}

options! {
    /// With the policy and the factors to allow.
    ReplaceMfa::new(policy: into MfaPolicy, enabled_factors: list MfaFactor) {
        is_recovery_codes_enabled: plain bool;
    }
}

impl Endpoint for ReplaceMfa {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/mfa";
    const OPERATION_ID: &'static str = "ReplaceMFA";
    const SCOPE: &'static str = "update:mfa";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

open_enum! {
    /// Whether users need a second factor, for [`ReplaceMfa`].
    pub enum MfaPolicy {
        /// Everybody needs one.
        Required = "required",
        /// Nobody is asked for one.
        Off = "off",
        /// Whoever wants one can set it up.
        Optional = "optional",
    }
}

open_enum! {
    /// A kind of second factor, for [`ReplaceMfa`] and
    /// [`ReplaceOrganizationMfa`](crate::organizations::ReplaceOrganizationMfa).
    pub enum MfaFactor {
        /// A code by e-mail.
        Email = "mfa:email",
        /// A code by SMS.
        Sms = "mfa:sms",
        /// A code of an authenticator app.
        AuthenticatorApp = "mfa:authenticator_app",
    }
}
