use kinde_api::Endpoint;
use kinde_api::users::{
    GetPropertyValuesResponse, GetUserPropertyValues, PropertyValue, UpdateUserProperties, UpdateUserProperty,
};
use serde_json::{Value, json};

use crate::wire::{RequestCase, api, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetUserPropertyValues::new("kp_17"),
            "GET https://acme.kinde.com/api/v1/users/kp_17/properties
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateUserProperties::new("kp_17", [] as [(&str, &str); 0]),
            r#"PATCH https://acme.kinde.com/api/v1/users/kp_17/properties
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"properties":{}}"#,
        ),
        request(
            UpdateUserProperties::new(
                "kp_17",
                [("kp_usr_job_title", json!("Cook")), ("kp_usr_city", json!(null)), ("age", json!(17))],
            ),
            r#"PATCH https://acme.kinde.com/api/v1/users/kp_17/properties
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"properties":{"age":17,"kp_usr_city":null,"kp_usr_job_title":"Cook"}}"#,
        ),
        request(
            UpdateUserProperty::new("kp_17", "kp_usr_city", "Alice Springs"),
            "PUT https://acme.kinde.com/api/v1/users/kp_17/properties/kp_usr_city
                ?value=Alice%20Springs
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateUserProperty::new("kp_17", "kp_usr_is_marketing_opt_in", true),
            "PUT https://acme.kinde.com/api/v1/users/kp_17/properties/kp_usr_is_marketing_opt_in
                ?value=true
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetUserPropertyValues::new("kp_17"),
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
        assert_answer(&UpdateUserProperties::new("kp_17", [("kp_usr_city", "Perth")]), &success()),
        assert_answer(&UpdateUserProperty::new("kp_17", "kp_usr_city", "Perth"), &success()),
    ]
}

#[test]
fn a_value_that_is_null_is_refused() {
    for value in [Value::Null, Value::from(None::<&str>), Value::from(f64::NAN)] {
        let error = UpdateUserProperty::new("kp_17", "kp_usr_city", value).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the query parameter `value` is null");
    }
}
