//! What every endpoint makes of an answer that is no success.

use std::time::Duration;

use http::Response;
use inventory::AnyEndpoint;
use kinde_api::ResponseError;

use crate::every_endpoint;
use crate::wire::{read_any, response};

const STATUSES: [u16; 18] = [100, 101, 300, 301, 302, 304, 399, 400, 401, 403, 404, 406, 409, 429, 500, 502, 599, 999];

/// The error, of which no part of the response may have got lost.
fn error(endpoint: &dyn AnyEndpoint, response: &Response<Vec<u8>>) -> ResponseError {
    let error = read_any(endpoint, response).expect_err("the status is no success");
    assert!(!error.is_decode());
    assert!(error.decode_error().is_none());
    assert_eq!(error.status(), response.status());
    assert_eq!(error.headers(), response.headers());
    assert_eq!(error.body(), response.body());
    assert_eq!(error.is_not_found(), response.status() == 404);
    assert_eq!(error.is_rate_limited(), response.status() == 429);
    error
}

fn details(error: &ResponseError) -> Vec<(Option<&str>, Option<&str>)> {
    error.errors().iter().map(|detail| (detail.code.as_deref(), detail.message.as_deref())).collect()
}

#[test]
fn every_status_but_2xx_is_an_error_that_keeps_the_response() {
    let bodies: [&[u8]; 10] = [
        b"",
        b"{}",
        b"null",
        b"<html><body><h1>502 Bad Gateway</h1></body></html>",
        b"\xef\xbb\xbf{}",
        b"{\"errors\":[{\"code\":\"SCOPE_M",
        b"\xff\xfe",
        b"{\"errors\":null,\"code\":null,\"message\":null,\"error\":null,\"error_description\":null}",
        b"{\"errors\":[{\"code\":null,\"message\":null}]}",
        b"[[[[",
    ];
    for endpoint in every_endpoint() {
        for status in STATUSES {
            for body in bodies {
                let error = error(&*endpoint, &response(status, body));
                assert_eq!(details(&error), [], "{}", body.escape_ascii());
                assert_eq!((error.code(), error.message()), (None, None));
            }
        }
    }
}

#[test]
fn codes_and_messages_are_found_in_every_shape() {
    let cases = [
        (
            r#"{"errors":[{"code":"SCOPE_MISSING","message":"Scope is missing"},{"code":"OTHER","message":"Other"}]}"#,
            vec![(Some("SCOPE_MISSING"), Some("Scope is missing")), (Some("OTHER"), Some("Other"))],
        ),
        (r#"{"errors":[{"code":"INVALID_ACCEPT_HEADER"}]}"#, vec![(Some("INVALID_ACCEPT_HEADER"), None)]),
        (r#"{"errors":[{"message":"Scope is missing"}]}"#, vec![(None, Some("Scope is missing"))]),
        (
            r#"{"errors":[{"code":"EMAIL_TOO_LONG","message":"Too long","field":"email"}],"request_id":17}"#,
            vec![(Some("EMAIL_TOO_LONG"), Some("Too long"))],
        ),
        (
            r#"{"errors":{"code":"ROUTE_NOT_FOUND","message":"No such route"}}"#,
            vec![(Some("ROUTE_NOT_FOUND"), Some("No such route"))],
        ),
        (
            r#"{"code":"USER_NOT_IN_ORGANIZATION","message":"No member"}"#,
            vec![(Some("USER_NOT_IN_ORGANIZATION"), Some("No member"))],
        ),
        (
            r#"{"error":"invalid_token","error_description":"The token has expired"}"#,
            vec![(Some("invalid_token"), Some("The token has expired"))],
        ),
        (r#"{"error":"unauthorized"}"#, vec![(Some("unauthorized"), None)]),
    ];
    for endpoint in every_endpoint() {
        for status in STATUSES {
            for (body, expected) in &cases {
                let error = error(&*endpoint, &response(status, body));
                assert_eq!(details(&error), *expected, "{body}");
            }
        }
    }
}

#[test]
fn an_error_says_its_status_code_and_message_once() {
    for endpoint in every_endpoint() {
        let shown = |status, body: &str| error(&*endpoint, &response(status, body)).to_string();
        assert_eq!(shown(403, r#"{"errors":[{"code":"A","message":"b"}]}"#), "403 Forbidden: A: b");
        assert_eq!(shown(404, r#"{"errors":{"code":"A"}}"#), "404 Not Found: A");
        assert_eq!(shown(502, "<html>"), "502 Bad Gateway");
        assert_eq!(shown(599, ""), "599");
    }
}

#[test]
fn the_time_to_wait_is_told() {
    for endpoint in every_endpoint() {
        let response = Response::builder()
            .status(429)
            .header("RateLimit-Reset", "30")
            .header("Retry-After", "17")
            .body(Vec::new())
            .unwrap();
        let error = error(&*endpoint, &response);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    }
}

#[test]
fn nesting_without_end_is_no_panic() {
    let nested = ["[".repeat(10_000), "]".repeat(10_000)].concat();
    let objects = [r#"{"errors":"#.repeat(10_000), "1".to_owned(), "}".repeat(10_000)].concat();
    for endpoint in every_endpoint() {
        for body in [
            nested.clone(),
            "[".repeat(10_000),
            objects.clone(),
            format!(r#"{{"errors":{nested}}}"#),
            format!(r#"{{"errors":[{{"code":{nested}}}]}}"#),
        ] {
            assert_eq!(details(&error(&*endpoint, &response(500, body))), []);
        }
        let error = error(&*endpoint, &response(500, format!(r#"{{"other":{nested},"code":"A"}}"#)));
        assert_eq!(error.code(), Some("A"));
    }
}

#[test]
fn an_error_goes_back_into_its_response() {
    for endpoint in every_endpoint() {
        let response = response(418, "a teapot");
        let again = error(&*endpoint, &response).into_response();
        assert_eq!(again.status(), response.status());
        assert_eq!(again.headers(), response.headers());
        assert_eq!(again.body(), response.body());
    }
}
