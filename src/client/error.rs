//! What can go wrong when a client makes a call.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::{RequestError, ResponseError, TokenError};

/// Why a [`Client`](crate::Client) has no output, over the error `E` of its transport.
///
/// Its text says all that is known in one line: the operation, and the status, code and message of the answer, or what
/// failed and with which host. `source()` gives only what that text does not say already; to look at the cause itself,
/// `match` on the field `source`.
///
/// ```
/// use kinde_api::Error;
///
/// fn advice<E: std::error::Error>(error: &Error<E>) -> &'static str {
///     match error.code() {
///         Some("SCOPE_MISSING") => "give the token the scope",
///         _ if error.is_not_found() => "look for it under another id",
///         _ if error.may_be_done() => "look whether it was done",
///         _ if error.is_retryable() => "try again later",
///         _ => "look at the text",
///     }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E: StdError + 'static> {
    /// No request could be made from the inputs.
    Request(RequestError),
    /// There is no token for the call.
    Token(TokenError),
    /// No whole response came.
    #[non_exhaustive]
    Transport {
        /// The transport's own error.
        source: E,
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// The host that it was sent to, with its port if it has one.
        host: String,
        /// Whether the call may be made again, and could then succeed.
        is_retryable: bool,
        /// Whether the call may have been carried out.
        may_be_done: bool,
    },
    /// A limit of [`Retry`](crate::Retry) was reached before the call had an answer of its own.
    #[non_exhaustive]
    GaveUp {
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// How long it would have had to wait.
        wait: Duration,
    },
    /// The response was not a success.
    #[non_exhaustive]
    Response {
        /// The last response.
        source: ResponseError,
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// Whether the call may be made again, and could then succeed.
        is_retryable: bool,
        /// Whether the call may have been carried out.
        may_be_done: bool,
    },
    /// A listing that does not come to an end was stopped.
    #[non_exhaustive]
    Endless {
        /// Which operation was called.
        operation_id: &'static str,
        /// What shows that it is endless.
        reason: &'static str,
    },
}

/// Why a [`Call`](crate::Call) has no output: like [`Error`], but without the transport's error, which the program that
/// drives the call has.
///
/// ```
/// use kinde_api::CallError;
///
/// fn advice(error: &CallError) -> &'static str {
///     if error.is_retryable() { "try again later" } else { "look at the cause" }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError {
    /// No request could be made from the inputs.
    Request(RequestError),
    /// There is no token for the call.
    Token(TokenError),
    /// No whole response came: see what the transport said last.
    #[non_exhaustive]
    NoAnswer {
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// The host that it was sent to, with its port if it has one.
        host: String,
        /// Whether the call may be made again, and could then succeed.
        is_retryable: bool,
        /// Whether the call may have been carried out.
        may_be_done: bool,
    },
    /// A limit of [`Retry`](crate::Retry) was reached before the call had an answer of its own.
    #[non_exhaustive]
    GaveUp {
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// How long it would have had to wait.
        wait: Duration,
    },
    /// The response was not a success.
    #[non_exhaustive]
    Response {
        /// The last response.
        source: ResponseError,
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// Whether the call may be made again, and could then succeed.
        is_retryable: bool,
        /// Whether the call may have been carried out.
        may_be_done: bool,
    },
}

/// What either error is about.
enum About<'a> {
    Request(&'a RequestError),
    Token(&'a TokenError),
    NoAnswer { call: Facts, host: &'a str, source: Option<&'a (dyn StdError + 'static)> },
    GaveUp { call: Facts, wait: Duration },
    Response { call: Facts, source: &'a ResponseError },
    Endless { operation_id: &'static str, reason: &'static str },
}

#[derive(Clone, Copy)]
struct Facts {
    operation_id: &'static str,
    attempts: u32,
    is_retryable: bool,
    may_be_done: bool,
}

impl Facts {
    fn gave_up(operation_id: &'static str, attempts: u32) -> Self {
        Self { operation_id, attempts, is_retryable: true, may_be_done: false }
    }
}

impl<E: StdError + 'static> Error<E> {
    fn about(&self) -> About<'_> {
        match *self {
            Self::Request(ref error) => About::Request(error),
            Self::Token(ref error) => About::Token(error),
            Self::Transport { ref source, attempts, operation_id, ref host, is_retryable, may_be_done } => {
                let call = Facts { operation_id, attempts, is_retryable, may_be_done };
                About::NoAnswer { call, host, source: Some(source) }
            }
            Self::GaveUp { attempts, operation_id, wait } => {
                About::GaveUp { call: Facts::gave_up(operation_id, attempts), wait }
            }
            Self::Response { ref source, attempts, operation_id, is_retryable, may_be_done } => {
                About::Response { call: Facts { operation_id, attempts, is_retryable, may_be_done }, source }
            }
            Self::Endless { operation_id, reason } => About::Endless { operation_id, reason },
        }
    }
}

impl CallError {
    fn about(&self) -> About<'_> {
        match *self {
            Self::Request(ref error) => About::Request(error),
            Self::Token(ref error) => About::Token(error),
            Self::NoAnswer { attempts, operation_id, ref host, is_retryable, may_be_done } => {
                let call = Facts { operation_id, attempts, is_retryable, may_be_done };
                About::NoAnswer { call, host, source: None }
            }
            Self::GaveUp { attempts, operation_id, wait } => {
                About::GaveUp { call: Facts::gave_up(operation_id, attempts), wait }
            }
            Self::Response { ref source, attempts, operation_id, is_retryable, may_be_done } => {
                About::Response { call: Facts { operation_id, attempts, is_retryable, may_be_done }, source }
            }
        }
    }
}

impl<'a> About<'a> {
    fn call(&self) -> Option<Facts> {
        match self {
            Self::NoAnswer { call, .. } | Self::GaveUp { call, .. } | Self::Response { call, .. } => Some(*call),
            Self::Request(_) | Self::Token(_) | Self::Endless { .. } => None,
        }
    }

    fn attempts(&self) -> u32 {
        match self {
            Self::Token(error) => error.attempts,
            _ => self.call().map_or(0, |call| call.attempts),
        }
    }

    fn is_retryable(&self) -> bool {
        match self {
            Self::Token(error) => error.is_retryable(),
            _ => self.call().is_some_and(|call| call.is_retryable),
        }
    }

    fn may_be_done(&self) -> bool {
        match self {
            Self::Token(error) => error.may_be_done,
            _ => self.call().is_some_and(|call| call.may_be_done),
        }
    }

    fn response(&self) -> Option<&'a ResponseError> {
        match self {
            Self::Response { source, .. } => Some(source),
            _ => None,
        }
    }

    /// The answer of whatever endpoint, the token's too.
    fn any_response(&self) -> Option<&'a ResponseError> {
        match self {
            Self::Token(error) => error.response(),
            _ => self.response(),
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::GaveUp { wait, .. } => Some(*wait),
            _ => self.any_response().and_then(ResponseError::retry_after),
        }
    }

    fn request_id(&self) -> Option<&'a str> {
        self.any_response().and_then(ResponseError::request_id)
    }

    fn source(&self) -> Option<&'a (dyn StdError + 'static)> {
        match *self {
            Self::Request(error) => error.source(),
            Self::Token(error) => error.source(),
            Self::NoAnswer { source, .. } => source.and_then(StdError::source),
            Self::Response { source, .. } => source.source(),
            Self::GaveUp { .. } | Self::Endless { .. } => None,
        }
    }
}

impl fmt::Display for About<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => return fmt::Display::fmt(error, formatter),
            Self::Token(error) => error.write_for_call(formatter)?,
            Self::NoAnswer { call, host, source } => {
                write!(formatter, "{} got no answer from {host}{}", call.operation_id, After(call.attempts))?;
                if let Some(source) = source {
                    write!(formatter, ": {source}")?;
                }
            }
            Self::GaveUp { call, wait } if wait.is_zero() => {
                write!(formatter, "{} was given up: the time for the whole call is used up", call.operation_id)?;
            }
            Self::GaveUp { call, wait } => {
                write!(formatter, "{} was given up: it would have to wait {wait:?} to be sent", call.operation_id)?;
            }
            Self::Response { call, source } => {
                write!(formatter, "{} did not succeed{}: {source}", call.operation_id, After(call.attempts))?;
            }
            Self::Endless { operation_id, reason } => {
                return write!(formatter, "{operation_id} does not come to an end: {reason}");
            }
        }
        // Where it is the only attempt of which nothing is known, the rest of the text says so already.
        if self.may_be_done() && self.attempts() > 1 {
            formatter.write_str("; an earlier attempt may have been carried out")?;
        }
        Ok(())
    }
}

/// What a program asks of either error.
macro_rules! methods {
    () => {
        /// How often the operation's request was sent; 0 if it never was.
        ///
        /// ```
        /// use kinde_api::organizations::GetOrganization;
        /// # use std::convert::Infallible;
        /// # use http::{Request, Response};
        /// # use kinde_api::{Client, Credentials};
        /// # let transport = |_: Request<Vec<u8>>| {
        /// #     Ok::<_, Infallible>(Response::builder().status(400).body(Vec::new()).unwrap())
        /// # };
        /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
        ///
        /// // The client's transport answers 400 to everything.
        /// let refused = client.send(&GetOrganization::new("org_1")).unwrap_err();
        /// assert_eq!(refused.attempts(), 1);
        ///
        /// let not_sent = client.send(&GetOrganization::new("")).unwrap_err();
        /// assert_eq!(not_sent.attempts(), 0);
        /// # Ok::<(), kinde_api::RequestError>(())
        /// ```
        #[must_use]
        pub fn attempts(&self) -> u32 {
            self.about().attempts()
        }

        /// The operation's response, if there was one and it was not a success.
        #[must_use]
        pub fn response(&self) -> Option<&ResponseError> {
            self.about().response()
        }

        /// The status of the last answer, be it the operation's or the token endpoint's.
        #[must_use]
        pub fn status(&self) -> Option<StatusCode> {
            self.about().any_response().map(ResponseError::status)
        }

        /// The first code in that answer, such as `SCOPE_MISSING` or `invalid_client`.
        #[must_use]
        pub fn code(&self) -> Option<&str> {
            self.about().any_response().and_then(ResponseError::code)
        }

        /// The first message in that answer.
        #[must_use]
        pub fn message(&self) -> Option<&str> {
            self.about().any_response().and_then(ResponseError::message)
        }

        /// What Kinde's support can find the call by: the answer's `x-request-id`, or else its `cf-ray`.
        #[must_use]
        pub fn request_id(&self) -> Option<&str> {
            self.about().request_id()
        }

        /// Whether the operation was answered with 404. Kinde answers 400 for some unknown things.
        #[must_use]
        pub fn is_not_found(&self) -> bool {
            self.about().response().is_some_and(ResponseError::is_not_found)
        }

        /// Whether the same call may be made again without doing anything twice, and could then succeed.
        ///
        /// [`Retry`](crate::Retry) decides by it. A POST whose connection broke is not retryable: it may have been
        /// carried out.
        #[must_use]
        pub fn is_retryable(&self) -> bool {
            self.about().is_retryable()
        }

        /// How long to wait before the call is made again, where the server or a pause says so.
        #[must_use]
        pub fn retry_after(&self) -> Option<Duration> {
            self.about().retry_after()
        }

        /// Whether an attempt may have been carried out even though no success came back: look before you repeat it.
        ///
        /// It is true for a POST whose connection broke, and for a DELETE that is answered with 404 after an attempt
        /// whose answer was lost. A call that only reads has nothing to carry out.
        #[must_use]
        pub fn may_be_done(&self) -> bool {
            self.about().may_be_done()
        }
    };
}

impl<E: StdError + 'static> Error<E> {
    methods!();
}

impl CallError {
    methods!();

    /// The client's error, with what its transport said last.
    pub(crate) fn over<E: StdError + 'static>(self, failure: Option<E>) -> Error<E> {
        match self {
            Self::Request(error) => Error::Request(error),
            Self::Token(error) => Error::Token(error),
            Self::GaveUp { attempts, operation_id, wait } => Error::GaveUp { attempts, operation_id, wait },
            Self::Response { source, attempts, operation_id, is_retryable, may_be_done } => {
                Error::Response { source, attempts, operation_id, is_retryable, may_be_done }
            }
            Self::NoAnswer { attempts, operation_id, host, is_retryable, may_be_done } => match failure {
                Some(source) => Error::Transport { source, attempts, operation_id, host, is_retryable, may_be_done },
                None => Error::GaveUp { attempts, operation_id, wait: Duration::ZERO },
            },
        }
    }
}

impl<E: StdError + 'static> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.about().fmt(formatter)
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.about().fmt(formatter)
    }
}

impl<E: StdError + 'static> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.about().source()
    }
}

impl StdError for CallError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.about().source()
    }
}

impl<E: StdError + 'static> From<RequestError> for Error<E> {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl<E: StdError + 'static> From<TokenError> for Error<E> {
    fn from(error: TokenError) -> Self {
        Self::Token(error)
    }
}

/// How often it was tried, where that is more than once.
struct After(u32);

impl fmt::Display for After {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 | 1 => Ok(()),
            attempts => write!(formatter, " after {attempts} attempts"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::Error;
    use crate::RequestError;

    #[test]
    fn what_was_not_sent_has_no_answer() {
        let refused = Error::<Infallible>::Request(RequestError::AlreadyBuilt);
        assert_eq!((refused.attempts(), refused.is_retryable(), refused.may_be_done()), (0, false, false));
        assert!(refused.response().is_none());
    }
}
