//! What went wrong with a request, with whom, and what to do about it.

use std::borrow::Cow;
use std::fmt;
use std::io;

use ::ureq::{Error, Proxy, Timeout};
use http::Uri;

/// Why [`UreqTransport`](super::UreqTransport) has no whole response. The cause is the `source()`.
///
/// ```
/// use http::Request;
/// use kinde_api::Transport;
/// use kinde_api::ureq::{UreqError, UreqTransport};
///
/// let transport = UreqTransport::new(ureq::Agent::new_with_defaults());
/// let request = Request::get("http://acme.kinde.com/api/v1/organizations").body(Vec::new())?;
/// let error = transport.send(request).unwrap_err();
/// assert!(matches!(error, UreqError::Scheme));
/// assert!(!transport.is_retryable(&error));
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UreqError {
    /// The request is for plain http on another host than loopback, or for no server at all. Nothing was sent.
    #[error("only https is sent, and plain http to loopback hosts")]
    Scheme,
    /// The proxy that is set can't be used. Nothing was sent, neither by it nor past it.
    #[error("{} {reason}", OfProxy(*variable))]
    #[non_exhaustive]
    Proxy {
        /// The environment variable that names the proxy; none where the agent came with it.
        variable: Option<&'static str>,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// No connection could be made, so certainly nothing of the request was sent.
    ///
    /// It is not tried again where the host does not exist, or a proxy refuses the client.
    #[error(transparent)]
    NotConnected(UreqFailure),
    /// The connection broke before the response was whole, or could not be made.
    #[error(transparent)]
    Connection(UreqFailure),
    /// Looking up the host, connecting or the whole call took longer than it may.
    #[error(transparent)]
    Timeout(UreqFailure),
    /// There is no trust in the server's certificate, or TLS failed otherwise.
    #[error(transparent)]
    Tls(UreqFailure),
    /// The head of the response is larger than the agent takes.
    #[error(transparent)]
    HeadTooLarge(UreqFailure),
    /// The body of the response is larger than the limit.
    #[error("the body of the response is larger than {limit} bytes")]
    #[non_exhaustive]
    BodyTooLarge {
        /// How many bytes it may have.
        limit: u64,
    },
    /// What the server sent is no HTTP, or what should have been sent to it isn't.
    #[error(transparent)]
    Protocol(UreqFailure),
}

impl UreqError {
    pub(super) fn new(cause: Error, peer: Peer) -> Self {
        let problem = Problem::of(&cause);
        let failure = UreqFailure { problem, peer, cause };
        match problem {
            Problem::NoSuchHost | Problem::LookUp | Problem::Refused | Problem::ProxyFailed | Problem::ProxyRefused => {
                Self::NotConnected(failure)
            }
            Problem::Broken => Self::Connection(failure),
            Problem::Late => Self::Timeout(failure),
            Problem::UnknownAuthority | Problem::OtherName | Problem::OutOfDate | Problem::Tls => Self::Tls(failure),
            Problem::LargeHead => Self::HeadTooLarge(failure),
            Problem::Protocol => Self::Protocol(failure),
        }
    }

    /// A host that does not exist, and a proxy that refuses the client, are the same a moment later.
    pub(super) fn is_retryable(&self) -> bool {
        match self {
            Self::NotConnected(failure) => !matches!(failure.problem, Problem::NoSuchHost | Problem::ProxyRefused),
            Self::Connection(_) | Self::Timeout(_) => true,
            _ => false,
        }
    }

    pub(super) fn was_not_sent(&self) -> bool {
        match self {
            Self::Scheme | Self::Proxy { .. } | Self::NotConnected(_) => true,
            Self::Timeout(failure) => matches!(failure.cause, Error::Timeout(Timeout::Resolve | Timeout::Connect)),
            // Refusing a certificate looks like any other break of TLS, which can come later.
            Self::Tls(failure) => !matches!(failure.cause, Error::Io(_)),
            _ => false,
        }
    }
}

impl From<Error> for UreqError {
    fn from(cause: Error) -> Self {
        Self::new(cause, Peer::default())
    }
}

/// Whose proxy it is.
struct OfProxy(Option<&'static str>);

impl fmt::Display for OfProxy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(variable) => write!(formatter, "the environment variable {variable}"),
            None => formatter.write_str("the agent"),
        }
    }
}

/// The error of `ureq`, and with which host.
///
/// `Display` says what failed with which host and what to do about it; the `source()` is the error of `ureq`.
pub struct UreqFailure {
    problem: Problem,
    peer: Peer,
    cause: Error,
}

impl UreqFailure {
    /// The host that was called, with its port where the URI has one.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.peer.host.as_deref()
    }

    /// Host and port of the proxy by which it was called, if there was one.
    #[must_use]
    pub fn proxy(&self) -> Option<&str> {
        self.peer.proxy.as_deref()
    }

    /// The error of `ureq`.
    #[must_use]
    pub fn cause(&self) -> &Error {
        &self.cause
    }
}

impl fmt::Debug for UreqFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UreqFailure")
            .field("host", &self.peer.host)
            .field("proxy", &self.peer.proxy)
            .field("cause", &self.cause)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for UreqFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.host().unwrap_or("the server");
        let proxy = self.proxy().map_or(Cow::from("the proxy"), |proxy| format!("the proxy {proxy}").into());
        let nearest = if self.proxy().is_some() { &*proxy } else { host };
        match self.problem {
            Problem::NoSuchHost => write!(formatter, "{nearest} does not exist (is the name right?)"),
            Problem::LookUp => write!(formatter, "{nearest} could not be looked up"),
            Problem::Refused => write!(formatter, "{nearest} accepts no connection"),
            Problem::ProxyFailed => write!(formatter, "{proxy} has no connection to {host}"),
            Problem::ProxyRefused => write!(formatter, "{proxy} refuses to connect to {host}"),
            Problem::Broken => write!(formatter, "the connection to {host} broke, or was not made"),
            Problem::Late => write!(formatter, "{host} took too long"),
            Problem::UnknownAuthority => write!(
                formatter,
                "the certificate of {host} comes from an authority that is not trusted: where it is your company's, {}",
                if cfg!(feature = "ureq-platform-verifier") {
                    "add it to those that the system trusts"
                } else {
                    "switch on the feature `ureq-platform-verifier`, which trusts what the system trusts"
                }
            ),
            Problem::OtherName => {
                write!(formatter, "the certificate of {host} is for another name (is the domain right?)")
            }
            Problem::OutOfDate => {
                write!(formatter, "the certificate of {host} is not valid at this time (is the clock right?)")
            }
            Problem::Tls => write!(formatter, "there is no secure connection to {host}"),
            Problem::LargeHead => write!(formatter, "the head of the response of {host} was refused"),
            Problem::Protocol => write!(formatter, "{host} and the client don't understand each other"),
        }
    }
}

impl std::error::Error for UreqFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// For whom a request was, and by whom.
#[derive(Default)]
pub(super) struct Peer {
    host: Option<Box<str>>,
    proxy: Option<Box<str>>,
}

impl Peer {
    pub(super) fn new(uri: &Uri, proxy: Option<&Proxy>) -> Self {
        let host = uri.host().map(|host| match uri.port_u16() {
            Some(port) => format!("{host}:{port}").into(),
            None => host.into(),
        });
        // Not its URI, which has a password in it.
        let proxy = proxy.map(|proxy| format!("{}:{}", proxy.host(), proxy.port()).into());
        Self { host, proxy }
    }
}

/// What an error of `ureq` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    /// Nobody has the name.
    NoSuchHost,
    /// The resolver fails, maybe for the moment.
    LookUp,
    Refused,
    ProxyFailed,
    /// The proxy says that it is the client's fault.
    ProxyRefused,
    Broken,
    Late,
    UnknownAuthority,
    OtherName,
    OutOfDate,
    Tls,
    LargeHead,
    Protocol,
}

impl Problem {
    fn of(error: &Error) -> Self {
        match error {
            Error::Io(error) => Self::of_io(error),
            Error::Timeout(_) => Self::Late,
            // What a resolver of the caller's own says of any failure.
            Error::HostNotFound => Self::LookUp,
            Error::ConnectionFailed => Self::Refused,
            Error::ConnectProxyFailed(text) => Self::of_proxy(text),
            Error::Tls(_) | Error::TlsRequired => Self::Tls,
            #[cfg(feature = "ureq")]
            Error::Rustls(_) | Error::Pem(_) => Self::Tls,
            Error::LargeResponseHeader(..) => Self::LargeHead,
            _ => Self::Protocol,
        }
    }

    fn of_io(error: &io::Error) -> Self {
        if let Some(problem) = Self::of_resolver(error) {
            return problem;
        }
        match error.kind() {
            // No host or network in reach is not among them: a connection that was made can break with it.
            io::ErrorKind::ConnectionRefused | io::ErrorKind::AddrNotAvailable => Self::Refused,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::Late,
            // The way in which a certificate is refused.
            io::ErrorKind::InvalidData => Self::of_tls(&error.to_string()),
            _ => Self::Broken,
        }
    }

    /// The standard library tells what a resolver says by a text of the system's C library, and on Windows by a code.
    fn of_resolver(error: &io::Error) -> Option<Self> {
        // WSAHOST_NOT_FOUND and WSANO_DATA, WSATRY_AGAIN and WSANO_RECOVERY. Nothing else has numbers that high.
        match error.raw_os_error() {
            Some(11_001 | 11_004) => return Some(Self::NoSuchHost),
            Some(11_002 | 11_003) => return Some(Self::LookUp),
            Some(_) => return None,
            None => {}
        }
        let text = error.to_string();
        let text = text.strip_prefix("failed to lookup address information: ")?;
        let is_final = [
            // glibc, of a name that nobody has and of one that has no address
            "Name or service not known",
            "No address associated with hostname",
            // musl, the same
            "Name does not resolve",
            "Name has no usable address",
            // macOS
            "nodename nor servname provided, or not known",
        ];
        Some(if is_final.contains(&text) { Self::NoSuchHost } else { Self::LookUp })
    }

    /// `ureq` has the status of a proxy that made no connection in a text alone.
    fn of_proxy(text: &str) -> Self {
        let status = text.strip_prefix("proxy server responded ").and_then(|text| text.get(..3)?.parse::<u16>().ok());
        match status {
            Some(status @ 400..500) if !matches!(status, 408 | 425 | 429) => Self::ProxyRefused,
            _ => Self::ProxyFailed,
        }
    }

    /// The texts are those of rustls, which no version of this crate can name: `ureq` may change to another one.
    fn of_tls(text: &str) -> Self {
        let Some(reason) = text.strip_prefix("invalid peer certificate: ") else {
            return Self::Tls;
        };
        if reason == "UnknownIssuer" {
            return Self::UnknownAuthority;
        }
        if reason.starts_with("certificate not valid for name") || reason == "NotValidForName" {
            return Self::OtherName;
        }
        let is_out_of_date = ["certificate expired", "Expired", "certificate not valid yet", "NotValidYet"];
        if is_out_of_date.iter().any(|start| reason.starts_with(start)) {
            return Self::OutOfDate;
        }
        Self::Tls
    }
}
