//! Who may steer the emulator: programs on this machine, or who knows the secret; no page in a browser.

use http::{HeaderMap, StatusCode};
use ring::digest::{SHA256, digest};

use super::{Refusal, header};
use crate::site::Site;

/// What a request has to show.
#[derive(Clone, Debug)]
pub(crate) struct Admission {
    pub(crate) site: Site,
    /// What has to be known where others reach the emulator.
    pub(crate) secret: Option<String>,
}

impl Admission {
    /// Lets a request in, or tells why not.
    pub(crate) fn check(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let forbidden = |message: &str| Err(Refusal::new(StatusCode::FORBIDDEN, message));
        if headers.contains_key("origin") {
            return forbidden("a page in a browser can't steer the emulator: there is an Origin header");
        }
        if headers.get("sec-fetch-site").is_some_and(|site| site != "none" && site != "same-origin") {
            return forbidden("a page in a browser can't steer the emulator: there is a Sec-Fetch-Site header");
        }
        if headers.get_all("host").iter().count() != 1
            || !header(headers, "host").is_some_and(|host| self.site.is_own_host(host))
        {
            return forbidden("the Host header is not a name of this emulator: add it with --name");
        }
        let Some(secret) = &self.secret else {
            return Ok(());
        };
        let given = header(headers, "authorization").and_then(|value| value.split_once(' '));
        let given = given.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        if given.is_some_and(|(_, given)| is_same(given.trim(), secret)) {
            return Ok(());
        }
        Err(Refusal::new(StatusCode::UNAUTHORIZED, "the client secret is wanted as a bearer token"))
    }
}

/// Compares digests, so that the time that it takes tells nothing of the secret.
fn is_same(given: &str, secret: &str) -> bool {
    digest(&SHA256, given.as_bytes()).as_ref() == digest(&SHA256, secret.as_bytes()).as_ref()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::Admission;
    use crate::site::Site;

    fn status(secret: Option<&str>, headers: &[(&'static str, &'static str)]) -> u16 {
        let admission = Admission {
            site: Site::find("127.0.0.1", 0, vec!["kinde".to_owned()]).unwrap(),
            secret: secret.map(str::to_owned),
        };
        let header = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        let mut map = HeaderMap::new();
        for (name, value) in headers.iter().map(header) {
            map.append(name, value);
        }
        admission.check(&map).map_or_else(|refusal| refusal.status.as_u16(), |()| 200)
    }

    #[test]
    fn lets_programs_in() {
        for headers in [
            &[("host", "127.0.0.1:8000")][..],
            &[("host", "localhost")],
            &[("host", "kinde:8000"), ("sec-fetch-mode", "cors")],
            &[("host", "localhost"), ("sec-fetch-site", "none")],
        ] {
            assert_eq!(status(None, headers), 200, "{headers:?}");
        }
    }

    #[test]
    fn lets_no_page_in() {
        for headers in [
            &[("host", "localhost"), ("origin", "https://example.com")][..],
            &[("host", "localhost"), ("origin", "null")],
            &[("host", "localhost"), ("origin", "http://localhost")],
            &[("host", "localhost"), ("sec-fetch-site", "cross-site")],
            &[("host", "localhost"), ("sec-fetch-site", "same-site")],
            &[("host", "rebound.example.com")],
            &[("host", "localhost"), ("host", "rebound.example.com")],
            &[],
        ] {
            assert_eq!(status(None, headers), 403, "{headers:?}");
        }
    }

    #[test]
    fn wants_the_secret_where_others_reach_it() {
        let host = ("host", "kinde");
        assert_eq!(status(Some("mine"), &[host, ("authorization", "Bearer mine")]), 200);
        assert_eq!(status(Some("mine"), &[host]), 401);
        for value in ["Bearer other", "Basic mine", "mine", "Bearer "] {
            assert_eq!(status(Some("mine"), &[host, ("authorization", value)]), 401, "{value}");
        }
    }
}
