//! One call of an endpoint, from its first request to its output, for whoever has a stack to send it by.

use std::fmt;
use std::time::Duration;

use http::{Request, Response};

use super::course::{Course, Ending, Moment, Move};
use crate::{CallError, Endpoint, Failure, TokenWait};

/// One call of an endpoint, from its first request to its output or its error: see [`Session`](crate::Session) for how
/// it is driven.
///
/// Ask [`next`](Self::next) what to do, do it, and report the result with [`answer`](Self::answer) or
/// [`fail`](Self::fail). What it says to send is the endpoint's own request, or one for a token. A call may be dropped
/// at any time; if it was fetching the token for others, one of them takes over.
///
/// ```
/// use std::time::Duration;
/// use kinde_api::organizations::GetOrganization;
/// use kinde_api::{Call, Credentials, Failure, Session, Step};
///
/// let session = Session::new("https://acme.kinde.com", Credentials::token("a-token"))?;
/// let organization = GetOrganization::new("org_1");
/// let mut call: Call<'_, GetOrganization> = session.call(&organization);
///
/// assert!(matches!(call.next(Duration::ZERO, 0.0), Step::Send(_)));
/// call.fail(Failure::Final);
/// assert!(matches!(call.next(Duration::ZERO, 0.0), Step::Done(Err(error)) if error.attempts() == 1));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[must_use = "nothing is done unless it is driven"]
pub struct Call<'a, E> {
    endpoint: &'a E,
    course: Course<'a>,
}

/// What a [`Call`] needs next.
#[derive(Debug)]
pub enum Step<O> {
    /// Send this request, and report the result.
    Send(Request<Vec<u8>>),
    /// Wait for this long.
    Wait(Duration),
    /// Wait for the token that another call fetches, and no longer than its [`limit`](TokenWait::limit).
    WaitForToken(TokenWait),
    /// There is nothing more to do.
    Done(Result<Response<O>, CallError>),
}

impl<'a, E: Endpoint> Call<'a, E> {
    pub(crate) fn new(endpoint: &'a E, course: Course<'a>) -> Self {
        Self { endpoint, course }
    }

    /// Declares that making the call twice does no harm: it is then tried again like a GET.
    ///
    /// For a PATCH that sets absolute values, say.
    ///
    /// ```
    /// use kinde_api::organizations::UpdateOrganization;
    /// use kinde_api::{Credentials, Session};
    ///
    /// let session = Session::new("https://acme.kinde.com", Credentials::token("a-token"))?;
    /// let renamed = UpdateOrganization::new("org_1").name("Acme");
    /// let call = session.call(&renamed).repeatable();
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn repeatable(self) -> Self {
        Self { course: self.course.repeatable(), ..self }
    }

    /// What to do now.
    ///
    /// `now` counts from any moment that is the same for all calls of the session and its clones, and `jitter` is a number
    /// in `[0, 1)`, a new one each time: [`SystemClock`](crate::SystemClock) has both. Asked again before the answer came,
    /// it gives the same request as the same attempt; asked before a wait has ended, it gives the rest of the wait.
    ///
    /// After [`Step::Done`] there is nothing more to ask.
    ///
    /// ```
    /// use std::time::Duration;
    /// use kinde_api::organizations::GetOrganization;
    /// use kinde_api::{Credentials, Session, Step};
    ///
    /// let session = Session::new("https://acme.kinde.com", Credentials::token("a-token"))?;
    /// let organization = GetOrganization::new("org_1");
    /// let mut call = session.call(&organization);
    ///
    /// let start = Duration::ZERO;
    /// assert!(matches!(call.next(start, 0.0), Step::Send(_)));
    /// call.answer(http::Response::builder().status(503).body(Vec::new())?);
    /// assert!(matches!(call.next(start, 0.0), Step::Wait(wait) if wait == Duration::from_millis(500)));
    /// assert!(matches!(call.next(start + Duration::from_millis(500), 0.0), Step::Send(_)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next(&mut self, now: Duration, jitter: f64) -> Step<E::Output> {
        let endpoint = self.endpoint;
        let moment = Moment { now, jitter: &|| jitter, failure: None };
        match self.course.next(&moment, &|api| endpoint.request(api)) {
            Move::Send(request) => Step::Send(request),
            Move::Wait(time) => Step::Wait(time),
            Move::WaitForToken(wait) => Step::WaitForToken(wait),
            Move::Over(ending) => Step::Done(self.done(ending)),
        }
    }

    fn done(&mut self, ending: Ending) -> Result<Response<E::Output>, CallError> {
        let response = self.course.response(ending)?;
        match self.endpoint.response(&response) {
            Ok(output) => Ok(response.map(|_| output)),
            Err(source) => Err(self.course.refused(source)),
        }
    }

    /// Reports the response to the last [`Step::Send`], whatever its status. It is ignored if no request is under way.
    ///
    /// The response is only stored here; the following [`next`](Self::next) reads it.
    pub fn answer(&mut self, response: Response<Vec<u8>>) {
        self.course.answer(response);
    }

    /// Reports that no whole response came to the last [`Step::Send`]. It is ignored if no request is under way.
    pub fn fail(&mut self, failure: Failure) {
        self.course.fail(failure, None);
    }
}

impl<E> fmt::Debug for Call<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Call")
            .field("operation_id", &self.course.operation_id())
            .field("attempts", &self.course.attempts())
            .finish_non_exhaustive()
    }
}
