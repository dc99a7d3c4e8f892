//! The course of one call, whatever its endpoint: attempts, waits and the token, decided by what it is told.

use std::error::Error as StdError;
use std::sync::Arc;
use std::thread::ThreadId;
use std::time::Duration;

use http::{Method, Request, Response, StatusCode};

use super::fetch::{Fetch, Outcome};
use super::fetching::{Fetching, Progress};
use super::patience::{Patience, Tally};
use super::token_cache::{Decision, Held};
use crate::wire::retry_hints::{is_passing, retry_after};
use crate::{
    Api, Attempt, CallError, Event, Failure, RequestError, ResponseError, Session, TokenError, TokenWait, WaitReason,
};

/// Makes the request of a call.
pub(crate) type Make<'m> = &'m dyn Fn(&Api) -> Result<Request<Vec<u8>>, RequestError>;

/// An error of the transport that nobody else keeps.
pub(crate) type Source = Box<dyn StdError + Send + Sync>;

/// When the call is asked, and what it may want to know then.
pub(crate) struct Moment<'m> {
    pub(crate) now: Duration,
    pub(crate) jitter: &'m dyn Fn() -> f64,
    /// What the transport said, where it failed the call's own request.
    pub(crate) failure: Option<&'m (dyn StdError + 'static)>,
}

/// What the call needs next.
#[expect(
    clippy::large_enum_variant,
    reason = "a request is what most calls need, and a box for it costs an allocation"
)]
pub(crate) enum Move {
    Send(Request<Vec<u8>>),
    Wait(Duration),
    WaitForToken(TokenWait),
    Over(Ending),
}

/// What a call came to.
pub(crate) enum Ending {
    /// What the last attempt came to: an answer, or a failure.
    LastAttempt,
    GaveUp(Duration),
    Request(RequestError),
    Token(TokenError),
}

/// What came for a request.
pub(crate) enum Came {
    Answer(Response<Vec<u8>>),
    Failure(Failure, Option<Source>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The request goes out with the session's token.
    WithToken,
    /// The request has what it needs.
    AsItIs,
    /// Only the request is wanted, with a token, and not for sending now.
    Rehearsal,
}

/// How far the call is.
enum Phase {
    /// An attempt is due.
    Due,
    /// The request was given out at this time.
    Sent(Duration),
    /// It fetches the token.
    Fetching(Fetching),
    /// Another call fetches the token.
    Waiting(Arc<Fetch>),
    /// The thread that fetches it is this one.
    WaitingForItself,
    Over,
}

/// The last attempt that came to something.
enum Last {
    Nothing,
    Answer(Response<Vec<u8>>),
    NoAnswer(Failure),
}

fn reason(is_limited: bool) -> WaitReason {
    if is_limited { WaitReason::RateLimit } else { WaitReason::Backoff }
}

/// One call, as far as it is the same for all endpoints.
pub(crate) struct Course<'a> {
    session: &'a Session,
    operation_id: &'static str,
    kind: Kind,
    is_repeatable: bool,
    method: Method,
    phase: Phase,
    came: Option<Came>,
    last: Last,
    patience: Patience,
    attempts: u32,
    tally: Tally,
    token: Option<Held>,
    /// The token that was answered with 401.
    refused: Option<Arc<Api>>,
    may_be_done: bool,
}

impl<'a> Course<'a> {
    pub(crate) fn new(session: &'a Session, operation_id: &'static str) -> Self {
        Self {
            session,
            operation_id,
            kind: Kind::WithToken,
            is_repeatable: false,
            method: Method::GET,
            phase: Phase::Due,
            came: None,
            last: Last::Nothing,
            patience: Patience::default(),
            attempts: 0,
            tally: Tally::default(),
            token: None,
            refused: None,
            may_be_done: false,
        }
    }

    pub(crate) fn repeatable(self) -> Self {
        Self { is_repeatable: true, ..self }
    }

    pub(crate) fn without_token(self) -> Self {
        Self { kind: Kind::AsItIs, ..self }
    }

    pub(crate) fn rehearsal(self) -> Self {
        Self { kind: Kind::Rehearsal, ..self }
    }

    pub(crate) fn operation_id(&self) -> &'static str {
        self.operation_id
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The fetch of a token that this call makes, if it makes one now.
    fn fetching(&self) -> Option<&Fetching> {
        match &self.phase {
            Phase::Fetching(fetching) => Some(fetching),
            _ => None,
        }
    }

    pub(crate) fn is_fetching(&self) -> bool {
        self.fetching().is_some()
    }

    /// Remembers which thread sends the request for the token.
    pub(crate) fn fetch_is_driven_by(&self, thread: ThreadId) {
        if let Some(fetching) = self.fetching() {
            fetching.is_driven_by(thread);
        }
    }

    pub(crate) fn answer(&mut self, response: Response<Vec<u8>>) {
        self.came(Came::Answer(response));
    }

    pub(crate) fn fail(&mut self, failure: Failure, source: Option<Source>) {
        self.came(Came::Failure(failure, source));
    }

    fn came(&mut self, came: Came) {
        let is_asked_for = match &self.phase {
            Phase::Sent(_) => true,
            Phase::Fetching(fetching) => fetching.is_sent(),
            Phase::Due | Phase::Waiting(_) | Phase::WaitingForItself | Phase::Over => false,
        };
        if is_asked_for {
            self.came.get_or_insert(came);
        }
    }

    pub(crate) fn next(&mut self, moment: &Moment<'_>, make: Make<'_>) -> Move {
        self.patience.begin(moment.now);
        loop {
            let next = match &self.phase {
                Phase::Due => self.attempt(moment.now, make),
                Phase::Sent(sent_at) => self.after_sending(*sent_at, moment, make),
                Phase::Fetching(_) => self.fetch(moment),
                Phase::Waiting(fetch) => self.after_waiting(fetch.clone(), moment.now),
                Phase::WaitingForItself => Some(self.cannot_wait(TokenError::own_client())),
                Phase::Over => Some(Move::Over(Ending::GaveUp(Duration::ZERO))),
            };
            if let Some(next) = next {
                return next;
            }
        }
    }

    /// Makes an attempt, once there is a token for it and room.
    fn attempt(&mut self, now: Duration, make: Make<'_>) -> Option<Move> {
        if let Some(wait) = self.patience.pending(now) {
            return Some(Move::Wait(wait));
        }
        if self.is_late(now) {
            return Some(self.give_up(Duration::ZERO));
        }
        if self.token.as_ref().is_some_and(|token| !token.is_alive(now)) {
            self.token = None;
        }
        if self.token.is_none() && self.kind != Kind::AsItIs {
            if let Some(next) = self.look_for_token(now, make) {
                return Some(next);
            }
            // Where it is fetched, that comes first.
            self.token.as_ref()?;
        }
        let mut request = match self.make(make) {
            Ok(request) => request,
            Err(error) => return Some(self.over(Ending::Request(error))),
        };
        if self.kind == Kind::Rehearsal {
            return Some(Move::Send(request));
        }
        if let Some(wait) = self.session.rate_limit().hold(now, self.attempts == 0) {
            return Some(self.hold(now, wait));
        }
        self.method = request.method().clone();
        self.attempts += 1;
        self.phase = Phase::Sent(now);
        let (operation_id, attempt, session) = (self.operation_id, self.attempts, self.session);
        session.tell(|| Event::Sending { operation_id, attempt, host: session.host() });
        self.number(&mut request);
        Some(Move::Send(request))
    }

    fn make(&self, make: Make<'_>) -> Result<Request<Vec<u8>>, RequestError> {
        make(self.token.as_ref().map_or(self.session.draft_api(), |token| &token.api))
    }

    fn number(&self, request: &mut Request<Vec<u8>>) {
        request.extensions_mut().insert(Attempt { operation_id: self.operation_id, number: self.attempts });
    }

    fn look_for_token(&mut self, now: Duration, make: Make<'_>) -> Option<Move> {
        let decision = self.session.decide(self.refused.as_ref(), self.operation_id, now);
        if let Decision::Use(held) = decision {
            self.token = Some(held);
            return None;
        }
        if self.attempts == 0 {
            // What no request can be made of is an error before a token is fetched.
            if let Err(error) = make(self.session.draft_api()) {
                return Some(self.over(Ending::Request(error)));
            }
        }
        match decision {
            Decision::Use(_) => None,
            Decision::Fetch(ticket) => {
                self.phase = Phase::Fetching(Fetching::new(ticket));
                None
            }
            Decision::Wait(fetch) => {
                let (operation_id, wait) = (self.operation_id, self.time_left(now));
                self.phase = Phase::Waiting(fetch);
                self.session.tell(|| Event::Waiting { operation_id, wait, reason: WaitReason::AnotherToken });
                None
            }
            Decision::Later(wait) => Some(self.hold(now, wait)),
            Decision::Refused(error) => Some(self.no_token(error)),
            Decision::Stands => Some(self.over_with_last(Ending::GaveUp(Duration::ZERO))),
        }
    }

    fn after_waiting(&mut self, fetch: Arc<Fetch>, now: Duration) -> Option<Move> {
        match fetch.outcome() {
            Some(Outcome::Refused(error)) => return Some(self.no_token(error)),
            Some(Outcome::Token(held)) => self.token = Some(held),
            Some(Outcome::Anew) => {}
            None if self.time_left(now).is_zero() => return Some(self.cannot_wait(TokenError::still_fetched())),
            None => return Some(Move::WaitForToken(TokenWait::new(fetch, self.time_left(now)))),
        }
        self.phase = Phase::Due;
        None
    }

    /// It is this call's own thread that fetches: it would wait for itself.
    pub(crate) fn will_not_wait(&mut self) {
        self.phase = Phase::WaitingForItself;
    }

    /// Ends a call that waits for a token which it won't get in time.
    fn cannot_wait(&mut self, error: TokenError) -> Move {
        self.tell_giving_up();
        let error = error.of_call(self.operation_id, self.attempts, self.may_be_done);
        self.over_with_last(Ending::Token(error))
    }

    fn after_sending(&mut self, sent_at: Duration, moment: &Moment<'_>, make: Make<'_>) -> Option<Move> {
        let took = moment.now.saturating_sub(sent_at);
        let (operation_id, attempt) = (self.operation_id, self.attempts);
        match self.came.take() {
            None => Some(match self.make(make) {
                Ok(mut request) => {
                    self.number(&mut request);
                    Move::Send(request)
                }
                Err(error) => self.over(Ending::Request(error)),
            }),
            Some(Came::Answer(response)) => {
                let status = response.status();
                let is_to_wait = status == StatusCode::TOO_MANY_REQUESTS || is_passing(status);
                let asked = if is_to_wait { retry_after(response.headers()) } else { None };
                self.last = Last::Answer(response);
                self.session.tell(|| Event::Answered { operation_id, attempt, status, took });
                self.read(status, asked, moment)
            }
            Some(Came::Failure(failure, _)) => {
                let error = moment.failure;
                self.session.tell(|| Event::Failed { operation_id, attempt, failure, error, took });
                self.session.rate_limit().lost();
                self.may_be_done |= failure != Failure::NotSent && !self.method.is_safe();
                self.last = Last::NoAnswer(failure);
                Some(if self.is_retryable_failure(failure) {
                    self.again(moment, None)
                } else {
                    self.over_with_last(Ending::LastAttempt)
                })
            }
        }
    }

    fn read(&mut self, status: StatusCode, asked: Option<Duration>, moment: &Moment<'_>) -> Option<Move> {
        self.tell_the_session(status, asked, moment.now);
        self.may_be_done |= status.is_server_error() && !self.method.is_safe();
        if status == StatusCode::UNAUTHORIZED && self.may_replace_token() {
            self.refused = self.token.take().map(|token| token.api);
            self.tally.add(false);
            self.phase = Phase::Due;
            return None;
        }
        if self.is_retryable_status(status) {
            return Some(self.again(moment, asked));
        }
        self.finish(moment.now)
    }

    /// What an answer means for other calls.
    fn tell_the_session(&self, status: StatusCode, asked: Option<Duration>, now: Duration) {
        let is_limited = status == StatusCode::TOO_MANY_REQUESTS;
        match asked.filter(|asked| is_limited && !asked.is_zero()) {
            Some(asked) => self.session.rate_limit().refused(now, asked),
            None if is_limited => {}
            None => self.session.rate_limit().accepted(now),
        }
        let Some(token) = &self.token else { return };
        if status == StatusCode::UNAUTHORIZED {
            if token.is_candidate() || self.refused.is_some() {
                self.session.refuse(token, self.operation_id, now);
            }
        } else if token.is_candidate() && !is_limited && !status.is_server_error() {
            self.session.accept(token);
        }
    }

    /// Once a call, and only where tokens are fetched.
    fn may_replace_token(&self) -> bool {
        self.token.is_some() && self.refused.is_none() && self.session.token_request().is_some()
    }

    /// Waits for the next attempt, unless a limit is reached.
    fn again(&mut self, moment: &Moment<'_>, asked: Option<Duration>) -> Move {
        let is_limited = matches!(&self.last, Last::Answer(answer) if answer.status() == StatusCode::TOO_MANY_REQUESTS);
        self.tally.add(is_limited);
        match self.backoff(self.tally, is_limited, asked, moment) {
            None => self.give_up(Duration::ZERO),
            Some(wait) => {
                self.phase = Phase::Due;
                self.wait(moment.now, wait, reason(is_limited))
            }
        }
    }

    /// The call has its answer. One of the calls that come by renews the token ahead, which no call fails for.
    fn finish(&mut self, now: Duration) -> Option<Move> {
        let is_due = self.token.as_ref().is_some_and(|token| token.is_due(now)) && !self.is_late(now);
        if let Some(ticket) = is_due.then(|| self.session.renewal(now)).flatten() {
            self.phase = Phase::Fetching(Fetching::new(ticket));
            return None;
        }
        Some(self.over_with_last(Ending::LastAttempt))
    }

    /// One step of the fetch that this call makes.
    fn fetch(&mut self, moment: &Moment<'_>) -> Option<Move> {
        let now = moment.now;
        let Phase::Fetching(mut fetching) = std::mem::replace(&mut self.phase, Phase::Due) else { return None };
        let Some(token_request) = self.session.token_request() else { return Some(self.give_up(Duration::ZERO)) };
        if !fetching.is_sent() && self.is_late(now) {
            return Some(match fetching.last_error.take() {
                Some(error) => self.give_up_fetching(error),
                None => self.give_up(Duration::ZERO),
            });
        }
        let next = if fetching.is_sent() {
            let Some(came) = self.came.take() else {
                let request = fetching.request(token_request);
                self.phase = Phase::Fetching(fetching);
                return Some(Move::Send(request));
            };
            return self.after_fetching(fetching.read(came, self.session, token_request, now), moment);
        } else if let Some(wait) = self.patience.pending(now) {
            Move::Wait(wait)
        } else {
            Move::Send(fetching.begin(self.session, token_request, now))
        };
        self.phase = Phase::Fetching(fetching);
        Some(next)
    }

    fn after_fetching(&mut self, progress: Progress, moment: &Moment<'_>) -> Option<Move> {
        match progress {
            Progress::Token(held) => {
                self.token = Some(held);
                None
            }
            Progress::Ahead => Some(self.over_with_last(Ending::LastAttempt)),
            Progress::Refused(error) => Some(self.no_token(error)),
            Progress::Again(fetching, error) => Some(self.fetch_again(fetching, error, moment)),
        }
    }

    fn fetch_again(&mut self, mut fetching: Fetching, error: TokenError, moment: &Moment<'_>) -> Move {
        let is_limited = error.status() == Some(StatusCode::TOO_MANY_REQUESTS);
        fetching.tally.add(is_limited);
        let asked = error.response().and_then(ResponseError::retry_after);
        let Some(wait) = self.backoff(fetching.tally, is_limited, asked, moment) else {
            // Those who wait for the token go by policies of their own, and fetch it in this one's place.
            return self.give_up_fetching(error);
        };
        fetching.last_error = Some(error);
        self.phase = Phase::Fetching(fetching);
        self.wait(moment.now, wait, reason(is_limited))
    }

    fn give_up_fetching(&mut self, error: TokenError) -> Move {
        self.tell_giving_up();
        self.no_token(error)
    }

    fn backoff(
        &self,
        tally: Tally,
        is_limited: bool,
        asked: Option<Duration>,
        moment: &Moment<'_>,
    ) -> Option<Duration> {
        self.patience.backoff(self.session.retry(), tally, is_limited, asked, moment.now, moment.jitter)
    }

    /// Waits for something that other calls met.
    fn hold(&mut self, now: Duration, wait: Duration) -> Move {
        if self.patience.allows(self.session.retry(), now, wait) {
            self.wait(now, wait, WaitReason::RateLimit)
        } else {
            self.give_up(wait)
        }
    }

    fn wait(&mut self, now: Duration, wait: Duration, reason: WaitReason) -> Move {
        self.patience.wait(now, wait);
        let operation_id = self.operation_id;
        self.session.tell(|| Event::Waiting { operation_id, wait, reason });
        Move::Wait(wait)
    }

    fn time_left(&self, now: Duration) -> Duration {
        self.patience.time_left(self.session.retry(), now)
    }

    fn is_late(&self, now: Duration) -> bool {
        self.patience.is_late(self.session.retry(), now)
    }

    fn tell_giving_up(&self) {
        let (operation_id, attempts) = (self.operation_id, self.attempts);
        self.session.tell(|| Event::GaveUp { operation_id, attempts });
    }

    fn give_up(&mut self, wait: Duration) -> Move {
        self.tell_giving_up();
        self.over_with_last(Ending::GaveUp(wait))
    }

    fn no_token(&mut self, error: TokenError) -> Move {
        self.over(Ending::Token(error.of_call(self.operation_id, self.attempts, self.may_be_done)))
    }

    fn over(&mut self, ending: Ending) -> Move {
        self.phase = Phase::Over;
        Move::Over(ending)
    }

    /// With what the last attempt came to, where there was one.
    fn over_with_last(&mut self, without: Ending) -> Move {
        let is_sent = !matches!(self.last, Last::Nothing);
        self.over(if is_sent { Ending::LastAttempt } else { without })
    }

    /// Whether it does the same if it is made twice.
    fn can_be_repeated(&self) -> bool {
        self.is_repeatable || self.method.is_idempotent()
    }

    fn is_retryable_status(&self, status: StatusCode) -> bool {
        status == StatusCode::TOO_MANY_REQUESTS || (is_passing(status) && self.can_be_repeated())
    }

    fn is_retryable_failure(&self, failure: Failure) -> bool {
        failure == Failure::NotSent || (failure == Failure::Passing && self.can_be_repeated())
    }

    /// The answer that a call came to, or why there is none.
    pub(crate) fn response(&mut self, ending: Ending) -> Result<Response<Vec<u8>>, CallError> {
        let (attempts, operation_id) = (self.attempts, self.operation_id);
        Err(match ending {
            Ending::LastAttempt => match std::mem::replace(&mut self.last, Last::Nothing) {
                Last::Answer(response) => return Ok(response),
                Last::NoAnswer(failure) => self.no_answer(self.is_retryable_failure(failure)),
                Last::Nothing => self.no_answer(false),
            },
            Ending::GaveUp(wait) => CallError::GaveUp { attempts, operation_id, wait },
            Ending::Request(error) => CallError::Request(error),
            Ending::Token(error) => CallError::Token(error),
        })
    }

    fn no_answer(&self, is_retryable: bool) -> CallError {
        CallError::NoAnswer {
            attempts: self.attempts,
            operation_id: self.operation_id,
            host: self.session.host().to_owned(),
            is_retryable,
            may_be_done: self.may_be_done,
        }
    }

    /// The error of an answer that was not the success that was expected.
    pub(crate) fn refused(&self, source: ResponseError) -> CallError {
        let status = source.status();
        CallError::Response {
            attempts: self.attempts,
            operation_id: self.operation_id,
            is_retryable: self.is_retryable_status(status),
            // What can't be read of a success does not undo it.
            may_be_done: self.may_be_done || (status.is_success() && !self.method.is_safe()),
            source,
        }
    }
}
