//! What holds for the calls of one session, whatever is answered to them, and in whatever order they go on.

use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use http::{HeaderMap, Method, Request, Response};
use kinde_api::organizations::{CreateOrganization, GetOrganizations, UpdateOrganization};
use kinde_api::roles::GetRoles;
use kinde_api::{Call, CallError, Credentials, Endpoint, Failure, Session, Step};

/// How long it is between one step and the next, by a fourth of the step's first byte.
const PASSES: [u64; 8] = [0, 0, 100, 1_000, 10_000, 61_000, 901_000, 3_600_000];

/// No call needs more steps than this, once each of them is asked in turn until all are done.
const MOST_STEPS: usize = 400;

/// No call makes more requests. Retries alone are five; each of the waits for a rate limit takes 100 ms at least and twice
/// as long as the one before it, of 120 seconds together.
const MOST_REQUESTS: u32 = 40;

/// What comes for a request.
#[derive(Clone, Debug)]
enum Came {
    Answer(Response<Vec<u8>>),
    Failure(Failure),
}

fn answer(status: u16, header: Option<(&'static str, &'static str)>, body: &str) -> Came {
    let mut answer = Response::new(body.as_bytes().to_vec());
    *answer.status_mut() = status.try_into().expect("it is a status");
    *answer.headers_mut() = HeaderMap::from_iter(
        header.map(|(name, value)| (name.parse().expect("it is a name"), value.parse().expect("it is a value"))),
    );
    Came::Answer(answer)
}

/// What came for a request of an endpoint, by a letter; none where nothing has come yet.
fn of_api(letter: u8) -> Option<Came> {
    Some(match letter {
        b'a' | b'b' => answer(200, None, r#"{"organizations":[],"roles":[]}"#),
        b'c' => answer(401, None, r#"{"errors":[{"code":"TOKEN_INVALID"}]}"#),
        b'd' => answer(429, None, ""),
        b'e' => answer(429, Some(("retry-after", "1")), ""),
        b'f' => answer(429, Some(("retry-after", "3600")), ""),
        b'g' => answer(503, None, ""),
        b'h' => answer(500, Some(("retry-after", "2")), "{}"),
        b'i' => answer(400, None, r#"{"errors":[{"code":"INVALID"}]}"#),
        b'j' => answer(404, None, ""),
        b'k' => answer(200, Some(("content-type", "text/html")), "<html>"),
        b'l' => answer(200, None, ""),
        b'm' => Came::Failure(Failure::NotSent),
        b'n' => Came::Failure(Failure::Passing),
        b'o' => Came::Failure(Failure::Final),
        _ => return None,
    })
}

/// What came for a request for a token, and how long the token lives that is in it.
fn of_token_endpoint(letter: u8, number: u32) -> Option<(Came, Option<Duration>)> {
    let token = |lifetime: Option<u64>| {
        let expires_in = lifetime.map_or_else(String::new, |seconds| format!(r#","expires_in":{seconds}"#));
        let body = format!(r#"{{"access_token":"token-{number}"{expires_in}}}"#);
        Some((answer(200, None, &body), Some(lifetime.map_or(Duration::MAX, Duration::from_secs))))
    };
    match letter {
        b'a' | b'p' => token(Some(86_400)),
        b'b' | b'q' => token(Some(3_600)),
        b'r' => token(Some(60)),
        b's' => token(Some(0)),
        b't' => token(None),
        other => of_api(other).map(|came| (came, None)),
    }
}

/// A token that was given out, and what became of it.
struct Token {
    name: String,
    given_at: Duration,
    lifetime: Duration,
    was_refused: bool,
}

impl Token {
    fn is_alive(&self, now: Duration) -> bool {
        now < self.given_at.saturating_add(self.lifetime)
    }

    /// Whether another one may be fetched in its place.
    fn may_be_replaced(&self, now: Duration) -> bool {
        let margin = Duration::from_secs(300).min(self.lifetime / 10);
        let is_due = now >= self.given_at.saturating_add(self.lifetime.saturating_sub(margin));
        self.was_refused || is_due
    }
}

/// What the servers know, beside the calls.
#[derive(Default)]
struct Servers {
    now: Duration,
    tokens: Vec<Token>,
    /// The call whose request for a token is under way.
    fetching: Option<usize>,
    /// Whether that is one before the last token expires.
    is_ahead: bool,
    /// Until when a refusal of the token endpoint stands.
    refused_until: Duration,
}

impl Servers {
    fn begin_fetch(&mut self, call: usize) {
        assert_eq!(self.fetching, None, "two calls fetch at the same time");
        let may_fetch = self.tokens.last().is_none_or(|token| token.may_be_replaced(self.now));
        assert!(may_fetch, "a token is fetched that is not needed");
        assert!(self.now >= self.refused_until, "the token endpoint refused a moment ago");
        self.fetching = Some(call);
        self.is_ahead = self.tokens.last().is_some_and(|token| !token.was_refused && token.is_alive(self.now));
    }

    fn end_fetch(&mut self, came: &Came, token: Option<Duration>, sent_at: Duration) {
        self.fetching = None;
        if let Some(lifetime) = token {
            let name = format!("Bearer token-{}", self.tokens.len());
            self.tokens.push(Token { name, given_at: sent_at, lifetime, was_refused: false });
        }
        let is_refused = token.is_none() && matches!(came, Came::Answer(_)) && !is_passing(came);
        let is_unauthorized = matches!(came, Came::Answer(answer) if answer.status() == 401);
        // Nobody refuses a renewal ahead: the calls have what they need.
        if (is_refused || is_unauthorized) && !self.is_ahead {
            self.refused_until = self.now + Duration::from_secs(10);
        }
    }

    fn refuse(&mut self, authorization: &str) {
        for token in self.tokens.iter_mut().filter(|token| token.name == authorization) {
            token.was_refused = true;
        }
    }
}

/// A call of any endpoint, and what was seen of it.
trait AnyCall {
    fn go_on(&mut self, index: usize, letter: u8, servers: &mut Servers);
    fn is_over(&self) -> bool;
    fn is_fetching(&self) -> bool;
}

struct Watched<'a, E> {
    call: Call<'a, E>,
    may_be_repeated: bool,
    /// What was given out and not answered, and when.
    pending: Option<(Request<Vec<u8>>, Duration)>,
    not_before: Duration,
    requests: u32,
    last: Option<Came>,
    is_over: bool,
}

fn is_for_token(request: &Request<Vec<u8>>) -> bool {
    request.uri().path() == "/oauth2/token"
}

/// Whether a server certainly has not done what it was asked for.
fn is_certainly_not_done(came: &Came) -> bool {
    match came {
        Came::Answer(answer) => matches!(answer.status().as_u16(), 401 | 429),
        Came::Failure(failure) => *failure == Failure::NotSent,
    }
}

/// Whether the same may have another outcome.
fn is_passing(came: &Came) -> bool {
    match came {
        Came::Answer(answer) => matches!(answer.status().as_u16(), 401 | 429 | 500 | 502 | 503 | 504),
        Came::Failure(failure) => *failure != Failure::Final,
    }
}

impl<'a, E: Endpoint> Watched<'a, E> {
    fn new(session: &'a Session, endpoint: &'a E, is_repeatable: bool) -> Self {
        let call = session.call(endpoint);
        Self {
            call: if is_repeatable { call.repeatable() } else { call },
            may_be_repeated: is_repeatable || E::METHOD == Method::GET,
            pending: None,
            not_before: Duration::ZERO,
            requests: 0,
            last: None,
            is_over: false,
        }
    }

    /// Tells the call what came, if anything did. Whether it has.
    fn answer(&mut self, letter: u8, servers: &mut Servers) -> bool {
        let Some((request, sent_at)) = self.pending.take() else { return true };
        if is_for_token(&request) {
            let number = u32::try_from(servers.tokens.len()).expect("there are few");
            let Some((came, token)) = of_token_endpoint(letter, number) else {
                self.pending = Some((request, sent_at));
                return false;
            };
            servers.end_fetch(&came, token, sent_at);
            self.tell(came);
            return true;
        }
        let Some(came) = of_api(letter) else {
            self.pending = Some((request, sent_at));
            return false;
        };
        if matches!(&came, Came::Answer(answer) if answer.status() == 401) {
            servers.refuse(request.headers()["authorization"].to_str().expect("it is text"));
        }
        self.last = Some(came.clone());
        self.tell(came);
        true
    }

    fn tell(&mut self, came: Came) {
        match came {
            Came::Answer(answer) => self.call.answer(answer),
            Came::Failure(failure) => self.call.fail(failure),
        }
    }

    fn send(&mut self, request: Request<Vec<u8>>, index: usize, servers: &mut Servers) {
        if is_for_token(&request) {
            servers.begin_fetch(index);
        } else {
            self.requests += 1;
            if let Some(last) = &self.last {
                assert!(is_passing(last), "sent again for nothing, after {last:?}");
                assert!(self.may_be_repeated || is_certainly_not_done(last), "sent twice, after {last:?}");
            }
            assert!(self.requests <= MOST_REQUESTS, "it does not end");
            let authorization = request.headers()["authorization"].to_str().expect("it is text");
            assert!(servers.tokens.iter().any(|token| token.name == authorization), "{authorization} is no token");
        }
        self.pending = Some((request, servers.now));
    }

    fn done(&mut self, result: Result<Response<E::Output>, CallError>, was_fetching: bool) {
        self.is_over = true;
        assert!(!was_fetching, "a fetch was given up");
        let is_success = matches!(&self.last, Some(Came::Answer(answer)) if answer.status().is_success());
        match result {
            Ok(answer) => assert!(is_success && answer.status().is_success(), "no answer was a success"),
            Err(error) => assert_eq!(error.attempts(), self.requests),
        }
    }
}

impl<E: Endpoint> AnyCall for Watched<'_, E> {
    fn go_on(&mut self, index: usize, letter: u8, servers: &mut Servers) {
        if self.is_over || servers.now < self.not_before {
            return;
        }
        let before = self.pending.clone();
        let has_come = self.answer(letter, servers);
        let step = self.call.next(servers.now, f64::from(letter) / 256.0);
        if !has_come {
            let Some((request, sent_at)) = before else { return };
            let Step::Send(again) = step else { panic!("no request where the same one is due") };
            assert_eq!((again.uri(), again.body()), (request.uri(), request.body()));
            assert_eq!((again.method(), again.headers()), (request.method(), request.headers()));
            self.pending = Some((again, sent_at));
            return;
        }
        match step {
            Step::Send(request) => self.send(request, index, servers),
            Step::Wait(wait) => {
                assert!(wait > Duration::ZERO && wait <= Duration::from_secs(120), "waits {wait:?}");
                self.not_before = servers.now + wait;
            }
            Step::WaitForToken(wait) => {
                assert!(wait.limit() <= Duration::from_secs(300), "waits {:?}", wait.limit());
                let is_ready = pin!(wait).poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(());
                assert!(!is_ready, "waits for a fetch that has ended");
            }
            Step::Done(result) => self.done(result, servers.fetching == Some(index)),
        }
    }

    fn is_over(&self) -> bool {
        self.is_over
    }

    fn is_fetching(&self) -> bool {
        self.pending.as_ref().is_some_and(|(request, _)| is_for_token(request))
    }
}

/// Drives five calls of one session by a script: each two bytes of it choose one of them, let time go on, and say what came
/// for its request.
///
/// Every call ends; one token is fetched at a time, and none while the last one is good; what may have been done is not sent
/// again unless it may be repeated; what no repetition mends is not repeated; and nothing is a success that was none.
///
/// The first byte has the call (its number and 48, so that `0` is the first one) and what time passes before; the second one
/// is a letter. `v` and what is after it drops the call, which another one takes the place of.
///
/// # Panics
///
/// Where the library breaks one of these promises.
pub fn check_session(script: &[u8]) {
    let session = Session::new("https://acme.kinde.com", Credentials::client("an-id", "a-secret"));
    let session = session.expect("the origin and the credentials are good");
    let (organizations, roles) = (GetOrganizations::new(), GetRoles::new());
    let (created, renamed) = (CreateOrganization::new("Acme"), UpdateOrganization::new("org_1").name("Acme"));
    let call = |index: usize| -> Box<dyn AnyCall + '_> {
        match index % 5 {
            0 => Box::new(Watched::new(&session, &organizations, false)),
            1 => Box::new(Watched::new(&session, &roles, false)),
            2 => Box::new(Watched::new(&session, &created, false)),
            3 => Box::new(Watched::new(&session, &renamed, true)),
            _ => Box::new(Watched::new(&session, &renamed, false)),
        }
    };
    let mut servers = Servers::default();
    let mut calls: Vec<_> = (0..5).map(call).collect();
    for step in script.chunks_exact(2) {
        let index = usize::from(step[0]) % 8 % 5;
        servers.now += Duration::from_millis(PASSES[usize::from(step[0] / 8).wrapping_sub(6) % 8]);
        if calls[index].is_over() || step[1] >= b'v' {
            if calls[index].is_fetching() {
                servers.fetching = None;
            }
            calls[index] = call(index);
        }
        calls[index].go_on(index, step[1], &mut servers);
    }
    // What is left comes to an end, whatever a bad day is like.
    for letter in [b'g', b'n'].into_iter().cycle().take(MOST_STEPS) {
        for (index, call) in calls.iter_mut().enumerate() {
            call.go_on(index, letter, &mut servers);
        }
        servers.now += Duration::from_secs(1);
    }
    assert!(calls.iter().all(|call| call.is_over()), "a call does not end");
}
