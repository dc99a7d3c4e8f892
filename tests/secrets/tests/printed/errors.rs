//! Errors of inputs, and of responses to which a server added what it was sent.

use http::{HeaderValue, Response};
use inventory::Answers;
use kinde_api::organizations::{
    AddOrganizationLogo, GetOrganization, RemoveOrganizationUser, UpdateOrganizationProperty,
};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Api, Client, Credentials, Endpoint, TokenRequest};
use secrets::{CONTENT, ORIGIN, SECRET, TOKEN, assert_error_hidden, assert_hidden, every_endpoint, shown};

use crate::{api, client, one_member, response};

#[test]
fn origins_and_tokens_that_are_refused_are_not_repeated() {
    for origin in [
        format!("https://user:{SECRET}@acme.kinde.com"),
        format!("https://acme.kinde.com/{SECRET}"),
        format!("https://acme.kinde.com?{SECRET}"),
        format!("https://acme.kinde.com#{SECRET}"),
        format!("https://acme.kinde.com:{SECRET}"),
        format!("http://{SECRET}"),
        format!("{SECRET}://acme.kinde.com"),
        SECRET.to_owned(),
    ] {
        assert_error_hidden(Api::new(&origin, TOKEN).unwrap_err());
        assert_error_hidden(Client::new(one_member as Answers, &origin, crate::credentials()).unwrap_err());
        // A URL may have a path, a query and another name.
        if let Err(error) = TokenRequest::new(&crate::credentials().token_url(&origin), ORIGIN) {
            assert_error_hidden(error);
        }
    }
    for token in [format!("{TOKEN}\r\nx: y"), format!("{TOKEN} "), format!("{TOKEN}é")] {
        assert_error_hidden(Api::new(ORIGIN, token.clone()).unwrap_err());
        assert_error_hidden(Client::new(one_member as Answers, ORIGIN, Credentials::token(token)).unwrap_err());
    }
}

#[test]
fn credentials_that_are_refused_are_not_repeated() {
    let client = || Credentials::client("an-id", SECRET);
    for credentials in [
        Credentials::token(TOKEN),
        Credentials::client("", SECRET),
        Credentials::client(SECRET, ""),
        client().audience(""),
        client().token_url(format!("https://user:{SECRET}@auth.example.com/token")),
        client().token_url(format!("https://auth.example.com/{SECRET} /token")),
        client().token_url(format!("https://auth.example.com/token#{SECRET}")),
    ] {
        assert_error_hidden(TokenRequest::new(&credentials, ORIGIN).unwrap_err());
    }
}

#[test]
fn inputs_that_are_refused_are_not_repeated() {
    let with_control = format!("{CONTENT}\0");
    let logo = |file_name: &str, content_type: &str| {
        AddOrganizationLogo::new("org_17", "light", file_name, content_type, CONTENT).request(&api()).unwrap_err()
    };
    assert_error_hidden(logo(&with_control, "image/png"));
    assert_error_hidden(logo("logo.png", CONTENT));
    assert_error_hidden(logo("logo.png", &format!("image/png; {CONTENT}é")));
    let long = CONTENT.repeat(5_000);
    assert_error_hidden(GetOrganization::new(&long).request(&api()).unwrap_err());
    assert_error_hidden(UpdateOrganizationProperty::new("org_17", "city", long).request(&api()).unwrap_err());
    assert_error_hidden(RemoveOrganizationUser::new(CONTENT, "..").request(&api()).unwrap_err());
    let user_agent = UreqTransport::default().with_user_agent(&with_control);
    assert_error_hidden(user_agent.unwrap_err());
    let unsent = client(one_member as Answers).send(&RemoveOrganizationUser::new(CONTENT, ".."));
    assert_error_hidden(unsent.unwrap_err());
}

/// What a server could send back of what it was sent, other than as the message that explains an error.
fn echoes() -> Vec<(u16, String)> {
    let bodies = [
        format!("<html>{TOKEN} {SECRET} {CONTENT}</html>"),
        format!(r#"{{"request":{{"authorization":"Bearer {TOKEN}"}},"client_secret":"{SECRET}"}}"#),
        format!(r#"{{"errors":[{{"field":"{TOKEN}","value":"{SECRET}"}}]}}"#),
        format!(r#"{{"name":{{"{CONTENT}":1}},"code":["{TOKEN}"],"message":{{"a":"{SECRET}"}}}}"#),
        format!(r#"[{{"field":"{TOKEN}"}}]"#),
        format!(r#"{{"name":"{TOKEN}"#),
        format!(r#"{{"name":"{TOKEN}"}} {SECRET}"#),
        format!(r#"{{"{TOKEN}":tru{SECRET}"#),
    ];
    let statuses = [200, 302, 400, 401, 403, 404, 429, 500, 503, 599];
    statuses.iter().flat_map(|status| bodies.iter().map(|body| (*status, body.clone()))).collect()
}

fn echo(status: u16, body: String) -> Response<Vec<u8>> {
    let mut response = response(status, body);
    for (name, value) in [("authorization", TOKEN), ("location", SECRET), ("retry-after", TOKEN), ("x-echo", CONTENT)] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[test]
fn responses_that_repeat_a_secret_don_t_make_errors_that_show_it() {
    let mut errors = 0;
    for endpoint in every_endpoint() {
        for (status, body) in echoes() {
            if let Err(error) = endpoint.read(&echo(status, body.clone())) {
                assert_eq!(error.body(), body.as_bytes(), "it is there for who asks for it");
                assert_error_hidden(error);
                errors += 1;
            }
        }
    }
    assert!(errors > every_endpoint().len() * 7 * 10, "all but some successes are errors: {errors}");
}

#[test]
fn errors_of_a_client_don_t_show_it_either() {
    let answer: Answers = |request| match request.uri().path() {
        "/oauth2/token" => Ok(crate::sold()),
        _ => Ok(echo(500, format!("{{{TOKEN} {CONTENT}"))),
    };
    let client = client(answer).with_retry(kinde_api::Retry::none());
    for endpoint in every_endpoint() {
        match endpoint.call(&client) {
            Ok(_) => panic!("{} is no success", endpoint.operation().operation_id),
            Err(error) => assert_error_hidden(error),
        }
    }
    assert_hidden(&client);
}

/// The one exception: what Kinde says to people, in its code and its message, is for people to read.
#[test]
fn the_message_of_an_error_is_shown_whatever_it_says() {
    let body = format!(r#"{{"errors":[{{"code":"TOKEN_INVALID","message":"{TOKEN}"}}]}}"#);
    let error = GetOrganization::new("org_17").response(&response(401, body)).unwrap_err();
    assert_eq!(error.to_string(), format!("401 Unauthorized: TOKEN_INVALID: {TOKEN}"));
    let long = format!(r#"{{"message":"{}{TOKEN}"}}"#, "x".repeat(200));
    let error = GetOrganization::new("org_17").response(&response(401, long)).unwrap_err();
    assert_eq!(shown(&error.to_string()), None, "only its beginning");
}
