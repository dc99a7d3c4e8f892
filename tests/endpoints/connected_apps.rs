use kinde_api::Endpoint;
use kinde_api::connected_apps::{
    ConnectedAppsAccessToken, ConnectedAppsAuthUrl, GetConnectedAppAuthUrl, GetConnectedAppToken,
    RevokeConnectedAppToken,
};

use crate::wire::{RequestCase, api, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetConnectedAppAuthUrl::new("key_code_ref_17"),
            "GET https://acme.kinde.com/api/v1/connected_apps/auth_url
                ?key_code_ref=key_code_ref_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetConnectedAppAuthUrl::new("key_code_ref_17")
                .user_id("user_id_17")
                .org_code("org_code_17")
                .override_callback_url("override_callback_url_17"),
            "GET https://acme.kinde.com/api/v1/connected_apps/auth_url
                ?key_code_ref=key_code_ref_17
                &user_id=user_id_17
                &org_code=org_code_17
                &override_callback_url=override_callback_url_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetConnectedAppToken::new("session_id_17"),
            "GET https://acme.kinde.com/api/v1/connected_apps/token
                ?session_id=session_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            RevokeConnectedAppToken::new("session_id_17"),
            "POST https://acme.kinde.com/api/v1/connected_apps/revoke
                ?session_id=session_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetConnectedAppAuthUrl::new("key_code_ref_17"),
            &output!(ConnectedAppsAuthUrl {
                url: some("https://calendar.example/sign_in?state=17"),
                session_id: some("session_17")
            }),
        ),
        assert_answer(
            &GetConnectedAppToken::new("session_id_17"),
            &output!(ConnectedAppsAccessToken {
                access_token: some("a-token-of-the-calendar"),
                access_token_expiry: some("2026-07-01T00:00:00Z")
            }),
        ),
        assert_answer(&RevokeConnectedAppToken::new("session_id_17"), &success()),
    ]
}

#[test]
fn a_session_is_hidden_and_not_empty() {
    let token = GetConnectedAppToken::new("session_17");
    assert_eq!(format!("{token:?}"), "GetConnectedAppToken { session_id: Secret(..) }");
    for error in [
        GetConnectedAppToken::new("").request(&api()).unwrap_err(),
        RevokeConnectedAppToken::new("").request(&api()).unwrap_err(),
    ] {
        assert_eq!(error.to_string(), "the query parameter `session_id` is empty");
    }
    let error = GetConnectedAppAuthUrl::new("").request(&api()).unwrap_err();
    assert_eq!(error.to_string(), "the query parameter `key_code_ref` is empty");
}
