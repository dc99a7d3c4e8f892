//! Tokens: the request that fetches one, its answer, and how long it is good for.

use std::fmt;
use std::time::Duration;

use http::header::{ACCEPT, CONTENT_TYPE};
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request, Response, Uri};
use percent_encoding::utf8_percent_encode;
use serde::Deserialize;

use crate::wire::api::is_usable_token;
use crate::wire::buffer::RESERVED;
use crate::wire::decode::{self, AnyText};
use crate::wire::origin::Origin;
use crate::wire::request::LONGEST_URI;
use crate::wire::response;
use crate::{Credentials, RequestError, ResponseError, TokenError};

/// What a token request is called where an operation is named.
pub(crate) const OPERATION_ID: &str = "token";

/// The request that exchanges client credentials for a token: `POST /oauth2/token`.
///
/// A [`Client`](crate::Client) makes it by itself; a program with an HTTP stack of its own takes the request, sends it,
/// and hands the response back. **Kinde counts each token that is fetched this way**, so keep it while it lives.
///
/// ```
/// use kinde_api::{Credentials, TokenRequest};
///
/// let credentials = Credentials::client("an-id", "a-secret");
/// let token_request = TokenRequest::new(&credentials, "https://acme.kinde.com")?;
/// let request = token_request.request();
/// assert_eq!(request.uri(), "https://acme.kinde.com/oauth2/token");
///
/// let response = http::Response::new(
///     r#"{"access_token":"a-token","expires_in":3600,"token_type":"bearer"}"#,
/// );
/// let token = token_request.response(&response)?;
/// assert_eq!(token.access_token, "a-token");
/// assert_eq!(token.expires_in.map(|time| time.as_secs()), Some(3600));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct TokenRequest {
    uri: Uri,
    form: String,
}

impl TokenRequest {
    /// Exchanges these credentials with the business of this origin.
    ///
    /// The [token URL](Credentials::token_url) is the origin's `/oauth2/token` and the
    /// [audience](Credentials::audience) its `/api`, where the credentials don't set them.
    ///
    /// # Errors
    ///
    /// [`RequestError::Origin`] like [`Api::new`](crate::Api::new); [`RequestError::Credentials`] where the credentials
    /// are a fixed token, a part of them is empty, or the token URL is not a URL that can be used.
    pub fn new(credentials: &Credentials, origin: &str) -> Result<Self, RequestError> {
        Self::with_origin(credentials, &Origin::new(origin)?)
    }

    pub(crate) fn with_origin(credentials: &Credentials, origin: &Origin) -> Result<Self, RequestError> {
        let parts = credentials.exchanged()?;
        let given = [
            ("client_id", Some(parts.id)),
            ("client_secret", Some(parts.secret)),
            ("audience", parts.audience),
            // An empty one could be taken for none, with which a token has all scopes of the application.
            ("scope", parts.scope),
        ];
        if let Some((name, _)) = given.into_iter().find(|(_, value)| value.is_some_and(str::is_empty)) {
            return Err(RequestError::Credentials { name, reason: "is empty" });
        }
        let uri = match parts.token_url {
            Some(url) => token_uri(url)?,
            None => origin.uri(PathAndQuery::from_static("/oauth2/token"))?,
        };
        let default_audience = origin.audience();
        let mut pairs = vec![
            ("grant_type", "client_credentials"),
            ("client_id", parts.id),
            ("client_secret", parts.secret),
            ("audience", parts.audience.unwrap_or(&default_audience)),
        ];
        pairs.extend(parts.scope.map(|scope| ("scope", scope)));
        Ok(Self { uri, form: form(&pairs) })
    }

    /// The request. Its body holds the secret.
    #[must_use]
    pub fn request(&self) -> Request<Vec<u8>> {
        let mut request = Request::new(self.form.clone().into_bytes());
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.uri.clone();
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        request
    }

    /// The host that it goes to, with its port if it has one.
    pub(crate) fn host(&self) -> &str {
        self.uri.authority().map_or("", |authority| authority.as_str())
    }

    /// Reads the response.
    ///
    /// # Errors
    ///
    /// If the status is not 2xx, if the body can't be read, or if it holds no bearer token that can stand in a header.
    pub fn response<B: AsRef<[u8]>>(&self, response: &Response<B>) -> Result<Token, TokenError> {
        let (status, headers, body) = (response.status(), response.headers(), response.body().as_ref());
        response::success(&Method::POST, status, headers, body)
            .map_err(|error| TokenError::of_answer(error.without_plain_text()))?;
        let unusable = |error| {
            TokenError::unusable(ResponseError::undecodable(status, headers, body, &error).without_plain_text())
        };
        let answer: TokenAnswer = decode::object(body).map_err(unusable)?;
        answer
            .into_token()
            .ok_or_else(|| TokenError::unusable(ResponseError::new(status, headers, body).without_plain_text()))
    }
}

impl fmt::Debug for TokenRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TokenRequest").field("uri", &self.uri).finish_non_exhaustive()
    }
}

/// A token that was fetched: what [`TokenRequest::response`] gives.
///
/// ```
/// use kinde_api::{Api, Credentials, TokenRequest};
///
/// let credentials = Credentials::client("an-id", "a-secret");
/// let token_request = TokenRequest::new(&credentials, "https://acme.kinde.com")?;
/// let response = http::Response::new(r#"{"access_token":"a-token","expires_in":86400}"#);
/// let token = token_request.response(&response)?;
/// assert_eq!(format!("{token:?}"), "Token { expires_in: Some(86400s), .. }");
///
/// let api = Api::new("https://acme.kinde.com", token.access_token)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// The token. `Debug` hides it.
    pub access_token: String,
    /// How long it is good for, from when it was fetched; `None` where the server does not say.
    pub expires_in: Option<Duration>,
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Token").field("expires_in", &self.expires_in).finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: Option<String>,
    token_type: Option<String>,
    #[serde(default)]
    expires_in: AnyText,
}

impl TokenAnswer {
    fn into_token(self) -> Option<Token> {
        // RFC 6749 wants the type to be compared without case, and Kinde writes it both ways.
        let is_bearer = self.token_type.is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
        let access_token = self.access_token.filter(|token| is_bearer && is_usable_token(token))?;
        Some(Token { access_token, expires_in: self.expires_in.0.as_deref().and_then(lifetime) })
    }
}

/// Longer than any token lives, and short enough to reckon with.
const LONGEST_LIFETIME: Duration = Duration::from_secs(u32::MAX as u64);

/// A number of seconds, which some servers write with a fraction or as a text. Below zero is zero.
fn lifetime(seconds: &str) -> Option<Duration> {
    let seconds: f64 = seconds.trim().parse().ok().filter(|seconds: &f64| !seconds.is_nan())?;
    let lifetime = Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(LONGEST_LIFETIME);
    Some(lifetime.min(LONGEST_LIFETIME))
}

/// A whole URL of which the origin is checked like any other, and which may have a query.
fn token_uri(url: &str) -> Result<Uri, RequestError> {
    let refused = |reason| RequestError::Credentials { name: "token_url", reason };
    if url.len() > LONGEST_URI {
        return Err(refused("is longer than 65,534 bytes"));
    }
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let path_start = url[after_scheme..].find(['/', '?', '#']).map_or(url.len(), |at| after_scheme + at);
    let (origin, path) = url.split_at(path_start);
    let origin = Origin::new(origin).map_err(|error| match error {
        RequestError::Origin { reason } => refused(reason),
        other => other,
    })?;
    if path.contains('#') {
        return Err(refused("has a fragment"));
    }
    if !path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
        return Err(refused("has an invalid path"));
    }
    let path = PathAndQuery::try_from(if path.is_empty() { "/" } else { path });
    origin.uri(path.map_err(|_| refused("has an invalid path"))?)
}

/// Every value percent-encoded, a space as `%20`: what a secret with `+` or `&` needs.
fn form(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs.iter().map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, RESERVED)));
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use http::Response;

    use super::{TokenRequest, lifetime};
    use crate::Credentials;

    fn token_request() -> TokenRequest {
        TokenRequest::new(&Credentials::client("id", "s3cret"), "https://acme.kinde.com").unwrap()
    }

    #[test]
    fn writes_the_form() {
        let request = token_request().request();
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri(), "https://acme.kinde.com/oauth2/token");
        let headers: Vec<_> = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let form = &b"application/x-www-form-urlencoded"[..];
        assert_eq!(headers, [("accept", &b"application/json"[..]), ("content-type", form)]);
        assert_eq!(
            String::from_utf8(request.into_body()).unwrap(),
            "grant_type=client_credentials&client_id=id&client_secret=s3cret&audience=https%3A%2F%2Facme.kinde.com%2Fapi"
        );
    }

    #[test]
    fn encodes_every_value() {
        let credentials = Credentials::client("i d", "a+b&c=d%é").audience("urn:x?").scopes(["read:x", "create:y"]);
        let request = TokenRequest::new(&credentials, "https://acme.kinde.com").unwrap().request();
        assert_eq!(
            String::from_utf8(request.into_body()).unwrap(),
            "grant_type=client_credentials&client_id=i%20d&client_secret=a%2Bb%26c%3Dd%25%C3%A9\
             &audience=urn%3Ax%3F&scope=read%3Ax%20create%3Ay"
        );
    }

    #[test]
    fn takes_a_token_url_of_its_own() {
        let longest = format!("https://a.com/{}?x", "a".repeat(65_518));
        for (url, sent) in [
            ("https://auth.example.com/token?tenant=a", "https://auth.example.com/token?tenant=a"),
            ("http://localhost:8080", "http://localhost:8080/"),
            ("https://auth.example.com?x=://y", "https://auth.example.com/?x=://y"),
            (&longest, &longest),
        ] {
            let credentials = Credentials::client("id", "s3cret").token_url(url);
            let request = TokenRequest::new(&credentials, "https://acme.kinde.com").unwrap().request();
            assert_eq!(request.uri(), sent);
        }
    }

    #[test]
    fn refuses_credentials_that_cant_be_exchanged() {
        let client = || Credentials::client("id", "s3cret");
        let host = "the credentials' `token_url` has an invalid host";
        for (credentials, text) in [
            (Credentials::client("", "s3cret"), "the credentials' `client_id` is empty"),
            (Credentials::client("id", ""), "the credentials' `client_secret` is empty"),
            (client().audience(""), "the credentials' `audience` is empty"),
            (client().scopes([""; 0]), "the credentials' `scope` is empty"),
            (client().token_url(""), "the credentials' `token_url` has no scheme: https:// is expected"),
            (client().token_url("https://a b/token"), host),
            (
                client().token_url("http://acme.kinde.com/token"),
                "the credentials' `token_url` is plain http, which is for loopback hosts only",
            ),
            (
                client().token_url("https://a@acme.kinde.com/token"),
                "the credentials' `token_url` has user info: only scheme, host and port are expected",
            ),
            (client().token_url("https://a.com/token#x"), "the credentials' `token_url` has a fragment"),
            (client().token_url("https://a.com/to ken"), "the credentials' `token_url` has an invalid path"),
            (client().token_url("https://a.com/\\x"), "the credentials' `token_url` has an invalid path"),
            (
                client().token_url(format!("https://a.com/{}?x", "a".repeat(65_519))),
                "the credentials' `token_url` is longer than 65,534 bytes",
            ),
        ] {
            let error = TokenRequest::new(&credentials, "https://acme.kinde.com").unwrap_err();
            assert_eq!(error.to_string(), text);
        }
    }

    #[test]
    fn reads_tokens() {
        for (body, seconds) in [
            (r#"{"access_token":"t","expires_in":86399,"token_type":"bearer","scope":"a b"}"#, Some(86_399)),
            (r#"{"access_token":"t","token_type":"Bearer"}"#, None),
            (r#"{"access_token":"t","expires_in":null}"#, None),
        ] {
            let token = token_request().response(&Response::new(body)).unwrap();
            assert_eq!((token.access_token.as_str(), token.expires_in.map(|time| time.as_secs())), ("t", seconds));
        }
    }

    #[test]
    fn believes_any_number_of_seconds() {
        for (text, millis) in [
            ("3600", Some(3_600_000)),
            (" 59.5 ", Some(59_500)),
            ("0", Some(0)),
            ("-1", Some(0)),
            ("-inf", Some(0)),
            ("1e300", Some(u128::from(u32::MAX) * 1000)),
            ("inf", Some(u128::from(u32::MAX) * 1000)),
            ("NaN", None),
            ("soon", None),
            ("", None),
            ("true", None),
        ] {
            assert_eq!(lifetime(text).map(|time| time.as_millis()), millis, "{text}");
        }
    }

    #[test]
    fn tells_why_there_is_no_token() {
        for (status, body, text, code) in [
            (
                401,
                r#"{"error":"invalid_client","error_description":"Client authentication failed"}"#,
                "the token endpoint answered 401 Unauthorized: invalid_client: Client authentication failed",
                Some("invalid_client"),
            ),
            (404, "", "the token endpoint answered 404 Not Found: is this the right domain?", None),
            (403, "<html>", "the token endpoint answered 403 Forbidden: is this the right domain?", None),
            (503, "<html>", "the token endpoint answered 503 Service Unavailable", None),
            (429, "", "the token endpoint answered 429 Too Many Requests", None),
            (200, "<html>", "the token endpoint answered 200 OK, but no usable token: is this the right domain?", None),
            (200, "", "the token endpoint answered 200 OK, but no usable token", None),
            (200, r#"{"access_token":""}"#, "the token endpoint answered 200 OK, but no usable token", None),
            (200, r#"{"access_token":"a\nb"}"#, "the token endpoint answered 200 OK, but no usable token", None),
            (200, r#"{"access_token":7}"#, "the token endpoint answered 200 OK, but no usable token", None),
            (
                200,
                r#"{"access_token":"t","token_type":"mac"}"#,
                "the token endpoint answered 200 OK, but no usable token",
                None,
            ),
        ] {
            let response = Response::builder().status(status).body(body).unwrap();
            let error = token_request().response(&response).unwrap_err();
            assert_eq!((error.to_string().as_str(), error.code()), (text, code));
            assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
            assert_eq!(error.response().map(crate::ResponseError::body), Some(body.as_bytes()));
            assert_eq!(error.response().map(crate::ResponseError::is_decode), Some(status == 200));
            assert_eq!(error.is_retryable(), matches!(status, 429 | 503), "{status}");
        }
    }

    #[test]
    fn a_page_for_people_is_not_the_token_endpoint() {
        let page = |content_type: &str, body: &'static str| {
            let response = Response::builder().status(400).header("content-type", content_type).body(body).unwrap();
            token_request().response(&response).unwrap_err().to_string()
        };
        let elsewhere = "the token endpoint answered 400 Bad Request: is this the right domain?";
        assert_eq!(page("text/html; charset=utf-8", "Nothing here"), elsewhere);
        assert_eq!(page("text/plain", " \n<!DOCTYPE html>"), elsewhere);
        assert_eq!(page("text/plain", "Nothing here"), "the token endpoint answered 400 Bad Request");
        assert_eq!(
            page("text/html", r#"{"error":"invalid_grant"}"#),
            "the token endpoint answered 400 Bad Request: invalid_grant"
        );
    }

    #[test]
    fn hides_what_is_secret() {
        let token_request = token_request();
        assert_eq!(format!("{token_request:?}"), "TokenRequest { uri: https://acme.kinde.com/oauth2/token, .. }");
        let token = token_request.response(&Response::new(r#"{"access_token":"s3cret"}"#)).unwrap();
        assert_eq!(format!("{token:?}"), "Token { expires_in: None, .. }");
        let error = token_request.response(&Response::new(r#"{"access_token":"s3 cret"}"#)).unwrap_err();
        assert!(!format!("{error:?}{error}").contains("cret"), "{error:?}");
        assert!(format!("{error:?}").starts_with("TokenError(Unusable(ResponseError { status: 200, "), "{error:?}");
    }
}
