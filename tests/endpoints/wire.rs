//! Requests as they are on the wire, and answers as they come from it.

use std::fmt::{self, Debug};

use http::{Request, Response, header};
use inventory::AnyEndpoint;
use kinde_api::organizations::SuccessResponse;
use kinde_api::{Api, Endpoint, ResponseError};
use serde_json::Value;

/// What every request here is built from.
pub(crate) fn api() -> Api {
    Api::new("https://acme.kinde.com", "a-token").expect("origin and token are in order")
}

/// An endpoint, and the whole request that it makes.
pub(crate) struct RequestCase {
    pub(crate) endpoint: Box<dyn AnyEndpoint>,
    expected: &'static str,
}

/// An endpoint with its request as it is on the wire: method and URI, headers in any order, an empty line, the body.
///
/// Line ends and indentation are of the source only. A line with `?` or `&` goes on with the URI, lines of the body
/// make one text; what is not JSON is written with the escapes of a byte string.
pub(crate) fn request(endpoint: impl AnyEndpoint + 'static, expected: &'static str) -> RequestCase {
    RequestCase { endpoint: Box::new(endpoint), expected }
}

impl RequestCase {
    pub(crate) fn assert(&self) {
        let operation_id = self.endpoint.operation().operation_id;
        let sent = self.endpoint.build(&api()).unwrap_or_else(|error| panic!("{operation_id}: {error}"));
        assert_eq!(Wire::sent(&sent), Wire::expected(self.expected), "{operation_id}");
        assert!(sent.headers()[header::AUTHORIZATION].is_sensitive(), "{operation_id} shows the token");
    }
}

/// A request as text that `Debug` shows as it is.
#[derive(PartialEq)]
struct Wire(String);

impl Wire {
    fn sent(request: &Request<Vec<u8>>) -> Self {
        let request_line = format!("{} {}", request.method(), request.uri());
        let headers =
            request.headers().iter().map(|(name, value)| format!("{name}: {}", value.to_str().expect("is text")));
        let is_json = request.headers().get(header::CONTENT_TYPE).is_some_and(|value| value == "application/json");
        let body = match String::from_utf8(request.body().clone()) {
            Ok(json) if is_json => json,
            _ => request.body().escape_ascii().to_string(),
        };
        Self::new(request_line, headers.collect(), body)
    }

    fn expected(text: &str) -> Self {
        let mut lines = text.trim().lines().map(str::trim);
        let mut request_line = lines.next().unwrap_or_default().to_owned();
        let mut headers = Vec::new();
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            if line.starts_with(['?', '&']) {
                request_line.push_str(line);
            } else {
                headers.push(line.to_owned());
            }
        }
        Self::new(request_line, headers, lines.collect())
    }

    fn new(request_line: String, mut headers: Vec<String>, body: String) -> Self {
        headers.sort();
        Self([&[request_line], &headers[..], &[String::new(), body]].concat().join("\n"))
    }
}

impl Debug for Wire {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\n{}\n", self.0)
    }
}

/// A response with a status and a body, and headers that must not get lost.
pub(crate) fn response(status: u16, body: impl AsRef<[u8]>) -> Response<Vec<u8>> {
    Response::builder()
        .status(status)
        .header("x-request-id", "req_17")
        .header("x-request-id", "req_18")
        .body(body.as_ref().to_vec())
        .expect("the status is in range")
}

/// The full answer of an operation, which is the one in `fixtures` for the type of its output.
pub(crate) fn fixture(operation_id: &str) -> &'static str {
    inventory::operation(operation_id).unwrap_or_else(|| panic!("{operation_id} is not in the inventory")).answer
}

/// What an endpoint of any type reads a response as, serialised again.
pub(crate) fn read_any(endpoint: &dyn AnyEndpoint, response: &Response<Vec<u8>>) -> Result<Value, ResponseError> {
    endpoint.read(response).map(|output| output.json())
}

/// What an endpoint reads a body of a 200 as.
pub(crate) fn read<E: Endpoint>(endpoint: &E, body: impl AsRef<[u8]>) -> E::Output {
    endpoint.response(&response(200, body)).unwrap_or_else(|error| panic!("{}: {error}: {error:?}", E::OPERATION_ID))
}

/// Compares the output that the operation's fixture is read as, and tells which operation that was.
pub(crate) fn assert_answer<E: Endpoint>(endpoint: &E, expected: &E::Output) -> &'static str
where
    E::Output: Debug + PartialEq,
{
    assert_eq!(read(endpoint, fixture(E::OPERATION_ID)), *expected, "{}", E::OPERATION_ID);
    E::OPERATION_ID
}

/// An output, or a part of one, with these fields and no others.
macro_rules! output {
    ($name:ty {}) => {
        <$name>::default()
    };
    ($name:ty { $($field:ident: $value:expr),+ $(,)? }) => {{
        let mut output = <$name>::default();
        $(output.$field = $value;)+
        output
    }};
}
pub(crate) use output;

/// A text, id, key or enum that is there.
#[expect(clippy::unnecessary_wraps, reason = "the fields of outputs are options")]
pub(crate) fn some<T: for<'a> From<&'a str>>(text: &str) -> Option<T> {
    Some(T::from(text))
}

/// What most changes answer.
pub(crate) fn success() -> SuccessResponse {
    output!(SuccessResponse { code: some("OK"), message: some("Success") })
}
