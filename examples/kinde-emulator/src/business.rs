//! The business that is served: the emulator, the requests that it got, and what it has to tell to webhooks.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{Request, Response};
use kinde_api::emulator::{Closed, Emulator, ReceivedRequest};
use tokio::sync::mpsc::UnboundedSender;

use crate::arguments::RateLimit;
use crate::kept::Kept;
use crate::state::problem::Problem;
use crate::state::{State, build};
use crate::webhooks::signing::SigningKey;
use crate::webhooks::{Delivery, Outcome};

/// How many requests are kept for `GET /_emulator/requests`, and of how many bytes.
const MOST_REQUESTS: (usize, usize) = (1_000, 8 * 1024 * 1024);

/// How many deliveries are kept for `GET /_emulator/webhooks`, and of how many bytes.
const MOST_DELIVERIES: (usize, usize) = (1_000, 8 * 1024 * 1024);

/// What every emulator here is set to, whatever it holds.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// What ids and secrets follow from: known on loopback, random where others reach it.
    pub(crate) seed: u64,
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    pub(crate) token_lifetime: Duration,
    pub(crate) rate_limit: Option<RateLimit>,
}

impl Settings {
    /// An emulator with what every business begins with.
    pub(crate) fn fresh(&self) -> Emulator {
        let emulator = Emulator::with_seed(self.seed);
        emulator.follow_wall_clock();
        emulator.set_credentials(self.client_id.as_str(), self.client_secret.as_str());
        emulator.set_token_lifetime(self.token_lifetime);
        self.limit_rate(&emulator);
        emulator
    }

    /// An emulator with a state.
    pub(crate) fn emulator(&self, state: &State) -> Result<Emulator, Problem> {
        let emulator = self.fresh();
        build::fill(&emulator, state)?;
        Ok(emulator)
    }

    pub(crate) fn limit_rate(&self, emulator: &Emulator) {
        if let Some(RateLimit { requests, window }) = self.rate_limit {
            emulator.limit_rate(requests, window);
        }
    }
}

/// What is served, from several threads at once.
pub(crate) struct Business {
    pub(crate) settings: Settings,
    pub(crate) signing_key: SigningKey,
    seed: State,
    inside: Mutex<Inside>,
    /// Where deliveries go that are to be sent.
    outbox: Option<UnboundedSender<Delivery>>,
}

/// What one request after the other works on.
pub(crate) struct Inside {
    pub(crate) emulator: Emulator,
    pub(crate) requests: Kept<ReceivedRequest>,
    pub(crate) deliveries: Kept<Delivery>,
    delivered: u64,
}

/// What a request came to.
pub(crate) struct Answered {
    pub(crate) result: Result<Response<Vec<u8>>, Closed>,
    pub(crate) received: Option<ReceivedRequest>,
}

impl Business {
    pub(crate) fn new(
        settings: Settings,
        seed: State,
        signing_key: SigningKey,
        outbox: Option<UnboundedSender<Delivery>>,
    ) -> Result<Self, Problem> {
        let emulator = settings.emulator(&seed)?;
        let inside = Inside {
            emulator,
            requests: Kept::new(MOST_REQUESTS.0, MOST_REQUESTS.1),
            deliveries: Kept::new(MOST_DELIVERIES.0, MOST_DELIVERIES.1),
            delivered: 0,
        };
        Ok(Self { settings, signing_key, seed, inside: Mutex::new(inside), outbox })
    }

    pub(crate) fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request to Kinde.
    pub(crate) fn respond(&self, request: Request<Vec<u8>>) -> Answered {
        let is_read = request.method() == http::Method::GET;
        let mut inside = self.inside();
        let result = inside.emulator.respond(request);
        let received = inside.emulator.requests().pop();
        inside.emulator.clear_requests();
        if let Some(received) = &received {
            inside.requests.push(received.clone(), size(received));
        }
        if !is_read {
            self.tell_webhooks(&mut inside);
        }
        Answered { result, received }
    }

    /// Hands on what has happened to the webhooks that are for it.
    pub(crate) fn tell_webhooks(&self, inside: &mut Inside) {
        for request in inside.emulator.webhooks() {
            inside.delivered += 1;
            let delivery = Delivery::new(inside.delivered, &request, &self.signing_key, self.outbox.is_some());
            if let (Some(outbox), Outcome::Sending) = (&self.outbox, &delivery.outcome) {
                // It is gone only where the program ends.
                let _ = outbox.send(delivery.clone());
            }
            let bytes = 2 * delivery.body.len();
            inside.deliveries.push(delivery, bytes);
        }
    }

    /// Notes what became of a delivery.
    pub(crate) fn settle(&self, number: u64, outcome: Outcome) {
        let mut inside = self.inside();
        if let Some(delivery) = inside.deliveries.iter_mut().rev().find(|delivery| delivery.number == number) {
            delivery.outcome = outcome;
        }
    }

    /// Begins anew with the seed.
    pub(crate) fn reset(&self) -> Result<(), Problem> {
        self.begin_with(&self.seed)
    }

    /// Begins anew with a state. Where it is refused, everything stays as it was. Tokens go on to hold, so that clients
    /// that keep theirs go on.
    pub(crate) fn begin_with(&self, state: &State) -> Result<(), Problem> {
        let emulator = self.settings.emulator(state)?;
        let mut inside = self.inside();
        emulator.adopt_tokens(&inside.emulator);
        inside.emulator = emulator;
        inside.requests.clear();
        inside.deliveries.clear();
        Ok(())
    }
}

fn size(received: &ReceivedRequest) -> usize {
    let headers: usize = received.headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    received.body.len() + headers + received.uri.path().len() + received.uri.query().map_or(0, str::len)
}
