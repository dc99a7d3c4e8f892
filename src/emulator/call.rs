//! A request to an operation, taken apart.

use std::fmt;
use std::marker::PhantomData;

use http::header::{CONTENT_TYPE, HOST};
use http::{HeaderMap, Uri};
use percent_encoding::percent_decode_str;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::answer::Refusal;

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
        self.query(name).ok_or_else(|| Refusal::bad_value(name, "is required"))
    }

    /// A parameter of the query that is `true` or `false`, and `false` unless given.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Refusal> {
        match self.query(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Refusal::bad_value(name, "is neither true nor false")),
        }
    }

    /// Whether an `expand` asks for the one thing that can be expanded.
    pub(super) fn expands(&self, expandable: &str) -> Result<bool, Refusal> {
        match self.query("expand") {
            None => Ok(false),
            Some(expand) if expand == expandable => Ok(true),
            Some(_) => Err(Refusal::bad_value("expand", format_args!("only `{expandable}` is known"))),
        }
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
