//! A call as a value, driven step by step without a transport or a clock.

use std::error::Error;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use http::Request;
use kinde_api::organizations::{CreateOrganization, DeleteOrganization, GetOrganization};
use kinde_api::{Attempt, Call, CallError, Credentials, DecodeError, Event, Failure, Retry, Session, Step, TokenWait};

use crate::script::{ORIGIN, answer, token};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn fixed() -> Session {
    Session::new(ORIGIN, Credentials::token("fixed")).unwrap()
}

fn exchanged() -> Session {
    Session::new(ORIGIN, Credentials::client("id", "secret")).unwrap()
}

/// What is to be sent: which attempt at what, with which token.
fn sent<O: std::fmt::Debug>(step: Step<O>) -> String {
    let Step::Send(request) = step else { panic!("{step:?}") };
    describe(&request)
}

fn describe(request: &Request<Vec<u8>>) -> String {
    let attempt = request.extensions().get::<Attempt>().unwrap();
    let token = request.headers().get("authorization").map_or("-", |value| value.to_str().unwrap());
    format!("{} {} {}", attempt.operation_id, attempt.number, token.trim_start_matches("Bearer "))
}

fn wait<O: std::fmt::Debug>(step: Step<O>) -> TokenWait {
    let Step::WaitForToken(wait) = step else { panic!("{step:?}") };
    wait
}

fn error<O: std::fmt::Debug>(step: Step<O>) -> CallError {
    let Step::Done(Err(error)) = step else { panic!("{step:?}") };
    error
}

fn is_done<O>(step: &Step<O>) -> bool {
    matches!(step, Step::Done(Ok(_)))
}

#[test]
fn a_call_goes_from_its_request_to_its_output() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    assert_eq!(sent(call.next(seconds(0), 0.0)), "token 1 -");
    call.answer(token("a", 3600).unwrap());
    assert_eq!(sent(call.next(seconds(1), 0.0)), "getOrganization 1 a");
    call.answer(answer(203, r#"{"name":"Acme"}"#).unwrap());
    let Step::Done(Ok(response)) = call.next(seconds(2), 0.0) else { panic!() };
    assert_eq!((response.status().as_u16(), response.body().name.as_deref()), (203, Some("Acme")));
    let over = error(call.next(seconds(3), 0.0));
    assert!(matches!(over, CallError::GaveUp { attempts: 1, .. }), "there is nothing more to ask: {over:?}");
}

#[test]
fn without_an_answer_it_gives_the_same_request_as_the_same_attempt() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    for now in 0..3 {
        assert_eq!(sent(call.next(seconds(now), 0.0)), "token 1 -");
    }
    call.answer(token("a", 3600).unwrap());
    for now in 3..6 {
        assert_eq!(sent(call.next(seconds(now), 0.0)), "getOrganization 1 a");
    }
    call.answer(answer(200, "{}").unwrap());
    assert!(is_done(&call.next(seconds(6), 0.0)));
}

#[test]
fn an_answer_to_nothing_is_ignored_and_so_is_a_second_one() {
    let (session, endpoint) = (fixed(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    call.answer(answer(500, "").unwrap());
    call.fail(Failure::Final);
    assert_eq!(sent(call.next(seconds(0), 0.0)), "getOrganization 1 fixed");
    call.answer(answer(503, "").unwrap());
    call.answer(answer(200, "{}").unwrap());
    assert!(matches!(call.next(seconds(0), 0.0), Step::Wait(wait) if wait == Duration::from_millis(500)));
    call.answer(answer(200, "{}").unwrap());
    assert_eq!(sent(call.next(seconds(1), 0.0)), "getOrganization 2 fixed");
}

#[test]
fn before_a_wait_has_ended_it_gives_the_rest() {
    let (session, endpoint) = (fixed(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    sent(call.next(seconds(10), 0.0));
    call.fail(Failure::Passing);
    for (now, rest) in [(10_000, 500), (10_100, 400), (10_499, 1)] {
        let step = call.next(Duration::from_millis(now), 0.0);
        assert!(matches!(step, Step::Wait(wait) if wait == Duration::from_millis(rest)), "{step:?}");
    }
    assert_eq!(sent(call.next(Duration::from_millis(10_500), 0.0)), "getOrganization 2 fixed");
}

#[test]
fn what_is_told_of_a_failure_decides_whether_it_is_tried_again() {
    for (failure, post_is_tried, get_is_tried) in
        [(Failure::NotSent, true, true), (Failure::Passing, false, true), (Failure::Final, false, false)]
    {
        let session = fixed();
        let (get, post) = (GetOrganization::new("org_1"), kinde_api::organizations::CreateOrganization::new("Acme"));
        let (mut get, mut post) = (session.call(&get), session.call(&post));
        sent(get.next(seconds(0), 0.0));
        get.fail(failure);
        assert_eq!(matches!(get.next(seconds(0), 0.0), Step::Wait(_)), get_is_tried, "{failure:?}");
        sent(post.next(seconds(0), 0.0));
        post.fail(failure);
        assert_eq!(matches!(post.next(seconds(0), 0.0), Step::Wait(_)), post_is_tried, "{failure:?}");
    }
}

#[test]
fn an_error_says_what_is_known_without_the_transport_s() {
    let (session, endpoint) = (fixed().with_retry(Retry::none()), DeleteOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    sent(call.next(seconds(0), 0.0));
    call.fail(Failure::Passing);
    let error = error(call.next(seconds(0), 0.0));
    assert_eq!(error.to_string(), "deleteOrganization got no answer from acme.kinde.com");
    assert_eq!((error.attempts(), error.is_retryable(), error.may_be_done()), (1, true, true));
    assert_eq!((error.status(), error.code(), error.message()), (None, None, None));
    assert_eq!((error.request_id(), error.retry_after(), error.is_not_found()), (None, None, false));
    assert!(error.response().is_none() && std::error::Error::source(&error).is_none());
}

#[test]
fn what_no_request_can_be_made_of_is_an_error_before_a_token_is_fetched() {
    let (session, endpoint) = (exchanged(), DeleteOrganization::new(".."));
    let error = error(session.call(&endpoint).next(seconds(0), 0.0));
    assert!(matches!(error, CallError::Request(_)), "{error:?}");
    assert!(session.draft(&endpoint).is_err());
}

#[test]
fn a_draft_has_a_placeholder_for_the_token() {
    for session in [fixed(), exchanged()] {
        let request = session.draft(&GetOrganization::new("org_1")).unwrap();
        assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/organization?code=org_1");
        assert_eq!(request.headers()["authorization"], "Bearer placeholder");
    }
}

#[test]
fn one_call_fetches_and_the_others_wait() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    assert_eq!(sent(first.next(seconds(0), 0.0)), "token 1 -");
    assert_eq!(wait(second.next(seconds(10), 0.0)).limit(), seconds(300));
    assert_eq!(wait(second.next(seconds(110), 0.0)).limit(), seconds(200));
    first.answer(token("a", 3600).unwrap());
    assert_eq!(sent(first.next(seconds(110), 0.0)), "getOrganization 1 a");
    assert_eq!(sent(second.next(seconds(110), 0.0)), "getOrganization 1 a");
}

#[test]
fn waiting_for_another_s_token_has_a_limit() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    sent(first.next(seconds(0), 0.0));
    drop(wait(second.next(seconds(0), 0.0)));
    let error = error(second.next(seconds(300), 0.0));
    assert!(matches!(error, CallError::Token(_)), "{error:?}");
    assert_eq!(error.to_string(), "getOrganization has no token: another call was still fetching it when time was up");
    assert!(error.is_retryable());
}

#[test]
fn a_call_that_is_dropped_hands_its_fetch_on() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let mut first = session.call(&endpoint);
    let mut second = session.call(&endpoint);
    sent(first.next(seconds(0), 0.0));
    let waiting = wait(second.next(seconds(0), 0.0));
    drop(first);
    waiting.wait(waiting.limit());
    assert_eq!(sent(second.next(seconds(1), 0.0)), "token 1 -");
}

#[test]
fn a_refusal_is_for_all_and_a_passing_failure_for_the_one_that_met_it() {
    let endpoint = GetOrganization::new("org_1");
    let session = exchanged().with_retry(Retry::none());
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    sent(first.next(seconds(0), 0.0));
    drop(wait(second.next(seconds(0), 0.0)));
    first.answer(answer(401, r#"{"error":"invalid_client"}"#).unwrap());
    let text = "getOrganization has no token: the token endpoint answered 401 Unauthorized: invalid_client";
    assert_eq!(error(first.next(seconds(0), 0.0)).to_string(), text);
    assert_eq!(error(second.next(seconds(0), 0.0)).to_string(), text);

    let session = exchanged().with_retry(Retry::none());
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    sent(first.next(seconds(0), 0.0));
    drop(wait(second.next(seconds(0), 0.0)));
    first.fail(Failure::Passing);
    let text = "getOrganization has no token: the token endpoint acme.kinde.com gave no answer";
    assert_eq!(error(first.next(seconds(0), 0.0)).to_string(), text);
    assert_eq!(sent(second.next(seconds(0), 0.0)), "token 1 -");
}

#[test]
fn a_token_s_life_counts_from_when_its_request_was_given_out() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    sent(call.next(seconds(100), 0.0));
    call.answer(token("a", 60).unwrap());
    assert_eq!(sent(call.next(seconds(161), 0.0)), "token 1 -", "it was dead when it came");
}

#[test]
fn a_call_that_has_its_answer_renews_the_token_and_is_done_whatever_comes() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let mut first = session.call(&endpoint);
    sent(first.next(seconds(0), 0.0));
    first.answer(token("a", 3600).unwrap());
    sent(first.next(seconds(0), 0.0));
    first.answer(answer(200, "{}").unwrap());
    assert!(is_done(&first.next(seconds(0), 0.0)));

    let (mut renewing, mut other) = (session.call(&endpoint), session.call(&endpoint));
    assert_eq!(sent(renewing.next(seconds(3500), 0.0)), "getOrganization 1 a");
    renewing.answer(answer(200, r#"{"name":"Acme"}"#).unwrap());
    assert_eq!(sent(renewing.next(seconds(3500), 0.0)), "token 1 -");
    // Nobody waits for it.
    assert_eq!(sent(other.next(seconds(3501), 0.0)), "getOrganization 1 a");
    other.answer(answer(200, "{}").unwrap());
    assert!(is_done(&other.next(seconds(3501), 0.0)));
    renewing.fail(Failure::Final);
    let Step::Done(Ok(response)) = renewing.next(seconds(3560), 0.0) else { panic!() };
    assert_eq!(response.body().name.as_deref(), Some("Acme"));
}

#[derive(Default)]
struct Counted(AtomicU32);

impl Wake for Counted {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn a_wait_is_a_future_that_is_woken_once_the_fetch_has_ended() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    sent(first.next(seconds(0), 0.0));
    let woken = Arc::new(Counted::default());
    let waker = Waker::from(woken.clone());
    let mut context = Context::from_waker(&waker);
    let mut waiting = pin!(wait(second.next(seconds(0), 0.0)));
    assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(woken.0.load(Ordering::SeqCst), 0);
    first.answer(token("a", 3600).unwrap());
    sent(first.next(seconds(0), 0.0));
    assert_eq!(woken.0.load(Ordering::SeqCst), 1);
    assert_eq!(waiting.as_mut().poll(&mut context), Poll::Ready(()));
    assert_eq!(format!("{:?}", waiting.as_ref().get_ref()), "TokenWait { is_over: true, limit: 300s, .. }");
}

#[test]
fn a_session_and_its_calls_can_cross_threads() {
    fn is_shared<T: Clone + Send + Sync + 'static>() {}
    fn is_sent<T: Send>() {}
    is_shared::<Session>();
    is_sent::<Call<'static, GetOrganization>>();
    is_sent::<TokenWait>();
    is_sent::<Step<()>>();
}

#[test]
fn debug_holds_no_secret() {
    let (session, endpoint) =
        (Session::new(ORIGIN, Credentials::client("id", "s3cret")).unwrap(), GetOrganization::new("org_1"));
    assert_eq!(
        format!("{:?}", session.call(&endpoint)),
        r#"Call { operation_id: "getOrganization", attempts: 0, .. }"#
    );
    assert!(format!("{session:?}").starts_with(r#"Session { origin: "https://acme.kinde.com", retry: Retry {"#));
}

#[test]
fn debug_tells_how_often_it_was_sent() {
    let (session, endpoint) = (fixed(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    sent(call.next(seconds(0), 0.0));
    assert_eq!(format!("{call:?}"), r#"Call { operation_id: "getOrganization", attempts: 1, .. }"#);
}

#[test]
fn a_call_whose_time_is_over_takes_its_answer_and_renews_nothing() {
    let gave_up = Arc::new(AtomicU32::new(0));
    let told = gave_up.clone();
    let session = exchanged().with_retry(Retry::default().max_elapsed(seconds(60))).with_observer(move |event| {
        if matches!(event, Event::GaveUp { .. }) {
            told.fetch_add(1, Ordering::SeqCst);
        }
    });
    let endpoint = GetOrganization::new("org_1");
    let mut call = session.call(&endpoint);
    sent(call.next(seconds(0), 0.0));
    call.answer(token("a", 100).unwrap());
    assert_eq!(sent(call.next(seconds(1), 0.0)), "getOrganization 1 a");
    call.answer(answer(200, "{}").unwrap());
    assert!(is_done(&call.next(seconds(95), 0.0)));
    assert_eq!(gave_up.load(Ordering::SeqCst), 0);
}

#[test]
fn a_token_that_comes_when_the_time_of_its_call_is_over_serves_the_next() {
    let session = exchanged().with_retry(Retry::default().max_elapsed(seconds(60)));
    let endpoint = GetOrganization::new("org_1");
    let (mut late, mut next) = (session.call(&endpoint), session.call(&endpoint));
    assert_eq!(sent(late.next(seconds(0), 0.0)), "token 1 -");
    late.answer(token("a", 3600).unwrap());
    let error = error(late.next(seconds(61), 0.0));
    assert!(matches!(error, CallError::GaveUp { attempts: 0, .. }), "{error:?}");
    assert_eq!(sent(next.next(seconds(61), 0.0)), "getOrganization 1 a");
}

#[test]
fn a_call_that_may_be_repeated_is_tried_again_whatever_its_method() {
    let (session, endpoint) = (fixed(), CreateOrganization::new("Acme"));
    let mut call = session.call(&endpoint).repeatable();
    assert_eq!(sent(call.next(seconds(0), 0.0)), "createOrganization 1 fixed");
    call.answer(answer(503, "").unwrap());
    let step = call.next(seconds(0), 0.0);
    assert!(matches!(step, Step::Wait(wait) if wait == Duration::from_millis(500)), "{step:?}");
    assert_eq!(sent(call.next(seconds(1), 0.0)), "createOrganization 2 fixed");
}

#[test]
fn the_source_of_an_error_is_what_the_answer_could_not_be_read_for() {
    let (session, endpoint) = (fixed(), GetOrganization::new("org_1"));
    let mut call = session.call(&endpoint);
    sent(call.next(seconds(0), 0.0));
    call.answer(answer(200, "[]").unwrap());
    let error = error(call.next(seconds(0), 0.0));
    assert!(error.source().is_some_and(<dyn Error>::is::<DecodeError>), "{error:?}");
}

#[test]
fn debug_of_a_wait_tells_whether_it_is_over() {
    let (session, endpoint) = (exchanged(), GetOrganization::new("org_1"));
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    sent(first.next(seconds(0), 0.0));
    let waiting = wait(second.next(seconds(0), 0.0));
    assert_eq!(format!("{waiting:?}"), "TokenWait { is_over: false, limit: 300s, .. }");
    first.answer(token("a", 3600).unwrap());
    sent(first.next(seconds(0), 0.0));
    assert_eq!(format!("{waiting:?}"), "TokenWait { is_over: true, limit: 300s, .. }");
}
