//! Requests by hand, as cheap as the same crates allow: everything measured first, nothing done twice.

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use http::{HeaderMap, HeaderValue, Method, Request, Uri};
use memchr::memmem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde::Serialize;

use crate::samples::Members;

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What all requests share, parsed once.
#[derive(Debug)]
pub struct Prepared {
    scheme: Scheme,
    authority: Authority,
    authorization: HeaderValue,
}

impl Prepared {
    /// For this host and token.
    ///
    /// # Errors
    ///
    /// Where one of them can't stand in a request.
    pub fn new(authority: &str, token: &str) -> Result<Self, http::Error> {
        let mut authorization = HeaderValue::try_from(format!("Bearer {token}"))?;
        authorization.set_sensitive(true);
        Ok(Self { scheme: Scheme::HTTPS, authority: authority.parse()?, authorization })
    }

    pub(crate) fn request(
        &self,
        method: Method,
        path_and_query: String,
        content_type: Option<HeaderValue>,
        body: Vec<u8>,
    ) -> Result<Request<Vec<u8>>, http::Error> {
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(PathAndQuery::try_from(path_and_query)?);
        let mut headers = HeaderMap::with_capacity(2 + usize::from(content_type.is_some()));
        headers.insert(AUTHORIZATION, self.authorization.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(content_type) = content_type {
            headers.insert(CONTENT_TYPE, content_type);
        }
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = Uri::from_parts(parts)?;
        *request.headers_mut() = headers;
        Ok(request)
    }
}

/// `GetOrganizations` after the page with this token, as large as its value makes it.
///
/// # Errors
///
/// Where `http` refuses what was written.
pub fn get_organizations(prepared: &Prepared, next_token: &str) -> Result<Request<Vec<u8>>, http::Error> {
    const BEFORE: &str = "/api/v1/organizations?next_token=";
    let mut target = String::with_capacity(BEFORE.len() + next_token.len());
    target.push_str(BEFORE);
    push_encoded(&mut target, next_token);
    prepared.request(Method::GET, target, None, Vec::new())
}

/// `GetOrganization`.
///
/// # Errors
///
/// Where `http` refuses what was written.
pub fn get_organization(prepared: &Prepared, code: &str) -> Result<Request<Vec<u8>>, http::Error> {
    const BEFORE_CODE: &str = "/api/v1/organization?code=";
    let mut target = String::with_capacity(BEFORE_CODE.len() + encoded_length(code));
    target.push_str(BEFORE_CODE);
    push_encoded(&mut target, code);
    prepared.request(Method::GET, target, None, Vec::new())
}

/// `GetOrganizationUsers` with all its options.
///
/// # Errors
///
/// Where `http` refuses what was written.
pub fn get_organization_users(prepared: &Prepared, members: &Members) -> Result<Request<Vec<u8>>, http::Error> {
    const LITERALS: [&str; 6] =
        ["/api/v1/organizations/", "/users?sort=", "&page_size=", "&next_token=", "&permissions=", "&roles="];
    let mut digits = itoa::Buffer::new();
    let page_size = digits.format(members.page_size);
    let length = LITERALS.iter().map(|literal| literal.len()).sum::<usize>()
        + encoded_length(&members.org_code)
        + encoded_length(&members.sort)
        + page_size.len()
        + encoded_length(&members.next_token)
        + joined_length(&members.permissions)
        + joined_length(&members.roles);
    let mut target = String::with_capacity(length);
    target.push_str(LITERALS[0]);
    push_encoded(&mut target, &members.org_code);
    target.push_str(LITERALS[1]);
    push_encoded(&mut target, &members.sort);
    target.push_str(LITERALS[2]);
    target.push_str(page_size);
    target.push_str(LITERALS[3]);
    push_encoded(&mut target, &members.next_token);
    target.push_str(LITERALS[4]);
    push_joined(&mut target, &members.permissions);
    target.push_str(LITERALS[5]);
    push_joined(&mut target, &members.roles);
    prepared.request(Method::GET, target, None, Vec::new())
}

/// `UpdateOrganization`, with a body of which the size is known.
///
/// # Errors
///
/// Where `http` refuses what was written.
///
/// # Panics
///
/// Where the body can't be written as JSON.
pub fn update_organization(
    prepared: &Prepared,
    org_code: &str,
    body: &impl Serialize,
    body_size: usize,
) -> Result<Request<Vec<u8>>, http::Error> {
    const BEFORE_CODE: &str = "/api/v1/organization/";
    let mut target = String::with_capacity(BEFORE_CODE.len() + encoded_length(org_code));
    target.push_str(BEFORE_CODE);
    push_encoded(&mut target, org_code);
    let mut json = Vec::with_capacity(body_size);
    serde_json::to_writer(&mut json, body).expect("texts and flags are JSON");
    prepared.request(Method::PATCH, target, Some(HeaderValue::from_static("application/json")), json)
}

/// `AddOrganizationLogo`, with a boundary that does not occur in the image.
///
/// # Errors
///
/// Where `http` refuses what was written.
pub fn add_organization_logo(
    prepared: &Prepared,
    org_code: &str,
    logo_type: &str,
    file_name: &str,
    content_type: &str,
    content: &[u8],
) -> Result<Request<Vec<u8>>, http::Error> {
    const LITERALS: [&str; 2] = ["/api/v1/organizations/", "/logos/"];
    const BEFORE_BOUNDARY: &[u8] = b"multipart/form-data; boundary=";
    let mut target = String::with_capacity(
        LITERALS[0].len() + LITERALS[1].len() + encoded_length(org_code) + encoded_length(logo_type),
    );
    target.push_str(LITERALS[0]);
    push_encoded(&mut target, org_code);
    target.push_str(LITERALS[1]);
    push_encoded(&mut target, logo_type);

    let boundary = absent_boundary(content);
    let parts: [&[u8]; 11] = [
        b"--",
        &boundary,
        b"\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"",
        file_name.as_bytes(),
        b"\"\r\nContent-Type: ",
        content_type.as_bytes(),
        b"\r\n\r\n",
        content,
        b"\r\n--",
        &boundary,
        b"--\r\n",
    ];
    let mut body = Vec::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        body.extend_from_slice(part);
    }

    let mut form = Vec::with_capacity(BEFORE_BOUNDARY.len() + boundary.len());
    form.extend_from_slice(BEFORE_BOUNDARY);
    form.extend_from_slice(&boundary);
    prepared.request(Method::POST, target, Some(HeaderValue::try_from(form)?), body)
}

/// The first of a row of boundaries that a vectorised search does not find.
fn absent_boundary(content: &[u8]) -> [u8; 24] {
    let mut boundary = *b"form-boundary-0000000000";
    for number in 0_u32.. {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(number).as_bytes();
        boundary[24 - digits.len()..].copy_from_slice(digits);
        if memmem::find(content, &boundary).is_none() {
            break;
        }
    }
    boundary
}

pub(crate) fn encoded_length(text: &str) -> usize {
    percent_encode(text.as_bytes(), RESERVED).map(str::len).sum()
}

pub(crate) fn push_encoded(target: &mut String, text: &str) {
    for chunk in percent_encode(text.as_bytes(), RESERVED) {
        target.push_str(chunk);
    }
}

pub(crate) fn joined_length(texts: &[impl AsRef<str>]) -> usize {
    let texts_alone: usize = texts.iter().map(|text| encoded_length(text.as_ref())).sum();
    texts_alone + "%2C".len() * texts.len().saturating_sub(1)
}

pub(crate) fn push_joined(target: &mut String, texts: &[impl AsRef<str>]) {
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            target.push_str("%2C");
        }
        push_encoded(target, text.as_ref());
    }
}
