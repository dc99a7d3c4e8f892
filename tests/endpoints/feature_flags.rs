use kinde_api::Endpoint;
use kinde_api::feature_flags::{
    CreateFeatureFlag, DeleteFeatureFlag, FeatureFlagOverrideLevel, FeatureFlagType, UpdateFeatureFlag,
};
use serde_json::{Value, json};

use crate::signatures::{has_values, is_a_text};
use crate::wire::{RequestCase, api, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            CreateFeatureFlag::new("Theme", "theme", FeatureFlagType::Str, "dark blue"),
            r#"POST https://acme.kinde.com/api/v1/feature_flags
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Theme","key":"theme","type":"str","default_value":"dark blue"}"#,
        ),
        request(
            CreateFeatureFlag::new("Seats", "seats", FeatureFlagType::Int, 17)
                .description("How many may sign in")
                .allow_override_level(FeatureFlagOverrideLevel::Org),
            r#"POST https://acme.kinde.com/api/v1/feature_flags
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Seats",
            "description":"How many may sign in",
            "key":"seats",
            "type":"int",
            "allow_override_level":"org",
            "default_value":"17"}"#,
        ),
        request(
            UpdateFeatureFlag::new("is_dark", "Dark", "", FeatureFlagType::Bool, FeatureFlagOverrideLevel::Env, false),
            "PUT https://acme.kinde.com/api/v1/feature_flags/is_dark
                ?name=Dark
                &description=
                &type=bool
                &allow_override_level=env
                &default_value=false
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteFeatureFlag::new("theme"),
            "DELETE https://acme.kinde.com/api/v1/feature_flags/theme
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(&CreateFeatureFlag::new("Theme", "theme", "str", "dark blue"), &success()),
        assert_answer(&UpdateFeatureFlag::new("theme", "Theme", "", "str", "env", "light"), &success()),
        assert_answer(&DeleteFeatureFlag::new("theme"), &success()),
    ]
}

#[test]
fn a_default_is_sent_as_a_text_of_its_json_unless_it_is_one() {
    for (value, sent) in [
        (json!("true"), "true"),
        (json!(""), ""),
        (json!("null"), "null"),
        (json!("a \"b\""), "a \"b\""),
        (json!(true), "true"),
        (json!(-2_147_483_648), "-2147483648"),
        (json!(1.5), "1.5"),
        (json!({"a": [null]}), r#"{"a":[null]}"#),
    ] {
        let request = CreateFeatureFlag::new("Theme", "theme", "str", value).request(&api()).unwrap();
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        assert_eq!(body, json!({"name": "Theme", "key": "theme", "type": "str", "default_value": sent}));
    }
}

#[test]
fn a_default_that_is_null_is_refused() {
    for value in [Value::Null, Value::from(None::<&str>), Value::from(f64::NAN)] {
        let error = CreateFeatureFlag::new("Theme", "theme", "str", value.clone()).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the field `default_value` of the body is null");
        let error = UpdateFeatureFlag::new("theme", "Theme", "", "str", "env", value).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the query parameter `default_value` is null");
    }
}

#[test]
fn levels_are_those_of_the_reference() {
    is_a_text::<FeatureFlagOverrideLevel>();
    has_values([
        (FeatureFlagOverrideLevel::Env, "env"),
        (FeatureFlagOverrideLevel::Org, "org"),
        (FeatureFlagOverrideLevel::Usr, "usr"),
    ]);
}
