//! The ready-made blocking transport, over [`ureq`](https://docs.rs/ureq/3).

use std::fmt;
use std::io::{self, Read};
use std::time::Duration;

use ::ureq::{Agent, AsSendBody, Body};
use http::header::USER_AGENT;
use http::uri::Scheme;
use http::{HeaderValue, Method, Request, Response};

use crate::token::credentials;
use crate::wire::origin::is_loopback;
#[cfg(feature = "ureq")]
use crate::{Client, Credentials};
use crate::{RequestError, Transport};

const USER_AGENT_OF_CRATE: &str = concat!("kinde-api/", env!("CARGO_PKG_VERSION"));
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const CALL_TIMEOUT: Duration = Duration::from_secs(60);
const MAX_BODY: u64 = 64 * 1024 * 1024;
/// What is set aside for a body at once: a server can announce more than it sends.
const MAX_RESERVED: u64 = 1_048_576;

/// A client over `ureq` with rustls that is ready for use.
///
/// ```no_run
/// use kinde_api::Credentials;
/// use kinde_api::organizations::GetOrganizationUsers;
///
/// let client = kinde_api::ureq::client("https://acme.kinde.com", Credentials::client("an-id", "a-secret"))?;
/// for member in client.items(GetOrganizationUsers::new("org_1ccfb819462").page_size(500)) {
///     println!("{:?}", member?.full_name);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`Client::new`].
#[cfg(feature = "ureq")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq")))]
pub fn client(origin: &str, credentials: Credentials) -> Result<Client<UreqTransport>, RequestError> {
    Client::new(UreqTransport::default(), origin, credentials)
}

/// Like [`client`], with the origin of `KINDE_DOMAIN` and [`Credentials::from_env`].
///
/// `KINDE_DOMAIN` is an origin or a bare host, such as `acme.kinde.com`, which means https.
///
/// ```no_run
/// use kinde_api::organizations::GetOrganizations;
///
/// let client = kinde_api::ureq::client_from_env()?;
/// for organization in client.items(GetOrganizations::new()) {
///     println!("{:?}", organization?.name);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`RequestError::Environment`], which names the variable that is missing, and as [`Client::new`].
#[cfg(feature = "ureq")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq")))]
pub fn client_from_env() -> Result<Client<UreqTransport>, RequestError> {
    let origin = credentials::origin_from_variables(&|name| std::env::var_os(name))?;
    client(&origin, Credentials::from_env()?)
}

/// Sends requests by an [`ureq::Agent`], whatever that was made for.
///
/// - A status is never an error, and no redirect is followed, so that a token never leaves its host.
/// - Plain http is for loopback hosts only, and they are never reached by a proxy.
/// - Connecting takes at most 10 seconds and a whole call 60, unless the agent or
///   [`with_timeouts`](Self::with_timeouts) says otherwise.
/// - A response of more than 64 MiB is an error, unless [`with_max_body`](Self::with_max_body) says otherwise, and so is
///   a head that is larger than the agent takes.
/// - What `ureq` logs hides the token down to the level `debug`; at `trace` it has all bytes of requests and answers.
/// - No compression is asked for.
///
/// What no setting of a single call reaches stays the agent's own: its TLS, pool, resolver, middleware and cookies. A
/// middleware sees the token. `ureq` looks the host up for each call, over a connection that was kept too, and on a
/// thread of its own so that the time limits hold.
///
/// ```
/// use std::time::Duration;
/// use kinde_api::{Client, Credentials, ureq::UreqTransport};
///
/// let transport = UreqTransport::new(ureq::Agent::new_with_defaults())
///     .with_timeouts(Duration::from_secs(3), Duration::from_secs(20))
///     .with_max_body(1024 * 1024)
///     .with_user_agent("acme-sync/2")?;
/// let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[derive(Clone)]
pub struct UreqTransport {
    agent: Agent,
    timeouts: Option<(Duration, Duration)>,
    max_body: u64,
    user_agent: HeaderValue,
}

impl UreqTransport {
    /// Over an agent of the caller's own, with its TLS, proxy and pool.
    ///
    /// ```
    /// use kinde_api::{Client, Credentials, ureq::UreqTransport};
    ///
    /// let agent = ureq::Agent::config_builder().max_idle_connections(8).build().new_agent();
    /// let client = Client::new(UreqTransport::new(agent), "https://acme.kinde.com", Credentials::token("a-token"))?;
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn new(agent: Agent) -> Self {
        let user_agent = HeaderValue::from_static(USER_AGENT_OF_CRATE);
        Self { agent, timeouts: None, max_body: MAX_BODY, user_agent }
    }

    /// Sets how long connecting and how long a whole call may take, whatever the agent says.
    #[must_use]
    pub fn with_timeouts(self, connect: Duration, call: Duration) -> Self {
        Self { timeouts: Some((connect, call)), ..self }
    }

    /// Sets how many bytes the body of a response may have.
    #[must_use]
    pub fn with_max_body(self, max_body: u64) -> Self {
        Self { max_body, ..self }
    }

    /// Adds to the `User-Agent`: `acme-sync/2` makes it `kinde-api/<version> acme-sync/2`.
    ///
    /// # Errors
    ///
    /// [`RequestError::UserAgent`] where it holds anything but visible ASCII characters and spaces.
    pub fn with_user_agent(self, user_agent: &str) -> Result<Self, RequestError> {
        let refused =
            RequestError::UserAgent { reason: "holds something else than visible ASCII characters and spaces" };
        if !user_agent.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
            return Err(refused);
        }
        let user_agent = format!("{USER_AGENT_OF_CRATE} {}", user_agent.trim());
        let user_agent = HeaderValue::try_from(user_agent.trim_end()).map_err(|_| refused)?;
        Ok(Self { user_agent, ..self })
    }

    fn run(&self, request: Request<impl AsSendBody>, is_loopback: bool) -> Result<Response<Body>, ::ureq::Error> {
        let timeouts = self.agent.config().timeouts();
        let (connect, call) = self.timeouts.unzip();
        let mut config = self
            .agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            // The scheme is checked already, and loopback may be plain http whatever the agent says.
            .https_only(false)
            .accept_encoding("")
            .timeout_connect(connect.or(timeouts.connect).or(Some(CONNECT_TIMEOUT)))
            .timeout_global(call.or(timeouts.global).or(Some(CALL_TIMEOUT)));
        if is_loopback {
            config = config.proxy(None);
        }
        self.agent.run(config.build())
    }

    fn read(&self, body: Body) -> Result<Vec<u8>, UreqError> {
        // Not the header: an answer to HEAD, and a 304, have the length of a body that doesn't come.
        let announced = body.content_length();
        let too_large = UreqError::BodyTooLarge { limit: self.max_body };
        if announced.is_some_and(|length| length > self.max_body) {
            return Err(too_large);
        }
        let reserved = announced.unwrap_or_default().min(MAX_RESERVED);
        let mut bytes = Vec::with_capacity(usize::try_from(reserved).unwrap_or_default());
        let mut reader = body.into_reader().take(self.max_body.saturating_add(1));
        reader.read_to_end(&mut bytes).map_err(|error| UreqError::from(::ureq::Error::from(error)))?;
        if reader.limit() == 0 {
            return Err(too_large);
        }
        Ok(bytes)
    }
}

/// Over an agent with rustls, a pool of 64 idle connections, and else `ureq`'s defaults.
#[cfg(feature = "ureq")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq")))]
impl Default for UreqTransport {
    fn default() -> Self {
        let config = Agent::config_builder().max_idle_connections(64).max_idle_connections_per_host(64);
        Self::new(config.build().new_agent())
    }
}

impl Transport for UreqTransport {
    type Error = UreqError;

    fn send(&self, mut request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, UreqError> {
        let is_loopback = request.uri().host().is_some_and(is_loopback);
        let is_allowed = match request.uri().scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => request.uri().host().is_some(),
            Some(scheme) if *scheme == Scheme::HTTP => is_loopback,
            _ => false,
        };
        if !is_allowed {
            return Err(UreqError::Scheme);
        }
        request.headers_mut().entry(USER_AGENT).or_insert_with(|| self.user_agent.clone());
        // With an empty body instead of none, a GET would be sent with `Transfer-Encoding: chunked`.
        let has_length = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
        let response = if request.body().is_empty() && !has_length {
            self.run(request.map(|_| ()), is_loopback)?
        } else {
            self.run(request, is_loopback)?
        };
        let (head, body) = response.into_parts();
        Ok(Response::from_parts(head, self.read(body)?))
    }

    /// A connection that could not be made or broke, and a timeout.
    fn is_retryable(&self, error: &UreqError) -> bool {
        matches!(error, UreqError::Connection(_) | UreqError::Timeout(_))
    }
}

impl fmt::Debug for UreqTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UreqTransport")
            .field("timeouts", &self.timeouts)
            .field("max_body", &self.max_body)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}

/// Why [`UreqTransport`] has no whole response. The cause is the `source()`.
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
    /// The connection could not be made, or broke before the response was whole.
    #[error("the connection was not made, or broke")]
    Connection(#[source] ::ureq::Error),
    /// Connecting or the whole call took longer than it may.
    #[error("the call took too long")]
    Timeout(#[source] ::ureq::Error),
    /// There is no trust in the server's certificate, or TLS failed otherwise.
    #[error("there is no secure connection")]
    Tls(#[source] ::ureq::Error),
    /// The head of the response is larger than the agent takes.
    #[error("the head of the response was refused")]
    HeadTooLarge(#[source] ::ureq::Error),
    /// The body of the response is larger than the limit.
    #[error("the body of the response is larger than {limit} bytes")]
    #[non_exhaustive]
    BodyTooLarge {
        /// How many bytes it may have.
        limit: u64,
    },
    /// What the server sent is no HTTP, or what should have been sent to it isn't.
    #[error("the server and the client don't understand each other")]
    Protocol(#[source] ::ureq::Error),
}

impl From<::ureq::Error> for UreqError {
    fn from(error: ::ureq::Error) -> Self {
        use ::ureq::Error;

        match error {
            Error::Timeout(_) => Self::Timeout(error),
            Error::Io(ref cause) => match cause.kind() {
                io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::Timeout(error),
                // The way in which a certificate is refused.
                io::ErrorKind::InvalidData => Self::Tls(error),
                _ => Self::Connection(error),
            },
            Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => Self::Connection(error),
            Error::Tls(_) | Error::TlsRequired => Self::Tls(error),
            #[cfg(feature = "ureq")]
            Error::Rustls(_) | Error::Pem(_) => Self::Tls(error),
            Error::LargeResponseHeader(..) => Self::HeadTooLarge(error),
            _ => Self::Protocol(error),
        }
    }
}

#[cfg(all(test, feature = "ureq"))]
mod tests {
    use std::time::Duration;

    use super::UreqTransport;

    #[test]
    fn prints_its_settings() {
        let transport = UreqTransport::default().with_timeouts(Duration::from_secs(1), Duration::from_secs(2));
        assert_eq!(
            format!("{:?}", transport.with_max_body(7)),
            format!(
                "UreqTransport {{ timeouts: Some((1s, 2s)), max_body: 7, user_agent: \"kinde-api/{}\", .. }}",
                env!("CARGO_PKG_VERSION")
            )
        );
    }
}
