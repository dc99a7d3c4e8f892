//! The one place that writes a request: path, query, headers and body.

use std::fmt::{self, Display, Write as _};
use std::io;

use http::header::CONTENT_TYPE;
use http::uri::{self, PathAndQuery};
use http::{HeaderMap, HeaderValue, Method, Request, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde::Serialize;
use serde_json::Value;

use crate::multipart::Form;
use crate::{Api, Endpoint, RequestError};

/// All but RFC 3986's unreserved characters.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `http` holds 65,534 bytes; some of its versions cut a longer URI short instead of refusing it.
const LONGEST_URI: usize = 65_534;

/// Writes the request of an endpoint, which keeps its order: path parameters, query, body.
///
/// Every value is percent-encoded, so no input can turn one endpoint into another. What can't be encoded away is kept
/// as an error until [`build`](Self::build). [`Endpoint`] shows how an endpoint uses it.
#[derive(Debug)]
pub struct RequestBuilder<'a> {
    api: &'a Api,
    method: Method,
    path: &'static str,
    /// What of `path` is still to be written.
    rest: &'static str,
    target: Buffer<512>,
    has_query: bool,
    headers: Headers,
    body: Vec<u8>,
    error: Option<RequestError>,
}

/// Which of the headers that the `Api` has ready the request needs.
#[derive(Debug)]
enum Headers {
    NoBody,
    Json,
    Form(HeaderValue),
}

impl<'a> RequestBuilder<'a> {
    /// Begins the request of an endpoint, with its method and path.
    ///
    /// A [`PATH`](Endpoint::PATH) that isn't made of whole segments, each of unreserved characters or a name in
    /// braces, does not compile.
    #[must_use]
    pub fn new<E: Endpoint + ?Sized>(api: &'a Api) -> Self {
        const { assert!(is_path(E::PATH.as_bytes()), "PATH must be whole segments, each literal or a {{name}}") };
        Self::start(api, E::METHOD, E::PATH)
    }

    fn start(api: &'a Api, method: Method, path: &'static str) -> Self {
        Self {
            api,
            method,
            path,
            rest: path,
            target: Buffer::new(),
            has_query: false,
            headers: Headers::NoBody,
            body: Vec::new(),
            error: None,
        }
    }

    /// Fills the next parameter of the path.
    ///
    /// A value that is empty, `.` or `..` is refused: encoded or not, it would name another resource.
    pub fn path(&mut self, value: impl AsRef<str>) -> &mut Self {
        self.write_path(value.as_ref());
        self
    }

    /// Adds a query parameter, or nothing where the value is `None`.
    pub fn query(&mut self, name: &'static str, value: Option<impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.write_query(name, &value);
        }
        self
    }

    /// Adds a query parameter like [`query`](Self::query), but refuses an empty value.
    pub fn query_not_empty(&mut self, name: &'static str, value: Option<impl AsRef<str>>) -> &mut Self {
        if let Some(value) = value {
            let value = value.as_ref();
            if value.is_empty() {
                self.fail(RequestError::QueryParameter { name, reason: "is empty" });
            }
            self.write_query(name, &value);
        }
        self
    }

    /// Adds a query parameter with the values joined by commas, or nothing where the list is `None`.
    pub fn query_list(&mut self, name: &'static str, values: Option<&[impl Display]>) -> &mut Self {
        self.query(name, values.map(JoinedByCommas))
    }

    /// Adds a query parameter with a JSON value: a string as it is, anything else as its JSON.
    ///
    /// A null is refused: in a query it would be the text `null`.
    pub fn query_value(&mut self, name: &'static str, value: &Value) -> &mut Self {
        match value {
            Value::Null => self.fail(RequestError::QueryParameter { name, reason: "is null" }),
            Value::String(text) => self.write_query(name, text),
            other => self.write_query(name, other),
        }
        self
    }

    /// Makes the JSON of a value the body.
    pub fn json<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        let mut json = Buffer::<1024>::new();
        match serde_json::to_writer(&mut json, body) {
            Ok(()) => {
                self.body = json.into_vec();
                self.headers = Headers::Json;
            }
            Err(error) => self.fail(RequestError::Json(error)),
        }
        self
    }

    /// Makes a form with one file the body: `multipart/form-data`, the same bytes for the same input.
    ///
    /// The file's name may hold any character but control characters; of these, line ends are percent-encoded, as
    /// quotes are, and others refused. The content type is `type/subtype`, with parameters if need be.
    pub fn multipart(&mut self, field: &'static str, file_name: &str, content_type: &str, content: &[u8]) -> &mut Self {
        match Form::new(field, file_name, content_type, content) {
            Ok(form) => {
                self.headers = Headers::Form(form.content_type);
                self.body = form.body;
            }
            Err(error) => self.fail(error),
        }
        self
    }

    /// The request, or the first thing that was wrong with it.
    ///
    /// # Errors
    ///
    /// A [`RequestError`] that names the parameter that was refused or is missing, or says that the URI is longer than
    /// 65,534 bytes.
    pub fn build(&mut self) -> Result<Request<Vec<u8>>, RequestError> {
        self.finish_path();
        // What was built is moved out: a second request of it would lack its body.
        if let Some(error) = self.error.replace(RequestError::AlreadyBuilt) {
            return Err(error);
        }
        let uri = self.uri()?;
        let mut request = Request::new(std::mem::take(&mut self.body));
        *request.method_mut() = std::mem::take(&mut self.method);
        *request.uri_mut() = uri;
        *request.headers_mut() = self.header_map();
        Ok(request)
    }

    fn uri(&self) -> Result<Uri, RequestError> {
        let origin = self.api.parsed_origin();
        let target = self.target.as_slice();
        if origin.text().len() + target.len() > LONGEST_URI {
            return Err(RequestError::UriTooLong { limit: LONGEST_URI });
        }
        let mut parts = uri::Parts::default();
        parts.scheme = Some(origin.scheme().clone());
        parts.authority = Some(origin.authority().clone());
        parts.path_and_query = Some(PathAndQuery::try_from(target).map_err(|error| RequestError::Http(error.into()))?);
        Uri::from_parts(parts).map_err(|error| RequestError::Http(error.into()))
    }

    fn header_map(&mut self) -> HeaderMap {
        match std::mem::replace(&mut self.headers, Headers::NoBody) {
            Headers::NoBody => self.api.headers().clone(),
            Headers::Json => self.api.json_headers().clone(),
            Headers::Form(content_type) => {
                let mut headers = self.api.form_headers().clone();
                headers.insert(CONTENT_TYPE, content_type);
                headers
            }
        }
    }

    fn write_path(&mut self, value: &str) {
        let Some((before, name, after)) = next_parameter(self.rest) else {
            return self.fail(RequestError::UnknownPathParameter { path: self.path });
        };
        if let Some(reason) = refused_segment(value) {
            self.fail(RequestError::PathParameter { name, reason });
        }
        self.target.push(before.as_bytes());
        self.target.push_encoded(value);
        self.rest = after;
    }

    /// Writes what follows the last parameter of the path.
    fn finish_path(&mut self) {
        if let Some((_, name, _)) = next_parameter(self.rest) {
            self.fail(RequestError::PathParameter { name, reason: "is missing" });
        }
        self.target.push(self.rest.as_bytes());
        self.rest = "";
    }

    fn write_query(&mut self, name: &'static str, value: &dyn Display) {
        self.finish_path();
        self.target.push(if self.has_query { b"&" } else { b"?" });
        self.has_query = true;
        self.target.push_encoded(name);
        self.target.push(b"=");
        if write!(Encoded(&mut self.target), "{value}").is_err() {
            self.fail(RequestError::QueryParameter { name, reason: "can't be written as text" });
        }
    }

    fn fail(&mut self, error: RequestError) {
        self.error.get_or_insert(error);
    }
}

/// What stands before the next parameter of a path, its name, and what comes after it.
fn next_parameter(path: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (before, rest) = path.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Encoding doesn't help here: URL normalisers take `%2e%2e` for `..` as well.
fn refused_segment(value: &str) -> Option<&'static str> {
    match value {
        "" => Some("is empty"),
        "." | ".." => Some("is a dot segment, which would address another resource"),
        _ => None,
    }
}

/// Whether a path is made of `/` and, after each, a segment of unreserved characters or a name in braces.
const fn is_path(path: &[u8]) -> bool {
    let mut index = 0;
    while index < path.len() {
        if path[index] != b'/' {
            return false;
        }
        index += 1;
        let start = index;
        while index < path.len() && path[index] != b'/' {
            index += 1;
        }
        if !is_segment(path, start, index) {
            return false;
        }
    }
    !path.is_empty()
}

const fn is_segment(path: &[u8], mut start: usize, mut end: usize) -> bool {
    if start < end && path[start] == b'{' {
        if path[end - 1] != b'}' {
            return false;
        }
        start += 1;
        end -= 1;
    }
    if start == end {
        return false;
    }
    while start < end {
        if !(path[start].is_ascii_alphanumeric() || matches!(path[start], b'-' | b'.' | b'_' | b'~')) {
            return false;
        }
        start += 1;
    }
    true
}

struct JoinedByCommas<'a, T>(&'a [T]);

impl<T: Display> Display for JoinedByCommas<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_char(',')?;
            }
            value.fmt(formatter)?;
        }
        Ok(())
    }
}

/// Bytes that stay on the stack until they are too many for it: most requests are short, and then copied once, into a
/// place of the right size.
#[derive(Clone)]
struct Buffer<const SIZE: usize> {
    stack: [u8; SIZE],
    length: usize,
    /// All of the bytes, once the stack is too small.
    heap: Vec<u8>,
}

impl<const SIZE: usize> Buffer<SIZE> {
    fn new() -> Self {
        Self { stack: [0; SIZE], length: 0, heap: Vec::new() }
    }

    fn push(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        match self.stack.get_mut(self.length..end) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.length = end;
            }
            None => self.push_to_heap(bytes),
        }
    }

    #[cold]
    fn push_to_heap(&mut self, bytes: &[u8]) {
        if self.heap.is_empty() {
            self.heap.extend_from_slice(&self.stack[..self.length]);
            // From here on nothing fits the stack.
            self.length = SIZE;
        }
        self.heap.extend_from_slice(bytes);
    }

    fn push_encoded(&mut self, text: &str) {
        for chunk in percent_encode(text.as_bytes(), RESERVED) {
            self.push(chunk.as_bytes());
        }
    }

    fn as_slice(&self) -> &[u8] {
        if self.heap.is_empty() { &self.stack[..self.length] } else { &self.heap }
    }

    fn into_vec(self) -> Vec<u8> {
        if self.heap.is_empty() { self.stack[..self.length].to_vec() } else { self.heap }
    }
}

impl<const SIZE: usize> io::Write for Buffer<SIZE> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes);
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.push(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<const SIZE: usize> fmt::Debug for Buffer<SIZE> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} bytes", self.as_slice().len())
    }
}

/// Encodes what is written to it, so that a value's `Display` needs no text of its own in between.
struct Encoded<'a, const SIZE: usize>(&'a mut Buffer<SIZE>);

impl<const SIZE: usize> fmt::Write for Encoded<'_, SIZE> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_encoded(text);
        Ok(())
    }
}
