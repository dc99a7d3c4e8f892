//! Why there is no token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use crate::ResponseError;
use crate::wire::error::{Excerpt, write_status};
use crate::wire::response::is_html;
use crate::wire::retry_hints::is_passing;

/// Why there is no token for a call.
///
/// It is cheap to clone: all calls that waited for the same token get it.
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
    /// The operation for which the token was wanted, where there is one.
    operation_id: Option<&'static str>,
    /// How often that had been sent before.
    pub(crate) attempts: u32,
    /// Whether one of these may have been carried out.
    pub(crate) may_be_done: bool,
}

#[derive(Debug)]
enum Cause {
    /// The answer was not a success.
    Refused(ResponseError),
    /// The answer was a success without a token.
    Unusable(ResponseError),
    /// There was no answer. The source is unknown where the program itself drives the call.
    Transport { source: Option<Box<dyn StdError + Send + Sync>>, host: String, is_retryable: bool },
    /// Another call was still fetching it when the time of this one was used up.
    StillFetched,
    /// The transport called the client that it serves, in the thread that fetches.
    OwnClient,
}

impl TokenError {
    fn new(cause: Cause) -> Self {
        Self { cause: Arc::new(cause), operation_id: None, attempts: 0, may_be_done: false }
    }

    pub(crate) fn refused(answer: ResponseError) -> Self {
        Self::new(Cause::Refused(answer))
    }

    /// Of an answer that is no success, whatever its status.
    pub(crate) fn of_answer(answer: ResponseError) -> Self {
        if answer.is_decode() { Self::unusable(answer) } else { Self::refused(answer) }
    }

    pub(crate) fn unusable(answer: ResponseError) -> Self {
        Self::new(Cause::Unusable(answer))
    }

    pub(crate) fn transport(source: Option<Box<dyn StdError + Send + Sync>>, host: &str, is_retryable: bool) -> Self {
        Self::new(Cause::Transport { source, host: host.to_owned(), is_retryable })
    }

    pub(crate) fn still_fetched() -> Self {
        Self::new(Cause::StillFetched)
    }

    pub(crate) fn own_client() -> Self {
        Self::new(Cause::OwnClient)
    }

    /// The same, for a call that wanted the token.
    pub(crate) fn of_call(self, operation_id: &'static str, attempts: u32, may_be_done: bool) -> Self {
        Self { operation_id: Some(operation_id), attempts, may_be_done, ..self }
    }

    /// Its text as that of the whole call.
    pub(crate) fn write_for_call(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation_id) = self.operation_id {
            write!(formatter, "{operation_id} has no token: ")?;
        }
        fmt::Display::fmt(self, formatter)
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
            Cause::Transport { .. } | Cause::StillFetched | Cause::OwnClient => None,
        }
    }

    /// Whether fetching a token could succeed later: after 429, 500, 502, 503, 504, a broken connection, or another
    /// call that took too long to fetch it.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match &*self.cause {
            Cause::Refused(answer) => answer.is_rate_limited() || is_passing(answer.status()),
            Cause::Unusable(_) | Cause::OwnClient => false,
            Cause::Transport { is_retryable, .. } => *is_retryable,
            Cause::StillFetched => true,
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answer = match &*self.cause {
            Cause::Refused(answer) | Cause::Unusable(answer) => answer,
            Cause::Transport { source: Some(source), host, .. } => {
                return write!(formatter, "the token endpoint {host} gave no answer: {source}");
            }
            Cause::Transport { source: None, host, .. } => {
                return write!(formatter, "the token endpoint {host} gave no answer");
            }
            Cause::StillFetched => return formatter.write_str("another call was still fetching it when time was up"),
            Cause::OwnClient => {
                return formatter.write_str("the transport calls its own client while it fetches the token");
            }
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

impl fmt::Debug for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("TokenError").field(&self.cause).finish()
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &*self.cause {
            // Its own text is in the text of this one.
            Cause::Transport { source, .. } => source.as_ref().and_then(|source| source.source()),
            Cause::Refused(answer) | Cause::Unusable(answer) => answer.decode_error().map(|error| error as _),
            Cause::StillFetched | Cause::OwnClient => None,
        }
    }
}
