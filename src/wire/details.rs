//! The codes and messages of an error's body, in every shape that Kinde and what stands before it are known to send.

use std::fmt;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::ErrorDetail;
use crate::wire::budget::charge;
use crate::wire::decode::{self, AnyText};

/// The codes and messages of an error; none where its body has a shape of its own.
pub(crate) fn error_details(headers: &HeaderMap, body: &[u8]) -> Vec<ErrorDetail> {
    let Ok(text) = std::str::from_utf8(body) else {
        return Vec::new();
    };
    match text.trim_ascii_start().as_bytes().first() {
        Some(b'{' | b'[' | b'"') => decode::any::<ErrorBody>(text).map(ErrorBody::into_details).unwrap_or_default(),
        _ => plain_text(headers, text).map(of_message).into_iter().collect(),
    }
}

/// The codes and messages of what should have been a success: those of its `errors` and `error`, since its `code` and
/// `message` would tell of one.
pub(crate) fn details_of_success(body: &[u8]) -> Vec<ErrorDetail> {
    let fields = std::str::from_utf8(body).ok().and_then(|text| decode::any::<ErrorBody>(text).ok());
    match fields {
        Some(ErrorBody::Object(fields)) => {
            let Fields { errors, error, error_code, .. } = fields;
            Fields { errors, error, error_code, ..Fields::default() }.into_details()
        }
        _ => Vec::new(),
    }
}

/// A body that is neither JSON nor HTML, whole or in pieces.
fn plain_text<'a>(headers: &HeaderMap, body: &'a str) -> Option<&'a str> {
    const PLAIN: &[u8] = b"text/plain";
    let is_other =
        |content_type: &[u8]| !content_type.get(..PLAIN.len()).is_some_and(|start| start.eq_ignore_ascii_case(PLAIN));
    let text = body.trim();
    let is_no_text = text.is_empty()
        || text.starts_with(['<', '\u{feff}'])
        || serde_json::from_str::<IgnoredAny>(text).is_ok()
        || headers.get(CONTENT_TYPE).is_some_and(|value| is_other(value.as_bytes()));
    (!is_no_text).then_some(text)
}

fn of_message(message: &str) -> ErrorDetail {
    ErrorDetail { code: None, message: Some(message.to_owned()) }
}

/// How many errors of one answer are kept.
const MOST_ERRORS: usize = 1_000;

/// Keeps an error, unless there are so many that nobody reads them.
fn keep(details: &mut Vec<ErrorDetail>, detail: ErrorDetail) {
    let room = details.capacity();
    if details.len() == room {
        let is_too_much = charge::<serde_json::Error>(room * size_of::<ErrorDetail>()).is_err();
        if is_too_much || room >= MOST_ERRORS {
            return;
        }
    }
    if details.len() < MOST_ERRORS {
        details.push(detail);
    }
}

/// An object, or errors without one around them.
#[expect(clippy::large_enum_variant, reason = "one lives at a time, and briefly")]
enum ErrorBody {
    Object(Fields),
    Errors(Vec<ErrorDetail>),
}

impl ErrorBody {
    fn into_details(self) -> Vec<ErrorDetail> {
        match self {
            Self::Object(fields) => fields.into_details(),
            Self::Errors(details) => details,
        }
    }
}

impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BodyVisitor)
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = ErrorBody;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object, a list or a text")
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<ErrorBody, A::Error> {
        Fields::read(entries, false).map(ErrorBody::Object)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<ErrorBody, A::Error> {
        let mut details = Vec::new();
        Errors(&mut details).visit_seq(items)?;
        Ok(ErrorBody::Errors(details))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<ErrorBody, E> {
        Ok(ErrorBody::Errors(vec![of_message(text)]))
    }
}

/// What an object can tell of errors: `{"errors"}`, `{"code","message"}`, `{"error","error_description"}`, and problem
/// details (RFC 9457) with `title` and `detail`.
#[derive(Default)]
struct Fields {
    errors: Vec<ErrorDetail>,
    /// `error` where it is no code but an object.
    error: Vec<ErrorDetail>,
    /// What stands under names of the caller's inputs, most often.
    others: Vec<ErrorDetail>,
    code: Option<String>,
    error_code: Option<String>,
    message: Option<String>,
    further_messages: Vec<String>,
    error_description: Option<String>,
    detail: Option<String>,
    title: Option<String>,
    /// What it is where it is no object but a number: see [`NUMBER_IN_A_MAP`](decode::NUMBER_IN_A_MAP).
    number: Option<f64>,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Name {
    Errors,
    Error,
    Code,
    Message,
    ErrorDescription,
    Detail,
    Title,
    #[serde(rename = "$serde_json::private::Number")]
    Number,
    #[serde(other)]
    Other,
}

impl Fields {
    fn read<'de, A: MapAccess<'de>>(mut entries: A, has_others: bool) -> Result<Self, A::Error> {
        let mut fields = Self::default();
        while let Some(name) = entries.next_key()? {
            match name {
                Name::Errors => {
                    fields.errors.clear();
                    entries.next_value_seed(Errors(&mut fields.errors))?;
                }
                Name::Error => {
                    fields.error.clear();
                    fields.error_code = entries.next_value_seed(TextOr(Errors(&mut fields.error)))?;
                }
                Name::Code => fields.code = entries.next_value::<AnyText>()?.0,
                Name::Message => {
                    let mut messages = Vec::new();
                    fields.message = entries.next_value_seed(TextOr(Errors(&mut messages)))?;
                    fields.further_messages = messages.into_iter().filter_map(|detail| detail.message).collect();
                }
                Name::ErrorDescription => fields.error_description = entries.next_value::<AnyText>()?.0,
                Name::Detail => fields.detail = entries.next_value::<AnyText>()?.0,
                Name::Title => fields.title = entries.next_value::<AnyText>()?.0,
                Name::Number => {
                    fields.number = entries.next_value::<AnyText>()?.0.and_then(|number| number.parse().ok());
                }
                Name::Other if has_others => {
                    entries.next_value_seed(TextOr(Errors(&mut fields.others)))?;
                }
                Name::Other => {
                    entries.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(fields)
    }

    fn into_details(self) -> Vec<ErrorDetail> {
        if !self.errors.is_empty() {
            return self.errors;
        }
        if !self.error.is_empty() {
            return self.error;
        }
        let mut details = Vec::new();
        self.tell(&mut details);
        details
    }

    /// Keeps what the fields tell by themselves: an error for each message, all with the code.
    fn tell(self, details: &mut Vec<ErrorDetail>) {
        let code = self.code.or(self.error_code);
        let message = self.message.or(self.error_description).or(self.detail).or(self.title);
        if !self.further_messages.is_empty() {
            for message in self.further_messages {
                keep(details, ErrorDetail { code: code.clone(), message: Some(message) });
            }
        } else if code.is_some() || message.is_some() {
            keep(details, ErrorDetail { code, message });
        } else {
            for detail in self.others {
                keep(details, detail);
            }
        }
    }
}

/// Adds what it finds, and takes whatever it finds: an odd error must not hide the others.
struct Errors<'a>(&'a mut Vec<ErrorDetail>);

impl<'de> DeserializeSeed<'de> for Errors<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Errors<'_> {
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
        keep(self.0, of_message(text));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Errors(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        Fields::read(entries, true)?.tell(self.0);
        Ok(())
    }
}

/// A text if it is a scalar, and otherwise errors.
struct TextOr<'a>(Errors<'a>);

impl<'de> DeserializeSeed<'de> for TextOr<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TextOr<'_> {
    type Value = Option<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<String>, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<String>, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<String>, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Option<String>, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<String>, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Option<String>, A::Error> {
        self.0.visit_seq(items).map(|()| None)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Option<String>, A::Error> {
        let fields = Fields::read(entries, true)?;
        let number = fields.number.map(|number| number.to_string());
        fields.tell((self.0).0);
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::{details_of_success, error_details};
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
            (r#"{"error":{"x":[1]},"code":null,"message":[["x"],1,{}]}"#, vec![detail(None, Some("x"))]),
            (
                r#"{"code":"A","message":["x","y"],"error":{"x":1}}"#,
                vec![detail(Some("A"), Some("x")), detail(Some("A"), Some("y"))],
            ),
            (r#"{"error":{"code":"A","message":"a"},"code":500}"#, vec![detail(Some("A"), Some("a"))]),
            (r#"{"error":[{"code":"A"},"a"]}"#, vec![detail(Some("A"), None), detail(None, Some("a"))]),
            (
                r#"{"statusCode":400,"message":["a","b"],"error":"Bad Request"}"#,
                vec![detail(Some("Bad Request"), Some("a")), detail(Some("Bad Request"), Some("b"))],
            ),
            (
                r#"{"errors":{"name":["a","b"],"email":["c"],"x":1,"y":"z"}}"#,
                vec![detail(None, Some("a")), detail(None, Some("b")), detail(None, Some("c"))],
            ),
            (r#"{"errors":[{"code":"A","names":["a"]}]}"#, vec![detail(Some("A"), None)]),
            (
                r#"{"type":"about:blank","title":"Not found","detail":"No such user","status":404}"#,
                vec![detail(None, Some("No such user"))],
            ),
            (r#"{"title":"Not found","status":404}"#, vec![detail(None, Some("Not found"))]),
            (r#"{"code":"A","code":"B","message":"\ud800"}"#, vec![detail(Some("B"), Some("\u{fffd}"))]),
            (r#"{"errors":[{"code":"A"}],"errors":[{"code":"B"}]}"#, vec![detail(Some("B"), None)]),
            (r#"{"code":"A","x":1e999}"#, vec![detail(Some("A"), None)]),
            (r#"{"code":true,"message":-1}"#, vec![detail(Some("true"), Some("-1"))]),
            (r#"{"code":1.5,"message":404}"#, vec![detail(Some("1.5"), Some("404"))]),
            (r#"{"code":-1,"message":1.5}"#, vec![detail(Some("-1"), Some("1.5"))]),
            (r#"{"error":false,"message":"a"}"#, vec![detail(Some("false"), Some("a"))]),
            (r#"{"code":["A"],"message":"a"}"#, vec![detail(None, Some("a"))]),
            (r#"{"code":{"x":"A","y":1},"message":"a"}"#, vec![detail(None, Some("a"))]),
            (r#"{"errors":null}"#, vec![]),
            (r#"{"errors":[{}]}"#, vec![]),
            (r#"{"errors":[{"code":"A"}"#, vec![]),
            (
                r#"[{"code":"A","message":"a"},{"code":"B"}]"#,
                vec![detail(Some("A"), Some("a")), detail(Some("B"), None)],
            ),
            (r#""Not found""#, vec![detail(None, Some("Not found"))]),
            (" upstream timeout\n", vec![detail(None, Some("upstream timeout"))]),
            ("null", vec![]),
            ("17", vec![]),
            ("[[[[", vec![]),
            ("\u{feff}{}", vec![]),
            ("<html>", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(error_details(&HeaderMap::new(), body.as_bytes()), expected, "{body}");
        }
        assert_eq!(error_details(&HeaderMap::new(), b"{\"code\":\"\xff\"}"), []);
    }

    #[test]
    fn a_text_is_a_message_unless_it_says_that_it_is_something_else() {
        let details = |content_type: &'static str| {
            let headers = HeaderMap::from_iter([(http::header::CONTENT_TYPE, content_type.parse().unwrap())]);
            error_details(&headers, b"upstream timeout")
        };
        for content_type in ["text/plain", "Text/Plain; charset=utf-8"] {
            assert_eq!(details(content_type), [detail(None, Some("upstream timeout"))], "{content_type}");
        }
        for content_type in ["text/html", "application/json", ""] {
            assert_eq!(details(content_type), [], "{content_type}");
        }
    }

    #[test]
    fn of_a_success_only_its_errors_tell_of_one() {
        for (body, expected) in [
            (r#"{"errors":[{"code":"A"}],"code":"OK"}"#, vec![detail(Some("A"), None)]),
            (r#"{"error":{"code":"A"},"message":"Success"}"#, vec![detail(Some("A"), None)]),
            (r#"{"error":"upstream timeout"}"#, vec![detail(Some("upstream timeout"), None)]),
            (r#"{"code":"OK","message":"Success"}"#, vec![]),
            ("Success", vec![]),
            ("[]", vec![]),
        ] {
            assert_eq!(details_of_success(body.as_bytes()), expected, "{body}");
        }
    }

    #[test]
    fn no_more_than_a_thousand_are_kept() {
        for error in [r#"{"code":"A"}"#, r#""a""#, r#"{"x":["a","b"]}"#] {
            let body = format!(r#"{{"errors":[{}]}}"#, vec![error; 5_000].join(","));
            assert_eq!(error_details(&HeaderMap::new(), body.as_bytes()).len(), 1_000, "{error}");
        }
    }

    /// Doubled for the last time, they would take more than the answer's share.
    #[test]
    #[cfg_attr(not(target_pointer_width = "64"), ignore = "a thousand are small there")]
    fn no_more_are_kept_than_the_answer_has_room_for() {
        let errors = |number: usize| format!(r#"{{"errors":[{}]}}"#, vec![r#""""#; number].join(","));
        assert_eq!(error_details(&HeaderMap::new(), errors(1_000).as_bytes()).len(), 512);
    }
}
