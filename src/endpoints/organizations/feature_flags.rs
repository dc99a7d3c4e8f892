//! Feature flags that an organization overrides.

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::feature_flags::FeatureFlagType;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, FeatureFlagKey, OrgCode, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/organizations/{org_code}/feature_flags`: the feature flags of an organization with their values.
///
/// Scope: `read:organization_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationFeatureFlagsResponse`].
///
/// Kinde's reference does not make clear whether all flags are listed or only overrides. It has every value as a
/// string, whatever the flag's type:
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::organizations::{FeatureFlagType, GetOrganizationFeatureFlags};
///
/// let response = http::Response::new(
///     r#"{"feature_flags":{"competitions_limit":{"type":"int","value":"17"}}}"#,
/// );
/// let answer = GetOrganizationFeatureFlags::new("org_1ccfb819462").response(&response)?;
/// let limit = &answer.feature_flags["competitions_limit"];
/// assert_eq!(limit.r#type, Some(FeatureFlagType::Int));
/// assert_eq!(limit.value, Some("17".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/feature_flags)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationFeatureFlags {
    /// The organization.
    pub org_code: OrgCode,
}

impl GetOrganizationFeatureFlags {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for GetOrganizationFeatureFlags {
    type Output = GetOrganizationFeatureFlagsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/feature_flags";
    const OPERATION_ID: &'static str = "GetOrganizationFeatureFlags";
    const SCOPE: &'static str = "read:organization_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// What [`GetOrganizationFeatureFlags`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationFeatureFlagsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The feature flags by key.
    pub feature_flags: BTreeMap<FeatureFlagKey, OrganizationFeatureFlag>,
}

fields!(GetOrganizationFeatureFlagsResponse { code, message, feature_flags: map });

/// A feature flag with its value, as [`GetOrganizationFeatureFlags`] lists them by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationFeatureFlag {
    /// The type of the value.
    pub r#type: Option<FeatureFlagType>,
    /// The value as Kinde sends it: most often a string, whatever the type.
    pub value: Option<Value>,
}

fields!(OrganizationFeatureFlag { r#type = "type", value: value });

/// `PATCH /api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}`: overrides a feature flag for an
/// organization.
///
/// Scope: `update:organization_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The value goes into the query: a string as it is, anything else as its JSON; a null is refused. [`FeatureFlagType`]
/// tells what a flag takes. The flag must allow organizations to override it.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::UpdateOrganizationFeatureFlagOverride;
///
/// let theme = UpdateOrganizationFeatureFlagOverride::new("org_1ccfb819462", "theme", "dark blue");
/// assert_eq!(theme.request(&api)?.uri().query(), Some("value=dark%20blue"));
///
/// let is_dark = UpdateOrganizationFeatureFlagOverride::new("org_1ccfb819462", "is_dark", true);
/// assert_eq!(is_dark.request(&api)?.uri().query(), Some("value=true"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/patch/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdateOrganizationFeatureFlagOverride {
    /// The organization.
    pub org_code: OrgCode,
    /// The feature flag.
    pub feature_flag_key: FeatureFlagKey,
    /// The value that overrides the environment's.
    pub value: Value,
}

impl UpdateOrganizationFeatureFlagOverride {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        feature_flag_key: impl Into<FeatureFlagKey>,
        value: impl Into<Value>,
    ) -> Self {
        Self { org_code: org_code.into(), feature_flag_key: feature_flag_key.into(), value: value.into() }
    }
}

impl Endpoint for UpdateOrganizationFeatureFlagOverride {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "UpdateOrganizationFeatureFlagOverride";
    const SCOPE: &'static str = "update:organization_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.feature_flag_key)
            .query_value("value", &self.value)
            .build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}`: removes one override, so that the
/// environment's value applies again.
///
/// Scope: `delete:organization_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::DeleteOrganizationFeatureFlagOverride;
///
/// let theme = DeleteOrganizationFeatureFlagOverride::new("org_1", "theme").request(&api)?;
/// assert_eq!(theme.uri().path(), "/api/v1/organizations/org_1/feature_flags/theme");
///
/// // Without a key it would be the path that takes all overrides away.
/// let error = DeleteOrganizationFeatureFlagOverride::new("org_1", "").request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the path parameter `feature_flag_key` is empty");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationFeatureFlagOverride {
    /// The organization.
    pub org_code: OrgCode,
    /// The feature flag.
    pub feature_flag_key: FeatureFlagKey,
}

impl DeleteOrganizationFeatureFlagOverride {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, feature_flag_key: impl Into<FeatureFlagKey>) -> Self {
        Self { org_code: org_code.into(), feature_flag_key: feature_flag_key.into() }
    }
}

impl Endpoint for DeleteOrganizationFeatureFlagOverride {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "DeleteOrganizationFeatureFlagOverride";
    const SCOPE: &'static str = "delete:organization_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.feature_flag_key).build()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/feature_flags`: removes **all** overrides of an organization.
///
/// Scope: `delete:organization_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Kinde keeps no copy. If you may want them back, read them first:
///
/// ```
/// # use kinde_api::organizations::DeleteOrganizationFeatureFlagOverrides;
/// use kinde_api::organizations::{
///     GetOrganizationFeatureFlagsResponse, UpdateOrganizationFeatureFlagOverride,
/// };
///
/// /// Sets each flag that was read to the value that it had, as an override.
/// fn restore(
///     flags: GetOrganizationFeatureFlagsResponse,
/// ) -> impl Iterator<Item = UpdateOrganizationFeatureFlagOverride> {
///     flags.feature_flags.into_iter().filter_map(|(key, flag)| {
///         Some(UpdateOrganizationFeatureFlagOverride::new("org_1ccfb819462", key, flag.value?))
///     })
/// }
///
/// let forget = DeleteOrganizationFeatureFlagOverrides::new("org_1ccfb819462");
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/feature_flags)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationFeatureFlagOverrides {
    /// The organization.
    pub org_code: OrgCode,
}

impl DeleteOrganizationFeatureFlagOverrides {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for DeleteOrganizationFeatureFlagOverrides {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/feature_flags";
    const OPERATION_ID: &'static str = "DeleteOrganizationFeatureFlagOverrides";
    const SCOPE: &'static str = "delete:organization_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}
