//! Errors of the transport over `ureq`, with servers that send back what they were sent.

use std::time::Duration;

use kinde_api::organizations::GetOrganization;
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Api, Client, Credentials, Endpoint, Error, Retry, Transport};
use secrets::{CONTENT, EchoServer, SECRET, TOKEN, assert_error_hidden, assert_hidden};

/// The error of the transport, which must hide what it is about, as must what a client makes of it.
fn error(transport: &UreqTransport, origin: &str) -> UreqError {
    for credentials in [Credentials::token(TOKEN), Credentials::client("an-id", SECRET)] {
        let client = Client::new(transport.clone(), origin, credentials).unwrap().with_retry(Retry::none());
        assert_error_hidden(client.send(&GetOrganization::new("org_17")).unwrap_err());
        assert_hidden(&client);
    }
    let request = GetOrganization::new("org_17").request(&Api::new(origin, TOKEN).unwrap()).unwrap();
    transport.send(request).unwrap_err()
}

/// Bytes that are no whole answer, each with marks where a parser stumbles.
fn broken_answers() -> Vec<String> {
    let head = "HTTP/1.1 200 OK\r\n";
    vec![
        String::new(),
        TOKEN.to_owned(),
        format!("{TOKEN}\r\n\r\n"),
        format!("HTTP/1.1 {TOKEN}\r\n\r\n"),
        format!("HTTP/{SECRET} 200 OK\r\n\r\n"),
        format!("{head}{TOKEN}\r\n\r\n"),
        format!("{head}authorization Bearer {TOKEN}\r\n\r\n"),
        format!("{head}x\0{TOKEN}: y\r\n\r\n"),
        format!("{head}x: {TOKEN}\0\r\n\r\n"),
        format!("{head}content-length: {TOKEN}\r\n\r\n{CONTENT}"),
        format!("{head}content-length: 100\r\nx: {TOKEN}\r\n\r\n{CONTENT}"),
        format!("{head}transfer-encoding: chunked\r\n\r\n{TOKEN}\r\n{SECRET}\r\n"),
        format!("{head}transfer-encoding: chunked\r\n\r\n10\r\n{CONTENT}{TOKEN}"),
        format!("{head}x: {}\r\n\r\n", TOKEN.repeat(10_000)),
        format!("{head}{}\r\n", format!("x: {TOKEN}\r\n").repeat(300)),
        format!("HTTP/1.1 101 {TOKEN}\r\nupgrade: {SECRET}\r\n\r\n{CONTENT}"),
    ]
}

#[test]
fn answers_that_are_none_are_not_repeated() {
    let transport = UreqTransport::default();
    let mut failed = 0;
    for answer in broken_answers() {
        let server = EchoServer::new(answer);
        let request = GetOrganization::new("org_17").request(&Api::new(server.origin(), TOKEN).unwrap()).unwrap();
        // Some are taken for an answer, which then is no success.
        if transport.send(request).is_err() {
            assert_error_hidden(error(&transport, server.origin()));
            failed += 1;
        }
    }
    assert!(failed > 10, "{failed}");
}

#[test]
fn errors_without_an_answer_show_nothing_of_the_request() {
    let large = EchoServer::new(format!("HTTP/1.1 200 {TOKEN}\r\ncontent-length: 16\r\n\r\n{CONTENT}"));
    let limited = UreqTransport::default().with_max_body(8);
    let too_large = error(&limited, large.origin());
    assert!(matches!(too_large, UreqError::BodyTooLarge { .. }), "{too_large:?}");
    assert_error_hidden(too_large);

    let tls = large.origin().replace("http:", "https:");
    let no_tls = error(&UreqTransport::default(), &tls);
    assert!(matches!(no_tls, UreqError::Tls(_)), "{no_tls:?}");
    assert_error_hidden(no_tls);

    let hasty = UreqTransport::default().with_timeouts(Duration::from_secs(5), Duration::ZERO);
    let late = error(&hasty, large.origin());
    assert!(matches!(late, UreqError::Timeout(_)), "{late:?}");
    assert_error_hidden(late);

    // A port that was free a moment ago.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let refused = error(&UreqTransport::default(), &format!("http://{gone}"));
    assert!(matches!(refused, UreqError::NotConnected(_)), "{refused:?}");
    assert_error_hidden(refused);
}

#[test]
fn a_request_for_another_scheme_is_refused_without_it() {
    let mut request = GetOrganization::new("org_17").request(&crate::api()).unwrap();
    *request.uri_mut() = format!("http://acme.kinde.com/{SECRET}").parse().unwrap();
    let error = UreqTransport::default().send(request.clone()).unwrap_err();
    assert!(matches!(error, UreqError::Scheme), "{error:?}");
    let client = crate::client(UreqTransport::default());
    *request.headers_mut() = http::HeaderMap::new();
    let error = client.send_request(&GetOrganization::new("org_17"), request).unwrap_err();
    assert!(matches!(error, Error::Transport { .. }));
    assert_error_hidden(error);
}
