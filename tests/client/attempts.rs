//! Which calls are made again, after how long, and what is told in the end.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::Response;
use kinde_api::organizations::{
    CreateOrganization, DeleteOrganization, GetOrganization, RemoveOrganizationUser, ReplaceOrganizationMfa,
    UpdateOrganization,
};
use kinde_api::{Client, Clock, Credentials, Endpoint, Error, Retry};

use crate::clock::TestClock;
use crate::script::{Answer, Broken, ORIGIN, Script, answer, answer_with, broken, hopeless, not_sent, token};

const HTML: &str = "<html>";

/// What a call came to, how often it was sent, and how long was waited, where every answer was asked for.
fn outcome<E: Endpoint>(endpoint: &E, answers: Vec<Answer>) -> (Result<u16, String>, usize, Vec<u128>) {
    let number = answers.len();
    let outcome = outcome_of(endpoint, answers, Retry::default());
    assert_eq!(outcome.1, number, "every answer was asked for");
    outcome
}

fn outcome_of<E: Endpoint>(
    endpoint: &E,
    answers: Vec<Answer>,
    retry: Retry,
) -> (Result<u16, String>, usize, Vec<u128>) {
    let (script, clock) = (Script::new(answers), TestClock::new());
    let result = script.client_with_token(&clock).with_retry(retry).send_full(endpoint);
    let result = result.map(|response| response.status().as_u16()).map_err(|error| {
        let may_be_done = if error.may_be_done() { ", may be done" } else { "" };
        format!("{error}; {} attempts, retryable: {}{may_be_done}", error.attempts(), error.is_retryable())
    });
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
fn what_can_be_done_twice_is_tried_again_after_an_answer_that_tells_of_passing_trouble() {
    for status in [500, 502, 503, 504] {
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
    let refused =
        "createOrganization did not succeed: 503 Service Unavailable; 1 attempts, retryable: false, may be done";
    let answers = vec![answer_with(503, ("retry-after", "3"), HTML)];
    assert_eq!(outcome(&CreateOrganization::new("Acme"), answers), (Err(refused.to_owned()), 1, vec![]));
    let lost = "updateOrganization got no answer from acme.kinde.com: the connection broke; 1 attempts, retryable: false, \
                may be done";
    assert_eq!(outcome(&UpdateOrganization::new("org_1"), vec![broken()]), (Err(lost.to_owned()), 1, vec![]));
}

#[test]
fn what_is_no_passing_trouble_is_told_at_once() {
    for (status, text) in [
        (400, "400 Bad Request"),
        (401, "401 Unauthorized"),
        (404, "404 Not Found"),
        (501, "501 Not Implemented"),
        (301, "301 Moved Permanently"),
    ] {
        let expected = format!("getOrganization did not succeed: {text}; 1 attempts, retryable: false");
        assert_eq!(outcome(&GetOrganization::new("org_1"), vec![answer(status, "")]), (Err(expected), 1, vec![]));
    }
    let answers = vec![hopeless()];
    let expected =
        "getOrganization got no answer from acme.kinde.com: the connection broke; 1 attempts, retryable: false";
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Err(expected.to_owned()), 1, vec![]));
}

#[test]
fn when_it_gives_up_it_tells_the_last_answer_and_how_often_it_tried() {
    let last = answer_with(504, ("x-request-id", "r-17"), r#"{"errors":[{"code":"SLOW"}]}"#);
    let answers = vec![broken(), answer(502, HTML), answer(503, ""), answer(500, ""), last];
    let expected =
        "getOrganization did not succeed after 5 attempts: 504 Gateway Timeout: SLOW; 5 attempts, retryable: true";
    let waits = vec![500, 1000, 2000, 4000];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Err(expected.to_owned()), 5, waits));
}

#[test]
fn a_429_costs_patience_and_not_attempts() {
    let limited = || answer_with(429, ("ratelimit-reset", "1"), "");
    let answers = (0..20).map(|_| limited()).chain([answer(200, "{}")]).collect();
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Ok(200), 21, vec![1000; 20]));
    // It is no failure, but doubles the backoff of the one that follows.
    let answers = vec![answer(503, ""), limited(), limited(), answer(503, ""), answer(200, "{}")];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers), (Ok(200), 5, vec![500, 1000, 1000, 4000]));
    let answers = (0..12).map(|_| answer(429, "")).collect();
    let (result, sent, waits) = outcome_of(&GetOrganization::new("org_1"), answers, Retry::default());
    assert_eq!(waits, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    assert_eq!(
        (result, sent),
        (
            Err("getOrganization did not succeed after 9 attempts: 429 Too Many Requests; 9 attempts, retryable: true"
                .to_owned()),
            9
        ),
        "91.5 of 120 seconds are used up, and 30 are too many"
    );
}

#[test]
fn what_certainly_was_not_sent_is_tried_again_whatever_the_method() {
    let answers = || vec![not_sent(), not_sent(), answer(200, "{}")];
    let expected = (Ok(200), 3, vec![500, 1000]);
    assert_eq!(outcome(&CreateOrganization::new("Acme"), answers()), expected);
    assert_eq!(outcome(&UpdateOrganization::new("org_1"), answers()), expected);
    assert_eq!(outcome(&DeleteOrganization::new("org_1"), answers()), expected);
    let answers = (0..5).map(|_| not_sent()).collect();
    let expected = "createOrganization got no answer from acme.kinde.com after 5 attempts: the connection broke; \
                    5 attempts, retryable: true";
    let waits = vec![500, 1000, 2000, 4000];
    assert_eq!(outcome(&CreateOrganization::new("Acme"), answers), (Err(expected.to_owned()), 5, waits));
}

#[test]
fn a_transport_is_asked_whether_it_was_sent_only_where_the_error_may_pass() {
    let answers = vec![Err(Broken { is_retryable: false, was_not_sent: true })];
    assert_eq!(outcome(&GetOrganization::new("org_1"), answers).1, 1);
}

#[test]
fn a_call_that_may_be_repeated_is_tried_again_like_a_get() {
    let renamed = UpdateOrganization::new("org_1").name("Acme");
    let answers = [broken(), answer(502, HTML), answer(200, "{}"), answer_with(203, ("x-trace", "7"), "{}")];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client_with_token(&clock);
    client.repeatable(&renamed).send().unwrap();
    assert_eq!((script.requests().len(), clock.waits()), (3, vec![500, 1000]));
    assert_eq!(client.repeatable(&renamed).send_full().unwrap().headers()["x-trace"], "7");
}

#[test]
fn an_error_tells_whether_an_attempt_may_have_been_carried_out() {
    let gone = || answer(404, "");
    let lost = "deleteOrganization did not succeed after 2 attempts: 404 Not Found; an earlier attempt may have been \
                carried out; 2 attempts, retryable: false, may be done";
    for first in [broken(), answer(502, "")] {
        assert_eq!(outcome(&DeleteOrganization::new("org_1"), vec![first, gone()]).0, Err(lost.to_owned()));
    }
    // Kinde says of a member who is gone, with 400, that there is none.
    let gone_member = answer(400, r#"{"errors":[{"code":"USER_NOT_IN_ORGANIZATION","message":"Not a member"}]}"#);
    let lost = "RemoveOrganizationUser did not succeed after 2 attempts: 400 Bad Request: USER_NOT_IN_ORGANIZATION: Not a \
                member; an earlier attempt may have been carried out; 2 attempts, retryable: false, may be done";
    let removal = RemoveOrganizationUser::new("org_1", "kp_1");
    assert_eq!(outcome(&removal, vec![broken(), gone_member]).0, Err(lost.to_owned()));
    for first in [not_sent(), answer_with(429, ("retry-after", "1"), "")] {
        let told = outcome(&DeleteOrganization::new("org_1"), vec![first, gone()]).0.unwrap_err();
        assert_eq!(
            told,
            "deleteOrganization did not succeed after 2 attempts: 404 Not Found; 2 attempts, retryable: false"
        );
    }
    // What only reads has nothing to carry out.
    let told = outcome(&GetOrganization::new("org_1"), vec![broken(), gone()]).0.unwrap_err();
    assert_eq!(told, "getOrganization did not succeed after 2 attempts: 404 Not Found; 2 attempts, retryable: false");
    // An answer that can't be read undoes nothing.
    let told = outcome(&CreateOrganization::new("Acme"), vec![answer(201, "[")]).0.unwrap_err();
    assert_eq!(
        told,
        "createOrganization did not succeed: 201 Created: the body is not what was expected; 1 attempts, \
         retryable: false, may be done"
    );
    assert!(!outcome(&CreateOrganization::new("Acme"), vec![answer(400, "")]).0.unwrap_err().contains("may be done"));
}

#[test]
fn a_whole_call_has_a_limit() {
    // Each attempt takes a minute: none begins after five.
    let clock = TestClock::new();
    let (sent, slow) = (Arc::new(Mutex::new(0)), clock.clone());
    let count = sent.clone();
    let transport = move |_: http::Request<Vec<u8>>| {
        *count.lock().unwrap() += 1;
        slow.advance(60);
        broken()
    };
    let client = Client::new(transport, ORIGIN, Credentials::token("a-token")).unwrap().with_clock(clock.clone());
    let client = client.with_retry(Retry::default().max_attempts(100).max_total_wait(Duration::MAX));
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    let expected = "getOrganization got no answer from acme.kinde.com after 5 attempts: the connection broke";
    assert_eq!((error.to_string().as_str(), error.is_retryable()), (expected, true));
    assert_eq!((*sent.lock().unwrap(), clock.now()), (5, Duration::from_millis(307_500)));

    let client = client.with_retry(Retry::default().max_elapsed(Duration::from_secs(59)));
    assert_eq!(client.send(&GetOrganization::new("org_1")).unwrap_err().attempts(), 1);
}

#[test]
fn the_limit_holds_for_the_token_too() {
    let clock = TestClock::new();
    let slow = clock.clone();
    let transport = move |request: http::Request<Vec<u8>>| {
        assert_eq!(request.uri().path(), "/oauth2/token");
        slow.advance(301);
        token("a", 3600)
    };
    let client = Client::new(transport, ORIGIN, Credentials::client("id", "secret")).unwrap().with_clock(clock.clone());
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert!(matches!(error, Error::GaveUp { attempts: 0, .. }), "{error:?}");
    assert_eq!(error.to_string(), "getOrganization was given up: the time for the whole call is used up");
    assert!(error.is_retryable());
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
    let twice = Retry::default().max_attempts(2).initial_backoff(Duration::from_secs(9));
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
    assert_eq!((error.attempts(), script.sent()), (0, vec![]), "and no token is fetched for it");
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
