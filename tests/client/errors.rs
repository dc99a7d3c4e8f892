//! What is told of failures, and what is not.

use std::error::Error as _;
use std::time::Duration;

use kinde_api::organizations::{DeleteOrganization, GetOrganization};
use kinde_api::{Client, Credentials, RequestError, Retry};

use crate::clock::TestClock;
use crate::script::{Broken, ORIGIN, Script, answer, answer_with, broken, hopeless};

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
    let answers = [answer(403, r#"{"errors":[{"code":"SCOPE_MISSING"}]}"#), answer(200, r#"{"name":7}"#), hopeless()];
    let (script, clock) = (Script::new(answers), TestClock::new());
    let client = script.client_with_token(&clock);
    let chain_of_next = || chain(&client.send(&GetOrganization::new("org_1")).unwrap_err());
    assert_eq!(chain_of_next(), ["getOrganization did not succeed: 403 Forbidden: SCOPE_MISSING"]);
    assert_eq!(
        chain_of_next(),
        [
            "getOrganization did not succeed: 200 OK: the body is not what was expected",
            "JSON of an unexpected shape at line 1 column 9",
        ]
    );
    assert_eq!(chain_of_next(), ["getOrganization got no answer from acme.kinde.com: the connection broke"]);
    let error = client.send(&DeleteOrganization::new("")).unwrap_err();
    assert_eq!(chain(&error), ["the path parameter `org_code` is empty"]);
}

#[test]
fn what_the_text_has_said_is_no_source_again() {
    #[derive(Debug, thiserror::Error)]
    #[error("the proxy is away")]
    struct Away(#[source] std::io::Error);

    let transport = |_| Err::<http::Response<Vec<u8>>, _>(Away(std::io::Error::other("no route")));
    let client = Client::new(transport, ORIGIN, Credentials::token("t")).unwrap().with_retry(Retry::none());
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(chain(&error), ["getOrganization got no answer from acme.kinde.com: the proxy is away", "no route"]);

    let client = Client::new(transport, ORIGIN, Credentials::client("id", "secret")).unwrap().with_retry(Retry::none());
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    let text = "getOrganization has no token: the token endpoint acme.kinde.com gave no answer: the proxy is away";
    assert_eq!(chain(&error), [text, "no route"]);
}

#[test]
fn an_error_is_asked_without_taking_it_apart() {
    let body = r#"{"errors":[{"code":"SLOW_DOWN","message":"Too many"}]}"#;
    let mut limited = answer_with(429, ("x-request-id", "r-17"), body).unwrap();
    limited.headers_mut().insert("retry-after", 9.into());
    limited.headers_mut().insert("cf-ray", "c-1".parse().unwrap());
    let mut refused =
        answer_with(401, ("cf-ray", "c-2"), r#"{"error":"invalid_client","error_description":"wrong"}"#).unwrap();
    refused.headers_mut().insert("x-request-id", "".parse().unwrap());
    let (script, clock) = (Script::new([Ok(limited), answer(404, ""), Ok(refused), hopeless()]), TestClock::new());
    let client = script.client_with_token(&clock).with_retry(Retry::none());
    let organization = GetOrganization::new("org_1");

    let error = client.send(&organization).unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.code(), error.message()),
        (429, Some("SLOW_DOWN"), Some("Too many"))
    );
    assert_eq!((error.retry_after(), error.request_id()), (Some(Duration::from_secs(9)), Some("r-17")));
    assert!(!error.is_not_found() && error.is_retryable() && !error.may_be_done());

    clock.advance(9);
    let error = client.send(&organization).unwrap_err();
    assert!(error.is_not_found() && !error.is_retryable());
    assert_eq!((error.code(), error.message(), error.retry_after(), error.request_id()), (None, None, None, None));

    let error = script.client(&clock).send(&organization).unwrap_err();
    assert!(error.response().is_none(), "it is not the operation's");
    assert_eq!(
        (error.status().unwrap().as_u16(), error.code(), error.message()),
        (401, Some("invalid_client"), Some("wrong"))
    );
    assert_eq!(error.request_id(), Some("c-2"));

    let error = client.send(&organization).unwrap_err();
    assert_eq!((error.status(), error.code(), error.request_id()), (None, None, None));
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
    is_error::<kinde_api::CallError>();
    is_error::<kinde_api::BoxError>();
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
         initial_backoff: 500ms, max_backoff: 30s, max_elapsed: 300s }, .. }"
    );
    assert!(broken().unwrap_err().source().is_none());
}
