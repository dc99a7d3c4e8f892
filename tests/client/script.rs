//! A transport that gives the answers that it was told, in order, and writes down what it was sent.
#![expect(clippy::unnecessary_wraps, reason = "an answer that failed stands beside one that did not")]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use http::{Request, Response};
use kinde_api::{Attempt, Client, Credentials, Transport};

use crate::clock::TestClock;

pub(crate) const ORIGIN: &str = "https://acme.kinde.com";

pub(crate) type Answer = Result<Response<Vec<u8>>, Broken>;

#[derive(Debug, thiserror::Error)]
#[error("the connection broke")]
pub(crate) struct Broken {
    pub(crate) is_retryable: bool,
    pub(crate) was_not_sent: bool,
}

pub(crate) fn broken() -> Answer {
    Err(Broken { is_retryable: true, was_not_sent: false })
}

/// The connection was refused: nothing was sent.
pub(crate) fn not_sent() -> Answer {
    Err(Broken { is_retryable: true, was_not_sent: true })
}

/// What no repetition would mend.
pub(crate) fn hopeless() -> Answer {
    Err(Broken { is_retryable: false, was_not_sent: false })
}

pub(crate) fn answer(status: u16, body: &str) -> Answer {
    Ok(Response::builder().status(status).body(body.into()).unwrap())
}

pub(crate) fn answer_with(status: u16, header: (&str, &str), body: &str) -> Answer {
    Ok(Response::builder().status(status).header(header.0, header.1).body(body.into()).unwrap())
}

pub(crate) fn token(name: &str, expires_in: u64) -> Answer {
    answer(200, &format!(r#"{{"access_token":"{name}","expires_in":{expires_in},"token_type":"bearer"}}"#))
}

#[derive(Default)]
pub(crate) struct Script {
    answers: Mutex<VecDeque<Answer>>,
    requests: Mutex<Vec<Request<Vec<u8>>>>,
}

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Arc<Self> {
        Arc::new(Self { answers: Mutex::new(answers.into_iter().collect()), requests: Mutex::default() })
    }

    pub(crate) fn client(self: &Arc<Self>, clock: &Arc<TestClock>) -> Client<Arc<Self>> {
        let client = Client::new(self.clone(), ORIGIN, Credentials::client("id", "secret")).unwrap();
        client.with_clock(clock.clone())
    }

    pub(crate) fn client_with_token(self: &Arc<Self>, clock: &Arc<TestClock>) -> Client<Arc<Self>> {
        Client::new(self.clone(), ORIGIN, Credentials::token("fixed")).unwrap().with_clock(clock.clone())
    }

    pub(crate) fn requests(&self) -> Vec<Request<Vec<u8>>> {
        self.requests.lock().unwrap().clone()
    }

    /// What was sent: which try of which operation, and with which token.
    pub(crate) fn sent(&self) -> Vec<String> {
        let describe = |request: &Request<Vec<u8>>| {
            let attempt = request.extensions().get::<Attempt>().unwrap();
            let token = request.headers().get("authorization").map_or("-", |value| value.to_str().unwrap());
            format!("{} {} {}", attempt.operation_id, attempt.number, token.trim_start_matches("Bearer "))
        };
        self.requests.lock().unwrap().iter().map(describe).collect()
    }

    /// How many requests there were for a token.
    pub(crate) fn token_requests(&self) -> usize {
        self.sent().iter().filter(|sent| sent.starts_with("token ")).count()
    }

    pub(crate) fn is_at_its_end(&self) -> bool {
        self.answers.lock().unwrap().is_empty()
    }
}

impl Transport for Script {
    type Error = Broken;

    fn send(&self, request: Request<Vec<u8>>) -> Answer {
        self.requests.lock().unwrap().push(request);
        self.answers.lock().unwrap().pop_front().expect("the script has an answer")
    }

    fn is_retryable(&self, error: &Broken) -> bool {
        error.is_retryable
    }

    fn was_not_sent(&self, error: &Broken) -> bool {
        error.was_not_sent
    }
}
