//! What can go wrong when a client makes a call.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};

use crate::error::{Excerpt, write_status};
use crate::{RequestError, ResponseError, retry};

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

/// Why there is no token for a call.
///
/// It is cheap to clone, since all calls that waited for the same token get it.
///
/// ```
/// use kinde_api::{Credentials, TokenRequest};
///
/// let credentials = Credentials::client("an-id", "not-the-secret");
/// let token_request = TokenRequest::new(&credentials, "https://acme.kinde.com")?;
/// let refusal = r#"{"error":"invalid_client","error_description":"Authentication failed"}"#;
/// let response = http::Response::builder().status(401).body(refusal)?;
/// let error = token_request.response(&response).unwrap_err();
///
/// assert_eq!(error.code(), Some("invalid_client"));
/// assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
/// assert!(!error.is_retryable());
/// assert_eq!(error.response().and_then(|answer| answer.message()), Some("Authentication failed"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct TokenError {
    cause: Arc<Cause>,
    /// How often the operation for which the token was wanted had been sent before.
    attempts: u32,
}

#[derive(Debug)]
enum Cause {
    /// The answer was not a success.
    Refused(ResponseError),
    /// The answer was a success without a token.
    Unusable(ResponseError),
    /// There was no answer.
    Transport { source: Box<dyn StdError + Send + Sync>, is_retryable: bool },
    /// The thread that fetched the token ended without an outcome.
    Abandoned,
}

impl TokenError {
    fn new(cause: Cause) -> Self {
        Self { cause: Arc::new(cause), attempts: 0 }
    }

    pub(crate) fn refused(answer: ResponseError) -> Self {
        Self::new(Cause::Refused(answer))
    }

    pub(crate) fn unusable(answer: ResponseError) -> Self {
        Self::new(Cause::Unusable(answer))
    }

    pub(crate) fn transport(source: impl StdError + Send + Sync + 'static, is_retryable: bool) -> Self {
        Self::new(Cause::Transport { source: Box::new(source), is_retryable })
    }

    pub(crate) fn abandoned() -> Self {
        Self::new(Cause::Abandoned)
    }

    pub(crate) fn after_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// The status of the token endpoint's answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(ResponseError::status)
    }

    /// The code in the answer, such as `invalid_client` or `invalid_scope`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.response().and_then(ResponseError::code)
    }

    /// The token endpoint's answer, if there was one. Its body can hold a token that could not be used.
    #[must_use]
    pub fn response(&self) -> Option<&ResponseError> {
        match &*self.cause {
            Cause::Refused(answer) | Cause::Unusable(answer) => Some(answer),
            Cause::Transport { .. } | Cause::Abandoned => None,
        }
    }

    /// Whether a token could be had later: after 429, 502, 503, 504 and a broken connection.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match &*self.cause {
            Cause::Refused(answer) => answer.is_rate_limited() || retry::is_passing(answer.status()),
            Cause::Unusable(_) => false,
            Cause::Transport { is_retryable, .. } => *is_retryable,
            Cause::Abandoned => true,
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answer = match &*self.cause {
            Cause::Refused(answer) | Cause::Unusable(answer) => answer,
            Cause::Transport { .. } => return formatter.write_str("the token endpoint gave no answer"),
            Cause::Abandoned => return formatter.write_str("the token was not fetched to the end"),
        };
        formatter.write_str("the token endpoint answered ")?;
        write_status(formatter, answer.status())?;
        if matches!(*self.cause, Cause::Unusable(_)) {
            formatter.write_str(", but no usable token")?;
        }
        for text in [answer.code(), answer.message()].into_iter().flatten() {
            write!(formatter, ": {}", Excerpt(text))?;
        }
        if !self.is_retryable() && answer.errors().is_empty() && is_elsewhere(answer) {
            formatter.write_str(": is this the right domain?")?;
        }
        Ok(())
    }
}

/// A 404 or a page for people is not what Kinde's token endpoint answers.
fn is_elsewhere(answer: &ResponseError) -> bool {
    answer.is_not_found() || answer.body().trim_ascii_start().starts_with(b"<") || is_html(answer.headers())
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(http::header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

impl fmt::Debug for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("TokenError").field(&self.cause).finish()
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &*self.cause {
            Cause::Transport { source, .. } => Some(&**source),
            Cause::Refused(answer) | Cause::Unusable(answer) => answer.decode_error().map(|error| error as _),
            Cause::Abandoned => None,
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
