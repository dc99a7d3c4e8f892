use std::collections::BTreeMap;

use kinde_api::organizations::{
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, FeatureFlagType,
    GetOrganizationFeatureFlags, GetOrganizationFeatureFlagsResponse, OrganizationFeatureFlag,
    UpdateOrganizationFeatureFlagOverride,
};
use kinde_api::{Endpoint, FeatureFlagKey};
use serde_json::{Value, json};

use crate::wire::{RequestCase, api, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationFeatureFlags::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/feature_flags
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateOrganizationFeatureFlagOverride::new("org_17", "theme", "dark blue"),
            "PATCH https://acme.kinde.com/api/v1/organizations/org_17/feature_flags/theme
                ?value=dark%20blue
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteOrganizationFeatureFlagOverride::new("org_17", "theme"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/feature_flags/theme
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteOrganizationFeatureFlagOverrides::new("org_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/feature_flags
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationFeatureFlags::new("org_17"),
            &output!(GetOrganizationFeatureFlagsResponse {
                code: some("OK"),
                message: some("Three flags"),
                feature_flags: BTreeMap::from([
                    (
                        FeatureFlagKey::from("competitions_limit"),
                        output!(OrganizationFeatureFlag {
                            r#type: Some(FeatureFlagType::Int),
                            value: Some(Value::from("17")),
                        }),
                    ),
                    (
                        FeatureFlagKey::from("is_dark"),
                        output!(OrganizationFeatureFlag {
                            r#type: Some(FeatureFlagType::Bool),
                            value: Some(Value::from("true")),
                        }),
                    ),
                    (
                        FeatureFlagKey::from("theme"),
                        output!(OrganizationFeatureFlag {
                            r#type: Some(FeatureFlagType::Str),
                            value: Some(Value::from("dark blue")),
                        }),
                    ),
                ]),
            }),
        ),
        assert_answer(&UpdateOrganizationFeatureFlagOverride::new("org_17", "theme", "dark blue"), &success()),
        assert_answer(&DeleteOrganizationFeatureFlagOverride::new("org_17", "theme"), &success()),
        assert_answer(&DeleteOrganizationFeatureFlagOverrides::new("org_17"), &success()),
    ]
}

#[test]
fn a_value_is_a_text_as_it_is_and_anything_else_its_json() {
    for (value, sent) in [
        (json!("true"), "true"),
        (json!(""), ""),
        (json!("null"), "null"),
        (json!("\"quoted\""), "%22quoted%22"),
        (json!(true), "true"),
        (json!(-2_147_483_648), "-2147483648"),
        (json!(1.5), "1.5"),
        (json!([1, "a b"]), "%5B1%2C%22a%20b%22%5D"),
        (json!({"a": null}), "%7B%22a%22%3Anull%7D"),
    ] {
        let request = UpdateOrganizationFeatureFlagOverride::new("org_17", "theme", value).request(&api()).unwrap();
        assert_eq!(
            request.uri().to_string(),
            format!("https://acme.kinde.com/api/v1/organizations/org_17/feature_flags/theme?value={sent}")
        );
    }
}

#[test]
fn a_value_that_is_null_is_refused() {
    for value in [Value::Null, Value::from(None::<&str>), Value::from(f64::NAN), Value::from(f64::INFINITY)] {
        let error = UpdateOrganizationFeatureFlagOverride::new("org_17", "theme", value).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the query parameter `value` is null");
    }
}

#[test]
fn a_value_is_read_as_it_is_and_an_unknown_type_kept() {
    let body = r#"{"feature_flags":{
        "a":{"type":"json","value":{"x":[1,null]}},
        "b":{"type":"int","value":17},
        "c":{"type":"bool","value":false},
        "d":{"type":null,"value":null},
        "e":null
    }}"#;
    let expected = output!(GetOrganizationFeatureFlagsResponse {
        feature_flags: BTreeMap::from([
            (
                FeatureFlagKey::from("a"),
                output!(OrganizationFeatureFlag {
                    r#type: Some(FeatureFlagType::Unknown("json".to_owned())),
                    value: Some(json!({"x": [1, null]})),
                }),
            ),
            (
                FeatureFlagKey::from("b"),
                output!(OrganizationFeatureFlag { r#type: Some(FeatureFlagType::Int), value: Some(json!(17)) }),
            ),
            (
                FeatureFlagKey::from("c"),
                output!(OrganizationFeatureFlag { r#type: Some(FeatureFlagType::Bool), value: Some(json!(false)) }),
            ),
            (FeatureFlagKey::from("d"), output!(OrganizationFeatureFlag {})),
        ]),
    });
    assert_eq!(read(&GetOrganizationFeatureFlags::new("org_17"), body), expected);
}
