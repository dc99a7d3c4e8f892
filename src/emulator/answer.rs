//! What an operation answers: a success, or a refusal in one of Kinde's shapes.

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde::Serialize;
use serde_json::json;

use super::unknown::Unknown;

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

impl Answer {
    /// Code and message alone.
    pub(super) fn success() -> Self {
        Self::envelope(json!({}))
    }

    /// Code and message, and the fields of `content`.
    pub(super) fn envelope(content: impl Serialize) -> Self {
        Self::plain(&Envelope { code: "OK", message: "Success", content })
    }

    /// The object by itself.
    pub(super) fn plain(content: &impl Serialize) -> Self {
        Self { status: StatusCode::OK, body: Some(to_json(content)) }
    }

    /// A 201 with a code of its own.
    pub(super) fn created(code: &'static str, message: &'static str, content: impl Serialize) -> Self {
        let body = to_json(&Envelope { code, message, content });
        Self { status: StatusCode::CREATED, body: Some(body) }
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
    Error { status: StatusCode, code: &'static str, message: String },
    /// A status with a list of one error that has no message.
    Code { status: StatusCode, code: &'static str },
}

impl Refusal {
    /// A 400.
    pub(super) fn bad(code: &'static str, message: impl Into<String>) -> Self {
        Self::Error { status: StatusCode::BAD_REQUEST, code, message: message.into() }
    }

    /// A 400 because a value of a body or query is not one that Kinde takes.
    pub(super) fn bad_value(name: &str, message: impl std::fmt::Display) -> Self {
        Self::bad("BAD_REQUEST", format!("{name}: {message}"))
    }

    pub(super) fn into_response(self, declared: NotFound) -> Response<Vec<u8>> {
        match self {
            Self::Unknown(unknown) => {
                let message = unknown.to_string();
                match declared {
                    NotFound::Object => not_found(&unknown.not_found_code(), &message),
                    NotFound::List => listed(StatusCode::NOT_FOUND, &unknown.not_found_code(), &message),
                    NotFound::Undeclared => listed(StatusCode::BAD_REQUEST, &unknown.invalid_code(), &message),
                }
            }
            Self::Error { status, code, message } => listed(status, code, &message),
            Self::Code { status, code } => errors(status, &json!([{"code": code}])),
        }
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

/// A list of one error.
fn listed(status: StatusCode, code: &str, message: &str) -> Response<Vec<u8>> {
    errors(status, &json!([{"code": code, "message": message}]))
}

fn errors(status: StatusCode, errors: &serde_json::Value) -> Response<Vec<u8>> {
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
