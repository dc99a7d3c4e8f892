//! Heads and bodies that are too large, and those that just fit.

use http::{Method, Request};
use kinde_api::organizations::{DeleteOrganizationLogo, LogoType};
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Credentials, Error, Transport};
use transport::{Answer, Server};

use crate::{TOKEN, client, get_organization, outcome, over};

const LIMIT: u64 = 15;

fn limited(answer: &str) -> Result<Option<String>, (String, u32, bool)> {
    let server = Server::constant(Answer::raw(answer).then_close());
    let transport = UreqTransport::default().with_max_body(LIMIT);
    let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
    outcome(get_organization(&client))
}

fn too_large() -> Result<Option<String>, (String, u32, bool)> {
    let text = "getOrganization got no answer from 127.0.0.1:PORT: the body of the response is larger than 15 bytes";
    Err((text.to_owned(), 1, false))
}

#[test]
fn a_body_of_exactly_the_limit_is_taken() {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Acme\"}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na\r\n{\"name\":\"A\r\n5\r\ncme\"}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n{\"name\":\"Acme\"}",
    ] {
        assert_eq!(limited(answer), Ok(Some("Acme".to_owned())), "{answer:?}");
    }
}

#[test]
fn a_body_over_the_limit_is_refused() {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{\"name\":\"Acmes\"}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{\"name\":\"Acmes\"}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n{\"name\":\"Acmes\"}",
        "HTTP/1.1 500 Oh\r\ncontent-length: 16\r\n\r\n{\"name\":\"Acmes\"}",
    ] {
        assert_eq!(limited(answer), too_large(), "{answer:?}");
    }
}

#[test]
fn an_announced_body_over_the_limit_is_refused_before_it_is_there() {
    // Nothing of the body is ever sent, and the connection stays open: reading would not end.
    let server = Server::constant(Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n"));
    let transport = UreqTransport::default().with_max_body(LIMIT);
    let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
    assert_eq!(outcome(get_organization(&client)), too_large());
}

#[test]
fn the_limit_is_64_mebibytes_unless_set() {
    let server = Server::constant(Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 67108865\r\n\r\n"));
    let (client, _) = client(&server.origin());
    let error = get_organization(&client).unwrap_err();
    assert!(
        matches!(error, Error::Transport { source: UreqError::BodyTooLarge { limit: 67_108_864, .. }, .. }),
        "{error:?}"
    );
}

#[test]
fn an_endless_body_is_refused_at_the_limit() {
    let endless = Answer::raw([b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &vec![b' '; 1 << 20]].concat());
    let server = Server::constant(endless);
    let transport = UreqTransport::default().with_max_body((1 << 20) - 1);
    let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
    assert_eq!(
        outcome(get_organization(&client)),
        Err((
            "getOrganization got no answer from 127.0.0.1:PORT: the body of the response is larger than 1048575 bytes"
                .to_owned(),
            1,
            false
        ))
    );
}

#[test]
fn a_body_that_announces_more_than_any_memory_costs_nothing() {
    let server =
        Server::constant(Answer::raw(format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", u64::MAX)).then_close());
    let transport = UreqTransport::default().with_max_body(u64::MAX);
    let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
    assert_eq!(
        outcome(get_organization(&client)),
        Err((
            "getOrganization got no answer from 127.0.0.1:PORT after 5 attempts: the connection could not be made, \
             or it broke: io: Peer disconnected"
                .to_owned(),
            5,
            true
        ))
    );
}

#[test]
fn a_length_without_a_body_is_none() {
    for (method, answer) in [
        (Method::GET, "HTTP/1.1 304 Not Modified\r\ncontent-length: 16\r\n\r\n"),
        (Method::HEAD, "HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n"),
    ] {
        let server = Server::constant(Answer::raw(answer));
        let request = Request::builder().method(method).uri(server.origin()).body(Vec::new()).unwrap();
        let response = UreqTransport::default().with_max_body(LIMIT).send(request).unwrap();
        assert_eq!(response.headers()["content-length"], "16");
        assert_eq!(response.body(), b"");
    }
}

#[test]
fn a_204_is_whole_without_a_body() {
    let server = Server::constant(Answer::raw("HTTP/1.1 204 No Content\r\n\r\n"));
    let (client, _) = client(&server.origin());
    for _ in 0..2 {
        let response = client.send_full(&DeleteOrganizationLogo::new("org_1", LogoType::Light)).unwrap();
        assert_eq!((response.status().as_u16(), &response.body().code), (204, &None));
    }
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_head_of_a_megabyte_is_refused() {
    let head = format!("HTTP/1.1 200 OK\r\nx: {}\r\ncontent-length: 2\r\n\r\n{{}}", "x".repeat(1 << 20));
    let server = Server::constant(Answer::raw(head));
    let (client, _) = client(&server.origin());
    let error = get_organization(&client).unwrap_err();
    assert!(matches!(error, Error::Transport { source: UreqError::HeadTooLarge(_), .. }), "{error:?}");
    assert_eq!((error.attempts(), error.is_retryable()), (1, false));
}

#[test]
fn a_head_of_a_megabyte_in_short_lines_is_refused() {
    let head = format!("HTTP/1.1 200 OK\r\n{}content-length: 2\r\n\r\n{{}}", "x: 1234567890\r\n".repeat(70_000));
    let server = Server::constant(Answer::raw(head));
    let (client, _) = client(&server.origin());
    assert_eq!(
        outcome(get_organization(&client)),
        Err((
            "getOrganization got no answer from 127.0.0.1:PORT: the server and the client don't understand each other: \
             protocol: http parse resulted in too many headers"
                .to_owned(),
            1,
            false
        ))
    );
}
