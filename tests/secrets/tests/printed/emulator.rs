//! The emulator, which is given secrets and keeps requests.

use http::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};
use http::{Request, StatusCode};
use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
use kinde_api::organizations::{AddOrganizationLogo, CreateOrganizationInvite, GetOrganization};
use kinde_api::{Client, Credentials, Endpoint};
use secrets::{CONTENT, ORIGIN, SECRET, TOKEN, assert_error_hidden, assert_hidden, assert_text, every_endpoint};

use crate::{api, token_request};

/// One that takes the marked token.
fn emulator() -> Emulator {
    let emulator = Emulator::new();
    emulator.declare_token(TOKEN, inventory::operations().map(|operation| operation.scope));
    emulator
}

#[test]
fn hides_what_it_was_sent_and_what_it_holds() {
    let emulator = emulator();
    emulator.respond(token_request().request()).unwrap();
    for endpoint in every_endpoint() {
        emulator.respond(endpoint.build(&api()).unwrap()).unwrap();
    }
    let logo = AddOrganizationLogo::new(emulator.default_organization(), "light", "a.png", "image/png", CONTENT);
    let answer = emulator.respond(logo.request(&api()).unwrap()).unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    emulator.add_role("admin");
    let email = format!("{CONTENT}@example.com");
    let invite = CreateOrganizationInvite::new(emulator.default_organization(), email, ["admin"]);
    let answer = emulator.respond(invite.request(&api()).unwrap()).unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
    assert_hidden(&emulator);
    assert_eq!(emulator.requests().len(), every_endpoint().len() + 3);
    for request in emulator.requests() {
        assert_hidden(&request);
    }
}

#[test]
fn hides_secrets_in_headers_that_are_sent_more_than_once() {
    let emulator = emulator();
    let request = Request::get(format!("{ORIGIN}/api/v1/organizations"))
        .header(AUTHORIZATION, "Bearer other")
        .header(AUTHORIZATION, format!("Bearer {TOKEN}"))
        .header(PROXY_AUTHORIZATION, "Basic other")
        .header(PROXY_AUTHORIZATION, format!("Basic {SECRET}"))
        .header(COOKIE, "session=other")
        .header(COOKIE, format!("session={SECRET}"))
        .body(Vec::new())
        .unwrap();
    emulator.respond(request).unwrap();
    assert_hidden(&emulator.requests());
}

#[test]
fn repeats_no_secret_in_an_answer() {
    let emulator = Emulator::new();
    let mut requests = vec![token_request().request()];
    requests.extend(every_endpoint().iter().map(|endpoint| endpoint.build(&api()).unwrap()));
    for request in requests {
        let answer = emulator.respond(request).unwrap();
        // Verifying a key takes no token.
        assert!(matches!(answer.status(), StatusCode::UNAUTHORIZED | StatusCode::OK));
        assert_text(&format!("{:?} {}", answer.headers(), String::from_utf8_lossy(answer.body())));
    }
}

#[test]
fn a_client_over_it_hides_them_whatever_goes_wrong() {
    for fault in [
        Fault::RateLimited { reset: std::time::Duration::from_secs(1) },
        Fault::ServerError(StatusCode::BAD_GATEWAY),
        Fault::TruncatedBody,
        Fault::Closed,
        Fault::AnswerLost,
    ] {
        let emulator = emulator();
        emulator.misbehave(Misbehaviour::new(fault));
        for credentials in [Credentials::token(TOKEN), crate::credentials()] {
            let client = Client::new(emulator.clone(), ORIGIN, credentials).unwrap().with_clock(emulator.clone());
            assert_hidden(&client);
            assert_error_hidden(client.send(&GetOrganization::new("org_17")).unwrap_err());
        }
        assert_hidden(&emulator.requests());
    }
}
