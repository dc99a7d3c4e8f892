//! Where requests go, and with which token.

use std::fmt;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};

use crate::RequestError;
use crate::wire::origin::Origin;

/// A Kinde business, by its origin, and a bearer token for it: what every request is built from.
///
/// Building a request clones what is prepared here, so one `Api` serves any number of requests.
///
/// ```
/// use kinde_api::Api;
///
/// let api = Api::new("https://acme.kinde.com", "a-token")?;
/// assert_eq!(api.origin(), "https://acme.kinde.com");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[derive(Clone)]
pub struct Api {
    origin: Origin,
    headers: HeaderMap,
    json_headers: HeaderMap,
    form_headers: HeaderMap,
}

impl Api {
    /// Makes an `Api` from an origin, such as `https://acme.kinde.com`, and a token that Kinde issued for it.
    ///
    /// The origin is scheme and host, with a port if need be; plain `http` is for loopback hosts only (`localhost`,
    /// `127.0.0.0/8`, `[::1]`). Use the Kinde domain even if a custom domain is set up.
    ///
    /// # Errors
    ///
    /// [`RequestError::Origin`] where it has a path, a query, a fragment or user info, or is not an origin at all;
    /// [`RequestError::Token`] where the token is empty or holds anything but visible ASCII.
    pub fn new(origin: &str, token: impl Into<String>) -> Result<Self, RequestError> {
        Self::with_origin(Origin::new(origin)?, &token.into())
    }

    pub(crate) fn with_origin(origin: Origin, token: &str) -> Result<Self, RequestError> {
        let mut headers = HeaderMap::with_capacity(2);
        headers.insert(AUTHORIZATION, bearer(token)?);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        Ok(Self {
            origin,
            json_headers: with_content_type(&headers, "application/json"),
            // Stands in for the value with the boundary, so that the copy for a request need not grow.
            form_headers: with_content_type(&headers, "multipart/form-data"),
            headers,
        })
    }

    /// The origin, without a slash at its end.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.origin.text()
    }

    pub(crate) fn parsed_origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub(crate) fn json_headers(&self) -> &HeaderMap {
        &self.json_headers
    }

    pub(crate) fn form_headers(&self) -> &HeaderMap {
        &self.form_headers
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Api").field("origin", &self.origin.text()).finish_non_exhaustive()
    }
}

fn with_content_type(headers: &HeaderMap, content_type: &'static str) -> HeaderMap {
    let mut headers = headers.clone();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers
}

fn bearer(token: &str) -> Result<HeaderValue, RequestError> {
    if token.is_empty() {
        return Err(RequestError::Token { reason: "is empty" });
    }
    let not_visible = RequestError::Token { reason: NOT_VISIBLE };
    if !is_usable_token(token) {
        return Err(not_visible);
    }
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| not_visible)?;
    value.set_sensitive(true);
    Ok(value)
}

/// Why a token can't stand in a header.
pub(crate) const NOT_VISIBLE: &str = "holds something other than visible ASCII characters";

/// Whether a token can stand in a header.
pub(crate) fn is_usable_token(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::Api;

    #[test]
    fn refuses_tokens_that_break_a_header() {
        for (token, text) in [
            ("", "the token is empty"),
            ("a\r\nb", "the token holds something other than visible ASCII characters"),
            ("a b", "the token holds something other than visible ASCII characters"),
            ("é", "the token holds something other than visible ASCII characters"),
        ] {
            assert_eq!(Api::new("https://acme.kinde.com", token).unwrap_err().to_string(), text);
        }
    }

    #[test]
    fn hides_the_token() {
        let api = Api::new("https://acme.kinde.com", "s3cret").unwrap();
        assert_eq!(format!("{api:?}"), r#"Api { origin: "https://acme.kinde.com", .. }"#);
        assert!(api.headers().values().any(http::HeaderValue::is_sensitive));
    }
}
