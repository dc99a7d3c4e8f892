//! Whatever is in a request, a shell takes it for arguments of curl.

use http::{HeaderName, HeaderValue, Method, Request};
use invariants::check_command;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What means something to a shell, or to curl.
const TROUBLE: &[&str] = &[
    "'",
    "''",
    "\"",
    "\\",
    "\\'",
    "`id`",
    "$(id)",
    "$HOME",
    "${x}",
    ";",
    "&",
    "|",
    "\n",
    "\r\n",
    "#",
    "~",
    "*",
    "!",
    "@file",
    "-o",
    "--",
    " ",
    "\t",
    "\0",
    "\u{1b}[31m",
    "é",
    "{}",
    "[0-9]",
    "'\"'\"'",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => select(TROUBLE).prop_map(str::to_owned), 1 => any::<String>()];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn header() -> impl Strategy<Value = (HeaderName, HeaderValue)> {
    let name = select(&["authorization", "accept", "content-type", "x-'$(id)`", "x-other"][..]);
    let value = text().prop_filter_map("can't stand in a header", |text| HeaderValue::try_from(text).ok());
    (name.prop_filter_map("is no name", |name| HeaderName::try_from(name).ok()), value)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn is_curl_with_arguments(
        method in select(&["GET", "DELETE", "POST", "PUT", "PATCH", "M-SEARCH", "A'B"][..]),
        query in text(),
        headers in vec(header(), 0..4),
        body in prop_oneof![2 => text().prop_map(String::into_bytes), 1 => vec(any::<u8>(), 0..40)],
    ) {
        let mut request = Request::new(body);
        *request.method_mut() = Method::from_bytes(method.as_bytes()).expect("it is a token");
        if let Ok(uri) = format!("https://acme.kinde.com/a?{query}").parse() {
            *request.uri_mut() = uri;
        }
        for (name, value) in headers {
            request.headers_mut().append(name, value);
        }
        check_command(&request);
    }
}
