//! Whatever an origin is, a token goes nowhere else, and in plain text to this machine alone.

use kinde_api::Api;
use proptest::prelude::*;
use proptest::sample::select;
use url::{Host, Url};

#[rustfmt::skip]
const HOSTS: &[&str] = &[
    "localhost", "a.localhost", "LOCALHOST", "localhost.", ".localhost", "127.0.0.1", "127.1", "0x7f.1", "2130706433",
    "0.0.0.0", "127.0.0.1.evil.example", "localhost.evil.example", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::1",
    "acme.kinde.com", "user@localhost", "localhost@evil.example", "user:pass@acme.kinde.com", "localhost\\.evil.example",
    "evil.example#.localhost", "evil.example?.localhost", "evil.example/.localhost", "evil.example\\.localhost",
    "%6cocalhost", "evil.example%2f.localhost", "é.localhost", "a b.localhost", "a\t.localhost", "a_b.localhost", "-", "",
];

/// The host as the URL standard reads it.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn an_origin_that_is_taken_is_one(
        scheme in select(&["https://", "http://", "HTTP://", "http:/", "ftp://", "//", ""][..]),
        host in prop_oneof![3 => select(HOSTS).prop_map(str::to_owned), 1 => "[a-z0-9.:@/?#%_-]{0,12}", 1 => ".{0,8}"],
        port in select(&["", "", ":", ":80", ":8080", ":65535", ":65536", ":-1", ":80@evil.example"][..]),
        end in select(&["", "", "/", "//", "/x", "?", "#", "?x", " ", "\r\n"][..]),
    ) {
        let text = format!("{scheme}{host}{port}{end}");
        let Ok(api) = Api::new(&text, "a-token") else { return Ok(()) };
        let Ok(url) = Url::parse(api.origin()) else {
            // The URL standard has no name whose last label is a number.
            prop_assert!(text.starts_with("https://"), "{text}");
            return Ok(());
        };
        prop_assert_eq!((url.username(), url.password(), url.path()), ("", None, "/"));
        prop_assert_eq!((url.query(), url.fragment()), (None, None));
        prop_assert!(url.scheme() == "https" || is_loopback(&url), "{text}");
        let expected = Url::parse(&text).expect("what was given is a URL as well");
        prop_assert_eq!(url.origin(), expected.origin());
    }
}
