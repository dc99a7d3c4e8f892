//! What an operation answers: a success, or a refusal in one of Kinde's shapes.

use std::borrow::Cow;

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::unknown::{Thing, Unknown};

/// A success.
#[derive(Debug)]
pub(super) struct Answer {
    status: StatusCode,
    body: Option<Vec<u8>>,
}

/// The envelope that most successes come in.
#[derive(Serialize)]
struct Envelope<T> {
    code: &'static str,
    message: &'static str,
    #[serde(flatten)]
    content: T,
}

/// A list by its name, and the token for what comes after it.
struct Page<'a, T> {
    name: &'static str,
    items: &'a [T],
    next_token: Option<String>,
}

impl<T: Serialize> Serialize for Page<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.name, self.items)?;
        if let Some(next_token) = &self.next_token {
            map.serialize_entry("next_token", next_token)?;
        }
        map.end()
    }
}

impl Answer {
    /// Code and message alone.
    pub(super) fn success() -> Self {
        Self::envelope(json!({}))
    }

    /// Code and message, and the fields of `content`.
    pub(super) fn envelope(content: impl Serialize) -> Self {
        Self::coded("OK", "Success", content)
    }

    /// Code and message, and a page of a list with the token for the next one, which is absent at the end.
    pub(super) fn page(name: &'static str, items: &[impl Serialize], next_token: Option<String>) -> Self {
        Self::envelope(Page { name, items, next_token })
    }

    /// A code and a message of its own, and the fields of `content`.
    pub(super) fn coded(code: &'static str, message: &'static str, content: impl Serialize) -> Self {
        Self::plain(&Envelope { code, message, content })
    }

    /// The object by itself.
    pub(super) fn plain(content: &impl Serialize) -> Self {
        Self { status: StatusCode::OK, body: Some(to_json(content)) }
    }

    /// A 201 with a code of its own.
    pub(super) fn created(code: &'static str, message: &'static str, content: impl Serialize) -> Self {
        Self::coded(code, message, content).with_status(StatusCode::CREATED)
    }

    /// Another status than 200.
    pub(super) fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// A 200 of which the document declares no body.
    pub(super) fn without_body() -> Self {
        Self { status: StatusCode::OK, body: None }
    }

    pub(super) fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, body: None }
    }

    pub(super) fn into_response(self) -> Response<Vec<u8>> {
        match self.body {
            Some(body) => json_response(self.status, body),
            None => response(self.status),
        }
    }
}

/// Why an operation is not carried out.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Something that isn't there: 404 where the document declares it for the operation, else 400.
    Unknown(Unknown),
    /// A status with a list of one error.
    Error(Error),
}

/// The one error of a list.
#[derive(Debug, Serialize)]
pub(super) struct Error {
    #[serde(skip)]
    status: StatusCode,
    code: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
}

impl Refusal {
    /// A 400.
    pub(super) fn bad(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::with_status(StatusCode::BAD_REQUEST, code, message)
    }

    /// A 400 because a value of a body or query is not one that Kinde takes.
    pub(super) fn bad_value(name: &str, message: impl std::fmt::Display) -> Self {
        Self::bad("BAD_REQUEST", format!("{name}: {message}"))
    }

    /// A 400 because a body or query lacks what the operation can't do without.
    pub(super) fn missing(name: &str) -> Self {
        Self::bad_value(name, "is required")
    }

    /// A 400 because there is such a thing already: `name` is what may be there once.
    pub(super) fn taken(thing: Thing, name: &str, value: &str) -> Self {
        let message = format!("the {name} `{value}` is taken by another {thing}");
        Self::bad(format!("{}_ALREADY_EXISTS", thing.name_in_codes()), message)
    }

    pub(super) fn with_status(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        Self::Error(Error { status, code: code.into(), message: Some(message.into()), field: None })
    }

    /// A code without a message.
    pub(super) fn code(status: StatusCode, code: &'static str) -> Self {
        Self::Error(Error { status, code: code.into(), message: None, field: None })
    }

    /// Names the field that is to blame, as a few areas do.
    pub(super) fn on_field(self, name: &'static str) -> Self {
        match self {
            Self::Error(error) => Self::Error(Error { field: Some(name), ..error }),
            unknown @ Self::Unknown(_) => unknown,
        }
    }

    pub(super) fn into_response(self, declared: NotFound) -> Response<Vec<u8>> {
        let unknown = match self {
            Self::Error(error) => return errors(error.status, &json!([error])),
            Self::Unknown(unknown) => unknown,
        };
        let (status, code) = match declared {
            NotFound::Object => return not_found(&unknown.not_found_code(), &unknown.to_string()),
            NotFound::List => (StatusCode::NOT_FOUND, unknown.not_found_code()),
            NotFound::Undeclared => (StatusCode::BAD_REQUEST, unknown.invalid_code()),
        };
        errors(status, &json!([{"code": code, "message": unknown.to_string()}]))
    }
}

impl From<Unknown> for Refusal {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

/// How the document declares a 404 for an operation. Where it does, something unknown is one; elsewhere it is a 400.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotFound {
    Undeclared,
    /// Its `errors` are an object.
    Object,
    /// Its `errors` are a list, as those of all other statuses.
    List,
}

/// A 404, whose `errors` are an object, unlike all others.
pub(super) fn not_found(code: &str, message: &str) -> Response<Vec<u8>> {
    errors(StatusCode::NOT_FOUND, &json!({"code": code, "message": message}))
}

fn errors(status: StatusCode, errors: &Value) -> Response<Vec<u8>> {
    json_response(status, to_json(&json!({"errors": errors})))
}

/// Nothing here fails to serialize, since all keys are strings.
pub(super) fn to_json(content: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(content).unwrap_or_default()
}

pub(super) fn json_response(status: StatusCode, body: Vec<u8>) -> Response<Vec<u8>> {
    with_type(status, "application/json", body)
}

pub(super) fn with_type(status: StatusCode, content_type: &'static str, body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = response(status);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    *response.body_mut() = body;
    response
}

pub(super) fn response(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}
