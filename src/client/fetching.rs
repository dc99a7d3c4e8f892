//! The fetch of a token by one call: its requests, and what comes of them.

use std::sync::Arc;
use std::thread::ThreadId;
use std::time::Duration;

use http::{Request, Response, StatusCode};

use super::course::Came;
use super::patience::Tally;
use super::token_cache::{Held, Ticket};
use crate::token::request::OPERATION_ID;
use crate::{Api, Attempt, Event, Failure, ResponseError, Session, TokenError, TokenRequest};

/// A fetch that a call makes for itself and all others.
pub(crate) struct Fetching {
    ticket: Ticket,
    attempts: u32,
    pub(crate) tally: Tally,
    sent_at: Option<Duration>,
    pub(crate) last_error: Option<TokenError>,
}

/// What came of a request for a token.
pub(crate) enum Progress {
    Token(Held),
    /// A renewal ahead has ended, with a token or without: the call has its answer already.
    Ahead,
    /// No repetition would mend it.
    Refused(TokenError),
    /// It may be tried again.
    Again(Fetching, TokenError),
}

impl Fetching {
    pub(crate) fn new(ticket: Ticket) -> Self {
        Self { ticket, attempts: 0, tally: Tally::default(), sent_at: None, last_error: None }
    }

    pub(crate) fn is_sent(&self) -> bool {
        self.sent_at.is_some()
    }

    pub(crate) fn is_driven_by(&self, thread: ThreadId) {
        self.ticket.fetch().is_driven_by(thread);
    }

    /// The request of the next attempt.
    pub(crate) fn begin(&mut self, session: &Session, token_request: &TokenRequest, now: Duration) -> Request<Vec<u8>> {
        self.attempts += 1;
        self.sent_at = Some(now);
        let (attempt, host) = (self.attempts, token_request.host());
        session.tell(|| Event::Sending { operation_id: OPERATION_ID, attempt, host });
        self.request(token_request)
    }

    /// The request of this attempt.
    pub(crate) fn request(&self, token_request: &TokenRequest) -> Request<Vec<u8>> {
        let mut request = token_request.request();
        request.extensions_mut().insert(Attempt { operation_id: OPERATION_ID, number: self.attempts });
        request
    }

    pub(crate) fn read(
        mut self,
        came: Came,
        session: &Session,
        token_request: &TokenRequest,
        now: Duration,
    ) -> Progress {
        let sent_at = self.sent_at.take().unwrap_or(now);
        let took = now.saturating_sub(sent_at);
        let attempt = self.attempts;
        let token = match came {
            Came::Answer(response) => {
                let status = response.status();
                session.tell(|| Event::Answered { operation_id: OPERATION_ID, attempt, status, took });
                read_token(session, token_request, &response)
            }
            Came::Failure(failure, source) => {
                let error = source.as_deref().map(|error| error as _);
                session.tell(|| Event::Failed { operation_id: OPERATION_ID, attempt, failure, error, took });
                Err(TokenError::transport(source, token_request.host(), failure != Failure::Final))
            }
        };
        match token {
            Ok((api, expires_in)) => {
                let is_renewal = !self.ticket.is_first();
                session.tell(|| Event::TokenFetched { expires_in, is_renewal, took });
                self.succeed(api, sent_at, expires_in)
            }
            Err(error) => self.fail(error, now),
        }
    }

    fn succeed(self, api: Arc<Api>, fetched_at: Duration, lifetime: Option<Duration>) -> Progress {
        let is_ahead = self.ticket.is_ahead();
        let held = self.ticket.succeed(api, fetched_at, lifetime);
        if is_ahead { Progress::Ahead } else { Progress::Token(held) }
    }

    fn fail(self, error: TokenError, now: Duration) -> Progress {
        if let Some(asked) = asked_pause(&error) {
            self.ticket.pause(now, asked);
        }
        if self.ticket.is_ahead() {
            self.ticket.postpone(now);
            return Progress::Ahead;
        }
        if !error.is_retryable() {
            self.ticket.refuse(&error, now);
            return Progress::Refused(error);
        }
        Progress::Again(self, error)
    }
}

fn asked_pause(error: &TokenError) -> Option<Duration> {
    error.response().filter(|answer| answer.status() == StatusCode::TOO_MANY_REQUESTS)?.retry_after()
}

fn read_token(
    session: &Session,
    token_request: &TokenRequest,
    response: &Response<Vec<u8>>,
) -> Result<(Arc<Api>, Option<Duration>), TokenError> {
    let token = token_request.response(response)?;
    let origin = session.draft_api().parsed_origin().clone();
    let api = Api::with_origin(origin, &token.access_token).map_err(|_| {
        TokenError::unusable(
            ResponseError::new(response.status(), response.headers(), response.body()).without_plain_text(),
        )
    })?;
    Ok((Arc::new(api), token.expires_in))
}
