use kinde_api::Endpoint;
use kinde_api::callbacks::{
    AddLogoutRedirectUrls, DeleteLogoutUrls, GetLogoutUrls, LogoutRedirectUrls, ReplaceLogoutRedirectUrls,
};

use crate::wire::{RequestCase, api, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetLogoutUrls::new("app_17"),
            "GET https://acme.kinde.com/api/v1/applications/app_17/auth_logout_urls
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddLogoutRedirectUrls::new("app_17", ["https://app.example.com/bye", "myapp://bye"]),
            r#"POST https://acme.kinde.com/api/v1/applications/app_17/auth_logout_urls
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"urls":["https://app.example.com/bye","myapp://bye"]}"#,
        ),
        request(
            ReplaceLogoutRedirectUrls::new("app_17", ["https://app.example.com/bye"]),
            r#"PUT https://acme.kinde.com/api/v1/applications/app_17/auth_logout_urls
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"urls":["https://app.example.com/bye"]}"#,
        ),
        request(
            ReplaceLogoutRedirectUrls::new("app_17", [""; 0]),
            r#"PUT https://acme.kinde.com/api/v1/applications/app_17/auth_logout_urls
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"urls":[]}"#,
        ),
        request(
            DeleteLogoutUrls::new("app_17", ["https://app.example.com/bye?a=b", "myapp://bye"]),
            "DELETE https://acme.kinde.com/api/v1/applications/app_17/auth_logout_urls
                ?urls=https%3A%2F%2Fapp.example.com%2Fbye%3Fa%3Db%2Cmyapp%3A%2F%2Fbye
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    let urls = ["https://app.example.com/bye"];
    vec![
        assert_answer(
            &GetLogoutUrls::new("app_17"),
            &output!(LogoutRedirectUrls {
                code: some("OK"),
                message: some("Two URLs"),
                logout_urls: vec!["https://app.example.com/bye".to_owned(), "myapp://bye".to_owned()],
            }),
        ),
        assert_answer(&AddLogoutRedirectUrls::new("app_17", urls), &success()),
        assert_answer(&ReplaceLogoutRedirectUrls::new("app_17", urls), &success()),
        assert_answer(&DeleteLogoutUrls::new("app_17", urls), &success()),
    ]
}

#[test]
fn no_url_to_delete_is_refused() {
    let error = DeleteLogoutUrls::new("app_17", [""; 0]).request(&api()).unwrap_err();
    assert_eq!(error.to_string(), "the query parameter `urls` is an empty list");
}
