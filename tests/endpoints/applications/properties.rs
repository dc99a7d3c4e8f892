use kinde_api::Endpoint;
use kinde_api::applications::{
    GetApplicationPropertyValues, GetPropertyValuesResponse, PropertyValue, UpdateApplicationsProperty,
};
use serde_json::Value;

use crate::wire::{RequestCase, api, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApplicationPropertyValues::new("app_17"),
            "GET https://acme.kinde.com/api/v1/applications/app_17/properties
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateApplicationsProperty::new("app_17", "kp_app_theme", "dark blue"),
            r#"PUT https://acme.kinde.com/api/v1/applications/app_17/properties/kp_app_theme
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"value":"dark blue"}"#,
        ),
        request(
            UpdateApplicationsProperty::new("app_17", "kp_app_is_beta", true),
            r#"PUT https://acme.kinde.com/api/v1/applications/app_17/properties/kp_app_is_beta
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"value":true}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApplicationPropertyValues::new("app_17"),
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
        assert_answer(&UpdateApplicationsProperty::new("app_17", "kp_app_theme", "dark blue"), &success()),
    ]
}

#[test]
fn a_value_that_is_null_is_refused() {
    for value in [Value::Null, Value::from(None::<&str>), Value::from(f64::NAN)] {
        let error = UpdateApplicationsProperty::new("app_17", "kp_app_theme", value).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the field `value` of the body is null");
    }
}
