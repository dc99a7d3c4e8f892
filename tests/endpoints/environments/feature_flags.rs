use std::collections::BTreeMap;

use kinde_api::environments::{
    DeleteEnvironmentFeatureFlagOverride, DeleteEnvironmentFeatureFlagOverrides, EnvironmentFeatureFlag,
    FeatureFlagType, GetEnvironmentFeatureFlags, GetEnvironmentFeatureFlagsResponse,
    UpdateEnvironmentFeatureFlagOverride,
};
use kinde_api::{Endpoint, FeatureFlagKey};
use serde_json::{Value, json};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, api, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetEnvironmentFeatureFlags::new(),
            "GET https://acme.kinde.com/api/v1/environment/feature_flags
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateEnvironmentFeatureFlagOverride::new("theme", "dark blue"),
            r#"PATCH https://acme.kinde.com/api/v1/environment/feature_flags/theme
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"value":"dark blue"}"#,
        ),
        request(
            UpdateEnvironmentFeatureFlagOverride::new("is_dark", true),
            r#"PATCH https://acme.kinde.com/api/v1/environment/feature_flags/is_dark
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"value":"true"}"#,
        ),
        request(
            DeleteEnvironmentFeatureFlagOverride::new("theme"),
            "DELETE https://acme.kinde.com/api/v1/environment/feature_flags/theme
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteEnvironmentFeatureFlagOverrides::new(),
            "DELETE https://acme.kinde.com/api/v1/environment/feature_flags
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    let flag = |key: &str, r#type, value: &str| {
        let flag = output!(EnvironmentFeatureFlag { r#type: Some(r#type), value: Some(Value::from(value)) });
        (FeatureFlagKey::from(key), flag)
    };
    vec![
        assert_answer(
            &GetEnvironmentFeatureFlags::new(),
            &output!(GetEnvironmentFeatureFlagsResponse {
                code: some("OK"),
                message: some("Three flags"),
                feature_flags: BTreeMap::from([
                    flag("competitions_limit", FeatureFlagType::Int, "17"),
                    flag("is_dark", FeatureFlagType::Bool, "true"),
                    flag("theme", FeatureFlagType::Str, "dark blue"),
                ]),
                next_token: some("Mjo6Og=="),
            }),
        ),
        assert_answer(&UpdateEnvironmentFeatureFlagOverride::new("theme", "dark blue"), &success()),
        assert_answer(&DeleteEnvironmentFeatureFlagOverride::new("theme"), &success()),
        assert_answer(&DeleteEnvironmentFeatureFlagOverrides::new(), &success()),
    ]
}

#[test]
fn a_value_that_is_null_is_refused() {
    for value in [Value::Null, Value::from(None::<&str>), Value::from(f64::INFINITY)] {
        let error = UpdateEnvironmentFeatureFlagOverride::new("theme", value).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the field `value` of the body is null");
    }
}

#[test]
fn a_value_is_read_as_it_is_and_an_unknown_type_kept() {
    let body = r#"{"feature_flags":{
        "a":{"type":"json","value":{"x":[1,null]}},
        "b":{"type":"bool","value":false},
        "c":{"type":null,"value":null},
        "d":null
    }}"#;
    let json_flag = output!(EnvironmentFeatureFlag {
        r#type: Some(FeatureFlagType::Unknown("json".to_owned())),
        value: Some(json!({"x": [1, null]})),
    });
    let flag = output!(EnvironmentFeatureFlag { r#type: Some(FeatureFlagType::Bool), value: Some(json!(false)) });
    let expected = BTreeMap::from([
        (FeatureFlagKey::from("a"), json_flag),
        (FeatureFlagKey::from("b"), flag),
        (FeatureFlagKey::from("c"), output!(EnvironmentFeatureFlag {})),
    ]);
    assert_eq!(read(&GetEnvironmentFeatureFlags::new(), body).feature_flags, expected);
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<EnvironmentFeatureFlag>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetEnvironmentFeatureFlags::default(), GetEnvironmentFeatureFlags::new());
    assert_eq!(DeleteEnvironmentFeatureFlagOverrides::default(), DeleteEnvironmentFeatureFlagOverrides::new());
}
