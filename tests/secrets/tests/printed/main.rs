//! What is printed of values, errors and requests while secrets go through them.

mod curl;
mod emulator;
mod errors;
mod sensitive;
mod token_errors;
mod transport_errors;
mod values;

use std::convert::Infallible;

use http::{Request, Response};
use kinde_api::{Api, Client, Credentials, TokenRequest};
use secrets::{ORIGIN, SECRET, TOKEN};

fn api() -> Api {
    Api::new(ORIGIN, TOKEN).expect("origin and token are in order")
}

fn credentials() -> Credentials {
    Credentials::client("an-id", SECRET)
}

fn token_request() -> TokenRequest {
    TokenRequest::new(&credentials(), ORIGIN).expect("origin and credentials are in order")
}

/// Buys the marked token with the marked secret.
fn client<T: kinde_api::Transport>(transport: T) -> Client<T> {
    Client::new(transport, ORIGIN, credentials()).expect("origin and credentials are in order")
}

fn response(status: u16, body: impl Into<Vec<u8>>) -> Response<Vec<u8>> {
    Response::builder().status(status).body(body.into()).expect("the status is in range")
}

/// An answer with the marked token.
fn sold() -> Response<Vec<u8>> {
    response(200, format!(r#"{{"access_token":"{TOKEN}","expires_in":3600,"token_type":"bearer"}}"#))
}

/// Sells the marked token, and answers everything else with one member and a page to come.
#[expect(clippy::unnecessary_wraps, clippy::needless_pass_by_value, reason = "it is a transport")]
fn one_member(request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Infallible> {
    if request.uri().path() == "/oauth2/token" {
        return Ok(sold());
    }
    Ok(response(200, r#"{"organization_users":[{"id":"kp_17"}],"next_token":"a"}"#))
}
