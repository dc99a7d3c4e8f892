//! Where a business is: scheme, host and port, checked.

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;
use http::uri::{self, Authority, PathAndQuery, Scheme};

use crate::RequestError;

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
        let authority: Authority = authority.parse().map_err(|_| refused("has an invalid host"))?;
        // The first clone allocates what all later ones share: not at the first request.
        let authority = authority.clone();
        let scheme = if is_https { Scheme::HTTPS } else { Scheme::HTTP };
        Ok(Self { text: format!("{scheme}://{authority}"), scheme, authority })
    }

    /// Scheme and host with port, as they were given but for a slash at the end.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The audience of the API here: with the host as Kinde writes it, whichever way it was given.
    pub(crate) fn audience(&self) -> String {
        let default_port = if self.scheme == Scheme::HTTPS { ":443" } else { ":80" };
        let host = self.authority.host();
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        // A number may have zeros before it.
        let port = self.authority.port_u16().map(|port| format!(":{port}")).unwrap_or_default();
        let port = if port == default_port { "" } else { &port };
        format!("{}://{host}{port}/api", self.scheme)
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
    Err(refused(if host.is_empty() { "has no host" } else { "has an invalid host" }))
}

fn check_port(port: &str) -> Result<(), RequestError> {
    if port.is_empty() {
        return Ok(());
    }
    let digits = port.strip_prefix(':').unwrap_or_default();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused("has a port that is not a number"));
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

/// Whether a host is this machine, by name and without resolving it. A name below `localhost` is none of these: a
/// resolver may send it anywhere.
pub(crate) fn is_loopback(host: &str) -> bool {
    if let Some(address) = bracketed(host) {
        return address.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback());
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback();
    }
    host.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::{Origin, is_loopback};

    #[test]
    fn takes_origins() {
        for (given, kept) in [
            ("https://acme.kinde.com", "https://acme.kinde.com"),
            ("https://acme.kinde.com/", "https://acme.kinde.com"),
            ("HTTPS://acme.au.kinde.com:8443", "https://acme.au.kinde.com:8443"),
            ("https://acme_1.kinde.com.", "https://acme_1.kinde.com."),
            ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://LOCALHOST", "http://LOCALHOST"),
            ("http://127.8.9.10:80/", "http://127.8.9.10:80"),
            ("http://[::1]:65535", "http://[::1]:65535"),
        ] {
            assert_eq!(Origin::new(given).map(|origin| origin.text).ok().as_deref(), Some(kept), "{given}");
        }
    }

    #[test]
    fn refuses_what_is_no_origin() {
        let host = "the origin has an invalid host";
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
            ("https://[::1]x", "the origin has a port that is not a number"),
            ("https://acme.kinde.com:", "the origin has a port that is not a number"),
            ("https://acme.kinde.com:+443", "the origin has a port that is not a number"),
            ("https://acme.kinde.com:65536", "the origin has a port above 65535"),
            ("https://acme.kinde.com//", "the origin has a path: only scheme, host and port are expected"),
            ("https://acme.kinde.com/api", "the origin has a path: only scheme, host and port are expected"),
            ("https://acme.kinde.com\\x", "the origin has a backslash: only scheme, host and port are expected"),
            ("https://acme.kinde.com?x", "the origin has a query: only scheme, host and port are expected"),
            ("https://acme.kinde.com#x", "the origin has a fragment: only scheme, host and port are expected"),
            ("https://a@acme.kinde.com", "the origin has user info: only scheme, host and port are expected"),
            ("http://acme.kinde.com", "the origin is plain http, which is for loopback hosts only"),
            ("http://0.0.0.0", "the origin is plain http, which is for loopback hosts only"),
            ("http://acme.localhost", "the origin is plain http, which is for loopback hosts only"),
            ("http://localhost.example", "the origin is plain http, which is for loopback hosts only"),
        ] {
            assert_eq!(Origin::new(given).map(|_| ()).unwrap_err().to_string(), text, "{given}");
        }
    }

    #[test]
    fn one_business_has_one_audience() {
        for (origin, audience) in [
            ("https://acme.kinde.com", "https://acme.kinde.com/api"),
            ("https://ACME.kinde.com", "https://acme.kinde.com/api"),
            ("https://acme.kinde.com:443", "https://acme.kinde.com/api"),
            ("https://acme.kinde.com:0443", "https://acme.kinde.com/api"),
            ("https://acme.kinde.com.", "https://acme.kinde.com/api"),
            ("HTTPS://Acme.Kinde.Com.:443/", "https://acme.kinde.com/api"),
            ("https://acme.kinde.com:80", "https://acme.kinde.com:80/api"),
            ("https://[2001:DB8::1]:8443", "https://[2001:db8::1]:8443/api"),
            ("http://localhost:80", "http://localhost/api"),
            ("http://127.0.0.1:443", "http://127.0.0.1:443/api"),
        ] {
            assert_eq!(Origin::new(origin).unwrap().audience(), audience, "{origin}");
        }
    }

    #[test]
    fn knows_loopback_by_name() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.255.255.254", "[::1]", "[0:0::1]"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "0.0.0.0",
            "126.0.0.1",
            "128.0.0.1",
            "[::2]",
            "::1",
            "notlocalhost",
            "acme.localhost",
            "localhost.",
            "127.0.0.1.nip.io",
            "",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
