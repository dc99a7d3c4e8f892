//! What the calls of one business share: where they go, the token, the pause and the policy.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::Request;

use super::course::Course;
use super::observer::Observer;
use super::rate_limit::RateLimit;
use super::token_cache::{Decision, Held, Ticket, TokenCache};
use crate::wire::origin::Origin;
use crate::{Api, Call, Credentials, Endpoint, Event, RequestError, Retry, TokenRequest};

/// Stands where a token would, in requests that are not for sending.
const PLACEHOLDER: &str = "placeholder";

/// Decides everything about calls, without a socket, a clock or a thread: which token they are sent with, when one is
/// fetched, whether and when to try again.
///
/// A [`Client`](crate::Client) drives it over a blocking [`Transport`](crate::Transport). A program with an HTTP stack
/// of its own, blocking or async, drives it like this: it asks [`Call::next`] what to do, does it, and reports the
/// result.
///
/// ```
/// use std::time::Duration;
/// use kinde_api::organizations::GetOrganization;
/// use kinde_api::{Clock, Credentials, Endpoint, Session, Step, SystemClock};
/// # use std::convert::Infallible;
/// # fn my_stack(_: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Infallible> {
/// #     Ok(http::Response::new(br#"{"name":"Acme"}"#.to_vec()))
/// # }
///
/// let session = Session::new("https://acme.kinde.com", Credentials::token("a-token"))?;
/// let clock = SystemClock::new();
/// let organization = GetOrganization::new("org_1");
///
/// let mut call = session.call(&organization);
/// let answer = loop {
///     match call.next(clock.now(), clock.jitter()) {
///         Step::Send(request) => match my_stack(request) {
///             Ok(response) => call.answer(response),
///             Err(_) => call.fail(kinde_api::Failure::Passing),
///         },
///         Step::Wait(time) => clock.sleep(time),
///         Step::WaitForToken(token) => token.wait(token.limit()),
///         Step::Done(result) => break result?,
///     }
/// };
/// assert_eq!(answer.body().name.as_deref(), Some("Acme"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A session is cheap to clone; all clones share the token and the pause after a 429. The times that you pass to them
/// must count from the same moment.
#[derive(Clone)]
pub struct Session {
    shared: Arc<Shared>,
    retry: Retry,
    observer: Option<Observer>,
}

struct Shared {
    /// With a placeholder for the token.
    draft: Api,
    tokens: Tokens,
    rate_limit: RateLimit,
}

enum Tokens {
    Fixed(Held),
    Fetched(TokenRequest, Arc<TokenCache>),
}

impl Session {
    /// Makes a session for the origin of a business, such as `https://acme.kinde.com`, and credentials for it.
    ///
    /// # Errors
    ///
    /// [`RequestError::Origin`], [`RequestError::Token`] and [`RequestError::Credentials`], as [`Api::new`] and
    /// [`TokenRequest::new`] have them.
    #[expect(clippy::needless_pass_by_value, reason = "who makes a session has no further use for the secret")]
    pub fn new(origin: &str, credentials: Credentials) -> Result<Self, RequestError> {
        let origin = Origin::new(origin)?;
        let tokens = match credentials.fixed() {
            Some(token) => Tokens::Fixed(Held::fixed(Arc::new(Api::with_origin(origin.clone(), token)?))),
            None => Tokens::Fetched(TokenRequest::with_origin(&credentials, &origin)?, Arc::default()),
        };
        let shared = Shared { draft: Api::with_origin(origin, PLACEHOLDER)?, tokens, rate_limit: RateLimit::default() };
        Ok(Self { shared: Arc::new(shared), retry: Retry::default(), observer: None })
    }

    /// Sets when and how often failed calls are tried again. Clones made earlier keep their policy.
    ///
    /// ```
    /// use kinde_api::{Credentials, Retry, Session};
    ///
    /// let session = Session::new("https://acme.kinde.com", Credentials::token("a-token"))?;
    /// let impatient = session.with_retry(Retry::none());
    /// assert_eq!(impatient.origin(), "https://acme.kinde.com");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn with_retry(self, retry: Retry) -> Self {
        Self { retry, ..self }
    }

    /// Sets a function that is told what each call does and meets: see [`Event`]. Clones made earlier keep theirs.
    ///
    /// It runs during a call, on any thread, and should be quick.
    #[must_use]
    pub fn with_observer(self, observer: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Self {
        Self { observer: Some(Arc::new(observer)), ..self }
    }

    /// Begins a call of an endpoint. Nothing is sent or fetched before [`Call::next`] says so.
    pub fn call<'a, E: Endpoint>(&'a self, endpoint: &'a E) -> Call<'a, E> {
        Call::new(endpoint, Course::new(self, E::OPERATION_ID))
    }

    /// The request of an endpoint, to look at: no token is fetched, and a placeholder stands in its place.
    ///
    /// ```
    /// use kinde_api::organizations::GetOrganization;
    /// use kinde_api::{Credentials, Session};
    ///
    /// let session = Session::new("https://acme.kinde.com", Credentials::client("an-id", "a-secret"))?;
    /// let request = session.draft(&GetOrganization::new("org_1"))?;
    /// assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/organization?code=org_1");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If no request can be made from the inputs.
    pub fn draft<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, RequestError> {
        endpoint.request(&self.shared.draft)
    }

    /// The origin of the business, without a trailing slash. [`Session::with_retry`] has an example.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.shared.draft.origin()
    }

    /// The host of the business, with its port if it has one.
    pub(crate) fn host(&self) -> &str {
        self.origin().split_once("://").map_or(self.origin(), |(_, host)| host)
    }

    /// A session of the same business, before anything was fetched or met.
    pub(crate) fn forgotten(self) -> Self {
        let tokens = match &self.shared.tokens {
            Tokens::Fixed(held) => Tokens::Fixed(held.clone()),
            Tokens::Fetched(request, _) => Tokens::Fetched(request.clone(), Arc::default()),
        };
        let shared = Shared { draft: self.shared.draft.clone(), tokens, rate_limit: RateLimit::default() };
        Self { shared: Arc::new(shared), ..self }
    }

    /// Whether a token of one is a token of the other.
    pub(crate) fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    pub(crate) fn retry(&self) -> &Retry {
        &self.retry
    }

    pub(crate) fn draft_api(&self) -> &Api {
        &self.shared.draft
    }

    pub(crate) fn rate_limit(&self) -> &RateLimit {
        &self.shared.rate_limit
    }

    pub(crate) fn tell<'e>(&self, event: impl FnOnce() -> Event<'e>) {
        if let Some(observer) = &self.observer {
            observer(&event());
        }
    }

    /// The request for a token, where there is one.
    pub(crate) fn token_request(&self) -> Option<&TokenRequest> {
        self.shared.tokens.fetched().map(|(request, _)| request)
    }

    /// What a call that has no token does for one, be it that the one it had was refused.
    pub(crate) fn decide(&self, refused: Option<&Arc<Api>>, operation_id: &'static str, now: Duration) -> Decision {
        match (&self.shared.tokens, refused) {
            (Tokens::Fixed(held), _) => Decision::Use(held.clone()),
            (Tokens::Fetched(_, cache), None) => cache.decide(now),
            (Tokens::Fetched(_, cache), Some(refused)) => cache.replace(refused, operation_id, now),
        }
    }

    pub(crate) fn renewal(&self, now: Duration) -> Option<Ticket> {
        self.shared.tokens.fetched()?.1.renewal(now)
    }

    pub(crate) fn accept(&self, held: &Held) {
        if let Some((_, cache)) = self.shared.tokens.fetched() {
            cache.accept(&held.api);
        }
    }

    pub(crate) fn refuse(&self, held: &Held, operation_id: &'static str, now: Duration) {
        if let Some((_, cache)) = self.shared.tokens.fetched() {
            cache.refuse(held, operation_id, now);
        }
    }
}

impl Tokens {
    fn fetched(&self) -> Option<(&TokenRequest, &Arc<TokenCache>)> {
        match self {
            Self::Fixed(_) => None,
            Self::Fetched(request, cache) => Some((request, cache)),
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Session")
            .field("origin", &self.origin())
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
