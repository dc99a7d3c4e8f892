//! Feature flags that are overridden for a user.

use http::{Method, Request};
use serde_json::Value;

use crate::endpoints::inputs::options;
use crate::{Api, Endpoint, FeatureFlagKey, RequestBuilder, RequestError, SuccessResponse, UserId};

/// `PATCH /api/v1/users/{user_id}/feature_flags/{feature_flag_key}`: overrides a feature flag for a user.
///
/// Scope: `update:user_feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// **No operation reads or removes the overrides of a user**: keep what was set. The value goes into the query: a
/// string as it is, anything else as its JSON; a null is refused. An integer flag takes -2147483648 to 2147483647. The
/// flag must allow users to override it.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::UpdateUserFeatureFlagOverride;
///
/// let request = UpdateUserFeatureFlagOverride::new("kp_17", "is_dark", true).request(&api)?;
/// assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/users/kp_17/feature_flags/is_dark?value=true");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/patch/api/v1/users/{user_id}/feature_flags/{feature_flag_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdateUserFeatureFlagOverride {
    /// The user.
    pub user_id: UserId,
    /// The feature flag.
    pub feature_flag_key: FeatureFlagKey,
    /// The value that overrides those of the organization and of the environment.
    pub value: Value,
}

options! {
    /// With the user, the flag and the value that overrides it.
    UpdateUserFeatureFlagOverride::new(
        user_id: into UserId,
        feature_flag_key: into FeatureFlagKey,
        value: into Value,
    ) {}
}

impl Endpoint for UpdateUserFeatureFlagOverride {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/users/{user_id}/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "UpdateUserFeatureFlagOverride";
    const SCOPE: &'static str = "update:user_feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.user_id)
            .path(&self.feature_flag_key)
            .query_value("value", &self.value)
            .build()
    }
}
