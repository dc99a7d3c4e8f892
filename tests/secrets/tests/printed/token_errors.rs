//! Why there is no token, where the answer may hold one that can't be used.

use std::fmt;

use http::{Request, Response};
use kinde_api::Error;
use kinde_api::organizations::GetOrganization;
use secrets::{CONTENT, SECRET, TOKEN, assert_error_hidden};

use crate::{client, response, token_request};

/// Answers of the token's endpoint without a usable token.
fn unusable() -> Vec<Response<Vec<u8>>> {
    let bodies = [
        format!(r#"{{"access_token":"{TOKEN}","token_type":"mac"}}"#),
        format!(r#"{{"access_token":"{TOKEN} ","token_type":"bearer"}}"#),
        format!(r#"{{"access_token":["{TOKEN}"]}}"#),
        format!(r#"{{"access_token":"{TOKEN}"#),
        format!(r#"{{"access_token":"{TOKEN}\n"}}"#),
        format!(r#"{{"token":"{TOKEN}","id_token":"{TOKEN}"}}"#),
        format!(r#"{{"access_token":"{TOKEN}","token_type":["{SECRET}"]}}"#),
        format!("access_token={TOKEN}"),
        format!("<html>client_secret={SECRET}</html>"),
        format!(r#"[{{"access_token":"{TOKEN}"}}]"#),
    ];
    let statuses = [200, 201, 302, 400, 401, 403, 404];
    statuses.iter().flat_map(|status| bodies.iter().map(|body| response(*status, body.as_str()))).collect()
}

#[test]
fn the_pair_of_functions_hides_it() {
    for answer in unusable() {
        assert_error_hidden(token_request().response(&answer).unwrap_err());
    }
}

#[test]
fn a_client_hides_it() {
    for answer in unusable() {
        let client = client(move |_: Request<Vec<u8>>| Ok::<_, fmt::Error>(answer.clone()));
        let error = client.send(&GetOrganization::new("org_17")).unwrap_err();
        let Error::Token(token_error) = &error else { panic!("the token was taken") };
        assert_error_hidden(token_error.clone());
        assert_error_hidden(error);
    }
}

#[test]
fn a_transport_that_fails_shows_nothing_of_the_request() {
    let client = client(|_: Request<Vec<u8>>| Err::<Response<Vec<u8>>, _>(fmt::Error));
    let client = client.with_retry(kinde_api::Retry::none());
    assert_error_hidden(client.send(&GetOrganization::new("org_17")).unwrap_err());
}

#[test]
fn the_description_is_shown_whatever_it_says() {
    let answer = response(401, format!(r#"{{"error":"invalid_client","error_description":"{CONTENT}"}}"#));
    let error = token_request().response(&answer).unwrap_err();
    assert_eq!(error.to_string(), format!("the token endpoint answered 401 Unauthorized: invalid_client: {CONTENT}"));
}
