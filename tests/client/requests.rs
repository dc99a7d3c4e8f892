//! Requests that the caller looks at or changes.

use http::HeaderValue;
use kinde_api::organizations::GetOrganization;
use kinde_api::{Api, Endpoint, Retry, to_curl};

use crate::clock::TestClock;
use crate::script::{Script, answer, answer_with, token};

fn sent_headers(script: &Script, name: &str) -> Vec<String> {
    let value = |request: &http::Request<Vec<u8>>| request.headers()[name].to_str().unwrap().to_owned();
    script.requests().iter().filter(|request| request.headers().contains_key(name)).map(value).collect()
}

#[test]
fn a_request_can_be_made_without_fetching_a_token() {
    let (script, clock) = (Script::new([]), TestClock::new());
    for client in [script.client(&clock), script.client_with_token(&clock)] {
        let api = Api::new(client.origin(), "not-sent").unwrap();
        let request = GetOrganization::new("org_1").request(&api).unwrap();
        assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/organization?code=org_1");
    }
    assert_eq!(script.sent().len(), 0);
}

#[test]
fn a_request_can_be_looked_at() {
    let (script, clock) = (Script::new([token("a", 3600)]), TestClock::new());
    let request = script.client(&clock).request(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/organization?code=org_1");
    assert_eq!(request.headers()["authorization"], "Bearer a");
    assert!(!to_curl(&request).contains("Bearer a"));
    assert_eq!(script.sent(), ["token 1 -"]);
}

#[test]
fn a_changed_request_goes_with_the_token_that_is_good_when_it_is_sent() {
    let answers = [token("a", 100), token("b", 100), answer(401, ""), token("c", 100), answer(200, "{}")];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    let endpoint = GetOrganization::new("org_1");
    let mut request = client.request(&endpoint).unwrap();
    request.headers_mut().insert("x-trace", HeaderValue::from_static("7"));
    clock.advance(101);
    assert_eq!(client.send_request(&endpoint, request).unwrap().status(), 200);
    assert_eq!(script.sent(), ["token 1 -", "token 1 -", "getOrganization 1 b", "token 1 -", "getOrganization 2 c"]);
    assert_eq!(sent_headers(&script, "x-trace"), ["7", "7"]);
}

#[test]
fn a_request_with_a_token_of_the_caller_s_own_is_sent_as_it_is() {
    let (script, clock) = (Script::new([token("a", 100), answer(401, "")]), TestClock::new());
    let client = script.client(&clock);
    let endpoint = GetOrganization::new("org_1");
    let mut request = client.request(&endpoint).unwrap();
    request.headers_mut().insert("authorization", HeaderValue::from_static("Bearer own"));
    let error = client.send_request(&endpoint, request).unwrap_err();
    assert_eq!(error.response().unwrap().status(), 401);
    assert_eq!(script.sent(), ["token 1 -", "getOrganization 1 own"]);
}

#[test]
fn a_request_of_another_client_does_not_take_the_token_of_this_one_along() {
    let answers = [token("a", 100), answer(401, ""), token("b", 100), answer(200, "{}")];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let (of_one_business, of_another) = (script.client(&clock), script.client(&clock));
    let endpoint = GetOrganization::new("org_1");
    let request = of_one_business.request(&endpoint).unwrap();
    let error = of_another.send_request(&endpoint, request.clone()).unwrap_err();
    assert_eq!((error.attempts(), error.response().unwrap().status().as_u16()), (1, 401));
    assert_eq!(script.sent(), ["token 1 -", "getOrganization 1 a"]);

    clock.advance(101);
    of_one_business.clone().send_request(&endpoint, request).unwrap();
    assert_eq!(script.sent()[2..], ["token 1 -", "getOrganization 1 b"]);
}

#[test]
fn a_request_of_another_client_keeps_its_fixed_token() {
    let (script, clock) = (Script::new([answer(200, "{}"), answer(200, "{}")]), TestClock::new());
    let (fixed, exchanged) = (script.client_with_token(&clock), script.client(&clock));
    let endpoint = GetOrganization::new("org_1");
    let request = fixed.request(&endpoint).unwrap();
    exchanged.send_request(&endpoint, request.clone()).unwrap();
    fixed.clone().send_request(&endpoint, request).unwrap();
    assert_eq!(script.sent(), ["getOrganization 1 fixed", "getOrganization 1 fixed"]);
}

#[test]
fn a_request_that_was_made_elsewhere_needs_no_token() {
    let (script, clock) = (Script::new([answer(503, ""), answer(200, "{}")]), TestClock::new());
    let request = http::Request::get("https://acme.kinde.com/api/v1/organization").body(Vec::new()).unwrap();
    let response = script.client(&clock).send_request(&GetOrganization::default(), request).unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(script.sent(), ["getOrganization 1 -", "getOrganization 2 -"]);
}

#[test]
fn the_method_that_is_sent_tells_whether_to_try_again() {
    let (script, clock) = (Script::new([answer(503, "")]), TestClock::new());
    let request = http::Request::post("https://acme.kinde.com/api/v1/organization").body(Vec::new()).unwrap();
    let error = script.client(&clock).send_request(&GetOrganization::default(), request).unwrap_err();
    assert_eq!((error.attempts(), error.is_retryable()), (1, false));
}

#[test]
fn a_request_to_look_at_waits_for_no_rate_limit() {
    let limited = answer_with(429, ("ratelimit-reset", "30"), "");
    let (script, clock) = (Script::new([limited]), TestClock::new());
    let client = script.client_with_token(&clock).with_retry(Retry::none());
    let endpoint = GetOrganization::new("org_1");
    client.send(&endpoint).unwrap_err();
    assert_eq!(client.request(&endpoint).unwrap().headers()["authorization"], "Bearer fixed");
    assert_eq!(clock.waits(), []);
}

#[test]
fn debug_of_a_repeatable_call_holds_none_of_its_inputs() {
    let (script, clock) = (Script::new([]), TestClock::new());
    let (client, endpoint) = (script.client(&clock), GetOrganization::new("org_1"));
    assert_eq!(format!("{:?}", client.repeatable(&endpoint)), "Repeatable { .. }");
}
