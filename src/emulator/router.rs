//! From a request to an answer: which operation, whether it may be called, and what goes wrong.

use std::borrow::Cow;
use std::time::Duration;

use http::header::{ACCEPT, CONTENT_LENGTH, HeaderName};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::answer::{Answer, Refusal, json_response, not_found, to_json, with_type};
use super::call::{Call, origin, pairs};
use super::faults::{Delay, Fault, seconds_rounded_up};
use super::organizations::{declares_not_found, handler, logo_file};
use super::requests::ReceivedRequest;
use super::state::Business;
use super::{Closed, TOKEN};
use crate::Operation;
use crate::organizations::OPERATIONS;

const TOKEN_PATH: &str = "/oauth2/token";

const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// What a request is for.
enum Route {
    Token,
    Operation(&'static Operation, Vec<(&'static str, String)>),
    /// A logo, or nothing that Kinde has.
    Other,
}

impl Route {
    fn of(method: &Method, path: &str) -> Self {
        if path == TOKEN_PATH && method == Method::POST {
            return Self::Token;
        }
        let operations = OPERATIONS.iter().filter(|operation| operation.method == *method);
        let matching = operations.filter_map(|operation| Some((operation, parameters(operation.path, path)?)));
        // `…/users/count` is a path of its own, and no other template may take it for a parameter.
        let literal_first = matching.min_by_key(|(_, parameters)| parameters.len());
        literal_first.map_or(Self::Other, |(operation, parameters)| Self::Operation(operation, parameters))
    }

    fn operation_id(&self) -> Option<&'static str> {
        match self {
            Self::Token => Some(TOKEN),
            Self::Operation(operation, _) => Some(operation.operation_id),
            Self::Other => None,
        }
    }
}

/// The parameters of a path, decoded, if it is one of a template. An encoded slash is part of its segment.
fn parameters(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let (mut expected, mut given) = (template.split('/'), path.split('/'));
    let mut parameters = Vec::new();
    loop {
        match (expected.next(), given.next()) {
            (None, None) => return Some(parameters),
            (Some(expected), Some(given)) => {
                let given = decoded(given)?;
                match parameter_name(expected) {
                    Some(name) if !given.is_empty() => parameters.push((name, given.into_owned())),
                    None if given == expected => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

fn decoded(segment: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(segment).decode_utf8().ok()
}

fn parameter_name(segment: &'static str) -> Option<&'static str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

impl Business {
    /// Answers a request, or closes the connection, and remembers what it was sent.
    pub(super) fn respond(&mut self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Closed> {
        let mut received = ReceivedRequest::new(request, self.clock.now());
        let route = Route::of(&received.method, received.uri.path());
        received.operation_id = route.operation_id();
        let result = match self.faults.next(received.operation_id) {
            Some(fault) => self.misbehaved(&fault, &route, &received),
            None => Ok(self.answered(&route, &received)),
        };
        received.status = result.as_ref().ok().map(Response::status);
        if self.keeps_requests {
            self.requests.push(received);
        }
        result
    }

    fn misbehaved(
        &mut self,
        fault: &Fault,
        route: &Route,
        received: &ReceivedRequest,
    ) -> Result<Response<Vec<u8>>, Closed> {
        match fault {
            Fault::RateLimited { reset } => return Ok(rate_limited(*reset)),
            Fault::ServerError(status) => return Ok(html(*status)),
            Fault::Closed => return Err(Closed),
            _ => {}
        }
        let mut response = self.answered(route, received);
        match fault {
            Fault::TruncatedBody => truncate(&mut response),
            Fault::EmptyBody => response.body_mut().clear(),
            Fault::AnswerLost => return Err(Closed),
            Fault::Slow(time) => {
                if !self.clock.follows_wall_clock() {
                    self.clock.advance(*time);
                }
                response.extensions_mut().insert(Delay(*time));
            }
            Fault::RateLimited { .. } | Fault::ServerError(_) | Fault::Closed => {}
        }
        Ok(response)
    }

    fn answered(&mut self, route: &Route, received: &ReceivedRequest) -> Response<Vec<u8>> {
        match route {
            Route::Token => {
                let now = self.clock.now();
                let origin = origin(&received.uri, &received.headers);
                self.authorization.sell(&mut self.random, &origin, &received.headers, &received.body, now)
            }
            Route::Operation(operation, parameters) => {
                if let Some(reset) = self.faults.over_rate_limit(self.clock.now()) {
                    return rate_limited(reset);
                }
                let call = self.call(operation, parameters, received);
                match self.carry_out(&call) {
                    Ok(answer) => answer.into_response(),
                    Err(refusal) => refusal.into_response(declares_not_found(operation.operation_id)),
                }
            }
            Route::Other => self.other(received),
        }
    }

    fn call<'a>(
        &self,
        operation: &'static Operation,
        parameters: &[(&'static str, String)],
        received: &'a ReceivedRequest,
    ) -> Call<'a> {
        Call {
            operation,
            parameters: parameters.to_vec(),
            query: pairs(received.uri.query().unwrap_or_default()),
            headers: &received.headers,
            body: &received.body,
            origin: origin(&received.uri, &received.headers),
            now: self.now(),
        }
    }

    fn carry_out(&mut self, call: &Call<'_>) -> Result<Answer, Refusal> {
        if !accepts_json(call.headers) {
            return Err(Refusal::Code { status: StatusCode::NOT_ACCEPTABLE, code: "INVALID_ACCEPT_HEADER" });
        }
        self.authorization.check(call.headers, call.operation.scope, self.clock.now())?;
        match handler(call.operation.operation_id) {
            Some(handler) => handler(self, call),
            None => Err(Refusal::bad("NOT_IMPLEMENTED", "the emulator lacks this operation")),
        }
    }

    fn other(&self, received: &ReceivedRequest) -> Response<Vec<u8>> {
        let query = pairs(received.uri.query().unwrap_or_default());
        let logo = (received.method == Method::GET).then(|| logo_file(self, received.uri.path(), &query));
        let unknown = || not_found("ROUTE_NOT_FOUND", "The requested API route does not exist");
        logo.flatten().unwrap_or_else(unknown)
    }
}

/// Anything will do, or JSON; but not JSON with a parameter.
fn accepts_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(ACCEPT).iter().peekable();
    if values.peek().is_none() {
        return true;
    }
    values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|range| matches!(range.trim().to_ascii_lowercase().as_str(), "application/json" | "application/*" | "*/*"))
}

fn rate_limited(reset: Duration) -> Response<Vec<u8>> {
    let errors = json!({"errors": [{"code": "TOO_MANY_REQUESTS", "message": "Request was throttled."}]});
    let mut response = json_response(StatusCode::TOO_MANY_REQUESTS, to_json(&errors));
    response.headers_mut().insert(RATE_LIMIT_RESET, HeaderValue::from(seconds_rounded_up(reset)));
    response
}

fn html(status: StatusCode) -> Response<Vec<u8>> {
    let page = format!("<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>\n");
    with_type(status, "text/html", page.into_bytes())
}

/// Half of the body, with the length of the whole announced.
fn truncate(response: &mut Response<Vec<u8>>) {
    let length = response.body().len();
    response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    response.body_mut().truncate(length / 2);
}

#[cfg(test)]
mod tests {
    use http::header::ACCEPT;
    use http::{HeaderMap, HeaderValue, Method};

    use super::{Route, accepts_json, parameters};
    use crate::organizations::OPERATIONS;

    #[test]
    fn finds_the_operation_of_every_template() {
        for operation in &OPERATIONS {
            let path = operation.path.replace('{', "a%2Fb").replace('}', "");
            let Route::Operation(found, parameters) = Route::of(&operation.method, &path) else {
                panic!("no route for {path}");
            };
            assert_eq!(found, operation);
            for (name, value) in parameters {
                assert_eq!(value, format!("a/b{name}"));
            }
        }
    }

    #[test]
    fn takes_paths_segment_by_segment() {
        let template = "/api/v1/organization/{org_code}";
        assert_eq!(parameters(template, "/api/v1/organization/org_1"), Some(vec![("org_code", "org_1".to_owned())]));
        assert_eq!(parameters(template, "/api/v1/organization/a%20%c3%a9"), Some(vec![("org_code", "a é".to_owned())]));
        for path in [
            "/api/v1/organization",
            "/api/v1/organization/",
            "/api/v1/organization/org_1/",
            "/api/v1//organization/org_1",
            "/api/v2/organization/org_1",
            "/api/v1/organization/%ff",
            "",
        ] {
            assert_eq!(parameters(template, path), None, "{path}");
        }
    }

    #[test]
    fn has_no_other_routes() {
        for (method, path) in [
            (Method::POST, "/api/v1/organizations"),
            (Method::HEAD, "/api/v1/organizations"),
            (Method::GET, "/oauth2/token"),
            (Method::GET, "/"),
        ] {
            assert!(Route::of(&method, path).operation_id().is_none(), "{method} {path}");
        }
    }

    #[test]
    fn accepts_what_kinde_accepts() {
        assert!(accepts_json(&HeaderMap::new()));
        for (accept, is_accepted) in [
            ("application/json", true),
            ("*/*", true),
            ("application/json, text/plain, */*", true),
            ("application/json; charset=utf-8", false),
            ("text/html", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]);
            assert_eq!(accepts_json(&headers), is_accepted, "{accept}");
        }
    }
}
