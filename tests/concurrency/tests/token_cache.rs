//! One token for all threads of a client, whatever order they run in.
//!
//! Each test was seen to fail on bugs that were put into the library on purpose, and names them.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use concurrency::{Chance, together};
use http::{Request, Response};
use kinde_api::organizations::GetOrganization;
use kinde_api::{Client, Clock, Credentials, Retry, Transport};

const THREADS: u64 = 8;

fn client<T: Transport>(transport: T) -> Client<T> {
    let client = Client::new(transport, "https://acme.kinde.com", Credentials::client("id", "secret")).unwrap();
    client.with_retry(Retry::none())
}

/// Sells tokens with numbers, and knows which of them hold.
#[derive(Debug, Default)]
struct Seller {
    /// How many were sold: the number of the next one.
    sold: AtomicU64,
    /// Those with lower numbers are refused.
    first_that_holds: AtomicU64,
    /// How many requests for a token are under way.
    under_way: AtomicU64,
}

impl Seller {
    /// Sells one, and checks that nobody else is buying one meanwhile.
    fn sell(&self, expires_in: u64) -> Response<Vec<u8>> {
        assert_eq!(self.under_way.fetch_add(1, Ordering::SeqCst), 0, "two threads fetch a token at the same time");
        thread::yield_now();
        let number = self.sold.fetch_add(1, Ordering::SeqCst);
        self.under_way.fetch_sub(1, Ordering::SeqCst);
        response(200, &format!(r#"{{"access_token":"{number}","expires_in":{expires_in}}}"#))
    }

    fn check(&self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        let number = number(request);
        assert!(number < self.sold.load(Ordering::SeqCst), "this token was never sold");
        let holds = number >= self.first_that_holds.load(Ordering::SeqCst);
        response(if holds { 200 } else { 401 }, "{}")
    }

    fn sold(&self) -> u64 {
        self.sold.load(Ordering::SeqCst)
    }
}

fn is_for_token(request: &Request<Vec<u8>>) -> bool {
    request.uri().path() == "/oauth2/token"
}

/// The number of the token that a request came with.
fn number(request: &Request<Vec<u8>>) -> u64 {
    let token = request.headers()["authorization"].to_str().unwrap();
    token.strip_prefix("Bearer ").unwrap().parse().unwrap()
}

fn response(status: u16, body: &str) -> Response<Vec<u8>> {
    Response::builder().status(status).body(body.into()).unwrap()
}

/// Caught: a fetch that begins while another is under way; a ticket that ends a fetch which is not its own; an outcome
/// that a later one takes the place of; waiters that nobody wakes.
#[test]
fn tokens_of_no_lifetime_are_fetched_one_after_the_other() {
    let seller = Arc::new(Seller::default());
    let client = client({
        let seller = seller.clone();
        move |request: Request<Vec<u8>>| {
            Ok::<_, Infallible>(if is_for_token(&request) { seller.sell(0) } else { seller.check(&request) })
        }
    });
    together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        for _ in 0..2_000 {
            chance.dawdle();
            client.send(&GetOrganization::new("org_1")).unwrap();
        }
    });
    assert!(seller.sold() <= THREADS * 2_000, "{seller:?}");
}

/// Caught: a 401 that gives up the token which another thread has fetched since, though not each time; a fetch that
/// begins while another is under way; an outcome that a later one takes the place of; waiters that nobody wakes.
#[test]
fn a_token_that_is_revoked_is_fetched_anew_once() {
    const REVOCATIONS: u64 = 500;
    let seller = Arc::new(Seller::default());
    let client = client({
        let seller = seller.clone();
        move |request: Request<Vec<u8>>| {
            if is_for_token(&request) {
                return Ok::<_, Infallible>(seller.sell(3600));
            }
            // An answer that comes late is about a token that may be gone by then.
            Chance::new(number(&request)).dawdle();
            let answer = seller.check(&request);
            thread::yield_now();
            Ok(answer)
        }
    });
    let revoked = seller.clone();
    together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        while revoked.first_that_holds.load(Ordering::SeqCst) < REVOCATIONS {
            chance.dawdle();
            // A second revocation between the two tries of a call is told as it is.
            if let Err(error) = client.send(&GetOrganization::new("org_1")) {
                assert_eq!(error.response().map(|answer| answer.status().as_u16()), Some(401), "{error:?}");
                assert_eq!(error.attempts(), 2);
            }
            if thread == 0 {
                // Only a token that was sold can be revoked, and each once.
                let last = revoked.sold();
                revoked.first_that_holds.fetch_max(last, Ordering::SeqCst);
            }
        }
    });
    let revocations = seller.first_that_holds.load(Ordering::SeqCst);
    assert!(seller.sold() == revocations || seller.sold() == revocations + 1, "{seller:?}");
}

/// Caught, each time: a 401 that gives up the token which another thread has fetched since.
#[test]
fn a_401_that_comes_late_takes_the_token_that_is_there_by_then() {
    let (is_held, is_renewed) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let seller = Arc::new(Seller::default());
    let client = client({
        let (seller, is_held, is_renewed) = (seller.clone(), is_held.clone(), is_renewed.clone());
        move |request: Request<Vec<u8>>| {
            if is_for_token(&request) {
                return Ok::<_, Infallible>(seller.sell(3600));
            }
            let is_late = number(&request) == 0 && request.uri().query() == Some("code=org_late");
            if is_late {
                is_held.wait();
                is_renewed.wait();
            }
            Ok(seller.check(&request))
        }
    });
    client.send(&GetOrganization::new("org_1")).unwrap();
    let late = {
        let client = client.clone();
        thread::spawn(move || client.send(&GetOrganization::new("org_late")).map(drop))
    };
    is_held.wait();
    seller.first_that_holds.store(1, Ordering::SeqCst);
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(seller.sold(), 2);
    is_renewed.wait();
    late.join().unwrap().unwrap();
    assert_eq!(seller.sold(), 2, "the new token was there for both");
}

/// Caught: a ticket that is dropped and ends no fetch, and one that ends a fetch which is not its own; waiters that
/// nobody wakes, or that fail for it.
#[test]
fn nobody_waits_for_a_fetch_that_panicked() {
    let requests = Arc::new(AtomicU64::new(0));
    let seller = Arc::new(Seller::default());
    let client = client(move |request: Request<Vec<u8>>| {
        if !is_for_token(&request) {
            return Ok::<_, Infallible>(seller.check(&request));
        }
        if requests.fetch_add(1, Ordering::SeqCst) % 3 != 0 {
            return Ok(seller.sell(0));
        }
        thread::yield_now();
        resume_unwind(Box::new("this fetch is lost"))
    });
    let outcomes = together(THREADS, move |thread| {
        let mut chance = Chance::new(thread);
        let mut outcomes = [0_u64; 2];
        for _ in 0..1_000 {
            chance.dawdle();
            let call = || client.send(&GetOrganization::new("org_1"));
            match catch_unwind(AssertUnwindSafe(call)) {
                Ok(answer) => {
                    answer.expect("another call fetches in the place of the one that panicked");
                    outcomes[0] += 1;
                }
                Err(panic) => {
                    assert_eq!(panic.downcast_ref::<&str>(), Some(&"this fetch is lost"), "another panic");
                    outcomes[1] += 1;
                }
            }
        }
        outcomes
    });
    let all = outcomes.iter().fold([0; 2], |sum, each| [0, 1].map(|index| sum[index] + each[index]));
    assert_eq!(all.iter().sum::<u64>(), THREADS * 1_000);
    assert!(all[0] > 0 && all[1] > 0, "{all:?}");
}

/// A clock that stands where it is put, and counts who looks at it.
#[derive(Debug, Default)]
struct StoppedClock {
    seconds: AtomicU64,
    looks: AtomicU64,
}

impl StoppedClock {
    fn put_to(&self, seconds: u64) {
        self.seconds.store(seconds, Ordering::SeqCst);
    }

    fn looks(&self) -> u64 {
        self.looks.load(Ordering::SeqCst)
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Duration {
        self.looks.fetch_add(1, Ordering::SeqCst);
        Duration::from_secs(self.seconds.load(Ordering::SeqCst))
    }

    fn sleep(&self, _: Duration) {}

    fn jitter(&self) -> f64 {
        0.0
    }
}

/// Caught: a token that lives and is not used while its successor is fetched.
#[test]
fn while_the_old_token_lives_nobody_waits_for_the_new_one() {
    let clock = Arc::new(StoppedClock::default());
    let (is_renewing, is_done) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let seller = Arc::new(Seller::default());
    let client = client({
        let (seller, is_renewing, is_done) = (seller.clone(), is_renewing.clone(), is_done.clone());
        move |request: Request<Vec<u8>>| {
            if !is_for_token(&request) {
                return Ok::<_, Infallible>(seller.check(&request));
            }
            if seller.sold() > 0 {
                is_renewing.wait();
                is_done.wait();
            }
            Ok(seller.sell(3600))
        }
    })
    .with_clock(clock.clone());
    client.send(&GetOrganization::new("org_1")).unwrap();
    clock.put_to(3_590);
    let renewing = {
        let client = client.clone();
        thread::spawn(move || client.send(&GetOrganization::new("org_1")).map(drop))
    };
    is_renewing.wait();
    together(THREADS, move |_| {
        for _ in 0..500 {
            client.send(&GetOrganization::new("org_1")).unwrap();
        }
    });
    assert_eq!(seller.sold(), 1, "the renewal is still under way");
    is_done.wait();
    renewing.join().unwrap().unwrap();
    assert_eq!(seller.sold(), 2);
}

/// Caught: those for whom the old token expires during a renewal that fails, and who are told so after its one try.
#[test]
fn a_renewal_that_fails_is_no_failure_of_those_who_wait_for_it() {
    let clock = Arc::new(StoppedClock::default());
    let (is_renewing, is_done) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let seller = Arc::new(Seller::default());
    let has_failed = AtomicBool::new(false);
    let client = client({
        let (seller, is_renewing, is_done) = (seller.clone(), is_renewing.clone(), is_done.clone());
        move |request: Request<Vec<u8>>| {
            if !is_for_token(&request) {
                return Ok::<_, Infallible>(seller.check(&request));
            }
            if seller.sold() == 0 || has_failed.swap(true, Ordering::SeqCst) {
                return Ok(seller.sell(3600));
            }
            is_renewing.wait();
            is_done.wait();
            Ok(response(503, ""))
        }
    })
    .with_clock(clock.clone());
    client.send(&GetOrganization::new("org_1")).unwrap();
    clock.put_to(3_590);
    let renewing = {
        let client = client.clone();
        thread::spawn(move || client.send(&GetOrganization::new("org_1")).map(drop))
    };
    is_renewing.wait();
    clock.put_to(3_600);
    let looks = clock.looks();
    let waiting: Vec<_> = (0..THREADS)
        .map(|_| {
            let client = client.clone();
            thread::spawn(move || client.send(&GetOrganization::new("org_1")).map(drop))
        })
        .collect();
    // Each looks once, and then waits.
    while clock.looks() < looks + THREADS {
        thread::yield_now();
    }
    is_done.wait();
    for call in waiting.into_iter().chain([renewing]) {
        call.join().unwrap().unwrap();
    }
    assert_eq!(seller.sold(), 2);
}
