//! What is told of failures, and what is not.

use std::error::Error as _;

use kinde_api::organizations::{DeleteOrganization, GetOrganization};
use kinde_api::{Client, Credentials, RequestError};

use crate::clock::TestClock;
use crate::script::{Broken, ORIGIN, Script, answer, broken};

fn chain(error: &dyn std::error::Error) -> Vec<String> {
    let mut chain = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        chain.push(error.to_string());
        source = error.source();
    }
    chain
}

#[test]
fn each_cause_says_one_thing_once() {
    let answers = [
        answer(403, r#"{"errors":[{"code":"SCOPE_MISSING"}]}"#),
        answer(200, r#"{"name":7}"#),
        Err(Broken { is_retryable: false }),
    ];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client_with_token(&clock);
    let chain_of_next = || chain(&client.send(&GetOrganization::new("org_1")).unwrap_err());
    assert_eq!(chain_of_next(), ["getOrganization did not succeed", "403 Forbidden: SCOPE_MISSING"]);
    assert_eq!(
        chain_of_next(),
        [
            "getOrganization did not succeed",
            "200 OK: the body can't be read as what was expected",
            "JSON of another shape at line 1 column 9",
        ]
    );
    assert_eq!(chain_of_next(), ["getOrganization got no answer", "the connection broke"]);
    let error = client.send(&DeleteOrganization::new("")).unwrap_err();
    assert_eq!(chain(&error), ["the path parameter `org_code` is empty"]);
}

#[test]
fn a_client_refuses_what_no_request_can_be_made_with() {
    let new = |origin: &str, credentials: Credentials| {
        Client::new(|_| broken(), origin, credentials).map(|_| ()).unwrap_err().to_string()
    };
    let token = || Credentials::token("t");
    assert_eq!(new("http://acme.kinde.com", token()), "the origin is plain http, which is for loopback hosts only");
    assert_eq!(new(ORIGIN, Credentials::token("")), "the token is empty");
    assert_eq!(new(ORIGIN, Credentials::client("id", "")), "the credentials' `client_secret` is empty");
    let elsewhere = Credentials::client("id", "secret").token_url("http://acme.kinde.com/token");
    assert_eq!(new(ORIGIN, elsewhere), "the credentials' `token_url` is plain http, which is for loopback hosts only");
}

#[test]
fn errors_can_cross_threads() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>() {}
    is_error::<kinde_api::Error<Broken>>();
    is_error::<kinde_api::TokenError>();
    is_error::<kinde_api::ResponseError>();
    is_error::<RequestError>();
}

#[test]
fn debug_of_a_client_holds_no_secret() {
    let client = Client::new(|_| broken(), ORIGIN, Credentials::client("id", "s3cret")).unwrap();
    assert_eq!(
        format!("{client:?}"),
        "Client { origin: \"https://acme.kinde.com\", retry: Retry { max_attempts: 5, max_total_wait: 120s, \
         initial_backoff: 500ms }, .. }"
    );
    assert!(broken().unwrap_err().source().is_none());
}
