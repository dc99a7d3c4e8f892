//! From a request to an answer: whether an operation may be called, and what goes wrong.

use std::time::Duration;

use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use serde_json::json;

use super::answer::{Answer, Refusal, json_response, not_found, response, to_json, with_type};
use super::call::{Call, origin, pairs};
use super::endpoints::Entry;
use super::faults::{Delay, Fault, seconds_rounded_up};
use super::received::ReceivedRequest;
use super::route::Route;
use super::state::Business;
use super::{Closed, logo};

const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

impl Business {
    /// Answers a request, or closes the connection, and remembers what it was sent.
    pub(super) fn respond(&mut self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Closed> {
        let mut received = ReceivedRequest::new(request, self.clock.now());
        let route = Route::of(&received.method, received.uri.path());
        received.operation_id = route.operation_id();
        let result = match self.faults.next(received.operation_id) {
            Some(fault) => self.misbehaved(&fault, route, &received),
            None => Ok(self.answered(route, &received)),
        };
        received.status = result.as_ref().ok().map(Response::status);
        if self.keeps_requests {
            self.requests.push(received);
        }
        result
    }

    /// Carries an operation out, whoever asks.
    pub(super) fn carry_out_unseen(&mut self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let received = ReceivedRequest::new(request, self.clock.now());
        match Route::of(&received.method, received.uri.path()) {
            Route::Operation(entry, parameters) => {
                let call = self.call(parameters, &received);
                told(entry, (entry.handler)(self, &call))
            }
            route => self.answered(route, &received),
        }
    }

    fn misbehaved(
        &mut self,
        fault: &Fault,
        route: Route,
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

    fn answered(&mut self, route: Route, received: &ReceivedRequest) -> Response<Vec<u8>> {
        match route {
            Route::Token => {
                let origin = origin(&received.uri, &received.headers);
                self.sell(&origin, &received.headers, &received.body)
            }
            Route::Operation(entry, parameters) => {
                if let Some(reset) = self.faults.over_rate_limit(self.clock.now()) {
                    return rate_limited(reset);
                }
                let call = self.call(parameters, received);
                told(entry, self.carry_out(entry, &call))
            }
            Route::Other => self.other(received),
        }
    }

    fn call<'a>(&self, parameters: Vec<(&'static str, String)>, received: &'a ReceivedRequest) -> Call<'a> {
        Call {
            parameters,
            query: pairs(received.uri.query().unwrap_or_default()),
            headers: &received.headers,
            body: &received.body,
            origin: origin(&received.uri, &received.headers),
            now: self.now(),
        }
    }

    fn carry_out(&mut self, entry: &Entry, call: &Call<'_>) -> Result<Answer, Refusal> {
        if !accepts_json(call.headers) {
            return Err(Refusal::code(StatusCode::NOT_ACCEPTABLE, "INVALID_ACCEPT_HEADER"));
        }
        self.authorization.check(call.headers, entry.operation.scope, self.clock.now())?;
        (entry.handler)(self, call)
    }

    fn other(&self, received: &ReceivedRequest) -> Response<Vec<u8>> {
        let query = pairs(received.uri.query().unwrap_or_default());
        let logo = (received.method == Method::GET).then(|| self.logo_file(received.uri.path(), &query));
        let unknown = || not_found("ROUTE_NOT_FOUND", "The requested API route does not exist");
        logo.flatten().unwrap_or_else(unknown)
    }

    /// The image itself, at the path that the API tells: `None` where the path is not that of a logo.
    fn logo_file(&self, path: &str, query: &[(String, String)]) -> Option<Response<Vec<u8>>> {
        let r#type = logo::type_at(path)?;
        let logos = match query.iter().find(|(name, _)| name == "p_org_code") {
            Some((_, code)) => &self.organizations.get(code).ok()?.logos,
            None => &self.environment.logos,
        };
        let logo = logos.get(&r#type)?;
        let mut response = response(StatusCode::OK);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_str(&logo.content_type).ok()?);
        response.body_mut().clone_from(&logo.bytes);
        Some(response)
    }
}

fn told(entry: &Entry, result: Result<Answer, Refusal>) -> Response<Vec<u8>> {
    match result {
        Ok(answer) => answer.into_response(),
        Err(refusal) => refusal.into_response(entry.not_found),
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
    use http::{HeaderMap, HeaderValue};

    use super::accepts_json;

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
