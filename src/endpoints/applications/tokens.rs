//! How long the tokens of an application live.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::{Api, ApplicationId, Endpoint, RequestBuilder, RequestError, SuccessResponse};

/// `PATCH /api/v1/applications/{application_id}/tokens`: sets how long the tokens and sessions of an application live.
///
/// Scope: `update:application_tokens`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Lifetimes are in seconds. What is not set stays as it is; no operation reads it back, but a token tells its own
/// lifetime.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::UpdateApplicationTokens;
///
/// let an_hour = UpdateApplicationTokens::new("3b0b5c6c8fcc464f").access_token_lifetime(3600);
/// assert_eq!(an_hour.request(&api)?.body(), br#"{"access_token_lifetime":3600}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/patch/api/v1/applications/{application_id}/tokens)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateApplicationTokens {
    /// The application.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// How long an access token lives, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_token_lifetime: Option<u64>,
    /// How long a refresh token lives, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token_lifetime: Option<u64>,
    /// How long an ID token lives, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_token_lifetime: Option<u64>,
    /// How long a user stays signed in, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authenticated_session_lifetime: Option<u64>,
    /// Whether tokens have the claims that Hasura needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_hasura_mapping_enabled: Option<bool>,
}

options! {
    UpdateApplicationTokens::new(application_id: into ApplicationId) {
        access_token_lifetime: plain u64;
        refresh_token_lifetime: plain u64;
        id_token_lifetime: plain u64;
        authenticated_session_lifetime: plain u64;
        is_hasura_mapping_enabled: plain bool;
    }
}

impl Endpoint for UpdateApplicationTokens {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/applications/{application_id}/tokens";
    const OPERATION_ID: &'static str = "updateApplicationTokens";
    const SCOPE: &'static str = "update:application_tokens";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).json(self).build()
    }
}
