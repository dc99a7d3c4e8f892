//! What the emulator was sent.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, Method, StatusCode, Uri};
use serde_json::Value;

use crate::wire::curl::SECRET_HEADERS;

/// A request that the emulator got, whether it answered it or not.
///
/// `Debug` hides tokens. It shows only the length of the body, since a client secret may be in it.
///
/// ```
/// use kinde_api::{emulator::Emulator, organizations::GetOrganizations};
///
/// let emulator = Emulator::new();
/// emulator.client().send(&GetOrganizations::new().page_size(50))?;
/// let request = emulator.requests().pop().unwrap();
/// assert_eq!((request.method.as_str(), request.uri.query()), ("GET", Some("page_size=50")));
/// assert_eq!(request.status.map(|status| status.as_u16()), Some(200));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct ReceivedRequest {
    /// The operation, by Kinde's name, or [`TOKEN`](super::TOKEN) for fetching a token. Absent if Kinde has no such route.
    pub operation_id: Option<&'static str>,
    /// The method.
    pub method: Method,
    /// The URI, as it was sent.
    pub uri: Uri,
    /// The headers. Those with a token or a cookie are marked as sensitive.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// When it came, by the emulator's clock, as the time since 1970.
    pub received_on: Duration,
    /// The status of the answer; absent if the connection was closed instead.
    pub status: Option<StatusCode>,
}

impl ReceivedRequest {
    pub(super) fn new(request: http::Request<Vec<u8>>, received_on: Duration) -> Self {
        let (mut parts, body) = request.into_parts();
        for (name, value) in &mut parts.headers {
            if SECRET_HEADERS.contains(name) {
                value.set_sensitive(true);
            }
        }
        Self {
            operation_id: None,
            method: parts.method,
            uri: parts.uri,
            headers: parts.headers,
            body,
            received_on,
            status: None,
        }
    }

    /// The body as JSON; `None` if it is not JSON.
    ///
    /// ```
    /// use kinde_api::{Api, Endpoint, emulator::Emulator, organizations::CreateOrganization};
    /// use serde_json::json;
    ///
    /// let emulator = Emulator::new();
    /// let api = Api::new("https://acme.kinde.com", emulator.token())?;
    /// emulator.respond(CreateOrganization::new("Acme").request(&api)?)?;
    /// assert_eq!(emulator.requests()[0].json(), Some(json!({"name": "Acme"})));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

impl fmt::Debug for ReceivedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ReceivedRequest")
            .field("operation_id", &self.operation_id)
            .field("method", &self.method)
            .field("uri", &format_args!("{}", ShownUri(&self.uri)))
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("received_on", &self.received_on)
            .field("status", &self.status)
            .finish()
    }
}

/// A URI without the values of its query: a session of a connected app is in one, and is a secret.
struct ShownUri<'a>(&'a Uri);

impl fmt::Display for ShownUri<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(query) = self.0.query().filter(|query| query.contains("session_id=")) else {
            return write!(formatter, "{}", self.0);
        };
        let uri = self.0.to_string();
        write!(formatter, "{}..", uri.strip_suffix(query).unwrap_or_default())
    }
}
