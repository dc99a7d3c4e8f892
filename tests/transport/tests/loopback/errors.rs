//! The transport's errors: of which kind, whether to try again, and what they say.

use std::error::Error;
use std::io::{self, ErrorKind};

use http::Request;
use kinde_api::Transport;
use kinde_api::ureq::{UreqError, UreqTransport};
use transport::{Answer, Server, chain, refusing_address};
use ureq::Timeout;

fn kind(error: &UreqError) -> &'static str {
    match error {
        UreqError::Scheme => "scheme",
        UreqError::Proxy { .. } => "proxy",
        UreqError::NotConnected(_) => "not connected",
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

fn lookup(reason: &str) -> ureq::Error {
    io::Error::other(format!("failed to lookup address information: {reason}")).into()
}

fn windows(code: i32) -> ureq::Error {
    io::Error::from_raw_os_error(code).into()
}

fn proxy(reason: &str) -> ureq::Error {
    ureq::Error::ConnectProxyFailed(reason.to_owned())
}

/// Whether to send the request again.
const AGAIN: bool = true;
/// Whether it is certain that nothing of the request was sent.
const NOT_SENT: bool = true;

#[test]
fn each_error_of_ureq_s_has_its_kind_and_its_text() {
    for (cause, expected, is_retryable, was_not_sent, text) in [
        (io(ErrorKind::ConnectionRefused), "not connected", AGAIN, NOT_SENT, "the host accepts no connection"),
        (io(ErrorKind::AddrNotAvailable), "not connected", AGAIN, NOT_SENT, "the host accepts no connection"),
        (ureq::Error::ConnectionFailed, "not connected", AGAIN, NOT_SENT, "the host accepts no connection"),
        (ureq::Error::HostNotFound, "not connected", AGAIN, NOT_SENT, "the host could not be looked up"),
        (proxy("proxy server did not respond"), "not connected", AGAIN, NOT_SENT, PROXY_FAILED),
        (proxy("proxy server responded 502/502"), "not connected", AGAIN, NOT_SENT, PROXY_FAILED),
        (proxy("proxy server responded 429/429"), "not connected", AGAIN, NOT_SENT, PROXY_FAILED),
        (proxy("proxy server responded 403/403"), "not connected", !AGAIN, NOT_SENT, PROXY_REFUSED),
        (proxy("proxy server responded 407/407"), "not connected", !AGAIN, NOT_SENT, PROXY_REFUSED),
        (io(ErrorKind::ConnectionReset), "connection", AGAIN, !NOT_SENT, BROKEN),
        (io(ErrorKind::BrokenPipe), "connection", AGAIN, !NOT_SENT, BROKEN),
        (io(ErrorKind::UnexpectedEof), "connection", AGAIN, !NOT_SENT, BROKEN),
        // Of a connection that was made, too.
        (io(ErrorKind::HostUnreachable), "connection", AGAIN, !NOT_SENT, BROKEN),
        (io(ErrorKind::NetworkUnreachable), "connection", AGAIN, !NOT_SENT, BROKEN),
        (ureq::Error::Timeout(Timeout::Resolve), "timeout", AGAIN, NOT_SENT, LATE),
        (ureq::Error::Timeout(Timeout::Connect), "timeout", AGAIN, NOT_SENT, LATE),
        (ureq::Error::Timeout(Timeout::Global), "timeout", AGAIN, !NOT_SENT, LATE),
        (ureq::Error::Timeout(Timeout::RecvResponse), "timeout", AGAIN, !NOT_SENT, LATE),
        (io(ErrorKind::TimedOut), "timeout", AGAIN, !NOT_SENT, LATE),
        (io(ErrorKind::WouldBlock), "timeout", AGAIN, !NOT_SENT, LATE),
        (io(ErrorKind::InvalidData), "tls", !AGAIN, !NOT_SENT, NOT_SECURE),
        (ureq::Error::Tls("no name"), "tls", !AGAIN, NOT_SENT, NOT_SECURE),
        (ureq::Error::TlsRequired, "tls", !AGAIN, NOT_SENT, NOT_SECURE),
        (ureq::Error::Rustls(rustls::Error::DecryptError), "tls", !AGAIN, NOT_SENT, NOT_SECURE),
        (
            ureq::Error::LargeResponseHeader(2, 1),
            "head too large",
            !AGAIN,
            !NOT_SENT,
            "the head of the response is too large",
        ),
        (ureq::Error::BadUri("a".to_owned()), "protocol", !AGAIN, !NOT_SENT, MISUNDERSTOOD),
        (ureq::Error::InvalidProxyUrl, "protocol", !AGAIN, !NOT_SENT, MISUNDERSTOOD),
    ] {
        let cause_text = cause.to_string();
        let error = UreqError::from(cause);
        assert_eq!(error.to_string(), text, "{cause_text}");
        assert_eq!(kind(&error), expected, "{cause_text}");
        let transport = UreqTransport::default();
        assert_eq!(transport.is_retryable(&error), is_retryable, "{cause_text}");
        assert_eq!(transport.was_not_sent(&error), was_not_sent, "{cause_text}");
        let source = error.source().and_then(|source| source.downcast_ref::<ureq::Error>());
        assert_eq!(source.map(ToString::to_string), Some(cause_text));
        assert!(source.is_some_and(|source| source.source().is_none()), "{text}");
    }
}

const PROXY_FAILED: &str = "the proxy has no connection to the host";
const PROXY_REFUSED: &str = "the proxy refuses to connect to the host";
const BROKEN: &str = "the connection could not be made, or it broke";
const LATE: &str = "the call took too long";
const NOT_SECURE: &str = "no secure connection could be made";
const MISUNDERSTOOD: &str = "the server and the client don't understand each other";

#[test]
fn a_name_that_does_not_exist_is_told_from_a_resolver_that_fails_for_the_moment() {
    let does_not_exist = "the host does not exist (is the name right?)";
    let not_now = "the host could not be looked up";
    for (cause, is_retryable, text) in [
        // glibc
        (lookup("Name or service not known"), !AGAIN, does_not_exist),
        (lookup("No address associated with hostname"), !AGAIN, does_not_exist),
        (lookup("Temporary failure in name resolution"), AGAIN, not_now),
        (lookup("Non-recoverable failure in name resolution"), AGAIN, not_now),
        // musl
        (lookup("Name does not resolve"), !AGAIN, does_not_exist),
        (lookup("Name has no usable address"), !AGAIN, does_not_exist),
        (lookup("Try again"), AGAIN, not_now),
        // macOS
        (lookup("nodename nor servname provided, or not known"), !AGAIN, does_not_exist),
        // Windows: WSAHOST_NOT_FOUND, WSATRY_AGAIN, WSANO_RECOVERY, WSANO_DATA
        (windows(11_001), !AGAIN, does_not_exist),
        (windows(11_002), AGAIN, not_now),
        (windows(11_003), AGAIN, not_now),
        (windows(11_004), !AGAIN, does_not_exist),
        // Nobody knows what that means.
        (lookup("Nom ou service inconnu"), AGAIN, not_now),
    ] {
        let cause_text = cause.to_string();
        let error = UreqError::from(cause);
        assert_eq!((error.to_string().as_str(), kind(&error)), (text, "not connected"), "{cause_text}");
        let transport = UreqTransport::default();
        assert_eq!((transport.is_retryable(&error), transport.was_not_sent(&error)), (is_retryable, NOT_SENT));
    }
}

#[test]
fn a_failure_tells_by_which_proxy() {
    let (address, _socket) = refusing_address();
    let error = send(&UreqTransport::default(), &format!("http://{address}/"));
    let UreqError::NotConnected(failure) = &error else { panic!("{error:?}") };
    assert_eq!(failure.proxy(), None);
    assert!(matches!(failure.cause(), ureq::Error::Io(cause) if cause.kind() == ErrorKind::ConnectionRefused));
    assert_eq!(error.to_string(), "the host accepts no connection");

    let proxy = ureq::Proxy::new(&format!("http://somebody:s3cret@{address}")).unwrap();
    let agent = ureq::Agent::config_builder().proxy(Some(proxy)).build().new_agent();
    let transport = UreqTransport::new(agent);
    let error = send(&transport, "https://somebody:s3cret@acme.example.com/s3cret?s3cret");
    let UreqError::NotConnected(failure) = &error else { panic!("{error:?}") };
    assert_eq!(failure.proxy(), Some(&*address.to_string()));
    assert_eq!(error.to_string(), format!("the proxy {address} accepts no connection"));
    assert!(!format!("{error:?} {error:#?}").contains("s3cret"), "{error:?}");

    let error = send(&transport, &format!("http://{address}/"));
    assert_eq!(error.to_string(), "the host accepts no connection", "no proxy is asked for a loopback host");
}

#[test]
fn what_is_printed_of_a_failure_is_its_proxy_and_its_cause() {
    let error = UreqError::from(ureq::Error::ConnectionFailed);
    assert_eq!(format!("{error:?}"), "NotConnected(UreqFailure { proxy: None, cause: ConnectionFailed, .. })");
}

fn send(transport: &UreqTransport, uri: &str) -> UreqError {
    transport.send(Request::get(uri).body(Vec::new()).unwrap()).unwrap_err()
}

#[test]
fn an_error_of_the_transport_s_own_has_no_cause() {
    let server = Server::constant(Answer::json("{}"));
    let transport = UreqTransport::default().with_max_body(1);
    for (uri, expected, text) in [
        ("http://example.com", "scheme", "requests go over https only, or over plain http to loopback hosts"),
        (&*server.origin(), "body too large", "the body of the response is larger than 1 bytes"),
    ] {
        let error = transport.send(Request::get(uri).body(Vec::new()).unwrap()).unwrap_err();
        assert_eq!((kind(&error), chain(&error).as_str()), (expected, text));
        assert!(error.source().is_none() && !transport.is_retryable(&error), "{error:?}");
    }
}
