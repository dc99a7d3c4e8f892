use kinde_api::applications::{
    Application, ApplicationItem, ApplicationSort, ApplicationType, CreateApplication, CreateApplicationResponse,
    CreatedApplication, DeleteApplication, GetApplication, GetApplicationResponse, GetApplications,
    GetApplicationsResponse, UpdateApplication,
};
use kinde_api::{Endpoint, Nullable, OrgCode};

use crate::wire::{RequestCase, assert_answer, fixture, output, read, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApplications::new(),
            "GET https://acme.kinde.com/api/v1/applications
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetApplications::new().next_token("Mjo6Om5hbWVfZGVzYw==").page_size(500).sort(ApplicationSort::NameDesc),
            "GET https://acme.kinde.com/api/v1/applications
                ?sort=name_desc
                &page_size=500
                &next_token=Mjo6Om5hbWVfZGVzYw%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateApplication::new("Shop", ApplicationType::Reg),
            r#"POST https://acme.kinde.com/api/v1/applications
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Shop","type":"reg"}"#,
        ),
        request(
            CreateApplication::new("Worker", ApplicationType::M2m).org_code("org_17"),
            r#"POST https://acme.kinde.com/api/v1/applications
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Worker","type":"m2m","org_code":"org_17"}"#,
        ),
        request(
            CreateApplication::new("Worker", "m2m").org_code(None),
            r#"POST https://acme.kinde.com/api/v1/applications
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Worker","type":"m2m","org_code":null}"#,
        ),
        request(
            GetApplication::new("app_17"),
            "GET https://acme.kinde.com/api/v1/applications/app_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateApplication::new("app_17"),
            "PATCH https://acme.kinde.com/api/v1/applications/app_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateApplication::new("app_17")
                .is_access_control_enabled(true)
                .use_gravatar_fallback(false)
                .has_sign_in_with_sso_button(true)
                .has_register_link_on_sign_in_page(false)
                .has_sign_in_link_on_sign_up_page(true)
                .has_marketing_consent(false)
                .is_ask_for_name(true)
                .is_allow_faceless_auth(false)
                .homepage_uri("https://shop.example.com")
                .login_uri("https://shop.example.com/login")
                .redirect_uris(["https://shop.example.com/callback"])
                .logout_uris(["https://shop.example.com/bye", "myapp://bye"])
                .language_key("en")
                .name("Shop"),
            r#"PATCH https://acme.kinde.com/api/v1/applications/app_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Shop",
            "language_key":"en",
            "logout_uris":["https://shop.example.com/bye","myapp://bye"],
            "redirect_uris":["https://shop.example.com/callback"],
            "login_uri":"https://shop.example.com/login",
            "homepage_uri":"https://shop.example.com",
            "is_allow_faceless_auth":false,
            "is_ask_for_name":true,
            "has_marketing_consent":false,
            "has_sign_in_link_on_sign_up_page":true,
            "has_register_link_on_sign_in_page":false,
            "has_sign_in_with_sso_button":true,
            "use_gravatar_fallback":false,
            "is_access_control_enabled":true}"#,
        ),
        request(
            DeleteApplication::new("app_17"),
            "DELETE https://acme.kinde.com/api/v1/applications/app_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApplications::new(),
            &output!(GetApplicationsResponse {
                code: some("OK"),
                message: some("Two applications"),
                applications: vec![
                    output!(ApplicationItem {
                        id: some("app_17"),
                        name: some("Shop"),
                        r#type: Some(ApplicationType::Reg),
                    }),
                    output!(ApplicationItem {
                        id: some("app_18"),
                        name: some("Worker"),
                        r#type: Some(ApplicationType::M2m),
                    }),
                ],
                next_token: some("Mjo6Om5hbWVfYXNj"),
            }),
        ),
        assert_answer(
            &CreateApplication::new("Shop", ApplicationType::Reg),
            &output!(CreateApplicationResponse {
                code: some("OK"),
                message: some("Made"),
                application: Some(output!(CreatedApplication {
                    id: some("app_17"),
                    client_id: some("app_17"),
                    client_secret: some("s3cret"),
                })),
            }),
        ),
        assert_answer(
            &GetApplication::new("app_17"),
            &output!(GetApplicationResponse {
                code: some("OK"),
                message: some("Found"),
                application: Some(output!(Application {
                    id: some("app_17"),
                    name: some("Shop"),
                    r#type: Some(ApplicationType::Reg),
                    client_id: some("app_17"),
                    client_secret: some("s3cret"),
                    login_uri: some("https://shop.example.com/login"),
                    homepage_uri: some("https://shop.example.com"),
                    has_cancel_button: Some(false),
                    is_access_control_enabled: Some(true),
                    is_allow_faceless_auth: Some(false),
                    is_ask_for_name: Some(true),
                    has_marketing_consent: Some(false),
                    has_sign_in_link_on_sign_up_page: Some(true),
                    has_register_link_on_sign_in_page: Some(true),
                    has_sign_in_with_sso_button: Some(false),
                    use_gravatar_fallback: Some(true),
                })),
            }),
        ),
        assert_answer(&DeleteApplication::new("app_17"), &success()),
    ]
}

#[test]
fn a_client_secret_is_read_and_not_shown() {
    let created = read(&CreateApplication::new("Shop", "reg"), fixture("createApplication"));
    let application = read(&GetApplication::new("app_17"), fixture("getApplication"));
    for shown in [format!("{created:?}"), format!("{application:#?}")] {
        assert!(shown.contains("Secret(..)") && !shown.contains("s3cret"), "{shown}");
    }
}

#[test]
fn an_application_without_a_secret_has_an_empty_one_or_none() {
    let secret = |body| read(&GetApplication::new("app_17"), body).application.unwrap_or_default().client_secret;
    assert_eq!(secret(r#"{"application":{"type":"spa","client_secret":""}}"#), some(""));
    assert_eq!(secret(r#"{"application":{"type":"spa","client_secret":null}}"#), None);
    assert_eq!(secret(r#"{"application":{"type":"spa"}}"#), None);
}

#[test]
fn an_organization_is_given_as_a_text_or_a_code_or_none() {
    let worker = CreateApplication::new("Worker", "m2m");
    let (code, text) = (OrgCode::from("org_17"), String::from("org_17"));
    for same in [
        worker.clone().org_code("org_17"),
        worker.clone().org_code(&text),
        worker.clone().org_code(text),
        worker.clone().org_code(&code),
        worker.clone().org_code(Some(code.clone())),
        worker.clone().org_code(code.clone()),
    ] {
        assert_eq!(same.org_code, Nullable::Value(code.clone()));
    }
    assert_eq!(worker.clone().org_code(None).org_code, Nullable::Null);
    assert_eq!(worker.org_code, Nullable::Absent);
}

#[test]
fn changing_takes_any_body_of_a_success() {
    for body in ["", "{}", "null", "[]", "<html>", "\u{feff}", "{\"code\":"] {
        for status in [200, 201, 204, 299] {
            UpdateApplication::new("app_17").response(&response(status, body)).unwrap();
        }
    }
}
