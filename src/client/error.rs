//! What can go wrong when a client makes a call.

use std::error::Error as StdError;
use std::fmt;

use crate::{RequestError, ResponseError, TokenError};

/// Why a [`Client`](crate::Client) has no output, over the error `E` of its transport.
///
/// ```
/// use kinde_api::Error;
///
/// fn advice<E: std::error::Error>(error: &Error<E>) -> &'static str {
///     match error.response() {
///         Some(answer) if answer.code() == Some("SCOPE_MISSING") => "give the token the scope",
///         Some(answer) if answer.is_not_found() => "look for it under another id",
///         _ if error.is_retryable() => "try again later",
///         _ => "look at the cause",
///     }
/// }
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error<E: StdError + 'static> {
    /// No request could be made of the inputs.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// No token could be had.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// No whole response came. Whether the call was carried out is not known.
    #[error("{operation_id} got no answer{}", After(*attempts))]
    #[non_exhaustive]
    Transport {
        /// The transport's own error.
        source: E,
        /// How often the request was sent.
        attempts: u32,
        /// Which operation was called.
        operation_id: &'static str,
        /// Whether the call may be made again, and could then succeed.
        is_retryable: bool,
    },
    /// The response was not the success that was expected.
    #[error("{operation_id} did not succeed{}", After(*attempts))]
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
    },
}

impl<E: StdError + 'static> Error<E> {
    /// How often the operation's request was sent: 0 where it did not come to that.
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
        match self {
            Self::Request(_) => 0,
            Self::Token(error) => error.attempts,
            Self::Transport { attempts, .. } | Self::Response { attempts, .. } => *attempts,
        }
    }

    /// The response that was not the success that was expected, if there was one.
    #[must_use]
    pub fn response(&self) -> Option<&ResponseError> {
        match self {
            Self::Response { source, .. } => Some(source),
            Self::Request(_) | Self::Token(_) | Self::Transport { .. } => None,
        }
    }

    /// Whether the same call may be made again without doing anything twice, and could then succeed.
    ///
    /// It is what [`Retry`](crate::Retry) goes by. A POST whose connection broke is not retryable: it may have been
    /// carried out.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Request(_) => false,
            Self::Token(error) => error.is_retryable(),
            Self::Transport { is_retryable, .. } | Self::Response { is_retryable, .. } => *is_retryable,
        }
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
    use std::error::Error as _;

    use super::{Error, TokenError};
    use crate::RequestError;

    #[test]
    fn what_was_not_sent_has_no_answer() {
        let refused = Error::<Infallible>::Request(RequestError::AlreadyBuilt);
        assert_eq!((refused.attempts(), refused.is_retryable()), (0, false));
        assert!(refused.response().is_none());
    }

    #[test]
    fn a_fetch_that_was_abandoned_may_be_made_again() {
        let abandoned = Error::<Infallible>::Token(TokenError::abandoned().after_attempts(1));
        assert_eq!((abandoned.attempts(), abandoned.is_retryable()), (1, true));
        assert!(abandoned.response().is_none() && abandoned.source().is_none());
    }
}
