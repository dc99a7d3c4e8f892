//! What a program is told of its calls while they are under way.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kinde_api::organizations::{CreateOrganization, GetOrganization};
use kinde_api::{Client, Event, Retry};

use crate::clock::TestClock;
use crate::script::{Script, answer, answer_with, broken, token};

type Seen = Arc<Mutex<Vec<String>>>;

fn observed(script: &Arc<Script>, clock: &Arc<TestClock>) -> (Client<Arc<Script>>, Seen) {
    let seen = Seen::default();
    let lines = seen.clone();
    let client = script.client(clock).with_observer(move |event| lines.lock().unwrap().push(format!("{event:?}")));
    (client, seen)
}

fn taken(seen: &Seen) -> Vec<String> {
    std::mem::take(&mut seen.lock().unwrap())
}

#[test]
fn every_request_answer_failure_and_wait_is_told() {
    let limited = answer_with(429, ("retry-after", "45"), r#"{"errors":[{"message":"a secret"}]}"#);
    let answers = [token("s3cret", 3600), limited, broken(), answer(200, r#"{"name":"Acme"}"#)];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let (client, seen) = observed(&script, &clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(
        taken(&seen),
        [
            r#"Sending { operation_id: "token", attempt: 1, host: "acme.kinde.com" }"#,
            r#"Answered { operation_id: "token", attempt: 1, status: 200, took: 0ns }"#,
            "TokenFetched { expires_in: Some(3600s), is_renewal: false, took: 0ns }",
            r#"Sending { operation_id: "getOrganization", attempt: 1, host: "acme.kinde.com" }"#,
            r#"Answered { operation_id: "getOrganization", attempt: 1, status: 429, took: 0ns }"#,
            r#"Waiting { operation_id: "getOrganization", wait: 45s, reason: RateLimit }"#,
            r#"Sending { operation_id: "getOrganization", attempt: 2, host: "acme.kinde.com" }"#,
            "Failed { operation_id: \"getOrganization\", attempt: 2, failure: Passing, \
             error: Some(Broken { is_retryable: true, was_not_sent: false }), took: 0ns }",
            r#"Waiting { operation_id: "getOrganization", wait: 1s, reason: Backoff }"#,
            r#"Sending { operation_id: "getOrganization", attempt: 3, host: "acme.kinde.com" }"#,
            r#"Answered { operation_id: "getOrganization", attempt: 3, status: 200, took: 0ns }"#,
        ]
    );
}

#[test]
fn giving_up_is_told_and_a_plain_refusal_is_not() {
    let (script, clock) =
        (Script::new([token("a", 3600), answer(503, ""), answer(400, ""), answer(503, "")]), TestClock::new());
    let (client, seen) = observed(&script, &clock);
    let client = client.with_retry(Retry::none());
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(taken(&seen).last().unwrap(), r#"GaveUp { operation_id: "getOrganization", attempts: 1 }"#);
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    client.send(&CreateOrganization::new("Acme")).unwrap_err();
    assert!(!taken(&seen).iter().any(|line| line.starts_with("GaveUp")), "nothing else was to be done");
}

#[test]
fn a_renewal_is_told_with_the_time_that_it_took() {
    let clock = TestClock::new();
    let slow = clock.clone();
    let transport = move |request: http::Request<Vec<u8>>| {
        slow.advance(3);
        if request.uri().path() == "/oauth2/token" { token("a", 600) } else { answer(200, "{}") }
    };
    let credentials = kinde_api::Credentials::client("id", "secret");
    let seen = Arc::new(Mutex::new(vec![]));
    let fetched = seen.clone();
    let client = Client::new(transport, crate::script::ORIGIN, credentials).unwrap().with_clock(clock.clone());
    let client = client.with_observer(move |event| match event {
        Event::TokenFetched { expires_in, is_renewal, took, .. } => {
            fetched.lock().unwrap().push((*expires_in, *is_renewal, *took));
        }
        Event::Answered { took, .. } => assert_eq!(took.as_secs(), 3),
        _ => {}
    });
    client.send(&GetOrganization::new("org_1")).unwrap();
    clock.advance(540);
    client.send(&GetOrganization::new("org_1")).unwrap();
    let (life, took) = (Some(Duration::from_secs(600)), Duration::from_secs(3));
    assert_eq!(*seen.lock().unwrap(), [(life, false, took), (life, true, took)]);
}

#[test]
fn a_wait_for_the_token_endpoint_is_told_with_its_reason() {
    let limited = answer_with(429, ("retry-after", "45"), "");
    let (script, clock) =
        (Script::new([limited, answer(503, ""), token("a", 3600), answer(200, "{}")]), TestClock::new());
    let (client, seen) = observed(&script, &clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    let waits: Vec<_> = taken(&seen).into_iter().filter(|line| line.starts_with("Waiting")).collect();
    assert_eq!(
        waits,
        [
            r#"Waiting { operation_id: "getOrganization", wait: 45s, reason: RateLimit }"#,
            r#"Waiting { operation_id: "getOrganization", wait: 1s, reason: Backoff }"#,
        ]
    );
}
