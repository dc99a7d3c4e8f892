//! Feature flags, as they are defined for all environments.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::feature_flags::*;

use crate::operation::operations;

operations! {
    "CreateFeatureFlag" POST "/api/v1/feature_flags" "create:feature_flags"
        CreateFeatureFlag::new(
            name: Body text, key: Body text, r#type: Body text, default_value: Body value_as_text
        )
        { description: Body text, allow_override_level: Body text }
        -> SuccessResponse;
    "DeleteFeatureFlag" DELETE "/api/v1/feature_flags/{feature_flag_key}" "delete:feature_flags"
        DeleteFeatureFlag::new(feature_flag_key: Path text) {}
        -> SuccessResponse;
    "UpdateFeatureFlag" PUT "/api/v1/feature_flags/{feature_flag_key}" "update:feature_flags"
        UpdateFeatureFlag::new(
            feature_flag_key: Path text, name: Query text, description: Query text, r#type: Query text,
            allow_override_level: Query text, default_value: Query value_as_text
        ) {}
        -> SuccessResponse;
}
