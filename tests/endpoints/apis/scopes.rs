use kinde_api::Endpoint;
use kinde_api::apis::{
    AddApiScope, ApiScope, CreateApiScopesResponse, CreatedApiScope, DeleteApiScope, GetApiScope, GetApiScopeResponse,
    GetApiScopes, GetApiScopesResponse, UpdateApiScope,
};

use crate::wire::{RequestCase, assert_answer, output, request, response, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApiScopes::new("api_18"),
            "GET https://acme.kinde.com/api/v1/apis/api_18/scopes
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddApiScope::new("api_18", "read:reports"),
            r#"POST https://acme.kinde.com/api/v1/apis/api_18/scopes
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"key":"read:reports"}"#,
        ),
        request(
            AddApiScope::new("api_18", "read:reports").description("May open any report"),
            r#"POST https://acme.kinde.com/api/v1/apis/api_18/scopes
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"key":"read:reports","description":"May open any report"}"#,
        ),
        request(
            GetApiScope::new("api_18", "api_scope_17"),
            "GET https://acme.kinde.com/api/v1/apis/api_18/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateApiScope::new("api_18", "api_scope_17"),
            "PATCH https://acme.kinde.com/api/v1/apis/api_18/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateApiScope::new("api_18", "api_scope_17").description("May open one report"),
            r#"PATCH https://acme.kinde.com/api/v1/apis/api_18/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"description":"May open one report"}"#,
        ),
        request(
            DeleteApiScope::new("api_18", "api_scope_17"),
            "DELETE https://acme.kinde.com/api/v1/apis/api_18/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApiScopes::new("api_18"),
            &output!(GetApiScopesResponse {
                code: some("OK"),
                message: some("Two scopes"),
                scopes: vec![scope(), output!(ApiScope { id: some("api_scope_18"), key: some("write:reports") })],
            }),
        ),
        assert_answer(
            &AddApiScope::new("api_18", "read:reports"),
            &output!(CreateApiScopesResponse {
                code: some("OK"),
                message: some("Made"),
                scope: Some(output!(CreatedApiScope { id: some("api_scope_17") })),
            }),
        ),
        assert_answer(
            &GetApiScope::new("api_18", "api_scope_17"),
            &output!(GetApiScopeResponse { code: some("OK"), message: some("Found"), scope: Some(scope()) }),
        ),
    ]
}

fn scope() -> ApiScope {
    output!(ApiScope { id: some("api_scope_17"), key: some("read:reports"), description: some("May open any report") })
}

#[test]
fn changing_and_deleting_take_any_body_of_a_success() {
    for body in ["", "{}", "null", "[]", "<html>", "\u{feff}", "{\"code\":"] {
        UpdateApiScope::new("api_18", "api_scope_17").response(&response(200, body)).unwrap();
        DeleteApiScope::new("api_18", "api_scope_17").response(&response(204, body)).unwrap();
    }
}
