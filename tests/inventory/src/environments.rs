//! The environment: its settings, logos, passkeys, and the feature flags that are overridden in it.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::environments::*;

use crate::operation::operations;

operations! {
    "getEnvironment" GET "/api/v1/environment" "read:environments"
        GetEnvironment::new() {}
        -> environments::GetEnvironmentResponse;
    "DeleteEnvironementFeatureFlagOverrides" DELETE "/api/v1/environment/feature_flags"
        "delete:environment_feature_flags"
        DeleteEnvironmentFeatureFlagOverrides::new() {}
        -> SuccessResponse;
    "GetEnvironementFeatureFlags" GET "/api/v1/environment/feature_flags" "read:environment_feature_flags"
        GetEnvironmentFeatureFlags::new() {}
        -> environments::GetEnvironmentFeatureFlagsResponse;
    "DeleteEnvironementFeatureFlagOverride" DELETE "/api/v1/environment/feature_flags/{feature_flag_key}"
        "delete:environment_feature_flags"
        DeleteEnvironmentFeatureFlagOverride::new(feature_flag_key: Path text) {}
        -> SuccessResponse;
    "UpdateEnvironementFeatureFlagOverride" PATCH "/api/v1/environment/feature_flags/{feature_flag_key}"
        "update:environment_feature_flags"
        UpdateEnvironmentFeatureFlagOverride::new(feature_flag_key: Path text, value: Body value_as_text) {}
        -> SuccessResponse;
    "ReadLogo" GET "/api/v1/environment/logos" "read:environments"
        ReadLogo::new() {}
        -> environments::ReadEnvLogoResponse listing logos;
    "AddLogo" PUT "/api/v1/environment/logos/{type}" "update:environments"
        AddLogo::new(
            r#type: Path text, file_name: Body file_name, content_type: Body content_type, bytes: Body bytes
        ) {}
        -> SuccessResponse;
    "DeleteLogo" DELETE "/api/v1/environment/logos/{type}" "update:environments"
        DeleteLogo::new(r#type: Path text) {}
        -> SuccessResponse;
    "GetPasskey" GET "/api/v1/passkey" "read:passkey"
        GetPasskey::new() {}
        -> environments::GetPasskeyResponse;
    "UpdatePasskey" PUT "/api/v1/passkey" "update:passkey"
        UpdatePasskey::new(policy: Body text) {}
        -> environments::UpdatePasskeyResponse;
}
