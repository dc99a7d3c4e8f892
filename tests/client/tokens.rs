//! When a token is fetched, kept, renewed and given up.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use http::{Request, Response};
use kinde_api::organizations::{CreateOrganization, GetOrganization, GetOrganizationUsers};
use kinde_api::{Client, Credentials, Error, Retry};

use crate::clock::TestClock;
use crate::script::{Answer, ORIGIN, Script, answer, answer_with, broken, hopeless, token};

fn ok() -> Answer {
    answer(200, "{}")
}

#[test]
fn one_token_serves_all_clones() {
    let (script, clock) = (Script::new([token("a", 3600), ok(), ok(), ok()]), TestClock::new());
    let client = script.client(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    client.clone().send(&GetOrganization::new("org_1")).unwrap();
    client.with_retry(Retry::none()).send(&CreateOrganization::new("Acme")).unwrap();
    assert_eq!(script.sent(), ["token 1 -", "getOrganization 1 a", "getOrganization 1 a", "createOrganization 1 a"]);
}

#[test]
fn a_token_that_expires_between_two_pages_is_no_trouble() {
    let page = |next: &str| answer(200, &format!(r#"{{"organization_users":[{{"id":"a"}}],"next_token":{next}}}"#));
    let (script, clock) =
        (Script::new([token("a", 100), page(r#""b""#), token("b", 100), page("null")]), TestClock::new());
    let mut items = script.client(&clock).items(GetOrganizationUsers::new("org_1"));
    items.next().unwrap().unwrap();
    clock.advance(1000);
    items.next().unwrap().unwrap();
    assert!(items.next().is_none());
    let expected = ["token 1 -", "GetOrganizationUsers 1 a", "token 1 -", "GetOrganizationUsers 1 b"];
    assert_eq!(script.sent(), expected);
}

#[test]
fn it_may_expire_while_a_call_waits() {
    let limited = answer_with(429, ("ratelimit-reset", "100"), "");
    let (script, clock) = (Script::new([token("a", 60), limited, token("b", 60), ok()]), TestClock::new());
    script.client(&clock).send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent(), ["token 1 -", "getOrganization 1 a", "token 1 -", "getOrganization 2 b"]);
}

#[test]
fn a_401_is_answered_with_one_renewal_whatever_the_method_and_policy() {
    let answers = [token("a", 3600), answer(401, ""), token("b", 3600), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock).with_retry(Retry::none());
    client.send(&CreateOrganization::new("Acme")).unwrap();
    assert_eq!(script.sent(), ["token 1 -", "createOrganization 1 a", "token 1 -", "createOrganization 2 b"]);
}

#[test]
fn a_401_that_stays_is_told() {
    let answers = [token("a", 3600), answer(401, ""), token("b", 3600), answer(401, ""), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!((error.attempts(), error.response().unwrap().status().as_u16()), (2, 401));
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent().last().unwrap(), "getOrganization 1 a", "the new one was not accepted");
}

#[test]
fn a_fixed_token_is_not_renewed() {
    let (script, clock) = (Script::new([answer(401, "")]), TestClock::new());
    let error = script.client_with_token(&clock).send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[test]
fn a_renewal_after_a_401_that_fails_tells_that_the_call_was_sent() {
    let refused = answer(401, r#"{"error":"invalid_client"}"#);
    let (script, clock) = (Script::new([token("a", 3600), answer(401, ""), refused]), TestClock::new());
    let error = script.client(&clock).send(&GetOrganization::new("org_1")).unwrap_err();
    let Error::Token(token_error) = &error else { panic!("{error:?}") };
    assert_eq!((token_error.code(), error.attempts()), (Some("invalid_client"), 1));
}

#[test]
fn the_token_request_is_retried_like_a_get() {
    let limited = answer_with(429, ("ratelimit-reset", "9"), "");
    let answers = [limited, broken(), answer(503, "<html>"), token("a", 3600), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    script.client(&clock).send(&CreateOrganization::new("Acme")).unwrap();
    assert_eq!(script.sent(), ["token 1 -", "token 2 -", "token 3 -", "token 4 -", "createOrganization 1 a"]);
    assert_eq!(clock.waits(), [9000, 1000, 2000]);
}

#[test]
fn a_token_that_cant_be_had_is_told_and_the_next_call_tries_anew() {
    let (script, clock) = (Script::new([hopeless(), token("a", 60), ok()]), TestClock::new());
    let client = script.client(&clock);
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "getOrganization has no token: the token endpoint acme.kinde.com gave no answer: the connection broke"
    );
    assert_eq!((error.attempts(), error.is_retryable()), (0, false));
    client.send(&GetOrganization::new("org_1")).unwrap();
}

#[test]
fn a_token_of_no_lifetime_is_for_one_call() {
    let (script, clock) = (Script::new([token("a", 0), ok(), token("b", 0), ok()]), TestClock::new());
    let client = script.client(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent(), ["token 1 -", "getOrganization 1 a", "token 1 -", "getOrganization 1 b"]);
}

#[test]
fn a_token_of_no_lifetime_is_good_for_all_attempts_of_its_call() {
    let answers = [token("a", 0), answer(503, ""), answer(401, ""), token("b", 0), answer(503, ""), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    script.client(&clock).send(&GetOrganization::new("org_1")).unwrap();
    let expected = [
        "token 1 -",
        "getOrganization 1 a",
        "getOrganization 2 a",
        "token 1 -",
        "getOrganization 3 b",
        "getOrganization 4 b",
    ];
    assert_eq!(script.sent(), expected);
}

#[test]
fn another_clock_means_another_token() {
    let (script, clock) = (Script::new([token("a", 60), ok(), token("b", 60), ok()]), TestClock::new());
    let client = script.client(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    client.with_clock(TestClock::new()).send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent().last().unwrap(), "getOrganization 1 b");
}

/// Answers whatever comes, and counts the tokens that it gave out. Each token is refused once it was `stale`.
fn counting(tokens: &Arc<AtomicU32>) -> impl Fn(Request<Vec<u8>>) -> Answer + Send + Sync + use<> {
    let tokens = tokens.clone();
    move |request| {
        if request.uri().path() == "/oauth2/token" {
            return token(&format!("t{}", tokens.fetch_add(1, Ordering::SeqCst)), 3600);
        }
        if request.headers()["authorization"] == "Bearer t0" {
            return answer(401, "");
        }
        Ok(Response::new(b"{}".to_vec()))
    }
}

#[test]
fn threads_that_start_at_once_fetch_one_token_and_renew_it_once() {
    let tokens = Arc::new(AtomicU32::new(0));
    let client = Client::new(counting(&tokens), ORIGIN, Credentials::client("id", "secret")).unwrap();
    let start = Barrier::new(32);
    thread::scope(|scope| {
        for _ in 0..32 {
            scope.spawn(|| {
                start.wait();
                client.send(&GetOrganization::new("org_1")).unwrap();
            });
        }
    });
    assert_eq!(tokens.load(Ordering::SeqCst), 2, "the first was refused to all of them");
}

#[test]
fn it_has_expired_at_the_end_of_its_lifetime() {
    let answers = [token("a", 100), ok(), token("b", 100), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    clock.advance(100);
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent(), ["token 1 -", "getOrganization 1 a", "token 1 -", "getOrganization 1 b"]);
}

#[test]
fn where_there_is_no_token_any_more_it_is_told_what_an_attempt_before_may_have_done() {
    let refused = answer(401, r#"{"error":"invalid_client"}"#);
    let answers = [token("a", 3600), answer(503, ""), answer(401, ""), refused];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let error = script.client(&clock).repeatable(&CreateOrganization::new("Acme")).send().unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error:?}");
    assert_eq!((error.attempts(), error.may_be_done()), (2, true));
}
