//! One call over a blocking transport: sends, sleeps and reports, as the course of the call says.

use std::thread;
use std::time::Duration;

use http::{Request, Response};

use super::course::{Course, Ending, Make, Moment, Move};
use crate::{Client, Error, Failure, ResponseError, Transport};

/// One call while it is under way.
pub(crate) struct Drive<'c, T: Transport> {
    client: &'c Client<T>,
    pub(crate) course: Course<'c>,
    /// The transport's last error.
    failure: Option<T::Error>,
    /// When the last wait was over, whatever the clock says of it.
    slept_until: Duration,
}

impl<'c, T: Transport> Drive<'c, T> {
    pub(crate) fn new(client: &'c Client<T>, course: Course<'c>) -> Self {
        Self { client, course, failure: None, slept_until: Duration::ZERO }
    }

    /// The answer that the call comes to.
    pub(crate) fn run(&mut self, make: Make<'_>) -> Result<Response<Vec<u8>>, Error<T::Error>> {
        loop {
            match self.next(make) {
                Move::Over(ending) => {
                    return self.course.response(ending).map_err(|error| error.over(self.failure.take()));
                }
                next => self.perform(next),
            }
        }
    }

    /// The request alone, with a token.
    pub(crate) fn rehearse(&mut self, make: Make<'_>) -> Result<Request<Vec<u8>>, Error<T::Error>> {
        loop {
            match self.next(make) {
                Move::Send(request) if !self.course.is_fetching() => return Ok(request),
                Move::Over(ending) => return Err(self.error(ending)),
                next => self.perform(next),
            }
        }
    }

    fn now(&self) -> Duration {
        self.client.clock.now().max(self.slept_until)
    }

    fn next(&mut self, make: Make<'_>) -> Move {
        let (now, jitter) = (self.now(), || self.client.clock.jitter());
        let failure = self.failure.as_ref().map(|failure| failure as _);
        self.course.next(&Moment { now, jitter: &jitter, failure }, make)
    }

    fn perform(&mut self, next: Move) {
        match next {
            Move::Send(request) => self.send(request),
            Move::Wait(time) => {
                let until = self.now().saturating_add(time);
                self.client.clock.sleep(time);
                self.slept_until = until;
            }
            Move::WaitForToken(wait) if wait.waits_for(thread::current().id()) => self.course.will_not_wait(),
            Move::WaitForToken(wait) => wait.wait(wait.limit()),
            Move::Over(_) => {}
        }
    }

    fn send(&mut self, request: Request<Vec<u8>>) {
        if self.course.is_fetching() {
            self.course.fetch_is_driven_by(thread::current().id());
        }
        let error = match self.client.transport.send(request) {
            Ok(response) => return self.course.answer(response),
            Err(error) => error,
        };
        let failure = kind(&*self.client.transport, &error);
        if self.course.is_fetching() {
            self.course.fail(failure, Some(Box::new(error)));
        } else {
            self.course.fail(failure, None);
            self.failure = Some(error);
        }
    }

    fn error(&mut self, ending: Ending) -> Error<T::Error> {
        let error = match self.course.response(ending) {
            Err(error) => error,
            Ok(response) => {
                let (status, headers) = (response.status(), response.headers());
                self.course.refused(ResponseError::new(status, headers, response.body()))
            }
        };
        error.over(self.failure.take())
    }
}

/// What a transport knows of its error.
pub(crate) fn kind<T: Transport + ?Sized>(transport: &T, error: &T::Error) -> Failure {
    if !transport.is_retryable(error) {
        Failure::Final
    } else if transport.was_not_sent(error) {
        Failure::NotSent
    } else {
        Failure::Passing
    }
}
