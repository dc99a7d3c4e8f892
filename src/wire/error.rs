//! What can go wrong before a request is on the wire, and after the response is there.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, Response, StatusCode};
use serde_json::error::Category;

use crate::wire::sender::Sender;
use crate::wire::{details, retry_hints};

/// An input that no request can be made from.
///
/// Its text names what is wrong and never holds the value that was refused.
///
/// ```
/// # use kinde_api::{Api, Endpoint, RequestError};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::DeleteOrganization;
///
/// let error = DeleteOrganization::new("").request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the path parameter `org_code` is empty");
/// assert!(matches!(error, RequestError::PathParameter { name: "org_code", .. }));
/// # Ok::<(), RequestError>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The origin is not `https://host[:port]`, or `http://` with a loopback host.
    #[error("the origin {reason}")]
    #[non_exhaustive]
    Origin {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The token is empty or can't stand in a header.
    #[error("the token {reason}")]
    #[non_exhaustive]
    Token {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The client credentials can't be used.
    #[error("the credentials' `{name}` {reason}")]
    #[non_exhaustive]
    Credentials {
        /// Which part of them: `client_id`, `client_secret`, `token_url`, `audience` or `scope`.
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// An environment variable that is needed is not set, or has a value that can't be used.
    #[error("the environment variable {name} {reason}")]
    #[non_exhaustive]
    Environment {
        /// The variable, or the variables of which one is needed.
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A path parameter is empty, or could address another endpoint: see [`RequestBuilder::path`](crate::RequestBuilder::path).
    #[error("the path parameter `{name}` {reason}")]
    #[non_exhaustive]
    PathParameter {
        /// Its name in [`Endpoint::PATH`](crate::Endpoint::PATH).
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// [`RequestBuilder::path`](crate::RequestBuilder::path) was called more often than the path has parameters.
    #[error("a value was given for a path parameter that `{path}` does not have")]
    #[non_exhaustive]
    UnknownPathParameter {
        /// [`Endpoint::PATH`](crate::Endpoint::PATH).
        path: &'static str,
    },
    /// A query parameter has a value that can't be sent.
    #[error("the query parameter `{name}` {reason}")]
    #[non_exhaustive]
    QueryParameter {
        /// Its name.
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A field of the body has a value that makes no sense there.
    #[error("the field `{name}` of the body {reason}")]
    #[non_exhaustive]
    BodyField {
        /// Its name in the body.
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A file's name or content type can't stand in the header of its part of a form.
    #[error("the `{name}` {reason}")]
    #[non_exhaustive]
    Form {
        /// Which of them: `file_name` or `content_type`.
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The whole URI is longer than [`http::Uri`] can hold.
    #[error("the URI would be longer than {limit} bytes: the longest of its parameters is `{parameter}`")]
    #[non_exhaustive]
    UriTooLong {
        /// The most bytes that a URI may have.
        limit: usize,
        /// The name of the longest parameter; empty if there is none.
        parameter: String,
    },
    /// The `http` crate refused the request, despite all checks before.
    #[error("a part of the request is not valid HTTP")]
    Http(#[source] http::Error),
    /// [`RequestBuilder::build`](crate::RequestBuilder::build) was called a second time.
    #[error("the request was built already")]
    AlreadyBuilt,
    /// The body can't be written as JSON.
    #[error("the body can't be written as JSON")]
    Json(#[source] serde_json::Error),
    /// The `User-Agent` that was asked for can't stand in a header.
    #[error("the user agent {reason}")]
    #[non_exhaustive]
    UserAgent {
        /// What is wrong with it.
        reason: &'static str,
    },
}

/// A code and a message with which Kinde explains an error.
///
/// Kinde can name several at once; [`ResponseError::errors`] has them all:
///
/// ```
/// use kinde_api::{Endpoint, organizations::CreateOrganizationInvite};
///
/// let invite = CreateOrganizationInvite::new("org_1", "member17@example.com", ["admin"]);
/// let refusal = r#"{"errors":[{"code":"FIRST_NAME_TOO_LONG"},{"code":"LAST_NAME_TOO_LONG"}]}"#;
/// let response = http::Response::builder().status(400).body(refusal)?;
/// let error = invite.response(&response).unwrap_err();
/// let codes = error.errors().iter().filter_map(|detail| detail.code.as_deref());
/// assert_eq!(codes.collect::<Vec<_>>(), ["FIRST_NAME_TOO_LONG", "LAST_NAME_TOO_LONG"]);
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// A code for programs, such as `SCOPE_MISSING`. Those that are known are in [`ErrorCode`](crate::ErrorCode).
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

/// A response that is not a success: an error of Kinde's, or a body that can't be read.
///
/// It keeps everything: status, headers and body. `Display` shows the status with the beginning of the first code and
/// message, or else what answered in Kinde's place, as far as that can be told. `Debug` adds the number of errors and
/// the length of the body.
///
/// ```
/// use http::Response;
/// use kinde_api::{Endpoint, organizations::GetOrganization};
///
/// let refusal = r#"{"errors":[{"code":"SCOPE_MISSING","message":"Scope is missing"}]}"#;
/// let response = Response::builder().status(403).body(refusal)?;
/// let error = GetOrganization::new("org_1ccfb819462").response(&response).unwrap_err();
///
/// assert_eq!(error.status(), 403);
/// assert_eq!(error.code(), Some("SCOPE_MISSING"));
/// assert_eq!(error.message(), Some("Scope is missing"));
/// assert_eq!(error.to_string(), "403 Forbidden: SCOPE_MISSING: Scope is missing");
/// # Ok::<(), http::Error>(())
/// ```
///
/// A proxy or a firewall in front of Kinde may answer in a form of its own; nothing of that is lost either:
///
/// ```
/// # use http::Response;
/// # use kinde_api::{Endpoint, organizations::GetOrganization};
/// let response = Response::builder()
///     .status(429)
///     .header("RateLimit-Reset", "30")
///     .body("<html>busy</html>")?;
/// let error = GetOrganization::new("org_1ccfb819462").response(&response).unwrap_err();
///
/// assert!(error.is_rate_limited() && !error.is_not_found() && !error.is_decode());
/// assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(30)));
/// assert_eq!((error.errors(), error.code()), (&[][..], None));
/// assert_eq!(error.headers()["RateLimit-Reset"], "30");
/// assert_eq!(error.body(), b"<html>busy</html>");
/// assert_eq!(error.into_response().status(), 429);
/// # Ok::<(), http::Error>(())
/// ```
///
/// It may even do so with the status of a success, which is an error all the same:
///
/// ```
/// # use http::Response;
/// # use kinde_api::{Endpoint, organizations::DeleteOrganization};
/// let response = Response::builder()
///     .header("content-type", "text/html")
///     .header("server", "cloudflare")
///     .body("<html>just a moment</html>")?;
/// let error = DeleteOrganization::new("org_1ccfb819462").response(&response).unwrap_err();
///
/// assert!(error.is_decode());
/// assert_eq!(error.to_string(), "200 OK: HTML from a proxy or a cache (server: cloudflare), not from Kinde");
/// # Ok::<(), http::Error>(())
/// ```
pub struct ResponseError(Box<Contents>);

struct Contents {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
    errors: Vec<ErrorDetail>,
    retry_after: Option<Duration>,
    decode: Option<DecodeError>,
}

impl ResponseError {
    pub(crate) fn new(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        Self(Box::new(Contents {
            status,
            headers: headers.clone(),
            body: body.to_vec(),
            errors: error_details(status, headers, body),
            retry_after: retry_hints::retry_after(headers),
            decode: None,
        }))
    }

    pub(crate) fn undecodable(status: StatusCode, headers: &HeaderMap, body: &[u8], error: &serde_json::Error) -> Self {
        Self(Box::new(Contents {
            status,
            headers: headers.clone(),
            body: body.to_vec(),
            errors: error_details(status, headers, body),
            retry_after: retry_hints::retry_after(headers),
            decode: Some(DecodeError::new(error)),
        }))
    }

    /// Without what was read from a body that is no JSON: the token's endpoint could repeat a token or a secret there.
    pub(crate) fn without_plain_text(mut self) -> Self {
        if !matches!(self.0.body.trim_ascii_start().first(), Some(b'{')) {
            self.0.errors.clear();
        }
        self
    }

    /// The status, whatever it was.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body, byte for byte.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// The codes and messages in the body, in order; empty if there are none.
    #[must_use]
    pub fn errors(&self) -> &[ErrorDetail] {
        &self.0.errors
    }

    /// The first code, such as `SCOPE_MISSING`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.errors().iter().find_map(|detail| detail.code.as_deref())
    }

    /// The first message.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.errors().iter().find_map(|detail| detail.message.as_deref())
    }

    /// The id under which Kinde, or a proxy in front of it, logged the request, to give to support: the answer's
    /// `x-request-id`, or else its `cf-ray`.
    ///
    /// ```
    /// use kinde_api::{Endpoint, organizations::GetOrganization};
    ///
    /// let response = http::Response::builder().status(500).header("x-request-id", "4b1f").body("")?;
    /// let error = GetOrganization::new("org_1ccfb819462").response(&response).unwrap_err();
    /// assert_eq!(error.request_id(), Some("4b1f"));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let texts = ["x-request-id", "cf-ray"].into_iter().filter_map(|name| self.headers().get(name)?.to_str().ok());
        texts.map(str::trim).find(|text| !text.is_empty())
    }

    /// How long the server asks to wait: the later of `RateLimit-Reset` and `Retry-After`.
    ///
    /// Both are whole seconds; `Retry-After` may be a date as well, which is read against the answer's own `Date`. A
    /// header that holds anything else (a fraction, a negative number) is as if it were absent.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether the status was a success (2xx), but the answer is not what was expected: its body can't be read, or it
    /// holds an error despite its status.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.status().is_success()
    }

    /// Where and how reading the body of a success failed: see [`DecodeError`]. `None` if the body could be read, and
    /// only lacks the token that was expected.
    #[must_use]
    pub fn decode_error(&self) -> Option<&DecodeError> {
        self.0.decode.as_ref()
    }

    /// Whether the status is 404. Kinde answers 400 for some unknown things, so look at the [code](Self::code) as well.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == StatusCode::NOT_FOUND
    }

    /// Whether the status is 429: the call was not carried out and can be made again later.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.status() == StatusCode::TOO_MANY_REQUESTS
    }

    /// The response as it came.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        let mut response = Response::new(self.0.body);
        *response.status_mut() = self.0.status;
        *response.headers_mut() = self.0.headers;
        response
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_status(formatter, self.status())?;
        if !self.errors().is_empty() {
            for text in [self.code(), self.message()].into_iter().flatten() {
                write!(formatter, ": {}", Excerpt(text))?;
            }
            return Ok(());
        }
        let sender = Sender::of(self.headers());
        if self.is_decode() && !sender.is_elsewhere() {
            let is_empty = self.body().is_empty();
            formatter.write_str(if is_empty {
                ": the body is empty"
            } else {
                ": the body is not what was expected"
            })?;
        }
        write!(formatter, "{sender}")
    }
}

impl fmt::Debug for ResponseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ResponseError")
            .field("status", &self.0.status)
            .field("code", &self.code().map(Excerpt))
            .field("message", &self.message().map(Excerpt))
            .field("errors", &self.0.errors.len())
            .field("retry_after", &self.0.retry_after)
            .field("decode", &self.0.decode)
            .field("body", &format_args!("{} bytes", self.0.body.len()))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.decode.as_ref().map(|error| error as _)
    }
}

/// How reading the JSON of a success failed, and where: serde's category, line and column.
///
/// serde's own text is not kept, since it quotes what the server sent.
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganization};
/// use serde_json::error::Category;
///
/// let response = http::Response::new(r#"{"name":"Ac"#);
/// let error = GetOrganization::new("org_1ccfb819462").response(&response).unwrap_err();
/// let cause = error.decode_error().unwrap();
/// assert_eq!((cause.category(), cause.line(), cause.column()), (Category::Eof, 1, 11));
/// assert_eq!(cause.to_string(), "an unexpected end of the JSON at line 1 column 11");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} at line {line} column {column}", category_name(*.category))]
pub struct DecodeError {
    category: Category,
    line: usize,
    column: usize,
}

impl DecodeError {
    pub(crate) fn new(error: &serde_json::Error) -> Self {
        Self { category: error.classify(), line: error.line(), column: error.column() }
    }

    /// Whether the JSON was malformed, of the wrong shape, or cut short.
    #[must_use]
    pub fn category(&self) -> Category {
        self.category
    }

    /// The line, from 1; 0 where serde does not know it.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in bytes, from 1; 0 before the first byte of a line, or where serde does not know it.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }
}

fn error_details(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Vec<ErrorDetail> {
    if status.is_success() { details::details_of_success(body) } else { details::error_details(headers, body) }
}

fn category_name(category: Category) -> &'static str {
    match category {
        Category::Io => "a failure to read",
        Category::Syntax => "malformed JSON",
        Category::Data => "JSON of an unexpected shape",
        Category::Eof => "an unexpected end of the JSON",
    }
}

pub(crate) fn write_status(formatter: &mut fmt::Formatter<'_>, status: StatusCode) -> fmt::Result {
    formatter.write_str(status.as_str())?;
    match status.canonical_reason() {
        Some(reason) => write!(formatter, " {reason}"),
        None => Ok(()),
    }
}

/// The beginning of a text that a server sent, in a form that is safe to print.
pub(crate) struct Excerpt<'a>(pub(crate) &'a str);

impl Excerpt<'_> {
    const MOST_CHARACTERS: usize = 200;
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(Self::MOST_CHARACTERS) {
            // A line end or an escape sequence of a terminal could pass for output of the program's own, and a mark of
            // direction turns the rest of the line around.
            if is_hidden(character) {
                write!(formatter, "{}", character.escape_default())?;
            } else {
                write!(formatter, "{character}")?;
            }
        }
        formatter.write_str(if characters.next().is_some() { "…" } else { "" })
    }
}

/// Whether a character does not show itself: controls, and what Unicode calls format characters, ignorable by default, or
/// separators of lines.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{600}'..='\u{605}'
                | '\u{61c}'
                | '\u{6dd}'
                | '\u{70f}'
                | '\u{890}'..='\u{891}'
                | '\u{8e2}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{110bd}'
                | '\u{110cd}'
                | '\u{13430}'..='\u{1343f}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

impl fmt::Debug for Excerpt<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\"{self}\"")
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
    use serde_json::Value;
    use serde_json::error::Category;

    use super::{DecodeError, Excerpt, ResponseError};

    #[test]
    fn the_id_of_a_request_is_the_first_that_says_something() {
        for (headers, id) in [
            (&[][..], None),
            (&[("x-request-id", " r-1 ")], Some("r-1")),
            (&[("cf-ray", "c-1"), ("x-request-id", "r-1")], Some("r-1")),
            (&[("cf-ray", "c-1"), ("x-request-id", " ")], Some("c-1")),
            (&[("cf-ray", "c-1"), ("x-request-id", "é")], Some("c-1")),
            (&[("x-request-id", "")], None),
        ] {
            let headers: HeaderMap = headers
                .iter()
                .map(|(name, value)| {
                    (HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).unwrap())
                })
                .collect();
            let error = ResponseError::new(StatusCode::BAD_GATEWAY, &headers, b"");
            assert_eq!(error.request_id(), id, "{headers:?}");
        }
    }

    #[test]
    fn tells_where_and_how_reading_failed() {
        for (body, category, line, column, text) in [
            ("{\n  1", Category::Syntax, 2, 3, "malformed JSON at line 2 column 3"),
            ("[\n\n", Category::Eof, 3, 0, "an unexpected end of the JSON at line 3 column 0"),
        ] {
            let error = DecodeError::new(&serde_json::from_str::<Value>(body).unwrap_err());
            assert_eq!((error.category(), error.line(), error.column()), (category, line, column));
            assert_eq!(error.to_string(), text);
        }
    }

    #[test]
    fn an_excerpt_is_short_and_of_one_line() {
        let long = "é".repeat(201);
        assert_eq!(Excerpt("a\n\u{1b}[0m").to_string(), r"a\n\u{1b}[0m");
        assert_eq!(Excerpt(&long).to_string(), format!("{}…", "é".repeat(200)));
        assert_eq!(format!("{:?}", Excerpt("a\nb")), r#""a\nb""#);
    }

    #[test]
    fn an_excerpt_shows_what_does_not_show_itself() {
        for (text, shown) in [
            ("a\u{202e}b", r"a\u{202e}b"),
            ("\u{2066}a\u{2069}", r"\u{2066}a\u{2069}"),
            ("a\u{200b}\u{200d}\u{feff}\u{2060}\u{ad}b", r"a\u{200b}\u{200d}\u{feff}\u{2060}\u{ad}b"),
            ("a\u{2028}\u{2029}\u{85}b", r"a\u{2028}\u{2029}\u{85}b"),
            ("\u{e0041}\u{fe0f}\u{3164}", r"\u{e0041}\u{fe0f}\u{3164}"),
            ("Müller e\u{301} 日本語 😀 'x' \"y\" \\", "Müller e\u{301} 日本語 😀 'x' \"y\" \\"),
        ] {
            assert_eq!(Excerpt(text).to_string(), shown);
        }
    }
}
