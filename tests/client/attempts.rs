//! Which calls are made again, after how long, and what is told in the end.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use http::Response;
use kinde_api::organizations::{
    CreateOrganization, DeleteOrganization, GetOrganization, ReplaceOrganizationMfa, UpdateOrganization,
};
use kinde_api::{Client, Credentials, Endpoint, Error, Retry};

use crate::clock::TestClock;
use crate::script::{Answer, Broken, ORIGIN, Script, answer, answer_with, broken};

const HTML: &str = "<html>";

/// What a call came to, how often it was sent, and how long was waited.
fn outcome<E: Endpoint>(endpoint: &E, answers: Vec<Answer>) -> (Result<u16, String>, usize, Vec<u128>) {
    let (script, clock) = (Script::new(answers), TestClock::new());
    let result = script.client_with_token(&clock).send_full(endpoint);
    let result = result.map(|response| response.status().as_u16()).map_err(|error| {
        let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        format!("{error}: {source}; {} attempts, retryable: {}", error.attempts(), error.is_retryable())
    });
    assert!(script.is_at_its_end(), "every answer was asked for");
    (result, script.requests().len(), clock.waits())
}

#[test]
fn a_429_is_waited_out_by_every_method() {
    let limited = || answer_with(429, ("ratelimit-reset", "7"), "");
    let answers = || vec![limited(), limited(), limited(), answer(200, "{}")];
    let expected = (Ok(200), 4, vec![7000, 7000, 7000]);
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers()), expected);
    assert_eq!(outcome(&CreateOrganization::new("Acme"), answers()), expected);
    assert_eq!(outcome(&UpdateOrganization::new("org_1"), answers()), expected);
    assert_eq!(outcome(&DeleteOrganization::new("org_1"), answers()), expected);
}

#[test]
fn without_a_time_to_wait_each_wait_doubles() {
    let answers = vec![answer(429, ""), answer(429, HTML), answer(503, ""), broken(), answer(200, "{}")];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Ok(200), 5, vec![500, 1000, 2000, 4000]));
}

#[test]
fn what_can_be_done_twice_is_tried_again_after_an_answer_of_the_gateway() {
    for status in [502, 503, 504] {
        let answers = || vec![answer(status, HTML), answer(200, "{}")];
        assert_eq!(outcome(&GetOrganization::new("org_1"), answers()), (Ok(200), 2, vec![500]));
        assert_eq!(outcome(&ReplaceOrganizationMfa::new("org_1", ["mfa:sms"]), answers()), (Ok(200), 2, vec![500]));
        assert_eq!(outcome(&DeleteOrganization::new("org_1"), answers()), (Ok(200), 2, vec![500]));
    }
    let answers = vec![answer_with(503, ("retry-after", "3"), ""), answer(200, "{}")];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Ok(200), 2, vec![3000]));
}

#[test]
fn a_post_or_patch_whose_fate_is_unknown_is_not_sent_twice() {
    let refused = "createOrganization did not succeed: 503 Service Unavailable; 1 attempts, retryable: false";
    let answers = vec![answer_with(503, ("retry-after", "3"), HTML)];
    assert_eq!(outcome(&CreateOrganization::new("Acme"), answers), (Err(refused.to_owned()), 1, vec![]));
    let lost = "updateOrganization got no answer: the connection broke; 1 attempts, retryable: false";
    assert_eq!(outcome(&UpdateOrganization::new("org_1"), vec![broken()]), (Err(lost.to_owned()), 1, vec![]));
}

#[test]
fn what_is_no_passing_trouble_is_told_at_once() {
    for (status, text) in [
        (400, "400 Bad Request"),
        (401, "401 Unauthorized"),
        (404, "404 Not Found"),
        (500, "500 Internal Server Error"),
        (301, "301 Moved Permanently"),
    ] {
        let expected = format!("getOrganization did not succeed: {text}; 1 attempts, retryable: false");
        assert_eq!(outcome(&GetOrganization::new("org_1"), vec![answer(status, "")]), (Err(expected), 1, vec![]));
    }
    let answers = vec![Err(Broken { is_retryable: false })];
    let expected = "getOrganization got no answer: the connection broke; 1 attempts, retryable: false";
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Err(expected.to_owned()), 1, vec![]));
}

#[test]
fn when_it_gives_up_it_tells_the_last_answer_and_how_often_it_tried() {
    let last = answer_with(429, ("ratelimit-reset", "1"), r#"{"errors":[{"code":"TOO_MANY"}]}"#);
    let answers = vec![broken(), answer(502, HTML), answer(503, ""), answer(504, ""), last];
    let expected = "getOrganization did not succeed after 5 attempts: 429 Too Many Requests: TOO_MANY; 5 attempts, retryable: true";
    let waits = vec![500, 1000, 2000, 4000];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Err(expected.to_owned()), 5, waits));
}

#[test]
fn a_wait_that_is_too_long_is_not_begun() {
    let answers = vec![answer_with(429, ("ratelimit-reset", "3600"), "")];
    let expected = "getOrganization did not succeed: 429 Too Many Requests; 1 attempts, retryable: true";
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Err(expected.to_owned()), 1, vec![]));
    let limited = || answer_with(429, ("ratelimit-reset", "50"), "");
    let expected =
        "getOrganization did not succeed after 3 attempts: 429 Too Many Requests; 3 attempts, retryable: true";
    let answers = vec![limited(), limited(), limited()];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Err(expected.to_owned()), 3, vec![50_000, 50_000]));
}

#[test]
fn the_policy_can_be_set_and_turned_off() {
    let (script, clock) = (Script::new([answer(503, ""), answer(503, ""), answer(503, "")]), TestClock::new());
    let client = script.client_with_token(&clock);
    let mut twice = Retry::default();
    twice.max_attempts = 2;
    twice.initial_backoff = Duration::from_secs(9);
    let error = client.clone().with_retry(twice).send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!((error.attempts(), clock.waits()), (2, vec![9000]));
    let error = client.with_retry(Retry::none()).send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!((error.attempts(), clock.waits()), (1, vec![9000]));
}

#[test]
fn a_request_that_cant_be_built_is_not_sent() {
    let (script, clock) = (Script::new([]), TestClock::new());
    let error = script.client(&clock).send(&DeleteOrganization::new("..")).unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error:?}");
    assert_eq!((error.attempts(), script.sent()), (0, vec![]), "and no token is bought for it");
}

#[test]
fn the_status_and_the_headers_come_along_with_the_output() {
    let (script, clock) = (Script::new([answer_with(203, ("x-trace", "7"), r#"{"name":"Acme"}"#)]), TestClock::new());
    let response = script.client_with_token(&clock).send_full(&GetOrganization::new("org_1")).unwrap();
    assert_eq!((response.status().as_u16(), &response.headers()["x-trace"]), (203, &"7".parse().unwrap()));
    assert_eq!(response.into_body().name.as_deref(), Some("Acme"));
}

#[test]
fn a_transport_s_errors_are_passing_trouble_unless_it_says_otherwise() {
    let clock = TestClock::new();
    let answers = Mutex::new(VecDeque::from([broken(), answer(200, "{}")]));
    let transport = move |_: http::Request<Vec<u8>>| answers.lock().unwrap().pop_front().unwrap();
    let client = Client::new(transport, ORIGIN, Credentials::token("a-token")).unwrap().with_clock(clock.clone());
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(clock.waits(), [500]);
}

#[test]
fn a_client_can_be_shared_if_its_transport_can() {
    fn is_shared<T: Clone + Send + Sync + 'static>() {}
    is_shared::<Client<std::sync::Arc<Script>>>();
    is_shared::<Client<fn(http::Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Broken>>>();
}
