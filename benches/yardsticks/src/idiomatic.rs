//! Requests by hand, as a good programmer writes them on a weekday.

use http::{Request, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::samples::Members;

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Origin and token.
#[derive(Debug)]
pub struct Account {
    /// Scheme and host.
    pub origin: String,
    /// The bearer token.
    pub token: String,
}

/// `GetOrganization`.
///
/// # Errors
///
/// Where `http` refuses what was written.
pub fn get_organization(account: &Account, code: &str) -> Result<Request<Vec<u8>>, http::Error> {
    Request::builder()
        .method("GET")
        .uri(format!("{}/api/v1/organization?code={}", account.origin, utf8_percent_encode(code, RESERVED)))
        .header(header::AUTHORIZATION, format!("Bearer {}", account.token))
        .header(header::ACCEPT, "application/json")
        .body(Vec::new())
}

/// `GetOrganizationUsers` with all its options.
///
/// # Errors
///
/// Where `http` refuses what was written.
pub fn get_organization_users(account: &Account, members: &Members) -> Result<Request<Vec<u8>>, http::Error> {
    Request::builder()
        .method("GET")
        .uri(format!(
            "{}/api/v1/organizations/{}/users?sort={}&page_size={}&next_token={}&permissions={}&roles={}",
            account.origin,
            utf8_percent_encode(&members.org_code, RESERVED),
            utf8_percent_encode(&members.sort, RESERVED),
            members.page_size,
            utf8_percent_encode(&members.next_token, RESERVED),
            utf8_percent_encode(&members.permissions.join(","), RESERVED),
            utf8_percent_encode(&members.roles.join(","), RESERVED),
        ))
        .header(header::AUTHORIZATION, format!("Bearer {}", account.token))
        .header(header::ACCEPT, "application/json")
        .body(Vec::new())
}

/// `UpdateOrganization`.
///
/// # Errors
///
/// Where `http` refuses what was written.
///
/// # Panics
///
/// Where the body can't be written as JSON.
pub fn update_organization(
    account: &Account,
    org_code: &str,
    body: &impl Serialize,
) -> Result<Request<Vec<u8>>, http::Error> {
    Request::builder()
        .method("PATCH")
        .uri(format!("{}/api/v1/organization/{}", account.origin, utf8_percent_encode(org_code, RESERVED)))
        .header(header::AUTHORIZATION, format!("Bearer {}", account.token))
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/json")
        .body(serde_json::to_vec(body).expect("texts and flags are JSON"))
}
