//! What went wrong with a request, and what to do about it.

use std::fmt;
use std::io;

use ::ureq::{Error, Proxy, Timeout};

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
    #[error("requests go over https only, or over plain http to loopback hosts")]
    Scheme,
    /// The proxy that is set can't be used. Nothing was sent, neither through it nor past it.
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
    /// Looking up the host, connecting or the whole call took longer than allowed.
    #[error(transparent)]
    Timeout(UreqFailure),
    /// The server's certificate is not trusted, or TLS failed in another way.
    #[error(transparent)]
    Tls(UreqFailure),
    /// The head of the response is larger than the agent allows.
    #[error(transparent)]
    HeadTooLarge(UreqFailure),
    /// The body of the response is larger than the limit.
    #[error("the body of the response is larger than {limit} bytes")]
    #[non_exhaustive]
    BodyTooLarge {
        /// How many bytes it may have.
        limit: u64,
    },
    /// What the server sent is not valid HTTP, or what was to be sent isn't.
    #[error(transparent)]
    Protocol(UreqFailure),
}

impl UreqError {
    pub(super) fn new(cause: Error, proxy: Option<&Proxy>) -> Self {
        let problem = Problem::of(&cause);
        // Not its URI, which can have a password in it.
        let proxy = proxy.map(|proxy| format!("{}:{}", proxy.host(), proxy.port()));
        let failure = UreqFailure(Box::new(Failure { problem, proxy, cause }));
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
            Self::NotConnected(failure) => !matches!(failure.0.problem, Problem::NoSuchHost | Problem::ProxyRefused),
            Self::Connection(_) | Self::Timeout(_) => true,
            _ => false,
        }
    }

    pub(super) fn was_not_sent(&self) -> bool {
        match self {
            Self::Scheme | Self::Proxy { .. } | Self::NotConnected(_) => true,
            Self::Timeout(failure) => matches!(failure.0.cause, Error::Timeout(Timeout::Resolve | Timeout::Connect)),
            // Refusing a certificate looks like any other break of TLS, which can come later.
            Self::Tls(failure) => !matches!(failure.0.cause, Error::Io(_)),
            _ => false,
        }
    }
}

impl From<Error> for UreqError {
    fn from(cause: Error) -> Self {
        Self::new(cause, None)
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

/// The error of `ureq`, with the proxy that was used, if any.
///
/// `Display` says what failed and what to do about it; the `source()` is the error of `ureq`. The host is for whoever sent
/// the request to name, as [`Error`](crate::Error) does.
///
/// ```
/// use kinde_api::ureq::UreqFailure;
///
/// fn tell(failure: &UreqFailure) -> String {
///     format!("{failure}: {} by way of {}", failure.cause(), failure.proxy().unwrap_or("no proxy"))
/// }
/// ```
pub struct UreqFailure(Box<Failure>);

/// Apart, since every result has room for an error.
struct Failure {
    problem: Problem,
    proxy: Option<String>,
    cause: Error,
}

impl UreqFailure {
    /// Host and port of the proxy through which the host was to be reached, if there is one.
    #[must_use]
    pub fn proxy(&self) -> Option<&str> {
        self.0.proxy.as_deref()
    }

    /// The error of `ureq`.
    #[must_use]
    pub fn cause(&self) -> &Error {
        &self.0.cause
    }
}

impl fmt::Debug for UreqFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UreqFailure")
            .field("proxy", &self.0.proxy)
            .field("cause", &self.0.cause)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for UreqFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let proxy = self.proxy().map(|proxy| format!("the proxy {proxy}"));
        let nearest = proxy.as_deref().unwrap_or("the host");
        let proxy = proxy.as_deref().unwrap_or("the proxy");
        match self.0.problem {
            Problem::NoSuchHost => write!(formatter, "{nearest} does not exist (is the name right?)"),
            Problem::LookUp => write!(formatter, "{nearest} could not be looked up"),
            Problem::Refused => write!(formatter, "{nearest} accepts no connection"),
            Problem::ProxyFailed => write!(formatter, "{proxy} has no connection to the host"),
            Problem::ProxyRefused => write!(formatter, "{proxy} refuses to connect to the host"),
            Problem::Broken => formatter.write_str("the connection could not be made, or it broke"),
            Problem::Late => formatter.write_str("the call took too long"),
            Problem::UnknownAuthority => formatter.write_str(UNKNOWN_AUTHORITY),
            Problem::OtherName => formatter.write_str("the certificate is for another name (is the domain right?)"),
            Problem::OutOfDate => {
                formatter.write_str("the certificate is not valid at this time (is the clock right?)")
            }
            Problem::Tls => formatter.write_str("no secure connection could be made"),
            Problem::LargeHead => formatter.write_str("the head of the response is too large"),
            Problem::Protocol => formatter.write_str("the server and the client don't understand each other"),
        }
    }
}

const UNKNOWN_AUTHORITY: &str = if cfg!(feature = "ureq-platform-verifier") {
    "the certificate comes from an authority that is not trusted: where it is your company's, add it to those that the \
     system trusts"
} else {
    "the certificate comes from an authority that is not trusted: where it is your company's, switch on the feature \
     `ureq-platform-verifier`, which trusts what the system trusts"
};

impl std::error::Error for UreqFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0.cause)
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
