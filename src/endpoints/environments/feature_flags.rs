//! Feature flags that the environment overrides.

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::options;
use crate::feature_flags::FeatureFlagType;
use crate::wire::encode;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, FeatureFlagKey, RequestBuilder, RequestError, SuccessResponse};

/// `DELETE /api/v1/environment/feature_flags`: removes **all** overrides of the environment.
///
/// Scope: `delete:environment_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The defaults of the flags apply again, and Kinde keeps no copy. If you may want the overrides back, read them with
/// [`GetEnvironmentFeatureFlags`] first.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environments::DeleteEnvironmentFeatureFlagOverrides;
///
/// let request = DeleteEnvironmentFeatureFlagOverrides::new().request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/environment/feature_flags"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/delete/api/v1/environment/feature_flags)
#[doc(alias = "DeleteEnvironementFeatureFlagOverrides")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteEnvironmentFeatureFlagOverrides {}

options! {
    /// All of them.
    DeleteEnvironmentFeatureFlagOverrides::new() {}
}

impl Endpoint for DeleteEnvironmentFeatureFlagOverrides {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/environment/feature_flags";
    const OPERATION_ID: &'static str = "DeleteEnvironementFeatureFlagOverrides";
    const SCOPE: &'static str = "delete:environment_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// `GET /api/v1/environment/feature_flags`: the feature flags of the environment with their values.
///
/// Scope: `read:environment_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetEnvironmentFeatureFlagsResponse`].
///
/// It is the only way to see which flags there are. It does not say whether a value is the flag's default or an
/// override. Kinde's reference has every value as a string, whatever the flag's type:
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::environments::{FeatureFlagType, GetEnvironmentFeatureFlags};
///
/// let response = http::Response::new(r#"{"feature_flags":{"is_dark":{"type":"bool","value":"true"}}}"#);
/// let answer = GetEnvironmentFeatureFlags::new().response(&response)?;
/// let is_dark = &answer.feature_flags["is_dark"];
/// assert_eq!(is_dark.r#type, Some(FeatureFlagType::Bool));
/// assert_eq!(is_dark.value, Some("true".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/get/api/v1/environment/feature_flags)
#[doc(alias = "GetEnvironementFeatureFlags")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetEnvironmentFeatureFlags {}

options! {
    /// All of them.
    GetEnvironmentFeatureFlags::new() {}
}

impl Endpoint for GetEnvironmentFeatureFlags {
    type Output = GetEnvironmentFeatureFlagsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/environment/feature_flags";
    const OPERATION_ID: &'static str = "GetEnvironementFeatureFlags";
    const SCOPE: &'static str = "read:environment_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetEnvironmentFeatureFlags`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetEnvironmentFeatureFlagsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The feature flags by key.
    pub feature_flags: BTreeMap<FeatureFlagKey, EnvironmentFeatureFlag>,
    /// Declared by Kinde, though the operation takes no token.
    pub next_token: Option<String>,
}

fields!(GetEnvironmentFeatureFlagsResponse { code, message, feature_flags: map, next_token });

/// A feature flag with its value, as [`GetEnvironmentFeatureFlags`] lists them by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct EnvironmentFeatureFlag {
    /// The type of the value.
    pub r#type: Option<FeatureFlagType>,
    /// The value as Kinde sends it: most often a string, whatever the type.
    pub value: Option<Value>,
}

fields!(EnvironmentFeatureFlag { r#type = "type", value: value });

/// `DELETE /api/v1/environment/feature_flags/{feature_flag_key}`: removes one override of the environment, so that the
/// default of the flag applies again.
///
/// Scope: `delete:environment_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environments::DeleteEnvironmentFeatureFlagOverride;
///
/// let theme = DeleteEnvironmentFeatureFlagOverride::new("theme").request(&api)?;
/// assert_eq!(theme.uri().path(), "/api/v1/environment/feature_flags/theme");
///
/// // Without a key it would be the path that takes all overrides away.
/// let error = DeleteEnvironmentFeatureFlagOverride::new("").request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the path parameter `feature_flag_key` is empty");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/delete/api/v1/environment/feature_flags/{feature_flag_key})
#[doc(alias = "DeleteEnvironementFeatureFlagOverride")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteEnvironmentFeatureFlagOverride {
    /// The feature flag.
    pub feature_flag_key: FeatureFlagKey,
}

impl DeleteEnvironmentFeatureFlagOverride {
    /// With the feature flag.
    #[must_use]
    pub fn new(feature_flag_key: impl Into<FeatureFlagKey>) -> Self {
        Self { feature_flag_key: feature_flag_key.into() }
    }
}

impl Endpoint for DeleteEnvironmentFeatureFlagOverride {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/environment/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "DeleteEnvironementFeatureFlagOverride";
    const SCOPE: &'static str = "delete:environment_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.feature_flag_key).build()
    }
}

/// `PATCH /api/v1/environment/feature_flags/{feature_flag_key}`: overrides a feature flag for the environment.
///
/// Scope: `update:environment_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The value goes into the body, while an organization's or a user's goes into the query. It is sent as a text,
/// whatever the flag's type: a string as it is, anything else as its JSON; a null is refused. [`FeatureFlagType`] tells
/// what a flag takes.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environments::UpdateEnvironmentFeatureFlagOverride;
///
/// let theme = UpdateEnvironmentFeatureFlagOverride::new("theme", "dark blue");
/// assert_eq!(theme.request(&api)?.body(), br#"{"value":"dark blue"}"#);
///
/// let is_dark = UpdateEnvironmentFeatureFlagOverride::new("is_dark", true);
/// assert_eq!(is_dark.request(&api)?.body(), br#"{"value":"true"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/patch/api/v1/environment/feature_flags/{feature_flag_key})
#[doc(alias = "UpdateEnvironementFeatureFlagOverride")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateEnvironmentFeatureFlagOverride {
    /// The feature flag.
    #[serde(skip)]
    pub feature_flag_key: FeatureFlagKey,
    /// The value that overrides the flag's default.
    #[serde(serialize_with = "encode::value_as_text")]
    pub value: Value,
}

impl UpdateEnvironmentFeatureFlagOverride {
    /// With the feature flag and its value.
    #[must_use]
    pub fn new(feature_flag_key: impl Into<FeatureFlagKey>, value: impl Into<Value>) -> Self {
        Self { feature_flag_key: feature_flag_key.into(), value: value.into() }
    }
}

impl Endpoint for UpdateEnvironmentFeatureFlagOverride {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/environment/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "UpdateEnvironementFeatureFlagOverride";
    const SCOPE: &'static str = "update:environment_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.feature_flag_key).not_null("value", &self.value).json(self).build()
    }
}
