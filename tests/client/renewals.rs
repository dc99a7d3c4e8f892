//! How few tokens are fetched, and that no call suffers from it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use http::Request;
use kinde_api::organizations::{CreateOrganization, DeleteOrganization, GetOrganization};
use kinde_api::{Client, Clock, Credentials, Event, Retry, Session, Step, Transport, WaitReason};

use crate::clock::TestClock;
use crate::script::{Answer, Broken, ORIGIN, Script, answer, answer_with, broken, hopeless, token};

fn ok() -> Answer {
    answer(200, "{}")
}

fn is_for_token(request: &Request<Vec<u8>>) -> bool {
    request.uri().path() == "/oauth2/token"
}

#[test]
fn it_is_renewed_five_minutes_or_a_tenth_of_its_life_ahead_after_the_answer_to_one_call() {
    for (lifetime, last_second) in [(86_400, 86_099), (3600, 3299), (600, 539), (300, 269), (10, 8)] {
        let answers = [token("a", lifetime), ok(), ok(), ok(), token("b", 3600), ok()];
        let (script, clock) = (Script::new(answers), TestClock::new());
        let client = script.client(&clock);
        for seconds in [last_second, 1, 0, 0] {
            client.send(&GetOrganization::new("org_1")).unwrap();
            clock.advance(seconds);
        }
        let expected = [
            "token 1 -",
            "getOrganization 1 a",
            "getOrganization 1 a",
            "getOrganization 1 a",
            "token 1 -",
            "getOrganization 1 b",
        ];
        assert_eq!(script.sent(), expected, "{lifetime}");
    }
}

#[test]
fn a_call_that_begins_with_a_living_token_is_sent_with_it_although_the_token_endpoint_hangs() {
    let clock = TestClock::new();
    let (slow, tokens) = (clock.clone(), AtomicU32::new(0));
    let transport = move |request: Request<Vec<u8>>| {
        if !is_for_token(&request) {
            assert_eq!(request.headers()["authorization"], "Bearer a");
            return ok();
        }
        if tokens.fetch_add(1, Ordering::SeqCst) == 0 {
            return token("a", 3600);
        }
        slow.advance(60);
        broken()
    };
    let client = Client::new(transport, ORIGIN, Credentials::client("id", "secret")).unwrap().with_clock(clock.clone());
    client.send(&GetOrganization::new("org_1")).unwrap();
    clock.advance(3540);
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(clock.now().as_secs(), 3600, "after the answer there was one try, of a minute");
}

#[test]
fn a_renewal_that_fails_fails_no_call_and_is_tried_again_after_ten_seconds() {
    let refused = || answer(401, r#"{"error":"invalid_client"}"#);
    let answers = [
        token("a", 600),
        ok(),
        ok(),
        answer(503, ""),
        ok(),
        ok(),
        broken(),
        ok(),
        refused(),
        ok(),
        token("b", 600),
        ok(),
    ];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    for seconds in [540, 9, 1, 10, 10, 0] {
        client.send(&GetOrganization::new("org_1")).unwrap();
        clock.advance(seconds);
    }
    let expected = [
        "token 1 -",
        "getOrganization 1 a",
        "getOrganization 1 a",
        "token 1 -",
        "getOrganization 1 a",
        "getOrganization 1 a",
        "token 1 -",
        "getOrganization 1 a",
        "token 1 -",
        "getOrganization 1 a",
        "token 1 -",
    ];
    assert_eq!(script.sent(), expected);
    assert_eq!(clock.waits(), [], "nobody waited for it");
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent().last().unwrap(), "getOrganization 1 b");
}

#[test]
fn a_429_of_the_token_endpoint_pauses_fetches_and_not_calls() {
    let limited = answer_with(429, ("retry-after", "120"), "");
    let answers = [token("a", 600), ok(), ok(), limited, ok(), ok(), token("b", 600)];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    let mut sent = Vec::new();
    for seconds in [550, 20, 29, 0] {
        client.send(&GetOrganization::new("org_1")).unwrap();
        clock.advance(seconds);
        sent.push(script.sent().len());
    }
    assert_eq!((sent, clock.waits()), (vec![2, 4, 5, 6], vec![]));

    // The token is dead at 600, and the pause is over at 670: who needs one waits, or is told how long it would take.
    clock.advance(11);
    let error = client.with_retry(Retry::none()).send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!((error.retry_after().unwrap().as_secs(), error.is_retryable(), error.attempts()), (60, true, 0));
    assert_eq!(error.to_string(), "getOrganization was given up: it would have to wait 60s to be sent");
}

#[test]
fn a_refusal_of_the_token_endpoint_stands_for_ten_seconds() {
    let refused = || answer(403, r#"{"error":"invalid_scope","error_description":"not enabled"}"#);
    let (script, clock) = (Script::new([refused(), refused(), token("a", 60), ok()]), TestClock::new());
    let client = script.client(&clock);
    for _ in 0..320 {
        let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "getOrganization has no token: the token endpoint answered 403 Forbidden: invalid_scope: not enabled"
        );
        assert_eq!((error.attempts(), error.is_retryable()), (0, false));
    }
    assert_eq!(script.token_requests(), 1);
    clock.advance(10);
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(script.token_requests(), 2);
    clock.advance(10);
    client.send(&GetOrganization::new("org_1")).unwrap();
}

/// Answers 401 to what it is told, and counts the tokens that it gave out.
fn refusing(
    tokens: &Arc<AtomicU32>,
    is_refused: impl Fn(&Request<Vec<u8>>) -> bool,
) -> impl Fn(Request<Vec<u8>>) -> Answer {
    let tokens = tokens.clone();
    move |request| {
        if is_for_token(&request) {
            return token(&format!("t{}", tokens.fetch_add(1, Ordering::SeqCst)), 86_400);
        }
        if is_refused(&request) { answer(401, "") } else { ok() }
    }
}

#[test]
fn an_api_that_refuses_every_token_costs_two() {
    let (tokens, clock) = (Arc::new(AtomicU32::new(0)), TestClock::new());
    let client = Client::new(refusing(&tokens, |_| true), ORIGIN, Credentials::client("id", "secret")).unwrap();
    let client = client.with_clock(clock.clone());
    let refused = || client.send(&GetOrganization::new("org_1")).unwrap_err().status().unwrap().as_u16();
    for _ in 0..200 {
        assert_eq!(refused(), 401);
    }
    assert_eq!(tokens.load(Ordering::SeqCst), 2);

    // Another one is fetched after a minute, two, four, eight, and then each quarter of an hour.
    let mut fetched_at = vec![];
    for minute in 1..=80 {
        clock.advance(60);
        let before = tokens.load(Ordering::SeqCst);
        refused();
        if tokens.load(Ordering::SeqCst) > before {
            fetched_at.push(minute);
        }
    }
    assert_eq!(fetched_at, [1, 3, 7, 15, 30, 45, 60, 75]);
}

#[test]
fn one_endpoint_that_refuses_every_token_costs_the_others_nothing() {
    let tokens = Arc::new(AtomicU32::new(0));
    let is_refused = |request: &Request<Vec<u8>>| request.method() == "POST";
    let client = Client::new(refusing(&tokens, is_refused), ORIGIN, Credentials::client("id", "secret")).unwrap();
    let client = client.with_clock(TestClock::new());
    for _ in 0..100 {
        client.send(&GetOrganization::new("org_1")).unwrap();
        assert_eq!(client.send(&CreateOrganization::new("Acme")).unwrap_err().status().unwrap(), 401);
    }
    assert_eq!(tokens.load(Ordering::SeqCst), 2);
}

#[test]
fn a_token_that_one_endpoint_refuses_is_good_for_another_whose_own_was_revoked() {
    let tokens = Arc::new(AtomicU32::new(0));
    let is_refused =
        |request: &Request<Vec<u8>>| request.method() == "POST" || request.headers()["authorization"] == "Bearer t0";
    let client = Client::new(refusing(&tokens, is_refused), ORIGIN, Credentials::client("id", "secret")).unwrap();
    let client = client.with_clock(TestClock::new());
    for _ in 0..100 {
        client.send(&CreateOrganization::new("Acme")).unwrap_err();
        client.send(&GetOrganization::new("org_1")).unwrap();
    }
    assert_eq!(tokens.load(Ordering::SeqCst), 2);
}

#[test]
fn the_old_token_stays_for_other_calls_until_the_new_one_is_accepted() {
    // Whether a 503 comes from Kinde is not known, so it accepts nothing.
    let answers = [token("a", 3600), answer(401, ""), token("b", 3600), answer(503, ""), ok(), ok(), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    client.send(&CreateOrganization::new("Acme")).unwrap_err();
    client.send(&GetOrganization::new("org_1")).unwrap();
    let expected =
        ["token 1 -", "createOrganization 1 a", "token 1 -", "createOrganization 2 b", "getOrganization 1 a"];
    assert_eq!(script.sent(), expected);

    let answers = [token("a", 3600), answer(401, ""), token("b", 3600), answer(404, ""), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    client.send(&CreateOrganization::new("Acme")).unwrap_err();
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.sent().last().unwrap(), "getOrganization 1 b");
}

/// Its own client, which it calls when it is asked for a token.
struct Own(OnceLock<Client<Arc<Own>>>);

impl Transport for Own {
    type Error = Broken;

    fn send(&self, request: Request<Vec<u8>>) -> Answer {
        assert!(is_for_token(&request), "nothing else comes that far");
        let error = self.0.get().unwrap().send(&GetOrganization::new("org_2")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "getOrganization has no token: the transport calls its own client while it fetches the token"
        );
        assert!(!error.is_retryable());
        hopeless()
    }

    fn is_retryable(&self, error: &Broken) -> bool {
        error.is_retryable
    }
}

#[test]
fn a_transport_that_calls_its_own_client_during_a_fetch_is_an_error_at_once() {
    let transport = Arc::new(Own(OnceLock::new()));
    let client = Client::new(transport.clone(), ORIGIN, Credentials::client("id", "secret")).unwrap();
    transport.0.set(client.clone()).ok().unwrap();
    client.send(&GetOrganization::new("org_1")).unwrap_err();
}

#[test]
fn those_who_wait_decide_by_their_own_policy_where_a_fetch_fails_for_the_moment() {
    // The one that fetches has no patience, and meets a 503 when all others wait for it.
    let (requests, waiting) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let (counted, seen) = (requests.clone(), waiting.clone());
    let transport = move |request: Request<Vec<u8>>| {
        if !is_for_token(&request) {
            return ok();
        }
        if counted.fetch_add(1, Ordering::SeqCst) > 0 {
            return token("a", 3600);
        }
        while seen.load(Ordering::SeqCst) < 31 {
            thread::yield_now();
        }
        answer(503, "")
    };
    let client = Client::new(transport, ORIGIN, Credentials::client("id", "secret")).unwrap();
    let hasty = client.clone().with_retry(Retry::none());
    let patient = client.with_observer(move |event| {
        if matches!(event, Event::Waiting { reason: WaitReason::AnotherToken, .. }) {
            waiting.fetch_add(1, Ordering::SeqCst);
        }
    });
    thread::scope(|scope| {
        let first = scope.spawn(|| hasty.send(&GetOrganization::new("org_1")).map(drop));
        while requests.load(Ordering::SeqCst) == 0 {
            thread::yield_now();
        }
        let others: Vec<_> =
            (0..31).map(|_| scope.spawn(|| patient.send(&GetOrganization::new("org_1")).map(drop))).collect();
        assert_eq!(first.join().unwrap().unwrap_err().status().unwrap(), 503);
        for other in others {
            other.join().unwrap().unwrap();
        }
    });
    assert!(requests.load(Ordering::SeqCst) <= 3, "a call that came late may meet the 503 as its own");
}

#[test]
fn a_renewal_that_can_t_be_kept_leaves_the_old_token_until_its_end() {
    let answers = [token("a", 3600), ok(), ok(), token("b", 0), ok(), token("c", 3600), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    for seconds in [0, 3500, 50, 50] {
        clock.advance(seconds);
        client.send(&GetOrganization::new("org_1")).unwrap();
    }
    let expected = [
        "token 1 -",
        "getOrganization 1 a",
        "getOrganization 1 a",
        "token 1 -",
        "getOrganization 1 a",
        "token 1 -",
        "getOrganization 1 c",
    ];
    assert_eq!(script.sent(), expected);
}

#[test]
fn a_refused_token_of_no_lifetime_is_not_replaced_again_at_once() {
    let answers = [token("a", 0), answer(401, ""), token("b", 0), answer(401, ""), token("c", 0), answer(401, "")];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    let expected =
        ["token 1 -", "getOrganization 1 a", "token 1 -", "getOrganization 2 b", "token 1 -", "getOrganization 1 c"];
    assert_eq!(script.sent(), expected);
}

#[test]
fn the_new_token_serves_once_the_old_one_has_expired() {
    let answers = [token("a", 3600), answer(401, ""), token("b", 7200), answer(503, ""), ok(), token("c", 3600), ok()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client(&clock);
    client.send(&CreateOrganization::new("Acme")).unwrap_err();
    clock.advance(3600);
    client.send(&GetOrganization::new("org_1")).unwrap();
    clock.advance(3600);
    client.send(&GetOrganization::new("org_1")).unwrap();
    let expected = [
        "token 1 -",
        "createOrganization 1 a",
        "token 1 -",
        "createOrganization 2 b",
        "getOrganization 1 b",
        "token 1 -",
        "getOrganization 1 c",
    ];
    assert_eq!(script.sent(), expected);
}

#[test]
fn a_new_token_that_two_operations_refuse_is_offered_to_no_third() {
    let answers = [token("a", 3600), answer(401, ""), token("b", 3600)].into_iter();
    let (script, clock) = (Script::new(answers.chain((0..4).map(|_| answer(401, "")))), TestClock::new());
    let client = script.client(&clock);
    client.send(&CreateOrganization::new("Acme")).unwrap_err();
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    client.send(&DeleteOrganization::new("org_1")).unwrap_err();
    let expected = [
        "token 1 -",
        "createOrganization 1 a",
        "token 1 -",
        "createOrganization 2 b",
        "getOrganization 1 a",
        "getOrganization 2 b",
        "deleteOrganization 1 a",
    ];
    assert_eq!(script.sent(), expected);
}

#[test]
fn a_new_token_is_not_accepted_by_an_answer_to_an_older_one() {
    let session = Session::new(ORIGIN, Credentials::client("id", "secret")).unwrap();
    let endpoint = GetOrganization::new("org_1");
    let (mut first, mut second, mut third) =
        (session.call(&endpoint), session.call(&endpoint), session.call(&endpoint));
    let with = |step: Step<_>| {
        let Step::Send(request) = step else { panic!("{step:?}") };
        request.headers().get("authorization").map_or("-", |value| value.to_str().unwrap()).to_owned()
    };
    let at = Duration::from_secs;
    assert_eq!(with(first.next(at(0), 0.0)), "-");
    first.answer(token("a", 3600).unwrap());
    assert_eq!(with(first.next(at(0), 0.0)), "Bearer a");
    first.answer(answer(401, "").unwrap());
    assert_eq!(with(first.next(at(0), 0.0)), "-");
    first.answer(token("b", 10).unwrap());
    assert_eq!(with(first.next(at(0), 0.0)), "Bearer b");

    assert_eq!(with(second.next(at(20), 0.0)), "Bearer a");
    second.answer(answer(401, "").unwrap());
    assert_eq!(with(second.next(at(20), 0.0)), "-", "the one that is fetched anew has expired too");
    second.answer(token("c", 3600).unwrap());
    assert_eq!(with(second.next(at(20), 0.0)), "Bearer c");

    first.answer(answer(200, "{}").unwrap());
    assert!(matches!(first.next(at(20), 0.0), Step::Done(Ok(_))));
    assert_eq!(with(third.next(at(20), 0.0)), "Bearer a");
}
