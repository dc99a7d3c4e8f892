//! Requests as `curl` commands: made to be shown to others.

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderValue, Request};
use kinde_api::to_curl;
use secrets::{SECRET, TOKEN, assert_text, every_endpoint};

use crate::{api, token_request};

#[test]
fn hide_the_token_of_every_endpoint() {
    for endpoint in every_endpoint() {
        let command = to_curl(&endpoint.build(&api()).unwrap());
        assert_text(&command);
        assert!(command.contains("\"authorization: Bearer $KINDE_TOKEN\""), "{}", endpoint.operation().operation_id);
    }
}

#[test]
fn hide_the_secret_that_is_exchanged() {
    let mut request = token_request().request();
    for content_type in ["application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=utf-8"] {
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        let command = to_curl(&request);
        assert_text(&command);
        assert!(command.contains("\"client_secret=$KINDE_MANAGEMENT_CLIENT_SECRET\""), "{command}");
    }
}

#[test]
fn hide_what_is_sensitive_by_its_name_or_by_its_mark() {
    let mut key = HeaderValue::from_static(TOKEN);
    key.set_sensitive(true);
    let request = Request::get("https://acme.kinde.com/api/v1/organizations")
        .header(AUTHORIZATION, format!("Basic {SECRET}"))
        .header(AUTHORIZATION, format!("bearer {TOKEN}"))
        .header(AUTHORIZATION, TOKEN)
        .header(PROXY_AUTHORIZATION, format!("Basic {SECRET}"))
        .header(COOKIE, format!("session={SECRET}"))
        .header("x-api-key", key)
        .body("")
        .unwrap();
    assert_text(&to_curl(&request));
}
