//! Looks at a request as a server does, with a URL parser and a router that know nothing of the library.

use std::collections::HashMap;
use std::sync::LazyLock;

use http::{Method, Request};
use inventory::{Expected, Inputs, Operation, operations};
use kinde_api::{Api, RequestError};
use matchit::Router;
use serde_json::Value;
use url::Url;

use crate::check_file;

const ORIGIN: &str = "https://acme.kinde.com";
/// The most bytes that the URI of a request may have.
pub const LONGEST_URI: usize = 65_534;

static API: LazyLock<Api> = LazyLock::new(|| Api::new(ORIGIN, "a-token").expect("the origin and the token are good"));

static ROUTERS: LazyLock<HashMap<Method, Router<&str>>> = LazyLock::new(|| {
    let mut routers: HashMap<Method, Router<&str>> = HashMap::new();
    for operation in operations() {
        let router = routers.entry(operation.method.clone()).or_default();
        if router.at(operation.path).map(|found| *found.value) != Ok(operation.id) {
            router.insert(operation.path, operation.id).expect("routes are distinct");
        }
    }
    routers
});

/// Makes a request of the inputs, and finds in it the operation and the inputs, nothing more and nothing less.
///
/// # Panics
///
/// Where another operation or other inputs are found, and where inputs are refused that need not be, or not refused
/// that must be.
pub fn check_request(operation: &Operation, inputs: &Inputs) {
    let (request, expected) = operation.request(&API, inputs);
    match request {
        Ok(request) => check_found(&request, &expected),
        Err(error) => check_refusal(&error, &expected),
    }
}

fn check_found(request: &Request<Vec<u8>>, expected: &Expected) {
    assert_eq!(expected.refused, None, "must be refused");
    let uri = request.uri().to_string();
    assert!(uri.len() <= LONGEST_URI, "{} bytes", uri.len());
    let url = Url::parse(&uri).expect("the URI is a URL");
    assert_eq!(url.as_str(), uri, "normalising changes nothing");
    assert_eq!(url.origin().ascii_serialization(), ORIGIN);
    assert_eq!((url.username(), url.password(), url.fragment()), ("", None, None));

    let (operation_id, path) = route(request.method(), url.path()).expect("there is such a route");
    assert_eq!(operation_id, expected.operation_id);
    assert_eq!(borrowed(&path), borrowed(&expected.path));
    // What is required is drawn first, wherever it stands in the query.
    let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert_eq!(sorted(borrowed(&query)), sorted(borrowed(&expected.query)));
    assert!(!url.query().unwrap_or_default().contains('+'), "a space is %20: {uri}");
    check_body(request, expected);
}

/// The operation of a path and the values of its parameters, as a server's router finds them.
fn route(method: &Method, path: &str) -> Option<(&'static str, Vec<(String, String)>)> {
    let route = ROUTERS.get(method)?.at(path).ok()?;
    let decoded = |(name, value): (&str, &str)| Some((name.to_owned(), urlencoding::decode(value).ok()?.into_owned()));
    Some((route.value, route.params.iter().map(decoded).collect::<Option<_>>()?))
}

fn borrowed<T: AsRef<str>>(pairs: &[(T, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_ref(), value.as_str())).collect()
}

fn sorted<'a>(mut pairs: Vec<(&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    pairs.sort_by_key(|(name, _)| *name);
    pairs
}

fn check_body(request: &Request<Vec<u8>>, expected: &Expected) {
    let header = |name| request.headers().get(name).map(http::HeaderValue::as_bytes);
    assert_eq!(header("authorization"), Some(&b"Bearer a-token"[..]));
    assert_eq!(header("accept"), Some(&b"application/json"[..]));
    if let Some(file) = &expected.file {
        assert_eq!(request.headers().len(), 3);
        return check_file(request, file);
    }
    let Some(json) = &expected.json else {
        assert_eq!((request.headers().len(), request.body().as_slice()), (2, &b""[..]));
        return;
    };
    assert_eq!(request.headers().len(), 3);
    assert_eq!(header("content-type"), Some(&b"application/json"[..]));
    let body: Value = serde_json::from_slice(request.body()).expect("the body is JSON");
    assert_eq!(body.as_object(), Some(json));
}

fn check_refusal(error: &RequestError, expected: &Expected) {
    let text = error.to_string();
    assert!(text.len() < 400, "{text}");
    if let Some(name) = expected.refused {
        assert!(text.contains(&format!("`{name}`")), "not about `{name}`: {text}");
        return;
    }
    match error {
        RequestError::UriTooLong { .. } => assert!(uri_length(expected) > LONGEST_URI, "{text}"),
        RequestError::Form { name: "content_type", .. } => {
            assert!(expected.file.as_ref().is_some_and(|file| !file.is_content_type), "{text}");
        }
        other => panic!("refused without need: {other}"),
    }
}

/// How many bytes the URI has of a request in which this is expected.
#[must_use]
pub fn uri_length(expected: &Expected) -> usize {
    let operation = inventory::operation(expected.operation_id);
    let template = operation.map_or(0, |operation| operation.path.len());
    let encoded = |text: &str| urlencoding::encode(text).len();
    let names: usize = expected.path.iter().map(|(name, _)| "{}".len() + name.len()).sum();
    let path: usize = expected.path.iter().map(|(_, value)| encoded(value)).sum();
    let query: usize = expected.query.iter().map(|(name, value)| "?=".len() + name.len() + encoded(value)).sum();
    ORIGIN.len() + template - names + path + query
}
