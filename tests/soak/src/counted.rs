//! A transport that counts what goes through it, and gives each call a number that the server can see.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use http::{HeaderValue, Request, Response, StatusCode};
use kinde_api::emulator::TOKEN;
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Attempt, Transport};

use crate::Report;

/// The header with the number of the call: all its attempts have the same one.
pub(crate) const CALL: &str = "x-call";

thread_local! {
    /// The call that this thread makes, and how often it was sent.
    static CURRENT: Cell<(u64, u64)> = const { Cell::new((0, 0)) };
}

/// Begins a call of this thread.
pub(crate) fn begin(call: u64) {
    CURRENT.set((call, 0));
}

/// How often the call was sent.
pub(crate) fn sent() -> u64 {
    CURRENT.get().1
}

#[derive(Debug, Default)]
pub(crate) struct Counts {
    requests: AtomicU64,
    retries: AtomicU64,
    rate_limited: AtomicU64,
    server_errors: AtomicU64,
    broken: AtomicU64,
    empty: AtomicU64,
    tokens: AtomicU64,
}

impl Counts {
    pub(crate) fn add_to(&self, report: &mut Report) {
        report.requests = self.requests.load(Ordering::SeqCst);
        report.retries = self.retries.load(Ordering::SeqCst);
        report.rate_limited = self.rate_limited.load(Ordering::SeqCst);
        report.server_errors = self.server_errors.load(Ordering::SeqCst);
        report.broken = self.broken.load(Ordering::SeqCst);
        report.empty = self.empty.load(Ordering::SeqCst);
        report.tokens = self.tokens.load(Ordering::SeqCst);
    }

    fn count(&self, is_for_token: bool, answer: Option<&Response<Vec<u8>>>) {
        let Some(answer) = answer else {
            return add(&self.broken);
        };
        let is_empty = answer.body().is_empty() && answer.status() != StatusCode::NO_CONTENT;
        match answer.status() {
            StatusCode::TOO_MANY_REQUESTS => add(&self.rate_limited),
            status if status.is_server_error() => add(&self.server_errors),
            status if status.is_success() && is_empty => add(&self.empty),
            status if status.is_success() && is_for_token => add(&self.tokens),
            _ => {}
        }
    }
}

fn add(count: &AtomicU64) {
    count.fetch_add(1, Ordering::SeqCst);
}

pub(crate) struct Counted {
    transport: UreqTransport,
    counts: Arc<Counts>,
}

impl Counted {
    pub(crate) fn new(transport: UreqTransport, counts: Arc<Counts>) -> Self {
        Self { transport, counts }
    }
}

impl Transport for Counted {
    type Error = UreqError;

    fn send(&self, mut request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, UreqError> {
        let attempt = request.extensions().get::<Attempt>().cloned().expect("the client tells which attempt it is");
        let is_for_token = attempt.operation_id == TOKEN;
        if !is_for_token {
            let (call, sent) = CURRENT.get();
            CURRENT.set((call, sent + 1));
            request.headers_mut().insert(CALL, HeaderValue::from(call));
        }
        add(&self.counts.requests);
        if attempt.number > 1 {
            add(&self.counts.retries);
        }
        let answer = self.transport.send(request);
        self.counts.count(is_for_token, answer.as_ref().ok());
        answer
    }

    fn is_retryable(&self, error: &UreqError) -> bool {
        self.transport.is_retryable(error)
    }

    fn was_not_sent(&self, error: &UreqError) -> bool {
        self.transport.was_not_sent(error)
    }
}
