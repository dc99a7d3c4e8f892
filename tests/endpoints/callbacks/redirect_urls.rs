use kinde_api::Endpoint;
use kinde_api::callbacks::{
    AddRedirectCallbackUrls, DeleteCallbackUrls, GetCallbackUrls, RedirectCallbackUrls, ReplaceRedirectCallbackUrls,
};

use crate::wire::{RequestCase, api, assert_answer, output, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetCallbackUrls::new("app_17"),
            "GET https://acme.kinde.com/api/v1/applications/app_17/auth_redirect_urls
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddRedirectCallbackUrls::new("app_17", ["https://app.example.com/callback", "myapp://callback"]),
            r#"POST https://acme.kinde.com/api/v1/applications/app_17/auth_redirect_urls
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"urls":["https://app.example.com/callback","myapp://callback"]}"#,
        ),
        request(
            ReplaceRedirectCallbackUrls::new("app_17", ["https://app.example.com/callback"]),
            r#"PUT https://acme.kinde.com/api/v1/applications/app_17/auth_redirect_urls
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"urls":["https://app.example.com/callback"]}"#,
        ),
        request(
            ReplaceRedirectCallbackUrls::new("app_17", [""; 0]),
            r#"PUT https://acme.kinde.com/api/v1/applications/app_17/auth_redirect_urls
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"urls":[]}"#,
        ),
        request(
            DeleteCallbackUrls::new("app_17", ["https://app.example.com/callback?a=b", "myapp://callback"]),
            "DELETE https://acme.kinde.com/api/v1/applications/app_17/auth_redirect_urls
                ?urls=https%3A%2F%2Fapp.example.com%2Fcallback%3Fa%3Db%2Cmyapp%3A%2F%2Fcallback
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    let urls = ["https://app.example.com/callback"];
    vec![
        assert_answer(
            &GetCallbackUrls::new("app_17"),
            &output!(RedirectCallbackUrls {
                redirect_urls: vec!["https://app.example.com/callback".to_owned(), "myapp://callback".to_owned()],
            }),
        ),
        assert_answer(&AddRedirectCallbackUrls::new("app_17", urls), &success()),
        assert_answer(&ReplaceRedirectCallbackUrls::new("app_17", urls), &success()),
        assert_answer(&DeleteCallbackUrls::new("app_17", urls), &success()),
    ]
}

#[test]
fn no_url_to_delete_is_refused() {
    let error = DeleteCallbackUrls::new("app_17", [""; 0]).request(&api()).unwrap_err();
    assert_eq!(error.to_string(), "the query parameter `urls` is an empty list");
}

#[test]
#[expect(clippy::needless_borrows_for_generic_args, reason = "that a reference will do is what is tested")]
fn urls_are_any_list_of_texts() {
    let text = String::from("myapp://callback");
    let expected = AddRedirectCallbackUrls::new("app_17", ["myapp://callback"]);
    assert_eq!(expected.urls, ["myapp://callback"]);
    assert_eq!(AddRedirectCallbackUrls::new("app_17", [&text]), expected);
    assert_eq!(AddRedirectCallbackUrls::new("app_17", &["myapp://callback"]), expected);
    assert_eq!(AddRedirectCallbackUrls::new("app_17", &vec![text.clone()]), expected);
    assert_eq!(AddRedirectCallbackUrls::new("app_17", Some(text)), expected);
}
