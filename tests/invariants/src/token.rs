//! What holds for every answer of a token endpoint, and for every request to one.

use http::Response;
use kinde_api::{Credentials, TokenError, TokenRequest};

const ORIGIN: &str = "https://acme.kinde.com";

/// Reads the answer of a token endpoint: a success with a token that can stand in a header is that token, everything
/// else an error that keeps the answer, and neither shows a token.
///
/// # Panics
///
/// Where the library breaks one of these promises.
pub fn check_token_answer(answer: &Response<&[u8]>) {
    let credentials = Credentials::client("an-id", "a-secret");
    let request = TokenRequest::new(&credentials, ORIGIN).expect("the credentials are some");
    match request.response(answer) {
        Ok(token) => {
            assert!(answer.status().is_success());
            assert!(!token.access_token.is_empty());
            assert!(token.access_token.bytes().all(|byte| byte.is_ascii_graphic()), "it breaks a header");
            let debug = format!("{token:?}");
            assert_eq!(debug, format!("Token {{ expires_in: {:?}, .. }}", token.expires_in));
        }
        Err(error) => check_token_error(&error, answer),
    }
}

fn check_token_error(error: &TokenError, answer: &Response<&[u8]>) {
    assert_eq!(error.status(), Some(answer.status()));
    let kept = error.response().expect("there was an answer");
    assert_eq!((kept.headers(), kept.body()), (answer.headers(), *answer.body()));
    let is_passing = matches!(answer.status().as_u16(), 429 | 500 | 502 | 503 | 504);
    assert_eq!(error.is_retryable(), is_passing);
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(text.chars().count() <= 4_000 && !text.contains(char::is_control), "{text:?}");
    }
}

/// A server finds in the form what the credentials are made of, whatever it is.
///
/// # Panics
///
/// Where the library breaks this promise.
pub fn check_token_request(id: &str, secret: &str, audience: &str, scopes: &[String]) {
    let credentials = Credentials::client(id, secret).audience(audience).scopes(scopes);
    let request = TokenRequest::new(&credentials, ORIGIN);
    let scope = scopes.join(" ");
    if [id, secret, audience, &scope].contains(&"") {
        assert!(request.is_err(), "an empty value is sent");
        return;
    }
    let request = request.expect("nothing is empty").request();
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(request.body()).into_owned().collect();
    let expected = [
        ("grant_type", "client_credentials"),
        ("client_id", id),
        ("client_secret", secret),
        ("audience", audience),
        ("scope", &scope),
    ];
    assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}
