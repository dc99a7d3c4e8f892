//! A request to an operation, taken apart.

use std::fmt;
use std::marker::PhantomData;

use http::header::{CONTENT_TYPE, HOST};
use http::{HeaderMap, Uri};
use percent_encoding::percent_decode_str;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::answer::Refusal;
use super::clock::parse_date_time;
use crate::Nullable;

/// How many items a bulk call takes.
const LARGEST_BULK: usize = 100;

/// What an operation is called with.
#[derive(Debug)]
pub(super) struct Call<'a> {
    /// The parameters of the path by name, decoded.
    pub(super) parameters: Vec<(&'static str, String)>,
    /// The parameters of the query, decoded.
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a [u8],
    /// Scheme and host that the request was sent to.
    pub(super) origin: String,
    /// Seconds since 1970.
    pub(super) now: u64,
}

impl Call<'_> {
    /// A parameter of the path. The router fills each that the path of the operation names.
    pub(super) fn path(&self, name: &str) -> &str {
        self.parameters.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// A parameter of the query; the first where there are several.
    pub(super) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A parameter of the query that must be there.
    pub(super) fn required_query(&self, name: &str) -> Result<&str, Refusal> {
        self.query(name).ok_or_else(|| Refusal::missing(name))
    }

    /// A parameter of the query that is one of a few values: those of an enum without an `Unknown`.
    pub(super) fn query_as<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<Option<T>, Refusal> {
        let read = |text: &str| {
            let deserializer: StrDeserializer<'_, serde::de::value::Error> = text.into_deserializer();
            T::deserialize(deserializer).map_err(|error| Refusal::bad_value(name, error))
        };
        self.query(name).map(read).transpose()
    }

    /// A parameter of the query that lists values, joined by commas; none where it is absent or empty.
    pub(super) fn query_list(&self, name: &str) -> Vec<&str> {
        self.query(name).unwrap_or_default().split(',').filter(|value| !value.is_empty()).collect()
    }

    /// The parameters `name[KEY]=value` of the query, by key, in their order.
    pub(super) fn query_in(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().filter_map(move |(known, value)| {
            let key = known.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?;
            Some((key, value.as_str()))
        })
    }

    /// A parameter of the query that is `true` or `false`, and `false` unless given.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Refusal> {
        self.optional_flag(name).map(Option::unwrap_or_default)
    }

    /// A parameter of the query that is `true` or `false`.
    pub(super) fn optional_flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        match self.query(name) {
            None => Ok(None),
            Some("false") => Ok(Some(false)),
            Some("true") => Ok(Some(true)),
            Some(_) => Err(Refusal::bad_value(name, "is neither true nor false")),
        }
    }

    /// A parameter of the query that is a moment of ISO 8601: seconds since 1970, and whether there was a fraction.
    pub(super) fn moment(&self, name: &str) -> Result<Option<(u64, bool)>, Refusal> {
        let read = |text| parse_date_time(text).ok_or_else(|| Refusal::bad_value(name, "is not a time in ISO 8601"));
        self.query(name).map(read).transpose()
    }

    /// Whether an `expand` names something. Others that it names, known or not, do no harm.
    pub(super) fn expands(&self, name: &str) -> bool {
        self.query_list("expand").contains(&name)
    }

    /// The JSON object that is the body; an empty body is like `{}`.
    pub(super) fn json<T: for<'de> Deserialize<'de>>(&self) -> Result<T, Refusal> {
        let body = if self.body.trim_ascii().is_empty() { b"{}" } else { self.json_body()? };
        serde_json::from_slice::<Object<T>>(body)
            .map(|object| object.0)
            .map_err(|error| Refusal::bad_value("body", error))
    }

    fn json_body(&self) -> Result<&[u8], Refusal> {
        if is_media_type(self.headers, "application/json") {
            return Ok(self.body);
        }
        Err(Refusal::bad("INVALID_CONTENT_TYPE_HEADER", "the Content-Type of a body is application/json"))
    }
}

/// Whether the body is said to be of a type, whatever its parameters.
pub(super) fn is_media_type(headers: &HeaderMap, expected: &str) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    given.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(expected)
}

/// The host with its port that a request was sent to.
pub(super) fn host(uri: &Uri, headers: &HeaderMap) -> String {
    let header = headers.get(HOST).and_then(|value| value.to_str().ok());
    uri.authority().map(http::uri::Authority::as_str).or(header).unwrap_or("localhost").to_owned()
}

/// The origin that a request was sent to: plain HTTP for what came over a socket, where a URI has no scheme.
pub(super) fn origin(uri: &Uri, headers: &HeaderMap) -> String {
    format!("{}://{}", uri.scheme_str().unwrap_or("http"), host(uri, headers))
}

/// Names and values of a query or a form, where `+` is a space.
pub(super) fn pairs(text: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

/// What a body must have.
pub(super) fn required<T>(value: Option<T>, name: &str) -> Result<T, Refusal> {
    value.ok_or_else(|| Refusal::missing(name))
}

/// A text that a body must have, and that is not empty.
pub(super) fn required_text(value: Option<String>, name: &str) -> Result<String, Refusal> {
    let text = required(value, name)?;
    if text.trim().is_empty() { Err(Refusal::bad_value(name, "is empty")) } else { Ok(text) }
}

/// Something to add by its id or, with `"operation":"delete"`, to take away: an item of a bulk call.
#[derive(Debug)]
pub(super) struct IdChange {
    pub(super) id: String,
    operation: Option<Deletion>,
}

/// The one operation that there is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Deletion {
    Delete,
}

impl IdChange {
    pub(super) fn removes(&self) -> bool {
        matches!(self.operation, Some(Deletion::Delete))
    }
}

impl<'de> Deserialize<'de> for IdChange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            id: String,
            operation: Option<Deletion>,
        }

        let Object(Fields { id, operation }) = Object::deserialize(deserializer)?;
        Ok(Self { id, operation })
    }
}

/// The items of a bulk call, which must be there: a hundred at most.
pub(super) fn bulk<T>(items: Option<Vec<T>>, name: &str) -> Result<Vec<T>, Refusal> {
    let items = required(items, name)?;
    if items.len() > LARGEST_BULK {
        return Err(Refusal::bad("TOO_MANY_ITEMS", format!("{name}: a call takes at most {LARGEST_BULK}")));
    }
    Ok(items)
}

/// Tells a null from a field that is absent: for `#[serde(default, deserialize_with = "nullable")]`.
pub(super) fn nullable<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Nullable<T>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Into::into)
}

/// A JSON scalar as text, as flags and properties keep it.
pub(super) fn scalar_text(value: &Value) -> Result<String, Refusal> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        _ => Err(Refusal::bad_value("value", "is not a string, number or boolean")),
    }
}

/// A JSON object, and no list: serde's derive takes one for the other.
#[derive(Debug)]
pub(super) struct Object<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
            type Value = T;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Object)
    }
}
