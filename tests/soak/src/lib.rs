//! Threads call a served emulator over sockets while it misbehaves; then its state must be what the answers said.
//!
//! A soak is made of rounds. In each, every thread makes so many calls, drawn by chance from a seed, on organizations
//! of its own and on such that all share, and writes down what the answers mean: a success was carried out, a refusal
//! was not, and of everything else nobody knows, so that both are allowed. After a round,
//!
//! - all that the emulator holds is compared with what was written down, and nothing may be there twice;
//! - what it received is looked through: no POST or PATCH comes again after an unknown fate;
//! - the tokens that were fetched are counted.

mod audit;
mod calls;
mod counted;
mod ledger;
#[path = "../../../examples/loopback/mod.rs"]
mod loopback;
mod state;
mod worker;

use std::alloc::System;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use cap::Cap;
use concurrency::Chance;
use http::StatusCode;
use kinde_api::emulator::{Emulator, Fault, FeatureFlag, Misbehaviour};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Client, Clock, Credentials, OrgCode, Retry, UserId};

use self::calls::Calls;
use self::counted::{Counted, Counts};
use self::ledger::Ledger;
use self::worker::Worker;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// A second of the client's is so many parts of a real one. The emulator goes by real ones: to it, no token expires.
const HASTE: u32 = 1_000;
/// Tokens live so long by the client's clock, so that some are renewed ahead and some after they were revoked.
const TOKEN_LIFETIME: Duration = Duration::from_secs(1_000);
/// Of these, a tenth ahead.
const TOKEN_USE: Duration = Duration::from_secs(900);
const DAY: Duration = Duration::from_secs(86_400);
const USERS_A_THREAD: usize = 4;
const SHARED_ORGANIZATIONS: usize = 3;

/// How much is done.
#[derive(Clone, Debug)]
pub struct Soak {
    /// How many threads call at once.
    pub threads: usize,
    /// How many operations each of them makes in a round.
    pub operations: u64,
    /// How many rounds there are at least.
    pub rounds: u64,
    /// How long rounds are begun.
    pub time: Duration,
    /// What chance begins with.
    pub seed: u64,
}

/// What was done, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many rounds there were.
    pub rounds: u64,
    /// Operations that succeeded, were refused, and whose fate is unknown.
    pub fates: [u64; 3],
    /// How many requests were sent, those for tokens included.
    pub requests: u64,
    /// How many of these were second and further attempts.
    pub retries: u64,
    /// How many were answered with 429.
    pub rate_limited: u64,
    /// How many were answered with 5xx.
    pub server_errors: u64,
    /// How many had no whole answer.
    pub broken: u64,
    /// How many were answered with 2xx and no body, where one was to come.
    pub empty: u64,
    /// How many tokens came.
    pub tokens: u64,
    /// How often all tokens were revoked.
    pub revocations: u64,
    /// Facts of the state that were compared.
    pub facts: u64,
    /// Bytes that the process holds, after each quarter of the rounds: what was asked of the allocator, whatever that
    /// keeps beside it for threads to come.
    pub memory: [usize; 4],
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [done, refused, unknown] = self.fates;
        writeln!(formatter, "rounds:      {}", self.rounds)?;
        writeln!(formatter, "operations:  {done} done, {refused} refused, {unknown} of unknown fate")?;
        writeln!(formatter, "requests:    {}, of which {} again", self.requests, self.retries)?;
        let Self { rate_limited, server_errors, broken, empty, .. } = self;
        writeln!(formatter, "faults:      {rate_limited} 429, {server_errors} 5xx, {broken} broken, {empty} empty")?;
        writeln!(formatter, "tokens:      {} for {} revocations", self.tokens, self.revocations)?;
        writeln!(formatter, "facts:       {} compared", self.facts)?;
        write!(formatter, "memory:      {:?} bytes after each quarter", self.memory)
    }
}

/// What all threads work on.
struct World {
    emulator: Emulator,
    client: Client<Counted>,
    /// The users of each thread, which no other touches.
    users: Vec<Vec<UserId>>,
    shared: Vec<OrgCode>,
    revocations: AtomicU64,
}

impl Soak {
    /// Runs it.
    ///
    /// # Errors
    ///
    /// Where no port can be had.
    ///
    /// # Panics
    ///
    /// Where anything is not as it must be.
    pub fn run(&self) -> io::Result<Report> {
        let emulator = emulator();
        let address = loopback::serve(emulator.clone(), 0)?;
        let counts = Arc::new(Counts::default());
        let clock = Arc::new(HastyClock(Instant::now()));
        let mut world = World {
            client: client(&emulator, &format!("http://{address}"), &counts, &clock),
            users: (0..self.threads).map(|thread| users(&emulator, thread)).collect(),
            shared: Vec::new(),
            revocations: AtomicU64::new(0),
            emulator,
        };
        let start = Instant::now();
        let mut report = Report::default();
        let mut memory = Vec::new();
        while report.rounds < self.rounds || start.elapsed() < self.time {
            self.round(&mut world, &mut report);
            memory.push(ALLOCATOR.allocated());
        }
        counts.add_to(&mut report);
        report.revocations = world.revocations.load(Ordering::SeqCst);
        report.memory = [1, 2, 3, 4].map(|quarter| memory[(memory.len() * quarter).div_ceil(4) - 1]);
        // Each token but the first replaces one that was revoked or has come to its end.
        let expired = clock.now().as_secs() / TOKEN_USE.as_secs();
        let most = 1 + report.revocations + expired;
        assert!(report.tokens <= most, "{} tokens were fetched, and {most} would have done", report.tokens);
        Ok(report)
    }

    fn round(&self, world: &mut World, report: &mut Report) {
        let seed = self.seed + report.rounds * 1_000;
        let label = |number: usize| format!("shared-{number}");
        world.shared = (0..SHARED_ORGANIZATIONS).map(|number| state::create(&world.emulator, &label(number))).collect();
        world.emulator.clear_requests();
        misbehave(&world.emulator, &mut Chance::new(seed));
        let workers: Vec<Worker<'_>> = thread::scope(|scope| {
            let world = &*world;
            let work = |thread: usize| {
                let mut worker = Worker::new(world, thread, seed + 1 + thread as u64);
                scope.spawn(move || {
                    (0..self.operations).for_each(|_| worker.work());
                    worker
                })
            };
            let threads: Vec<_> = (0..self.threads).map(work).collect();
            threads.into_iter().map(|thread| thread.join().expect("no thread panics")).collect()
        });
        let mut ledger = Ledger::default();
        let mut calls = Calls::default();
        for worker in workers {
            ledger.merge(worker.ledger);
            calls.merge(worker.calls);
        }
        world.emulator.behave();
        audit::requests(&world.emulator.requests(), &calls);
        for number in 0..SHARED_ORGANIZATIONS {
            ledger.is_there(&label(number));
        }
        report.facts += ledger.compare(&state::read(&world.emulator));
        report.rounds += 1;
        report.fates = [0, 1, 2].map(|index| report.fates[index] + calls.fates[index]);
        state::clear(&world.emulator);
        world.emulator.clear_requests();
    }
}

fn emulator() -> Emulator {
    let emulator = Emulator::new();
    emulator.follow_wall_clock();
    emulator.set_token_lifetime(TOKEN_LIFETIME);
    for role in ["admin", "member"] {
        emulator.add_role(role);
    }
    emulator.add_property("city");
    emulator.add_feature_flag(FeatureFlag::str("theme", state::DEFAULT_THEME));
    emulator
}

fn users(emulator: &Emulator, thread: usize) -> Vec<UserId> {
    let address = |number| format!("member{thread}.{number}@example.com");
    (0..USERS_A_THREAD).map(|number| emulator.add_user(address(number))).collect()
}

fn client(emulator: &Emulator, origin: &str, counts: &Arc<Counts>, clock: &Arc<HastyClock>) -> Client<Counted> {
    let transport = Counted::new(UreqTransport::default(), counts.clone());
    let client = Client::new(transport, origin, emulator.credentials()).expect("origin and credentials are in order");
    // A call's limits are in the client's time, and a busy machine is not what is looked for here.
    let retry = Retry::default().initial_backoff(Duration::from_secs(1)).max_elapsed(DAY).max_total_wait(DAY);
    client.with_retry(retry).with_clock(clock.clone())
}

/// All kinds of faults, each on every so manieth request.
fn misbehave(emulator: &Emulator, chance: &mut Chance) {
    let statuses = [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::BAD_GATEWAY, StatusCode::SERVICE_UNAVAILABLE];
    let status = statuses[usize::try_from(chance.below(3)).unwrap_or_default()];
    for fault in [
        Fault::RateLimited { reset: Duration::from_secs(1) },
        Fault::ServerError(status),
        Fault::TruncatedBody,
        Fault::EmptyBody,
        Fault::Slow(Duration::from_millis(3)),
        Fault::Closed,
        Fault::AnswerLost,
    ] {
        emulator.misbehave(Misbehaviour::new(fault).every(20 + chance.below(30)).times(10_000));
    }
}

/// A clock that goes [`HASTE`] times as fast as the machine's: the same time for all threads, and short waits.
#[derive(Debug)]
struct HastyClock(Instant);

impl Clock for HastyClock {
    fn now(&self) -> Duration {
        self.0.elapsed() * HASTE
    }

    fn sleep(&self, duration: Duration) {
        thread::sleep(duration / HASTE);
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}

/// A client in memory, which sees the state as it is.
fn quiet_client(emulator: &Emulator) -> Client<Emulator> {
    let credentials = Credentials::token(emulator.token());
    Client::new(emulator.clone(), "http://localhost", credentials).expect("origin and token are in order")
}
