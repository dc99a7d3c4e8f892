//! One token for all: never two fetches at once, nobody left waiting, and no more tokens than needed.
//!
//! Each test was seen to fail on bugs that were put into the library on purpose, and names them.

use std::future::poll_fn;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use kinde_api::{Credentials, TokenRequest};
use shuttle::sync::Arc;
use shuttle::{future, thread};

use crate::client::fetch::{Fetch, Outcome};
use crate::client::token_cache::{Decision, Held, Ticket, TokenCache};
use crate::{Api, TokenError, explore};

const NOW: Duration = Duration::from_secs(100);
const HOUR: Option<Duration> = Some(Duration::from_secs(3600));
const LONG: Duration = Duration::from_secs(300);

fn api(number: u32) -> std::sync::Arc<Api> {
    std::sync::Arc::new(Api::new("https://acme.kinde.com", number.to_string()).unwrap())
}

fn refusal() -> TokenError {
    let request = TokenRequest::new(&Credentials::client("id", "secret"), "https://acme.kinde.com").unwrap();
    let answer = http_answer(401);
    request.response(&answer).unwrap_err()
}

fn http_answer(status: u16) -> http::Response<Vec<u8>> {
    http::Response::builder().status(status).body(Vec::new()).unwrap()
}

/// The token endpoint: gives out numbers, and notices two fetches at once.
#[derive(Default)]
struct Endpoint {
    given: AtomicU32,
    under_way: AtomicU32,
}

impl Endpoint {
    /// A fetch takes its time, in which others run.
    fn fetch(&self) -> u32 {
        assert_eq!(self.under_way.fetch_add(1, Ordering::SeqCst), 0, "two calls fetch at the same time");
        thread::yield_now();
        let number = self.given.fetch_add(1, Ordering::SeqCst);
        self.under_way.fetch_sub(1, Ordering::SeqCst);
        number
    }

    fn given(&self) -> u32 {
        self.given.load(Ordering::SeqCst)
    }
}

/// As a call gets its token, waiting in whatever way.
fn token(
    decide: impl Fn() -> Decision,
    wait: impl Fn(&Fetch),
    fetch: impl Fn(Ticket) -> Option<Held>,
) -> Result<Held, TokenError> {
    loop {
        match decide() {
            Decision::Use(held) => return Ok(held),
            Decision::Fetch(ticket) => {
                if let Some(held) = fetch(ticket) {
                    return Ok(held);
                }
            }
            Decision::Wait(fetch) => {
                wait(&fetch);
                match fetch.outcome() {
                    Some(Outcome::Token(held)) => return Ok(held),
                    Some(Outcome::Refused(error)) => return Err(error),
                    Some(Outcome::Anew) => {}
                    None => panic!("a wait ended before the fetch did"),
                }
            }
            Decision::Refused(error) => return Err(error),
            other => panic!("{other:?}"),
        }
    }
}

fn block(fetch: &Fetch) {
    fetch.wait(LONG);
}

fn block_on(fetch: &Fetch) {
    future::block_on(poll_fn(|context| fetch.poll(context)));
}

/// Runs a work on several threads, and joins them.
fn together(threads: u32, work: impl Fn(u32) + Send + Sync + 'static) {
    let work = Arc::new(work);
    let handles: Vec<_> = (0..threads)
        .map(|number| {
            let work = work.clone();
            thread::spawn(move || work(number))
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
}

/// Caught: an outcome that is set without waking anybody; a waker that is kept after the outcome is there; a fetch that
/// begins while another is under way.
#[test]
fn all_get_the_token_that_one_fetched() {
    for wait in [block, block_on] as [fn(&Fetch); 2] {
        explore(move || {
            let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
            let seen = endpoint.clone();
            together(4, move |_| {
                let fetch = |ticket: Ticket| Some(ticket.succeed(api(endpoint.fetch()), NOW, HOUR));
                token(|| cache.decide(NOW), wait, fetch).unwrap();
            });
            assert_eq!(seen.given(), 1);
        });
    }
}

/// Caught: a ticket that is dropped and ends nothing; one that ends the fetch of another.
#[test]
fn a_fetch_that_was_given_up_is_made_by_another() {
    for wait in [block, block_on] as [fn(&Fetch); 2] {
        explore(move || {
            let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
            let seen = endpoint.clone();
            together(4, move |_| {
                let fetch = |ticket: Ticket| {
                    let number = endpoint.fetch();
                    // The first two are lost: one to a failure that may pass, one with its call.
                    (number >= 2).then(|| ticket.succeed(api(number), NOW, HOUR))
                };
                token(|| cache.decide(NOW), wait, fetch).unwrap();
            });
            assert_eq!(seen.given(), 3);
        });
    }
}

/// Caught: a refusal that is not kept; one that is told to those alone who waited.
#[test]
fn a_refusal_is_for_all() {
    explore(|| {
        let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
        let seen = endpoint.clone();
        together(4, move |_| {
            let fetch = |ticket: Ticket| {
                endpoint.fetch();
                ticket.refuse(&refusal(), NOW);
                None
            };
            token(|| cache.decide(NOW), block, fetch).unwrap_err();
        });
        assert_eq!(seen.given(), 1);
    });
}

/// Caught: tokens of no lifetime that are kept, or that those who waited don't get.
#[test]
fn tokens_of_no_lifetime_are_for_those_who_waited() {
    explore(|| {
        let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
        let seen = endpoint.clone();
        together(3, move |_| {
            let fetch = |ticket: Ticket| Some(ticket.succeed(api(endpoint.fetch()), NOW, Some(Duration::ZERO)));
            token(|| cache.decide(NOW), block, fetch).unwrap();
        });
        assert!((1..=3).contains(&seen.given()));
    });
}

/// Caught: a 401 that fetches although another has got a new token since, or although one is on trial.
#[test]
fn a_token_that_was_revoked_is_fetched_anew_once() {
    explore(|| {
        let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
        let seen = endpoint.clone();
        together(3, move |_| {
            let fetch = |ticket: Ticket| Some(ticket.succeed(api(endpoint.fetch()), NOW, HOUR));
            let old = token(|| cache.decide(NOW), block, fetch).unwrap();
            if is_number(&old, 0) {
                let new = token(|| cache.replace(&old.api, "get", NOW), block, fetch).unwrap();
                assert!(is_number(&new, 1), "the first was revoked, the second holds");
                cache.accept(&new.api);
            }
        });
        assert_eq!(seen.given(), 2);
    });
}

/// Caught: a token on trial that is dropped by the first call that it is refused to; a pause that is not kept.
#[test]
fn an_api_that_refuses_every_token_costs_two() {
    explore(|| {
        let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
        let seen = endpoint.clone();
        together(3, move |_| {
            let fetch = |ticket: Ticket| Some(ticket.succeed(api(endpoint.fetch()), NOW, HOUR));
            let old = token(|| cache.decide(NOW), block, fetch).unwrap();
            if old.is_candidate() {
                return cache.refuse(&old, "get", NOW);
            }
            let decide = || match cache.replace(&old.api, "get", NOW) {
                Decision::Stands => Decision::Refused(refusal()),
                other => other,
            };
            if let Ok(new) = token(decide, block, fetch) {
                cache.refuse(&new, "get", NOW);
            }
        });
        assert_eq!(seen.given(), 2);
    });
}

/// Caught: two calls that renew at once; a renewal that others wait for.
#[test]
fn one_call_renews_ahead_and_nobody_waits() {
    let later = NOW + Duration::from_secs(3500);
    explore(move || {
        let (cache, endpoint) = (std::sync::Arc::new(TokenCache::default()), Arc::new(Endpoint::default()));
        let Decision::Fetch(ticket) = cache.decide(NOW) else { panic!() };
        ticket.succeed(api(endpoint.fetch()), NOW, HOUR);
        let seen = endpoint.clone();
        together(3, move |_| {
            assert!(matches!(cache.decide(later), Decision::Use(_)));
            if let Some(ticket) = cache.renewal(later) {
                ticket.succeed(api(endpoint.fetch()), later, HOUR);
            }
            assert!(matches!(cache.decide(later), Decision::Use(_)));
        });
        assert_eq!(seen.given(), 2);
    });
}

fn is_number(held: &Held, number: u32) -> bool {
    let request = kinde_api::Endpoint::request(&kinde_api::organizations::GetOrganization::default(), &held.api);
    request.unwrap().headers()["authorization"] == format!("Bearer {number}")
}
