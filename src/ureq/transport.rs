//! What sends a request by an agent of `ureq`'s.

use std::env;
use std::fmt;
use std::io::Read;
use std::time::Duration;

use ::ureq::config::{AutoHeaderValue, Config, ConfigBuilder, Timeouts};
use ::ureq::typestate::AgentScope;
use ::ureq::{Agent, AsSendBody, Body, Proxy};
use http::header::USER_AGENT;
use http::uri::Scheme;
use http::{HeaderValue, Method, Request, Response, Uri};

use super::error::UreqError;
use super::proxy::{self, Unusable};
use crate::wire::origin::is_loopback;
use crate::{RequestError, Transport};

const USER_AGENT_OF_CRATE: &str = concat!("kinde-api/", env!("CARGO_PKG_VERSION"));
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const CALL_TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_CONNECTIONS: usize = 64;
const MAX_BODY: u64 = 64 * 1024 * 1024;
/// What is set aside for a body at once: a server can announce more than it sends.
const MAX_RESERVED: u64 = 1_048_576;

/// Sends requests with a [`ureq::Agent`], however that is configured.
///
/// - A status is never an error, and no redirect is followed, so that a token never leaves its host.
/// - Plain http is for loopback hosts only, and they are never reached through a proxy.
/// - Connecting takes at most 10 seconds and a whole call 60, unless the agent or
///   [`with_timeouts`](Self::with_timeouts) says otherwise. A name is looked up no longer than connecting may take.
/// - A response of more than 64 MiB is an error, unless [`with_max_body`](Self::with_max_body) says otherwise, and so
///   is a head that is larger than the agent allows.
/// - What `ureq` logs hides the token down to the level `debug`; at `trace` it has all bytes of requests and answers.
/// - No compression is asked for.
/// - A SOCKS proxy without the feature `ureq-socks-proxy` is an error: `ureq` would send requests past it.
///
/// What can't be set for a single call is up to the agent: its TLS, proxy, pool, resolver, middleware and cookies. A
/// middleware sees the token. The [module](super) tells which certificates, proxies and cookies are the ready-made
/// transport's.
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
    /// Whether the agent was made here, and so may be made again.
    is_ready_made: bool,
    /// Whether the agent's own settings are what a call needs.
    is_set_up: bool,
    /// The caller's limits on connecting and on the whole call.
    timeouts: Option<(Duration, Duration)>,
    max_body: u64,
    user_agent: HeaderValue,
    proxy: Result<(), Unusable>,
}

impl UreqTransport {
    /// Uses an agent of your own, with its TLS, proxy and pool.
    ///
    /// Best make the agent from [`config_builder`](Self::config_builder). One with other settings works too, since each
    /// call sets the right ones; but then `ureq` sets up TLS anew for each connection: it reads the certificates again,
    /// and resumes no session.
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
        let proxy = proxy::check_agent(&agent);
        Self {
            is_ready_made: false,
            is_set_up: is_set_up(agent.config(), Limits::of(&agent, None)),
            agent,
            timeouts: None,
            max_body: MAX_BODY,
            user_agent: HeaderValue::from_static(USER_AGENT_OF_CRATE),
            proxy,
        }
    }

    /// The settings of the ready-made transport, to which an agent of your own adds TLS, a proxy or a middleware.
    ///
    /// They are all that the transport needs of an agent, and 64 idle connections.
    ///
    /// ```
    /// use kinde_api::ureq::UreqTransport;
    ///
    /// let agent = UreqTransport::config_builder()?.max_idle_connections(8).build().new_agent();
    /// let transport = UreqTransport::new(agent);
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RequestError::Environment`], which names the [variable](super#proxies) of a proxy that can't be used.
    pub fn config_builder() -> Result<ConfigBuilder<AgentScope>, RequestError> {
        proxy::check_environment(&|name| env::var_os(name))?;
        Ok(settings(Limits::default()))
    }

    /// The default, where it can send something.
    #[cfg(feature = "ureq")]
    pub(super) fn ready_made() -> Result<Self, RequestError> {
        proxy::check_environment(&|name| env::var_os(name))?;
        Ok(Self::default())
    }

    /// Sets how long connecting and how long a whole call may take, whatever the agent says.
    ///
    /// The ready-made transport gets a new agent for it: it shares no connections with clones that were made before.
    #[must_use]
    pub fn with_timeouts(self, connect: Duration, call: Duration) -> Self {
        let timeouts = Some((connect, call));
        let agent = if self.is_ready_made {
            settings(Limits { resolve: connect, connect, call }).build().new_agent()
        } else {
            self.agent
        };
        let is_set_up = is_set_up(agent.config(), Limits::of(&agent, timeouts));
        Self { agent, is_set_up, timeouts, ..self }
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
            RequestError::UserAgent { reason: "holds something other than visible ASCII characters and spaces" };
        if !user_agent.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
            return Err(refused);
        }
        let user_agent = format!("{USER_AGENT_OF_CRATE} {}", user_agent.trim());
        let user_agent = HeaderValue::try_from(user_agent.trim_end()).map_err(|_| refused)?;
        Ok(Self { user_agent, ..self })
    }

    /// Settings of its own make a call slower, and start TLS from the beginning: only where the agent's don't do.
    fn run(&self, request: Request<impl AsSendBody>, is_loopback: bool) -> Result<Response<Body>, ::ureq::Error> {
        let goes_past_the_proxy = is_loopback && self.agent.config().proxy().is_some();
        if self.is_set_up && !goes_past_the_proxy {
            return self.agent.run(request);
        }
        let limits = Limits::of(&self.agent, self.timeouts);
        let mut config = self
            .agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            // The scheme is checked already, and loopback may be plain http whatever the agent says.
            .https_only(false)
            .accept_encoding("")
            .timeout_resolve(Some(limits.resolve))
            .timeout_connect(Some(limits.connect))
            .timeout_global(Some(limits.call));
        if goes_past_the_proxy {
            config = config.proxy(None);
        }
        self.agent.run(config.build())
    }

    fn exchange(&self, mut request: Request<Vec<u8>>, is_loopback: bool) -> Result<Response<Body>, ::ureq::Error> {
        request.headers_mut().entry(USER_AGENT).or_insert_with(|| self.user_agent.clone());
        // With an empty body instead of none, a GET would be sent with `Transfer-Encoding: chunked`.
        let has_length = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
        if request.body().is_empty() && !has_length {
            self.run(request.map(|_| ()), is_loopback)
        } else {
            self.run(request, is_loopback)
        }
    }

    fn read(&self, body: Body, failed: impl Fn(::ureq::Error) -> UreqError) -> Result<Vec<u8>, UreqError> {
        // Not the header: an answer to HEAD, and a 304, have the length of a body that doesn't come.
        let announced = body.content_length();
        let too_large = UreqError::BodyTooLarge { limit: self.max_body };
        if announced.is_some_and(|length| length > self.max_body) {
            return Err(too_large);
        }
        let reserved = announced.unwrap_or_default().min(MAX_RESERVED);
        let mut bytes = Vec::with_capacity(usize::try_from(reserved).unwrap_or_default());
        let mut reader = body.into_reader().take(self.max_body.saturating_add(1));
        reader.read_to_end(&mut bytes).map_err(|error| failed(error.into()))?;
        if reader.limit() == 0 {
            return Err(too_large);
        }
        Ok(bytes)
    }

    fn proxy_to(&self, uri: &Uri, is_loopback: bool) -> Option<&Proxy> {
        self.agent.config().proxy().filter(|proxy| !is_loopback && !proxy.is_no_proxy(uri))
    }
}

/// Uses an agent with rustls, a pool of 64 idle connections, and otherwise `ureq`'s defaults.
///
/// Where the environment names a proxy that can't be used, [`send`](Transport::send) says so.
#[cfg(feature = "ureq")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq")))]
impl Default for UreqTransport {
    fn default() -> Self {
        let proxy = proxy::check_environment(&|name| env::var_os(name)).map_err(Unusable::from);
        let agent = settings(Limits::default()).build().new_agent();
        Self { is_ready_made: true, proxy, ..Self::new(agent) }
    }
}

impl Transport for UreqTransport {
    type Error = UreqError;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, UreqError> {
        let uri = request.uri().clone();
        let is_loopback = uri.host().is_some_and(is_loopback);
        let is_allowed = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => uri.host().is_some(),
            Some(scheme) if *scheme == Scheme::HTTP => is_loopback,
            _ => false,
        };
        if !is_allowed {
            return Err(UreqError::Scheme);
        }
        if let Err(Unusable { variable, reason }) = self.proxy {
            return Err(UreqError::Proxy { variable, reason });
        }
        let failed = |error| UreqError::new(error, self.proxy_to(&uri, is_loopback));
        let (head, body) = self.exchange(request, is_loopback).map_err(failed)?.into_parts();
        Ok(Response::from_parts(head, self.read(body, failed)?))
    }

    /// A connection that could not be made or broke, and a timeout; but not a host that does not exist, nor a proxy that
    /// refuses the client.
    fn is_retryable(&self, error: &UreqError) -> bool {
        error.is_retryable()
    }

    /// [`UreqError::NotConnected`], a time limit that was over before there was a connection, and whatever else
    /// ended before that.
    fn was_not_sent(&self, error: &UreqError) -> bool {
        error.was_not_sent()
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

/// How long the steps of a call may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limits {
    resolve: Duration,
    connect: Duration,
    call: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { resolve: CONNECT_TIMEOUT, connect: CONNECT_TIMEOUT, call: CALL_TIMEOUT }
    }
}

impl Limits {
    /// What the caller has set, or else the agent's own, or else the default.
    fn of(agent: &Agent, set: Option<(Duration, Duration)>) -> Self {
        let own = agent.config().timeouts();
        let (connect, call) = set.unzip();
        let connect = connect.or(own.connect).unwrap_or(CONNECT_TIMEOUT);
        let resolve = own.resolve.map_or(connect, |resolve| resolve.min(connect));
        Self { resolve, connect, call: call.or(own.global).unwrap_or(CALL_TIMEOUT) }
    }

    fn are(self, own: &Timeouts) -> bool {
        let Self { resolve, connect, call } = self;
        (own.resolve, own.connect, own.global) == (Some(resolve), Some(connect), Some(call))
    }
}

fn settings(limits: Limits) -> ConfigBuilder<AgentScope> {
    let settings = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .accept_encoding("")
        .timeout_resolve(Some(limits.resolve))
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.call))
        .max_idle_connections(IDLE_CONNECTIONS)
        .max_idle_connections_per_host(IDLE_CONNECTIONS);
    #[cfg(feature = "ureq-platform-verifier")]
    let settings = {
        use ::ureq::tls::{RootCerts, TlsConfig};

        settings.tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
    };
    settings
}

/// Whether an agent sends a request as it has to be sent, without settings of the call's own.
fn is_set_up(config: &Config, limits: Limits) -> bool {
    !config.http_status_as_error()
        && config.max_redirects() == 0
        && !config.https_only()
        && matches!(config.accept_encoding(), AutoHeaderValue::None)
        && limits.are(&config.timeouts())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use ::ureq::Agent;
    use ::ureq::config::{Config, ConfigBuilder};
    use ::ureq::typestate::AgentScope;

    use super::{Limits, UreqTransport, is_set_up, settings};

    const fn seconds(resolve: u64, connect: u64, call: u64) -> Limits {
        Limits {
            resolve: Duration::from_secs(resolve),
            connect: Duration::from_secs(connect),
            call: Duration::from_secs(call),
        }
    }

    #[test]
    fn no_name_is_looked_up_longer_than_connecting_may_take() {
        let agent = |resolve: Option<u64>, connect: Option<u64>| {
            let config = Agent::config_builder()
                .timeout_resolve(resolve.map(Duration::from_secs))
                .timeout_connect(connect.map(Duration::from_secs));
            config.build().new_agent()
        };
        let set = Some((Duration::from_secs(5), Duration::from_secs(30)));
        assert_eq!(Limits::of(&agent(None, None), None), seconds(10, 10, 60));
        assert_eq!(Limits::of(&agent(None, Some(2)), None), seconds(2, 2, 60));
        assert_eq!(Limits::of(&agent(Some(1), Some(2)), None), seconds(1, 2, 60));
        assert_eq!(Limits::of(&agent(Some(3), Some(2)), None), seconds(2, 2, 60));
        assert_eq!(Limits::of(&agent(Some(9), None), set), seconds(5, 5, 30));
        assert_eq!(Limits::of(&agent(Some(1), Some(2)), set), seconds(1, 5, 30));
    }

    #[test]
    fn an_agent_does_as_it_is_where_it_has_all_settings() {
        type Change = fn(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>;

        let is_set_up = |config: &Config| is_set_up(config, seconds(1, 1, 2));
        let settings = || settings(seconds(1, 1, 2));
        assert!(is_set_up(&settings().build()));
        assert!(is_set_up(&settings().max_idle_connections(1).user_agent("somebody/1").proxy(None).build()));
        let changes: [Change; 7] = [
            |config| config.http_status_as_error(true),
            |config| config.max_redirects(1),
            |config| config.https_only(true),
            |config| config.accept_encoding("gzip"),
            |config| config.timeout_resolve(None),
            |config| config.timeout_connect(None),
            |config| config.timeout_global(Some(Duration::from_secs(3))),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            assert!(!is_set_up(&change(settings()).build()), "{number}");
        }
    }

    #[test]
    fn prints_its_settings() {
        let transport = UreqTransport::new(Agent::new_with_defaults());
        let transport = transport.with_timeouts(Duration::from_secs(1), Duration::from_secs(2));
        assert_eq!(
            format!("{:?}", transport.with_max_body(7)),
            format!(
                "UreqTransport {{ timeouts: Some((1s, 2s)), max_body: 7, user_agent: \"kinde-api/{}\", .. }}",
                env!("CARGO_PKG_VERSION")
            )
        );
    }

    #[cfg(feature = "ureq")]
    #[test]
    fn the_ready_made_agent_does_as_it_is() {
        let transport = UreqTransport::default();
        assert!(transport.is_set_up);
        assert!(transport.clone().with_timeouts(Duration::from_secs(3), Duration::from_secs(4)).is_set_up);
        let agent = UreqTransport::config_builder().unwrap().build().new_agent();
        assert!(UreqTransport::new(agent).is_set_up);
    }
}
