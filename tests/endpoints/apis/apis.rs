use kinde_api::apis::{
    AddApis, ApiApplication, ApiApplicationType, ApiExpand, ApiItem, ApiScopeItem, CreateApisResponse, CreatedApi,
    DeleteApi, DeleteApiResponse, GetApi, GetApiResponse, GetApis, GetApisResponse, RegisteredApi,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApis::new(),
            "GET https://acme.kinde.com/api/v1/apis
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetApis::new().expand(ApiExpand::Scopes),
            "GET https://acme.kinde.com/api/v1/apis
                ?expand=scopes
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddApis::new("Reports", "https://api.example.com"),
            r#"POST https://acme.kinde.com/api/v1/apis
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Reports","audience":"https://api.example.com"}"#,
        ),
        request(
            GetApi::new("api_18"),
            "GET https://acme.kinde.com/api/v1/apis/api_18
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteApi::new("api_18"),
            "DELETE https://acme.kinde.com/api/v1/apis/api_18
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApis::new(),
            &output!(GetApisResponse {
                code: some("OK"),
                message: some("Two APIs"),
                next_token: some("Mjo6Og=="),
                apis: vec![
                    output!(ApiItem {
                        id: some("api_17"),
                        name: some("Kinde Management API"),
                        audience: some("https://acme.kinde.com/api"),
                        is_management_api: Some(true),
                    }),
                    output!(ApiItem {
                        id: some("api_18"),
                        name: some("Reports"),
                        audience: some("https://api.example.com"),
                        is_management_api: Some(false),
                        scopes: vec![
                            output!(ApiScopeItem { id: some("api_scope_17"), key: some("read:reports") }),
                            output!(ApiScopeItem { id: some("api_scope_18"), key: some("write:reports") }),
                        ],
                    }),
                ],
            }),
        ),
        assert_answer(
            &AddApis::new("Reports", "https://api.example.com"),
            &output!(CreateApisResponse {
                code: some("OK"),
                message: some("Registered"),
                api: Some(output!(CreatedApi { id: some("api_18") })),
            }),
        ),
        assert_answer(
            &GetApi::new("api_18"),
            &output!(GetApiResponse {
                code: some("OK"),
                message: some("Found"),
                api: Some(output!(RegisteredApi {
                    id: some("api_18"),
                    name: some("Reports"),
                    audience: some("https://api.example.com"),
                    is_management_api: Some(false),
                    scopes: vec![output!(ApiScopeItem { id: some("api_scope_17"), key: some("read:reports") })],
                    applications: vec![
                        output!(ApiApplication {
                            id: some("app_17"),
                            name: some("Worker"),
                            r#type: Some(ApiApplicationType::MachineToMachine),
                            is_active: Some(true),
                        }),
                        output!(ApiApplication {
                            id: some("app_18"),
                            name: some("Shop"),
                            r#type: Some(ApiApplicationType::BackEndWeb),
                        }),
                    ],
                })),
            }),
        ),
        assert_answer(
            &DeleteApi::new("api_18"),
            &output!(DeleteApiResponse { code: some("API_DELETED"), message: some("Deleted") }),
        ),
    ]
}

#[test]
fn an_api_has_no_scopes_where_they_were_not_asked_for() {
    for body in [r#"{"apis":[{"id":"api_18"}]}"#, r#"{"apis":[null,{"id":"api_18","scopes":null}]}"#] {
        let expected = output!(GetApisResponse { apis: vec![output!(ApiItem { id: some("api_18") })] });
        assert_eq!(read(&GetApis::new(), body), expected, "{body}");
    }
}

#[test]
fn a_type_of_application_may_be_new() {
    let body = r#"{"api":{"scopes":null,"applications":[{"type":"Robot"},null]}}"#;
    let robot = output!(ApiApplication { r#type: some("Robot") });
    let expected = output!(RegisteredApi { applications: vec![robot] });
    assert_eq!(read(&GetApi::new("api_18"), body).api, Some(expected));
}
