//! The one place that tells a success from an error, for every endpoint.

use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderMap, Method, StatusCode};
use serde::de::IgnoredAny;

use crate::ResponseError;

/// Set by AWS WAF on what it answers itself, with 202 and without a body where it asks a browser to prove itself.
pub(crate) const WAF_ACTION: HeaderName = HeaderName::from_static("x-amzn-waf-action");

/// Any 2xx that is Kinde's is a success: Kinde has answered 200 where its reference said 201, and 204 where it said 200.
///
/// What stands before Kinde answers with 2xx as well, and is none.
pub(crate) fn success(
    method: &Method,
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), ResponseError> {
    if !status.is_success() || is_from_elsewhere(headers) || begins_with_errors(body) {
        return Err(ResponseError::new(status, headers, body));
    }
    // Whoever asks for something wants more than to hear that it went well.
    if *method == Method::GET && body.trim_ascii_start().is_empty() {
        return match serde_json::from_slice::<IgnoredAny>(body) {
            Ok(_) => Ok(()),
            Err(error) => Err(ResponseError::undecodable(status, headers, body, &error)),
        };
    }
    Ok(())
}

/// Whether an answer says by its headers that something else than Kinde's API made it.
pub(crate) fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    is_html(headers) || headers.contains_key(WAF_ACTION)
}

/// Whether the content is HTML, in any case and with any parameters.
pub(crate) fn is_html(headers: &HeaderMap) -> bool {
    const HTML: &[u8] = b"text/html";
    let Some(value) = headers.get(CONTENT_TYPE) else {
        return false;
    };
    let Some((start, rest)) = value.as_bytes().trim_ascii().split_at_checked(HTML.len()) else {
        return false;
    };
    start.eq_ignore_ascii_case(HTML) && matches!(rest.first(), None | Some(b';' | b' ' | b'\t' | b','))
}

/// Whether a body is an object whose first member is `errors`, with something in it.
fn begins_with_errors(body: &[u8]) -> bool {
    let errors = after(body, b"{").and_then(|rest| after(rest, br#""errors""#)).and_then(|rest| after(rest, b":"));
    errors.is_some_and(|errors| {
        let is_empty = [(&b"["[..], &b"]"[..]), (b"{", b"}"), (b"\"", b"\""), (b"null", b"")]
            .iter()
            .any(|(open, close)| after(errors, open).is_some_and(|rest| after(rest, close).is_some()));
        !is_empty
    })
}

/// What follows a piece of JSON, which may have white space before it.
fn after<'a>(json: &'a [u8], piece: &[u8]) -> Option<&'a [u8]> {
    json.trim_ascii_start().strip_prefix(piece)
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

    use super::{begins_with_errors, success};

    fn is_success(method: &Method, header: Option<(&'static str, &'static str)>, body: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.extend(header.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))));
        success(method, StatusCode::OK, &headers, body.as_bytes()).is_ok()
    }

    #[test]
    fn a_page_for_people_is_no_success() {
        for content_type in ["text/html", "Text/HTML; charset=utf-8", " text/html ;x", "text/html, text/html"] {
            assert!(!is_success(&Method::POST, Some(("content-type", content_type)), "{}"), "{content_type}");
        }
        for content_type in ["application/json", "text/plain", "text/htmlx", "text", ""] {
            assert!(is_success(&Method::POST, Some(("content-type", content_type)), "{}"), "{content_type}");
        }
    }

    #[test]
    fn the_answer_of_a_firewall_is_no_success() {
        assert!(!is_success(&Method::DELETE, Some(("x-amzn-waf-action", "challenge")), ""));
    }

    #[test]
    fn a_get_wants_a_body() {
        for body in ["", " ", "\r\n\t"] {
            assert!(!is_success(&Method::GET, None, body), "{body:?}");
            assert!(is_success(&Method::PUT, None, body), "{body:?}");
        }
    }

    #[test]
    fn errors_that_come_first_are_no_success() {
        for body in [
            r#"{"errors":[{"code":"A"}]}"#,
            " {\n \"errors\" :\t{\"code\":\"A\"}}",
            r#"{"errors":"a"}"#,
            r#"{"errors":[null]}"#,
            r#"{"errors":true}"#,
        ] {
            assert!(begins_with_errors(body.as_bytes()), "{body}");
            assert!(!is_success(&Method::DELETE, None, body), "{body}");
        }
        for body in [
            "",
            "{}",
            r#"{"errors""#,
            r#"{"errors":[ ]}"#,
            r#"{"errors": {}}"#,
            r#"{"errors":null,"code":"OK"}"#,
            r#"{"errors":""}"#,
            r#"{"code":"OK","errors":[{"code":"A"}]}"#,
            r#"[{"errors":[1]}]"#,
        ] {
            assert!(!begins_with_errors(body.as_bytes()), "{body}");
        }
    }
}
