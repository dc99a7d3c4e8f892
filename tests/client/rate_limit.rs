//! The pause that a 429 asks for, and how many go on after it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::{Request, Response};
use kinde_api::organizations::GetOrganization;
use kinde_api::{Call, CallError, Client, Credentials, Error, Retry, Session, Step};

use crate::clock::TestClock;
use crate::script::{Answer, ORIGIN, Script, answer, answer_with, broken};

fn limited(seconds: &str) -> Answer {
    answer_with(429, ("ratelimit-reset", seconds), "")
}

/// A server that takes so many requests in each second, and the calls of one session that want to be carried out. Time
/// goes on only where all of them wait.
struct Rush {
    now: Duration,
    a_second: u32,
    /// Which second it is, and how many requests it has taken.
    second: (u64, u32),
}

impl Rush {
    fn new(a_second: u32) -> Self {
        Self { now: Duration::from_millis(300), a_second, second: (0, 0) }
    }

    fn answer(&mut self) -> Response<Vec<u8>> {
        let second = self.now.as_secs();
        if self.second.0 != second {
            self.second = (second, 0);
        }
        self.second.1 += 1;
        if self.second.1 > self.a_second { limited("1").unwrap() } else { answer(200, "{}").unwrap() }
    }

    /// How often each call was sent, and when the last one was over.
    fn run(mut self, calls: usize) -> (Vec<u32>, Duration) {
        let session = Session::new(ORIGIN, Credentials::token("t")).unwrap();
        let endpoint = GetOrganization::new("org_1");
        let mut waiting: Vec<(Duration, u32, Call<'_, _>)> =
            (0..calls).map(|_| (self.now, 0, session.call(&endpoint))).collect();
        let mut sent = Vec::new();
        while let Some(next) = waiting.iter().map(|(due, ..)| *due).min() {
            self.now = self.now.max(next);
            let (due, later) = waiting.into_iter().partition(|(due, ..)| *due <= self.now);
            waiting = later;
            let due: Vec<_> = due;
            let mut under_way = Vec::new();
            for (_, attempts, mut call) in due {
                match call.next(self.now, 0.0) {
                    Step::Send(_) => {
                        let response = self.answer();
                        under_way.push((response, attempts + 1, call));
                    }
                    Step::Wait(wait) => waiting.push((self.now + wait, attempts, call)),
                    Step::WaitForToken(_) => panic!("the token is fixed"),
                    Step::Done(result) => {
                        result.unwrap();
                        sent.push(attempts);
                    }
                }
            }
            for (response, attempts, mut call) in under_way {
                call.answer(response);
                waiting.push((self.now, attempts, call));
            }
        }
        (sent, self.now)
    }
}

#[test]
fn eighty_calls_at_ten_a_second_get_through_with_two_requests_each_at_most() {
    let (sent, end) = Rush::new(10).run(80);
    assert_eq!((sent.len(), sent.iter().max()), (80, Some(&2)));
    assert_eq!((sent.iter().sum::<u32>(), end), (150, Duration::from_millis(7_300)));
}

#[test]
fn one_call_a_second_is_the_least() {
    let (sent, _) = Rush::new(1).run(20);
    assert_eq!((sent.len(), sent.iter().max(), sent.iter().sum::<u32>()), (20, Some(&2), 39));
}

#[test]
fn a_limit_that_was_hardly_used_does_not_slow_a_program_down_that_goes_on() {
    // Others used the limit up: only one call was accepted in the last minute, and from the next one on all are.
    let answers = [answer(200, "{}"), limited("60")].into_iter().chain((0..50).map(|_| answer(200, "{}")));
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client_with_token(&clock);
    for _ in 0..51 {
        client.send(&GetOrganization::new("org_1")).unwrap();
    }
    assert_eq!(clock.waits(), [60_000]);
}

#[test]
fn an_attempt_without_an_answer_takes_no_room() {
    let answers = [answer(200, "{}"), limited("60"), broken(), broken(), answer(200, "{}")];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client_with_token(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap();
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(clock.waits(), [60_000, 1000, 2000]);
}

#[test]
fn no_request_leaves_before_the_end_of_the_pause() {
    let session = Session::new(ORIGIN, Credentials::token("t")).unwrap();
    let (endpoint, clone) = (GetOrganization::new("org_1"), session.clone());
    let seconds = Duration::from_secs;
    let (mut first, mut second) = (session.call(&endpoint), clone.call(&endpoint));
    assert!(matches!(first.next(seconds(100), 0.0), Step::Send(_)));
    first.answer(limited("30").unwrap());
    assert!(matches!(first.next(seconds(101), 0.0), Step::Wait(wait) if wait == seconds(30)));
    assert!(matches!(second.next(seconds(110), 0.0), Step::Wait(wait) if wait == seconds(21)));
    assert!(matches!(second.next(seconds(130), 0.0), Step::Wait(wait) if wait == seconds(1)));
    assert!(matches!(second.next(seconds(131), 0.0), Step::Send(_)));
}

#[test]
fn where_nothing_was_accepted_one_call_finds_out_and_the_others_follow_at_once() {
    let session = Session::new(ORIGIN, Credentials::token("t")).unwrap();
    let endpoint = GetOrganization::new("org_1");
    let seconds = Duration::from_secs;
    let mut calls: Vec<_> = (0..8).map(|_| session.call(&endpoint)).collect();
    assert!(matches!(calls[0].next(seconds(0), 0.0), Step::Send(_)));
    calls[0].answer(limited("60").unwrap());
    assert!(calls.iter_mut().all(|call| matches!(call.next(seconds(0), 0.0), Step::Wait(wait) if wait == seconds(60))));
    let leave = |calls: &mut [Call<'_, _>], millis: u64| -> Vec<usize> {
        let now = seconds(60) + Duration::from_millis(millis);
        let leaving = calls
            .iter_mut()
            .enumerate()
            .filter_map(|(number, call)| matches!(call.next(now, 0.0), Step::Send(_)).then_some(number));
        leaving.collect()
    };
    let answered = |calls: &mut [Call<'_, _>], numbers: &[usize]| {
        for number in numbers {
            calls[*number].answer(answer(200, "{}").unwrap());
        }
    };
    assert_eq!(leave(&mut calls, 0), [0]);
    answered(&mut calls, &[0]);
    assert_eq!(leave(&mut calls[..1], 100), [0; 0], "it has its answer");
    assert_eq!(leave(&mut calls[1..], 250), [0, 1]);
    answered(&mut calls, &[1, 2]);
    assert_eq!(leave(&mut calls[1..3], 300), [0; 0]);
    assert_eq!(leave(&mut calls[3..], 500), [0, 1, 2, 3]);
}

#[test]
fn a_pause_that_another_call_met_is_an_error_of_its_own_where_it_is_too_long() {
    let (script, clock) = (Script::new([limited("3600"), answer(200, "{}")]), TestClock::new());
    let client = script.client_with_token(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    clock.advance(600);
    for client in [client.clone(), client.clone().with_retry(Retry::none())] {
        let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
        assert!(matches!(error, Error::GaveUp { attempts: 0, .. }), "{error:?}");
        assert_eq!((error.is_retryable(), error.retry_after()), (true, Some(Duration::from_secs(3000))));
        assert_eq!(error.to_string(), "getOrganization was given up: it would have to wait 3000s to be sent");
    }
    assert_eq!(clock.waits(), []);
    client.with_clock(clock.clone()).send(&GetOrganization::new("org_1")).unwrap();
}

#[test]
fn no_pause_is_longer_than_an_hour_before_one_call_finds_out() {
    // Some send the time of day instead of a number of seconds.
    let (script, clock) = (Script::new([limited("1764287000"), answer(200, "{}")]), TestClock::new());
    let client = script.client_with_token(&clock);
    client.send(&GetOrganization::new("org_1")).unwrap_err();
    clock.advance(3600);
    client.send(&GetOrganization::new("org_1")).unwrap();
}

#[test]
fn after_an_answer_of_its_own_that_one_is_returned() {
    let session = Session::new(ORIGIN, Credentials::token("t"))
        .unwrap()
        .with_retry(Retry::default().max_total_wait(Duration::from_secs(5)));
    let endpoint = GetOrganization::new("org_1");
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    let seconds = Duration::from_secs;
    assert!(matches!(first.next(seconds(0), 0.0), Step::Send(_)));
    assert!(matches!(second.next(seconds(0), 0.0), Step::Send(_)));
    first.answer(answer(503, "").unwrap());
    assert!(matches!(first.next(seconds(0), 0.0), Step::Wait(_)));
    second.answer(limited("60").unwrap());
    assert!(matches!(second.next(seconds(0), 0.0), Step::Done(Err(_))));
    let Step::Done(Err(error)) = first.next(seconds(1), 0.0) else { panic!() };
    assert!(matches!(&error, CallError::Response { attempts: 1, .. }), "{error:?}");
    assert_eq!(error.to_string(), "getOrganization did not succeed: 503 Service Unavailable");
}

#[test]
fn without_a_time_to_wait_nobody_else_waits() {
    let sent = Arc::new(Mutex::new(0));
    let counted = sent.clone();
    let transport = move |_: Request<Vec<u8>>| {
        *counted.lock().unwrap() += 1;
        answer(429, "")
    };
    let client = Client::new(transport, ORIGIN, Credentials::token("t")).unwrap().with_clock(TestClock::new());
    let client = client.with_retry(Retry::none());
    for _ in 0..3 {
        assert_eq!(client.send(&GetOrganization::new("org_1")).unwrap_err().attempts(), 1);
    }
    assert_eq!(*sent.lock().unwrap(), 3);
}

#[test]
fn only_a_429_holds_other_calls_back() {
    let session = Session::new(ORIGIN, Credentials::token("t")).unwrap();
    let endpoint = GetOrganization::new("org_1");
    let (mut first, mut second) = (session.call(&endpoint), session.call(&endpoint));
    assert!(matches!(first.next(Duration::ZERO, 0.0), Step::Send(_)));
    first.answer(answer_with(503, ("retry-after", "30"), "").unwrap());
    assert!(matches!(first.next(Duration::ZERO, 0.0), Step::Wait(wait) if wait == Duration::from_secs(30)));
    assert!(matches!(second.next(Duration::ZERO, 0.0), Step::Send(_)));
}

#[test]
fn a_429_without_a_time_to_wait_accepts_nothing_either() {
    let session = Session::new(ORIGIN, Credentials::token("t")).unwrap();
    let endpoint = GetOrganization::new("org_1");
    let mut calls: Vec<_> = (0..2).map(|_| session.call(&endpoint)).collect();
    for (call, answer) in calls.iter_mut().zip([answer(429, ""), limited("60")]) {
        assert!(matches!(call.next(Duration::ZERO, 0.0), Step::Send(_)));
        call.answer(answer.unwrap());
    }
    for call in &mut calls {
        assert!(matches!(call.next(Duration::ZERO, 0.0), Step::Wait(_)));
    }
    // One finds out, and the other looks again soon; of a limit that is known, it would wait for the next minute.
    let now = Duration::from_secs(60);
    assert!(matches!(calls[0].next(now, 0.0), Step::Send(_)));
    assert!(matches!(calls[1].next(now, 0.0), Step::Wait(wait) if wait == Duration::from_millis(250)));
}
