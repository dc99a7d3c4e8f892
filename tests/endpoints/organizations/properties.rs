use kinde_api::Endpoint;
use kinde_api::organizations::{
    GetOrganizationPropertyValues, GetPropertyValuesResponse, PropertyValue, UpdateOrganizationProperties,
    UpdateOrganizationProperty,
};
use serde_json::{Value, json};

use crate::wire::{RequestCase, api, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationPropertyValues::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/properties
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateOrganizationProperties::new("org_17", [] as [(&str, &str); 0]),
            r#"PATCH https://acme.kinde.com/api/v1/organizations/org_17/properties
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"properties":{}}"#,
        ),
        request(
            UpdateOrganizationProperties::new(
                "org_17",
                [("kp_org_industry", json!("Mining")), ("kp_org_city", json!("Perth")), ("size", json!(17))],
            ),
            r#"PATCH https://acme.kinde.com/api/v1/organizations/org_17/properties
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"properties":{"kp_org_city":"Perth","kp_org_industry":"Mining","size":17}}"#,
        ),
        request(
            UpdateOrganizationProperty::new("org_17", "kp_org_city", "Perth"),
            "PUT https://acme.kinde.com/api/v1/organizations/org_17/properties/kp_org_city
                ?value=Perth
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateOrganizationProperty::new("org_17", "is_large", true),
            "PUT https://acme.kinde.com/api/v1/organizations/org_17/properties/is_large
                ?value=true
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationPropertyValues::new("org_17"),
            &output!(GetPropertyValuesResponse {
                code: some("OK"),
                message: some("Two properties"),
                properties: vec![
                    output!(PropertyValue {
                        id: some("prop_17"),
                        name: some("City"),
                        description: some("Where the organization is"),
                        key: some("kp_org_city"),
                        value: some("Perth"),
                    }),
                    output!(PropertyValue {
                        id: some("prop_18"),
                        name: some("Industry"),
                        key: some("kp_org_industry"),
                    }),
                ],
                next_token: some("Mjo6Og=="),
            }),
        ),
        assert_answer(&UpdateOrganizationProperties::new("org_17", [("kp_org_city", "Perth")]), &success()),
        assert_answer(&UpdateOrganizationProperty::new("org_17", "kp_org_city", "Perth"), &success()),
    ]
}

#[test]
fn a_value_that_is_null_is_refused() {
    for value in [Value::Null, Value::from(None::<&str>), Value::from(f64::NAN)] {
        let error = UpdateOrganizationProperty::new("org_17", "kp_org_city", value).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the query parameter `value` is null");
    }
}

#[test]
fn a_value_is_read_as_it_is() {
    let body = r#"{"properties":[{"value":true},{"value":17},{"value":["a",null]},{"value":""},{"value":null},null]}"#;
    assert_eq!(
        read(&GetOrganizationPropertyValues::new("org_17"), body).properties,
        [
            output!(PropertyValue { value: Some(json!(true)) }),
            output!(PropertyValue { value: Some(json!(17)) }),
            output!(PropertyValue { value: Some(json!(["a", null])) }),
            output!(PropertyValue { value: Some(json!("")) }),
            output!(PropertyValue {}),
        ]
    );
}

#[test]
fn a_null_in_a_body_is_sent_as_null() {
    let endpoint = UpdateOrganizationProperties::new("org_17", [("kp_org_city", None::<&str>)]);
    assert_eq!(endpoint.request(&api()).unwrap().body(), br#"{"properties":{"kp_org_city":null}}"#);
}
