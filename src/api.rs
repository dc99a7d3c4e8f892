//! Where requests go, and with which token.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::uri::{self, Authority, PathAndQuery, Scheme};
use http::{HeaderMap, HeaderValue, Uri};

use crate::RequestError;

/// A Kinde business, by its origin, and a bearer token for it: what every request is built from.
///
/// Building a request clones what is prepared here, so one `Api` serves any number of requests.
///
/// ```
/// use kinde_api::Api;
///
/// let api = Api::new("https://acme.kinde.com", "a-token")?;
/// assert_eq!(api.origin(), "https://acme.kinde.com");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[derive(Clone)]
pub struct Api {
    origin: Origin,
    headers: HeaderMap,
    json_headers: HeaderMap,
    form_headers: HeaderMap,
}

impl Api {
    /// For an origin, such as `https://acme.kinde.com`, and a token that Kinde issued for it.
    ///
    /// The origin is scheme and host, with a port if need be; plain `http` is for loopback hosts only (`localhost`,
    /// `*.localhost`, `127.0.0.0/8`, `[::1]`). Take the Kinde domain, also where a custom domain is set up.
    ///
    /// # Errors
    ///
    /// [`RequestError::Origin`] where it has a path, a query, a fragment or user info, or is no origin at all;
    /// [`RequestError::Token`] where the token is empty or holds anything but visible ASCII.
    pub fn new(origin: &str, token: impl Into<String>) -> Result<Self, RequestError> {
        Self::with_origin(Origin::new(origin)?, &token.into())
    }

    pub(crate) fn with_origin(origin: Origin, token: &str) -> Result<Self, RequestError> {
        let mut headers = HeaderMap::with_capacity(2);
        headers.insert(AUTHORIZATION, bearer(token)?);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        Ok(Self {
            origin,
            json_headers: with_content_type(&headers, "application/json"),
            // Stands in for the value with the boundary, so that the copy for a request need not grow.
            form_headers: with_content_type(&headers, "multipart/form-data"),
            headers,
        })
    }

    /// The origin, without a slash at its end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin.text
    }

    pub(crate) fn parsed_origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub(crate) fn json_headers(&self) -> &HeaderMap {
        &self.json_headers
    }

    pub(crate) fn form_headers(&self) -> &HeaderMap {
        &self.form_headers
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Api").field("origin", &self.origin.text).finish_non_exhaustive()
    }
}

fn with_content_type(headers: &HeaderMap, content_type: &'static str) -> HeaderMap {
    let mut headers = headers.clone();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers
}

fn bearer(token: &str) -> Result<HeaderValue, RequestError> {
    if token.is_empty() {
        return Err(RequestError::Token { reason: "is empty" });
    }
    let not_visible = RequestError::Token { reason: "holds something else than visible ASCII characters" };
    if !is_usable_token(token) {
        return Err(not_visible);
    }
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| not_visible)?;
    value.set_sensitive(true);
    Ok(value)
}

/// Whether a token can stand in a header.
pub(crate) fn is_usable_token(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Scheme, host and port of a server.
#[derive(Clone)]
pub(crate) struct Origin {
    text: String,
    scheme: Scheme,
    authority: Authority,
}

impl Origin {
    /// Looks at the raw text: `http` drops a fragment silently, and takes user info and empty ports.
    pub(crate) fn new(text: &str) -> Result<Self, RequestError> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let Some((scheme, authority)) = text.split_once("://") else {
            return Err(refused("has no scheme: https:// is expected"));
        };
        let is_https = scheme.eq_ignore_ascii_case("https");
        if !is_https && !scheme.eq_ignore_ascii_case("http") {
            return Err(refused("has a scheme other than https and http"));
        }
        let host = checked_host(authority)?;
        if !is_https && !is_loopback(host) {
            return Err(refused("is plain http, which is for loopback hosts only"));
        }
        let authority: Authority = authority.parse().map_err(|_| refused("has a host that is none"))?;
        // The first clone allocates what all later ones share: not at the first request.
        let authority = authority.clone();
        let scheme = if is_https { Scheme::HTTPS } else { Scheme::HTTP };
        Ok(Self { text: format!("{scheme}://{authority}"), scheme, authority })
    }

    /// Scheme and host with port, as they were given but for a slash at the end.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The URI of a path and a query here.
    pub(crate) fn uri(&self, path_and_query: PathAndQuery) -> Result<Uri, RequestError> {
        let mut parts = uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path_and_query);
        Uri::from_parts(parts).map_err(|error| RequestError::Http(error.into()))
    }
}

fn refused(reason: &'static str) -> RequestError {
    RequestError::Origin { reason }
}

/// The host of an authority without user info, in brackets where it is an IPv6 address.
fn checked_host(authority: &str) -> Result<&str, RequestError> {
    for (character, reason) in [
        ('/', "has a path: only scheme, host and port are expected"),
        ('\\', "has a backslash: only scheme, host and port are expected"),
        ('?', "has a query: only scheme, host and port are expected"),
        ('#', "has a fragment: only scheme, host and port are expected"),
        ('@', "has user info: only scheme, host and port are expected"),
    ] {
        if authority.contains(character) {
            return Err(refused(reason));
        }
    }
    let host_end =
        if authority.starts_with('[') { authority.find(']').map(|bracket| bracket + 1) } else { authority.find(':') };
    let (host, port) = authority.split_at(host_end.unwrap_or(authority.len()));
    check_port(port)?;
    if is_ipv6(host) || is_name(host) {
        return Ok(host);
    }
    Err(refused(if host.is_empty() { "has no host" } else { "has a host that is none" }))
}

fn check_port(port: &str) -> Result<(), RequestError> {
    if port.is_empty() {
        return Ok(());
    }
    let digits = port.strip_prefix(':').unwrap_or_default();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused("has a port that is no number"));
    }
    digits.parse::<u16>().map(|_| ()).map_err(|_| refused("has a port above 65535"))
}

fn is_ipv6(host: &str) -> bool {
    bracketed(host).is_some_and(|address| address.parse::<Ipv6Addr>().is_ok())
}

fn bracketed(host: &str) -> Option<&str> {
    host.strip_prefix('[')?.strip_suffix(']')
}

/// A name of labels, or an IPv4 address. An underscore is no letter of a host name, but found in the wild.
fn is_name(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    name.split('.').all(|label| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    })
}

/// Whether a host is this machine, by name and without resolving it.
pub(crate) fn is_loopback(host: &str) -> bool {
    if let Some(address) = bracketed(host) {
        return address.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback());
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback();
    }
    let last_label = host.rsplit('.').next().unwrap_or_default();
    last_label.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::{Api, Origin, is_loopback};

    #[test]
    fn takes_origins() {
        for (given, kept) in [
            ("https://acme.kinde.com", "https://acme.kinde.com"),
            ("https://acme.kinde.com/", "https://acme.kinde.com"),
            ("HTTPS://acme.au.kinde.com:8443", "https://acme.au.kinde.com:8443"),
            ("https://acme_1.kinde.com.", "https://acme_1.kinde.com."),
            ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://kinde.LOCALHOST", "http://kinde.LOCALHOST"),
            ("http://127.8.9.10:80/", "http://127.8.9.10:80"),
            ("http://[::1]:65535", "http://[::1]:65535"),
        ] {
            assert_eq!(Origin::new(given).map(|origin| origin.text).ok().as_deref(), Some(kept), "{given}");
        }
    }

    #[test]
    fn refuses_what_is_no_origin() {
        let host = "the origin has a host that is none";
        for (given, text) in [
            ("", "the origin has no scheme: https:// is expected"),
            ("acme.kinde.com", "the origin has no scheme: https:// is expected"),
            ("ftp://acme.kinde.com", "the origin has a scheme other than https and http"),
            (" https://acme.kinde.com", "the origin has a scheme other than https and http"),
            ("https://", "the origin has no scheme: https:// is expected"),
            ("https:///", "the origin has no host"),
            ("https://:443", "the origin has no host"),
            ("https://acme.kinde.com ", host),
            ("https://acme..kinde.com", host),
            ("https://acme.kinde.com\t", host),
            ("https://acme%2ekinde.com", host),
            ("https://ácme.kinde.com", host),
            ("https://[::1", host),
            ("https://[::1]x", "the origin has a port that is no number"),
            ("https://acme.kinde.com:", "the origin has a port that is no number"),
            ("https://acme.kinde.com:+443", "the origin has a port that is no number"),
            ("https://acme.kinde.com:65536", "the origin has a port above 65535"),
            ("https://acme.kinde.com//", "the origin has a path: only scheme, host and port are expected"),
            ("https://acme.kinde.com/api", "the origin has a path: only scheme, host and port are expected"),
            ("https://acme.kinde.com\\x", "the origin has a backslash: only scheme, host and port are expected"),
            ("https://acme.kinde.com?x", "the origin has a query: only scheme, host and port are expected"),
            ("https://acme.kinde.com#x", "the origin has a fragment: only scheme, host and port are expected"),
            ("https://a@acme.kinde.com", "the origin has user info: only scheme, host and port are expected"),
            ("http://acme.kinde.com", "the origin is plain http, which is for loopback hosts only"),
            ("http://0.0.0.0", "the origin is plain http, which is for loopback hosts only"),
            ("http://localhost.example", "the origin is plain http, which is for loopback hosts only"),
        ] {
            assert_eq!(Origin::new(given).map(|_| ()).unwrap_err().to_string(), text, "{given}");
        }
    }

    #[test]
    fn knows_loopback_by_name() {
        for host in ["localhost", "LOCALHOST", "a.b.localhost", "127.0.0.1", "127.255.255.254", "[::1]", "[0:0::1]"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["0.0.0.0", "126.0.0.1", "128.0.0.1", "[::2]", "::1", "notlocalhost", "127.0.0.1.nip.io", ""] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn refuses_tokens_that_break_a_header() {
        for (token, text) in [
            ("", "the token is empty"),
            ("a\r\nb", "the token holds something else than visible ASCII characters"),
            ("a b", "the token holds something else than visible ASCII characters"),
            ("é", "the token holds something else than visible ASCII characters"),
        ] {
            assert_eq!(Api::new("https://acme.kinde.com", token).unwrap_err().to_string(), text);
        }
    }

    #[test]
    fn hides_the_token() {
        let api = Api::new("https://acme.kinde.com", "s3cret").unwrap();
        assert_eq!(format!("{api:?}"), r#"Api { origin: "https://acme.kinde.com", .. }"#);
        assert!(api.headers().values().any(http::HeaderValue::is_sensitive));
    }
}
