use kinde_api::Endpoint;
use kinde_api::users::UpdateUserFeatureFlagOverride;
use serde_json::Value;

use crate::wire::{RequestCase, api, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            UpdateUserFeatureFlagOverride::new("kp_17", "theme", "dark blue"),
            "PATCH https://acme.kinde.com/api/v1/users/kp_17/feature_flags/theme
                ?value=dark%20blue
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateUserFeatureFlagOverride::new("kp_17", "limit", 17),
            "PATCH https://acme.kinde.com/api/v1/users/kp_17/feature_flags/limit
                ?value=17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(&UpdateUserFeatureFlagOverride::new("kp_17", "theme", "dark"), &success())]
}

#[test]
fn a_value_that_is_null_is_refused() {
    let error = UpdateUserFeatureFlagOverride::new("kp_17", "theme", Value::Null).request(&api()).unwrap_err();
    assert_eq!(error.to_string(), "the query parameter `value` is null");
}
