use kinde_api::Endpoint;
use kinde_api::apis::{
    AddApiApplicationScope, ApiApplicationOperation, AuthorizeAppApiResponse, DeleteApiApplicationScope,
    UpdateApiApplication, UpdateApiApplications,
};

use crate::wire::{RequestCase, assert_answer, output, request, response, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            UpdateApiApplications::new("api_18", [] as [UpdateApiApplication; 0]),
            r#"PATCH https://acme.kinde.com/api/v1/apis/api_18/applications
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"applications":[]}"#,
        ),
        request(
            UpdateApiApplications::new(
                "api_18",
                [
                    UpdateApiApplication::new("app_17"),
                    UpdateApiApplication::new("app_18").operation(ApiApplicationOperation::Delete),
                ],
            ),
            r#"PATCH https://acme.kinde.com/api/v1/apis/api_18/applications
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"applications":[{"id":"app_17"},{"id":"app_18","operation":"delete"}]}"#,
        ),
        request(
            AddApiApplicationScope::new("api_18", "app_17", "api_scope_17"),
            "POST https://acme.kinde.com/api/v1/apis/api_18/applications/app_17/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteApiApplicationScope::new("api_18", "app_17", "api_scope_17"),
            "DELETE https://acme.kinde.com/api/v1/apis/api_18/applications/app_17/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &UpdateApiApplications::new("api_18", [UpdateApiApplication::new("app_17")]),
        &output!(AuthorizeAppApiResponse {
            code: some("API_APPLICATIONS_UPDATED"),
            message: some("One more and two fewer"),
            applications_disconnected: vec!["app_18".into(), "app_19".into()],
            applications_connected: vec!["app_17".into()],
        }),
    )]
}

#[test]
fn giving_and_taking_a_scope_take_any_body_of_a_success() {
    for body in ["", "{}", "null", "[]", "<html>", "\u{feff}", "{\"code\":"] {
        AddApiApplicationScope::new("api_18", "app_17", "api_scope_17").response(&response(201, body)).unwrap();
        DeleteApiApplicationScope::new("api_18", "app_17", "api_scope_17").response(&response(200, body)).unwrap();
    }
}
