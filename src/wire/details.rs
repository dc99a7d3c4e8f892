//! The codes and messages of an error's body, in every shape that Kinde is known to send.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::ErrorDetail;
use crate::wire::decode::AnyText;

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
    use super::error_details;
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
}
