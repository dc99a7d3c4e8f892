//! The transport's errors: of which kind, whether to try again, and what they say.

use std::error::Error;
use std::io::{self, ErrorKind};

use http::Request;
use kinde_api::Transport;
use kinde_api::ureq::{UreqError, UreqTransport};
use transport::{Answer, Server, chain};
use ureq::Timeout;

fn kind(error: &UreqError) -> &'static str {
    match error {
        UreqError::Scheme => "scheme",
        UreqError::Connection(_) => "connection",
        UreqError::Timeout(_) => "timeout",
        UreqError::Tls(_) => "tls",
        UreqError::HeadTooLarge(_) => "head too large",
        UreqError::BodyTooLarge { .. } => "body too large",
        UreqError::Protocol(_) => "protocol",
        other => panic!("a new kind: {other:?}"),
    }
}

fn io(kind: ErrorKind) -> ureq::Error {
    io::Error::new(kind, "the system's words").into()
}

#[test]
fn each_error_of_ureq_s_has_its_kind_and_its_text() {
    for (cause, expected, is_retryable, text) in [
        (
            io(ErrorKind::ConnectionRefused),
            "connection",
            true,
            "the connection was not made, or broke: io: the system's words",
        ),
        (
            io(ErrorKind::ConnectionReset),
            "connection",
            true,
            "the connection was not made, or broke: io: the system's words",
        ),
        (
            io(ErrorKind::BrokenPipe),
            "connection",
            true,
            "the connection was not made, or broke: io: the system's words",
        ),
        (
            io(ErrorKind::UnexpectedEof),
            "connection",
            true,
            "the connection was not made, or broke: io: the system's words",
        ),
        (ureq::Error::HostNotFound, "connection", true, "the connection was not made, or broke: host not found"),
        (ureq::Error::ConnectionFailed, "connection", true, "the connection was not made, or broke: connection failed"),
        (
            ureq::Error::ConnectProxyFailed("502".to_owned()),
            "connection",
            true,
            "the connection was not made, or broke: CONNECT proxy failed: 502",
        ),
        (ureq::Error::Timeout(Timeout::Connect), "timeout", true, "the call took too long: timeout: connect"),
        (ureq::Error::Timeout(Timeout::Global), "timeout", true, "the call took too long: timeout: global"),
        (io(ErrorKind::TimedOut), "timeout", true, "the call took too long: io: the system's words"),
        (io(ErrorKind::WouldBlock), "timeout", true, "the call took too long: io: the system's words"),
        (io(ErrorKind::InvalidData), "tls", false, "there is no secure connection: io: the system's words"),
        (ureq::Error::Tls("no name"), "tls", false, "there is no secure connection: no name"),
        (
            ureq::Error::TlsRequired,
            "tls",
            false,
            "there is no secure connection: TLS required, but transport is unsecured",
        ),
        (
            ureq::Error::Rustls(rustls::Error::DecryptError),
            "tls",
            false,
            "there is no secure connection: rustls: cannot decrypt peer's message",
        ),
        (
            ureq::Error::LargeResponseHeader(2, 1),
            "head too large",
            false,
            "the head of the response was refused: response header is too big: 2 > 1",
        ),
        (
            ureq::Error::BadUri("a".to_owned()),
            "protocol",
            false,
            "the server and the client don't understand each other: bad uri: a",
        ),
        (
            ureq::Error::InvalidProxyUrl,
            "protocol",
            false,
            "the server and the client don't understand each other: invalid proxy url",
        ),
    ] {
        let cause_text = cause.to_string();
        let error = UreqError::from(cause);
        assert_eq!(chain(&error), text);
        assert_eq!(kind(&error), expected, "{text}");
        assert_eq!(UreqTransport::default().is_retryable(&error), is_retryable, "{text}");
        let source = error.source().and_then(|source| source.downcast_ref::<ureq::Error>());
        assert_eq!(source.map(ToString::to_string), Some(cause_text));
        assert!(source.is_some_and(|source| source.source().is_none()), "{text}");
    }
}

#[test]
fn an_error_of_the_transport_s_own_has_no_cause() {
    let server = Server::constant(Answer::json("{}"));
    let transport = UreqTransport::default().with_max_body(1);
    for (uri, expected, text) in [
        ("http://example.com", "scheme", "only https is sent, and plain http to loopback hosts"),
        (&*server.origin(), "body too large", "the body of the response is larger than 1 bytes"),
    ] {
        let error = transport.send(Request::get(uri).body(Vec::new()).unwrap()).unwrap_err();
        assert_eq!((kind(&error), chain(&error).as_str()), (expected, text));
        assert!(error.source().is_none() && !transport.is_retryable(&error), "{error:?}");
    }
}
