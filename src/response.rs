//! The one place that tells a success from an error, for every endpoint.

use std::fmt;
use std::time::Duration;

use http::header::{HeaderName, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::decode::AnyText;
use crate::{ErrorDetail, ResponseError};

const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// Any 2xx is a success: Kinde has answered 200 where its reference said 201, and 204 where it said 200.
pub(crate) fn success(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<(), ResponseError> {
    if status.is_success() {
        return Ok(());
    }
    Err(ResponseError::new(status, headers, body))
}

/// The later of the times that the server asks to wait.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = [RATE_LIMIT_RESET, RETRY_AFTER];
    seconds.iter().flat_map(|name| headers.get_all(name)).filter_map(|value| whole_seconds(value.as_bytes())).max()
}

/// A number too large to hold is a wait too long to make: as long as can be said.
fn whole_seconds(digits: &[u8]) -> Option<Duration> {
    let digits = digits.trim_ascii();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let seconds =
        digits.iter().fold(0_u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    Some(Duration::from_secs(seconds))
}

/// The codes and messages of an error's body, in every shape that Kinde is known to send; none where it is another.
pub(crate) fn error_details(body: &[u8]) -> Vec<ErrorDetail> {
    let Ok(text) = std::str::from_utf8(body) else {
        return Vec::new();
    };
    // HTML, a list, or nothing at all.
    if !text.trim_start().starts_with('{') {
        return Vec::new();
    }
    serde_json::from_str(text).map(ErrorBody::into_details).unwrap_or_default()
}

/// `{"errors":[…]}`, `{"errors":{…}}`, `{"code","message"}` and `{"error","error_description"}`.
#[derive(Deserialize)]
struct ErrorBody {
    #[serde(default)]
    errors: ErrorDetails,
    #[serde(default)]
    code: AnyText,
    #[serde(default)]
    message: AnyText,
    #[serde(default)]
    error: AnyText,
    #[serde(default)]
    error_description: AnyText,
}

impl ErrorBody {
    fn into_details(self) -> Vec<ErrorDetail> {
        if !self.errors.0.is_empty() {
            return self.errors.0;
        }
        let detail = detail(self.code.0.or(self.error.0), self.message.0.or(self.error_description.0));
        detail.into_iter().collect()
    }
}

fn detail(code: Option<String>, message: Option<String>) -> Option<ErrorDetail> {
    if code.is_none() && message.is_none() {
        return None;
    }
    Some(ErrorDetail { code, message })
}

/// One error or a list of them, each an object or a bare text.
#[derive(Default)]
struct ErrorDetails(Vec<ErrorDetail>);

impl<'de> Deserialize<'de> for ErrorDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut details = Vec::new();
        DetailCollector(&mut details).deserialize(deserializer)?;
        Ok(Self(details))
    }
}

/// Adds what it finds, and takes whatever it finds: an odd error must not hide the others.
struct DetailCollector<'a>(&'a mut Vec<ErrorDetail>);

impl<'de> DeserializeSeed<'de> for DetailCollector<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DetailCollector<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("errors")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.push(ErrorDetail { code: None, message: Some(text.to_owned()) });
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(DetailCollector(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        #[derive(Deserialize)]
        struct Fields {
            #[serde(default)]
            code: AnyText,
            #[serde(default)]
            message: AnyText,
        }

        let fields = Fields::deserialize(MapAccessDeserializer::new(entries))?;
        self.0.extend(detail(fields.code.0, fields.message.0));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::{error_details, retry_after};
    use crate::ErrorDetail;

    fn detail(code: Option<&str>, message: Option<&str>) -> ErrorDetail {
        ErrorDetail { code: code.map(str::to_owned), message: message.map(str::to_owned) }
    }

    #[test]
    fn finds_details_in_every_shape() {
        for (body, expected) in [
            (
                r#"{"errors":[{"code":"A","message":"a","field":"x"},{"code":"B"}]}"#,
                vec![detail(Some("A"), Some("a")), detail(Some("B"), None)],
            ),
            (r#"{"errors":{"code":"A","message":"a"}}"#, vec![detail(Some("A"), Some("a"))]),
            (
                r#"{"errors":["a",{"code":404},null,7,true,1.5,-1,[]]}"#,
                vec![detail(None, Some("a")), detail(Some("404"), None)],
            ),
            (r#"{"errors":"a"}"#, vec![detail(None, Some("a"))]),
            (r#" {"code":"A","message":"a"}"#, vec![detail(Some("A"), Some("a"))]),
            (r#"{"errors":[],"message":"a"}"#, vec![detail(None, Some("a"))]),
            (r#"{"error":"A","error_description":"a"}"#, vec![detail(Some("A"), Some("a"))]),
            (r#"{"error":{"x":[1]},"code":null,"message":["x"]}"#, vec![]),
            (r#"{"code":"A","message":["x"],"error":{"x":1}}"#, vec![detail(Some("A"), None)]),
            (r#"{"code":true,"message":-1}"#, vec![detail(Some("true"), Some("-1"))]),
            (r#"{"code":1.5,"message":404}"#, vec![detail(Some("1.5"), Some("404"))]),
            (r#"{"errors":null}"#, vec![]),
            (r#"{"errors":[{}]}"#, vec![]),
            (r#"{"errors":[{"code":"A"}"#, vec![]),
            (r#"[{"code":"A"}]"#, vec![]),
            ("<html>", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(error_details(body.as_bytes()), expected, "{body}");
        }
        assert_eq!(error_details(b"{\"code\":\"\xff\"}"), []);
    }

    #[test]
    fn waits_for_the_later_header_in_whole_seconds() {
        let seconds = |pairs: &[(&'static str, &'static str)]| {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            retry_after(&headers).map(|wait| wait.as_secs())
        };
        assert_eq!(seconds(&[]), None);
        assert_eq!(seconds(&[("ratelimit-reset", "30")]), Some(30));
        assert_eq!(seconds(&[("retry-after", " 7 ")]), Some(7));
        assert_eq!(seconds(&[("ratelimit-reset", "30"), ("retry-after", "31")]), Some(31));
        assert_eq!(seconds(&[("ratelimit-reset", "30"), ("retry-after", "0")]), Some(30));
        for absent in ["", "-1", "+1", "NaN", "1.5", "1 2", "Tue, 24 Nov 2026 00:00:00 GMT"] {
            assert_eq!(seconds(&[("retry-after", absent)]), None, "{absent}");
            assert_eq!(seconds(&[("retry-after", absent), ("ratelimit-reset", "3")]), Some(3), "{absent}");
        }
        let longest = Duration::from_secs(u64::MAX).as_secs();
        assert_eq!(seconds(&[("retry-after", "99999999999999999999999")]), Some(longest));
    }
}
