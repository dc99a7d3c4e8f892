//! The one place that writes a request: path, query, headers and body.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};

use http::header::CONTENT_TYPE;
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, Method, Request, Uri};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::{Serializer, Value};

use crate::wire::buffer::{Buffer, Encoded};
use crate::wire::multipart::Form;
use crate::wire::template::Template;
use crate::{Api, Endpoint, RequestError, Secret};

/// `http` holds 65,534 bytes; some of its versions cut a longer URI short instead of refusing it.
pub(crate) const LONGEST_URI: usize = 65_534;

/// What most bodies fit into, so that they are written once and never moved.
const ROOM_FOR_JSON: usize = 1024;

/// Builds the request of an endpoint. The order is: path parameters, query, body.
///
/// Every value is percent-encoded, so no input can turn one endpoint into another. A value that no encoding makes safe
/// is kept as an error until [`build`](Self::build). [`Endpoint`] shows how an endpoint uses it.
pub struct RequestBuilder<'a> {
    api: &'a Api,
    method: Method,
    template: &'static Template,
    /// How many parameters of the path are filled.
    filled: usize,
    /// How much of the path is used up.
    used: usize,
    target: Buffer,
    has_query: bool,
    headers: Headers,
    body: Vec<u8>,
    secrets: SecretParts,
    error: Option<RequestError>,
}

/// Which parts of a request are secret: in its extensions, for whoever shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SecretParts {
    /// Whether the whole body is not to be shown.
    pub(crate) body: bool,
    /// The names of the query parameters of which the value is not to be shown.
    pub(crate) query: Vec<&'static str>,
}

impl SecretParts {
    fn is_empty(&self) -> bool {
        !self.body && self.query.is_empty()
    }
}

/// Which of the headers that the `Api` has ready the request needs.
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
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// use kinde_api::organizations::GetOrganizations;
    ///
    /// let request = RequestBuilder::new::<GetOrganizations>(&api).build()?;
    /// assert_eq!(request.method(), GetOrganizations::METHOD);
    /// assert_eq!(request.uri().path(), GetOrganizations::PATH);
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn new<E: Endpoint + ?Sized>(api: &'a Api) -> Self {
        Self::start(api, E::METHOD, const { &Template::new(E::PATH) })
    }

    fn start(api: &'a Api, method: Method, template: &'static Template) -> Self {
        Self {
            api,
            method,
            template,
            filled: 0,
            used: 0,
            target: Buffer::new(),
            has_query: false,
            headers: Headers::NoBody,
            body: Vec::new(),
            secrets: SecretParts::default(),
            error: None,
        }
    }

    /// Fills the next parameter of the path.
    ///
    /// A value that could address another resource is refused, since encoding does not help if a server on the way
    /// normalises or decodes the path: an empty one; one with a slash, a backslash or a control character in it; one
    /// that is `.` or `..`, by itself or before a `;`; and one that becomes any of these after one more
    /// percent-decoding.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizationUserRoles;
    /// let request = RequestBuilder::new::<GetOrganizationUserRoles>(&api)
    ///     .path("org 1")
    ///     .path("kp_17")
    ///     .build()?;
    /// assert_eq!(request.uri().path(), "/api/v1/organizations/org%201/users/kp_17/roles");
    ///
    /// let error = RequestBuilder::new::<GetOrganizationUserRoles>(&api)
    ///     .path("..")
    ///     .path("kp_17")
    ///     .build()
    ///     .unwrap_err();
    /// assert!(error.to_string().starts_with("the path parameter `org_code` is a dot segment"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn path(&mut self, value: impl AsRef<str>) -> &mut Self {
        self.write_path(value.as_ref());
        self
    }

    /// Adds a query parameter, or nothing where the value is `None`.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// let request = RequestBuilder::new::<GetOrganizations>(&api)
    ///     .query("sort", Some("name_asc"))
    ///     .query("page_size", Some(50))
    ///     .query("next_token", None::<&str>)
    ///     .build()?;
    /// assert_eq!(request.uri().query(), Some("sort=name_asc&page_size=50"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query(&mut self, name: &'static str, value: Option<impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.write_query(name, &value);
        }
        self
    }

    /// Adds a query parameter like [`query`](Self::query), but refuses an empty value.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganization;
    /// let error = RequestBuilder::new::<GetOrganization>(&api)
    ///     .query_not_empty("code", Some(""))
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(error.to_string(), "the query parameter `code` is empty");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_not_empty(&mut self, name: &'static str, value: Option<impl AsRef<str>>) -> &mut Self {
        if let Some(value) = value {
            let value = value.as_ref();
            if value.is_empty() {
                self.fail(RequestError::QueryParameter { name, reason: "is empty" });
            }
            self.write_query_name(name);
            self.target.push_encoded(value);
        }
        self
    }

    /// Adds a query parameter with the values joined by commas, or nothing where the list is `None`.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// let both = ["admin", "billing"];
    /// let request =
    ///     RequestBuilder::new::<GetOrganizations>(&api).query_list("roles", Some(&both)).build()?;
    /// assert_eq!(request.uri().query(), Some("roles=admin%2Cbilling"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_list(&mut self, name: &'static str, values: Option<&[impl Display]>) -> &mut Self {
        self.query(name, values.map(JoinedByCommas))
    }

    /// Adds a query parameter like [`query_list`](Self::query_list), but refuses a list that is empty.
    ///
    /// For operations where an empty list makes no sense: the URLs to delete, for example.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// let urls: [&str; 0] = [];
    /// let error = RequestBuilder::new::<GetOrganizations>(&api)
    ///     .query_list_not_empty("urls", Some(&urls))
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(error.to_string(), "the query parameter `urls` is an empty list");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_list_not_empty(&mut self, name: &'static str, values: Option<&[impl Display]>) -> &mut Self {
        if values.is_some_and(<[_]>::is_empty) {
            self.fail(RequestError::QueryParameter { name, reason: "is an empty list" });
        }
        self.query_list(name, values)
    }

    /// Adds a query parameter within another, `name[key]=value`, or nothing where the value is `None`.
    ///
    /// The brackets are percent-encoded like all that is reserved, and an empty key is refused.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// let request = RequestBuilder::new::<GetOrganizations>(&api)
    ///     .query_in("properties", "kp_usr_city", Some("Perth"))
    ///     .query_in("properties", "kp_usr_city", Some("Broome"))
    ///     .build()?;
    /// let expected = "properties%5Bkp_usr_city%5D=Perth&properties%5Bkp_usr_city%5D=Broome";
    /// assert_eq!(request.uri().query(), Some(expected));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_in(&mut self, name: &'static str, key: impl AsRef<str>, value: Option<impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.write_query_in(name, key.as_ref(), &value);
        }
        self
    }

    /// Adds a query parameter within another for each value of each key, in the order of the keys.
    ///
    /// A key with an empty list adds nothing: see [`query_in`](Self::query_in).
    ///
    /// ```
    /// # use std::collections::BTreeMap;
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// let properties = BTreeMap::from([("kp_usr_city", vec!["Perth", "Broome"]), ("kp_usr_job", vec![])]);
    /// let request = RequestBuilder::new::<GetOrganizations>(&api)
    ///     .query_map("properties", Some(&properties))
    ///     .build()?;
    /// let expected = "properties%5Bkp_usr_city%5D=Perth&properties%5Bkp_usr_city%5D=Broome";
    /// assert_eq!(request.uri().query(), Some(expected));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_map(
        &mut self,
        name: &'static str,
        lists: Option<&BTreeMap<impl AsRef<str>, Vec<impl Display>>>,
    ) -> &mut Self {
        for (key, values) in lists.into_iter().flatten() {
            for value in values {
                self.write_query_in(name, key.as_ref(), value);
            }
        }
        self
    }

    /// Adds a query parameter that is a secret, or nothing where it is `None`; an empty one is refused.
    ///
    /// [`to_curl`](crate::to_curl) shows a variable in its place.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// use kinde_api::{Secret, to_curl};
    ///
    /// let session_id = Secret::from("s3cret");
    /// let request = RequestBuilder::new::<GetOrganizations>(&api)
    ///     .query_secret("session_id", Some(&session_id))
    ///     .build()?;
    /// assert_eq!(request.uri().query(), Some("session_id=s3cret"));
    /// assert!(!to_curl(&request).contains("s3cret"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_secret(&mut self, name: &'static str, value: Option<&Secret>) -> &mut Self {
        if value.is_some() {
            self.secrets.query.push(name);
        }
        self.query_not_empty(name, value.map(Secret::expose))
    }

    /// Says whether the body holds a secret, so that [`to_curl`](crate::to_curl) shows a variable in its place.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::CreateOrganization;
    /// let request = RequestBuilder::new::<CreateOrganization>(&api)
    ///     .json(&serde_json::json!({ "key": "PATH", "value": "s3cret" }))
    ///     .secret_body(true)
    ///     .build()?;
    /// assert!(!kinde_api::to_curl(&request).contains("s3cret"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn secret_body(&mut self, is_secret: bool) -> &mut Self {
        self.secrets.body |= is_secret;
        self
    }

    /// Refuses a null as the value of a field of the body, where Kinde would store it as if it were a value.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::CreateOrganization;
    /// let value = serde_json::Value::from(f64::NAN);
    /// let error = RequestBuilder::new::<CreateOrganization>(&api)
    ///     .not_null("value", &value)
    ///     .json(&serde_json::json!({ "value": value }))
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(error.to_string(), "the field `value` of the body is null");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn not_null(&mut self, name: &'static str, value: &Value) -> &mut Self {
        if value.is_null() {
            self.fail(RequestError::BodyField { name, reason: "is null" });
        }
        self
    }

    /// Adds a query parameter with a JSON value: a string as it is, anything else as its JSON.
    ///
    /// A null is refused: in a query it would be the text `null`.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizations;
    /// let request = RequestBuilder::new::<GetOrganizations>(&api)
    ///     .query_value("text", &"17 %".into())
    ///     .query_value("number", &17.into())
    ///     .build()?;
    /// assert_eq!(request.uri().query(), Some("text=17%20%25&number=17"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn query_value(&mut self, name: &'static str, value: &Value) -> &mut Self {
        match value {
            Value::Null => self.fail(RequestError::QueryParameter { name, reason: "is null" }),
            Value::String(text) => self.write_query(name, text),
            other => self.write_query(name, other),
        }
        self
    }

    /// Makes the JSON of a value the body.
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::CreateOrganization;
    /// let body = serde_json::json!({ "name": "Acme" });
    /// let request = RequestBuilder::new::<CreateOrganization>(&api).json(&body).build()?;
    /// assert_eq!(request.headers()["content-type"], "application/json");
    /// assert_eq!(request.body(), br#"{"name":"Acme"}"#);
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    pub fn json<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        // It owns what it writes to: a borrowed one would be looked up by each piece that is written.
        let mut serializer = Serializer::new(Vec::with_capacity(ROOM_FOR_JSON));
        match body.serialize(&mut serializer) {
            Ok(()) => {
                self.body = serializer.into_inner();
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
    ///
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::CreateOrganization;
    /// let request = RequestBuilder::new::<CreateOrganization>(&api)
    ///     .multipart("logo", "a.png", "image/png", b"an image")
    ///     .build()?;
    /// let body = String::from_utf8_lossy(request.body());
    /// assert!(body.contains("form-data; name=\"logo\"; filename=\"a.png\"\r\n"));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
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
    /// ```
    /// # use kinde_api::{Api, Endpoint, RequestBuilder};
    /// # let api = Api::new("https://acme.kinde.com", "a-token")?;
    /// # use kinde_api::organizations::GetOrganizationUsers;
    /// let mut members = RequestBuilder::new::<GetOrganizationUsers>(&api);
    /// let error = members.query("page_size", Some(50)).build().unwrap_err();
    /// assert_eq!(error.to_string(), "the path parameter `org_code` is missing");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`RequestError`] that names the parameter that was refused or is missing, or says that the URI is longer than
    /// 65,534 bytes.
    pub fn build(&mut self) -> Result<Request<Vec<u8>>, RequestError> {
        if !self.has_query {
            self.finish_path();
        }
        // What was built is moved out: a second request of it would lack its body.
        if let Some(error) = self.error.replace(RequestError::AlreadyBuilt) {
            return Err(error);
        }
        let uri = self.uri()?;
        let mut request = Request::new(std::mem::take(&mut self.body));
        *request.method_mut() = std::mem::take(&mut self.method);
        *request.uri_mut() = uri;
        *request.headers_mut() = self.header_map();
        if !self.secrets.is_empty() {
            request.extensions_mut().insert(std::mem::take(&mut self.secrets));
        }
        Ok(request)
    }

    fn uri(&self) -> Result<Uri, RequestError> {
        let origin = self.api.parsed_origin();
        let target = self.target.as_slice();
        // A path without parameters is not written: it stands in the template.
        let is_fixed = target.is_empty();
        let length = if is_fixed { self.template.path.len() } else { target.len() };
        if origin.text().len() + length > LONGEST_URI {
            return Err(RequestError::UriTooLong { limit: LONGEST_URI, parameter: self.longest_parameter() });
        }
        if is_fixed {
            return origin.uri(PathAndQuery::from_static(self.template.path));
        }
        origin.uri(PathAndQuery::try_from(target).map_err(|error| RequestError::Http(error.into()))?)
    }

    /// Found in what was written, so that no request pays for it that is short enough.
    ///
    /// Of a parameter within another, the key in brackets is the caller's own: it counts as a part of the value.
    #[cold]
    fn longest_parameter(&self) -> String {
        let target = String::from_utf8_lossy(self.target.as_slice());
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let names = self.template.path.split('/').map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
        let in_path = names.zip(path.split('/')).filter_map(|(name, value)| Some((name?, value.len())));
        let in_query = query.split('&').filter_map(|pair| {
            let (name, _) = pair.split_once('=')?;
            let name = name.split("%5B").next()?;
            Some((name, pair.len() - name.len()))
        });
        let longest = in_path.chain(in_query).max_by_key(|(_, length)| *length);
        longest.map(|(name, _)| name.to_owned()).unwrap_or_default()
    }

    fn header_map(&mut self) -> HeaderMap {
        match std::mem::replace(&mut self.headers, Headers::NoBody) {
            Headers::NoBody => self.api.headers().clone(),
            Headers::Json => self.api.json_headers().clone(),
            Headers::Form(content_type) => {
                let mut headers = self.api.form_headers().clone();
                // `insert` would make room for one more first.
                if let Some(value) = headers.get_mut(CONTENT_TYPE) {
                    *value = content_type;
                }
                headers
            }
        }
    }

    fn write_path(&mut self, value: &str) {
        let path = self.template.path;
        let Some((open, close)) = self.template.braces(self.filled) else {
            return self.fail(RequestError::UnknownPathParameter { path });
        };
        self.target.push(&path.as_bytes()[self.used..open]);
        let is_plain = self.target.push_encoded(value);
        let reason = if is_plain { refused_name(value) } else { refused_segment(value) };
        if let Some(reason) = reason {
            self.fail(RequestError::PathParameter { name: &path[open + 1..close], reason });
        }
        self.filled += 1;
        self.used = close + 1;
    }

    /// Writes what follows the last parameter of the path.
    fn finish_path(&mut self) {
        let path = self.template.path;
        if let Some((open, close)) = self.template.braces(self.filled) {
            self.fail(RequestError::PathParameter { name: &path[open + 1..close], reason: "is missing" });
        }
        if self.used > 0 || self.has_query {
            self.target.push(&path.as_bytes()[self.used..]);
        }
        // Whatever comes is one too many.
        self.filled = usize::MAX;
    }

    fn write_query_name(&mut self, name: &str) {
        self.begin_query();
        self.target.push_encoded(name);
        self.target.push_byte(b'=');
    }

    fn write_query_in(&mut self, name: &'static str, key: &str, value: &dyn Display) {
        if key.is_empty() {
            self.fail(RequestError::QueryParameter { name, reason: "has an empty key" });
        }
        self.begin_query();
        for part in [name, "[", key, "]"] {
            self.target.push_encoded(part);
        }
        self.target.push_byte(b'=');
        self.write_query_value(name, value);
    }

    fn begin_query(&mut self) {
        if self.has_query {
            self.target.push_byte(b'&');
        } else {
            self.has_query = true;
            self.finish_path();
            self.target.push_byte(b'?');
        }
    }

    fn write_query(&mut self, name: &'static str, value: &dyn Display) {
        self.write_query_name(name);
        self.write_query_value(name, value);
    }

    fn write_query_value(&mut self, name: &'static str, value: &dyn Display) {
        if write!(Encoded(&mut self.target), "{value}").is_err() {
            self.fail(RequestError::QueryParameter { name, reason: "can't be written as text" });
        }
    }

    fn fail(&mut self, error: RequestError) {
        self.error.get_or_insert(error);
    }
}

impl fmt::Debug for RequestBuilder<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RequestBuilder")
            .field("api", &self.api)
            .field("method", &self.method)
            .field("path", &self.template.path)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// What makes a segment of unreserved characters address another resource.
fn refused_name(value: &str) -> Option<&'static str> {
    match value {
        "" => Some("is empty"),
        "." | ".." => Some("is a dot segment, which would address another resource"),
        _ => None,
    }
}

/// Encoding doesn't help here: URL normalisers take `%2e%2e` for `..` as well, and a proxy may decode a path before it
/// hands it on, after which `%2F` is a slash like any other.
fn refused_segment(value: &str) -> Option<&'static str> {
    refused_characters(value).or_else(|| {
        let decoded = percent_decode_str(value).decode_utf8_lossy();
        let is_refused = refused_characters(&decoded).is_some();
        is_refused.then_some("would address another resource after one more percent-decoding")
    })
}

fn refused_characters(value: &str) -> Option<&'static str> {
    for character in value.chars() {
        match character {
            '/' => return Some("has a slash, which could address another resource"),
            '\\' => return Some("has a backslash, which could address another resource"),
            _ if character.is_control() => return Some("has a control character"),
            _ => {}
        }
    }
    // Some servers take what follows a semicolon for parameters of the segment.
    refused_name(value).or_else(|| refused_name(value.split_once(';')?.0).filter(|_| value.starts_with('.')))
}

struct JoinedByCommas<'a, T>(&'a [T]);

impl<T: Display> Display for JoinedByCommas<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str(",")?;
            }
            value.fmt(formatter)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::refused_segment;

    const SLASH: Option<&str> = Some("has a slash, which could address another resource");
    const BACKSLASH: Option<&str> = Some("has a backslash, which could address another resource");
    const CONTROL: Option<&str> = Some("has a control character");
    const DOTS: Option<&str> = Some("is a dot segment, which would address another resource");
    const DECODED: Option<&str> = Some("would address another resource after one more percent-decoding");

    #[test]
    fn refuses_what_could_address_another_resource() {
        for (value, reason) in [
            ("", Some("is empty")),
            ("org_1/handle", SLASH),
            ("/", SLASH),
            ("org_1\\handle", BACKSLASH),
            ("org_1\n", CONTROL),
            ("org_1\0", CONTROL),
            ("org_1\u{7f}", CONTROL),
            ("org_1\u{85}", CONTROL),
            (".", DOTS),
            ("..", DOTS),
            ("..;", DOTS),
            (".;v=1", DOTS),
            ("..;v=1;w=2", DOTS),
            ("%2e", DECODED),
            ("%2E.", DECODED),
            (".%2e;v=1", DECODED),
            ("..%3Bv=1", DECODED),
            ("org_1%2Fhandle", DECODED),
            ("org_1%5chandle", DECODED),
            ("org_1%00", DECODED),
            ("org_1%C2%85", DECODED),
            ("%ff%2f", DECODED),
        ] {
            assert_eq!(refused_segment(value), reason, "{value:?}");
        }
    }

    #[test]
    fn takes_what_no_proxy_can_mistake() {
        for value in
            ["org_1", "...", ".a", "a..", "..a;", "a;..", ";", ";..", "100 %", "%", "%2", "%252e%252e", "%252F", "é"]
        {
            assert_eq!(refused_segment(value), None, "{value:?}");
        }
    }
}
