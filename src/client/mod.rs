//! Calls over a transport: token, attempts, pages.

pub(crate) mod clock;
pub(crate) mod error;
pub(crate) mod pages;
pub(crate) mod retry;
mod token_cache;
mod token_source;
pub(crate) mod transport;

use std::fmt;
use std::sync::Arc;

use http::header::AUTHORIZATION;
use http::{HeaderValue, Method, Request, Response, StatusCode};

use crate::client::clock::SystemClock;
use crate::client::retry::Patience;
use crate::client::token_source::Tokens;
use crate::wire::origin::Origin;
use crate::wire::retry_hints;
use crate::{
    Api, Attempt, Clock, Credentials, Endpoint, Error, Items, Paged, Pages, RequestError, ResponseError, Retry,
    Transport,
};

/// Makes calls over a [`Transport`]: with a token, again where that is safe, and page by page.
///
/// A client is cheap to clone; all clones share the transport, with its connections, and the token. It can be used by
/// any number of threads at once, and holds no lock while a call is under way.
///
/// With the feature `ureq`, [`kinde_api::ureq::client`](crate::ureq::client) makes one that is ready for use.
///
/// ```
/// use std::convert::Infallible;
/// use http::{Request, Response};
/// use kinde_api::organizations::{GetOrganization, GetOrganizationUsers};
/// use kinde_api::{Client, Credentials};
///
/// let transport = |request: Request<Vec<u8>>| {
///     // Any HTTP stack.
///     Ok::<_, Infallible>(Response::new(match request.uri().path() {
///         "/api/v1/organization" => br#"{"name":"Acme"}"#.to_vec(),
///         _ => br#"{"organization_users":[{"id":"kp_1"},{"id":"kp_2"}]}"#.to_vec(),
///     }))
/// };
/// let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
///
/// assert_eq!(client.send(&GetOrganization::new("org_1"))?.name.as_deref(), Some("Acme"));
/// let members = client.items(GetOrganizationUsers::new("org_1").page_size(500));
/// assert_eq!(members.collect::<Result<Vec<_>, _>>()?.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Client<T> {
    transport: Arc<T>,
    tokens: Tokens,
    retry: Retry,
    clock: Arc<dyn Clock>,
}

/// In the extensions of a request that the client made: the token that it came with, and whose that is.
#[derive(Clone)]
struct Authorization {
    value: HeaderValue,
    tokens: Tokens,
}

/// What is to be sent.
struct Call<'a> {
    operation_id: &'static str,
    make: MakeRequest<'a>,
    /// Whether the request goes out with the client's token.
    has_token: bool,
}

/// A response, and how often the request was sent for it.
struct Answer {
    response: Response<Vec<u8>>,
    attempts: u32,
    operation_id: &'static str,
    method: Method,
}

impl Answer {
    /// What is wrong with it, as an error of the client.
    fn error<E: std::error::Error>(&self, source: ResponseError) -> Error<E> {
        let is_retryable = retry::is_retryable_status(&self.method, source.status());
        Error::Response { source, attempts: self.attempts, operation_id: self.operation_id, is_retryable }
    }
}

type MakeRequest<'a> = &'a dyn Fn(&Api) -> Result<Request<Vec<u8>>, RequestError>;

impl<T: Transport> Client<T> {
    /// For a transport, the origin of a business, such as `https://acme.kinde.com`, and credentials for it.
    ///
    /// Nothing is sent yet: a token is fetched when the first call needs it.
    ///
    /// # Errors
    ///
    /// [`RequestError::Origin`], [`RequestError::Token`] and [`RequestError::Credentials`], as [`Api::new`] and
    /// [`TokenRequest::new`](crate::TokenRequest::new) have them.
    #[expect(clippy::needless_pass_by_value, reason = "who makes a client has no further use for the secret")]
    pub fn new(transport: T, origin: &str, credentials: Credentials) -> Result<Self, RequestError> {
        let tokens = Tokens::new(Origin::new(origin)?, &credentials)?;
        let clock = Arc::new(SystemClock::new());
        Ok(Self { transport: Arc::new(transport), tokens, retry: Retry::default(), clock })
    }

    /// Goes by another policy for calls that failed. Clones made before keep theirs.
    ///
    /// ```
    /// use kinde_api::Retry;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// let mut patient = Retry::default();
    /// patient.max_attempts = 10;
    /// let client = client.with_retry(patient);
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn with_retry(self, retry: Retry) -> Self {
        Self { retry, ..self }
    }

    /// Goes by another clock than the machine's. Clones made before keep theirs, and the token with it.
    ///
    /// ```
    /// use std::time::Duration;
    /// use kinde_api::Clock;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// /// Nothing ever takes time.
    /// struct Stopped;
    ///
    /// impl Clock for Stopped {
    ///     fn now(&self) -> Duration {
    ///         Duration::ZERO
    ///     }
    ///     fn sleep(&self, _: Duration) {}
    ///     fn jitter(&self) -> f64 {
    ///         0.0
    ///     }
    /// }
    ///
    /// let client = client.with_clock(Stopped);
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn with_clock(self, clock: impl Clock + 'static) -> Self {
        // What the old clock says of the token means nothing to the new one.
        let tokens = self.tokens.forgotten();
        Self { tokens, clock: Arc::new(clock), ..self }
    }

    /// The origin of the business. With it, an [`Api`] makes requests to look at without buying a token for them.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.tokens.origin()
    }

    /// Makes a call and gives its output.
    ///
    /// # Errors
    ///
    /// Every [`Error`]: of the inputs, of the token, of the transport, and a response that is no success.
    pub fn send<E: Endpoint>(&self, endpoint: &E) -> Result<E::Output, Error<T::Error>> {
        Self::output(endpoint, &self.answer_to(endpoint)?)
    }

    /// Makes a call and gives its output along with the status and the headers.
    ///
    /// ```
    /// use kinde_api::organizations::GetOrganizations;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// let answer = client.send_full(&GetOrganizations::new())?;
    /// assert_eq!(answer.status(), 200);
    /// assert!(answer.headers().is_empty());
    /// assert!(answer.body().organizations.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub fn send_full<E: Endpoint>(&self, endpoint: &E) -> Result<Response<E::Output>, Error<T::Error>> {
        Self::full_output(endpoint, self.answer_to(endpoint)?)
    }

    /// The request that [`send`](Self::send) would send, to look at or to change. May fetch a token for it.
    ///
    /// ```
    /// use kinde_api::organizations::GetOrganizations;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// let request = client.request(&GetOrganizations::new())?;
    /// println!("{}", kinde_api::to_curl(&request));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Of the inputs and of the token.
    pub fn request<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, Error<T::Error>> {
        let api = self.token(&|api| endpoint.request(api), &mut self.patience())?;
        let mut request = endpoint.request(&api)?;
        if let Some(value) = request.headers().get(AUTHORIZATION).cloned() {
            request.extensions_mut().insert(Authorization { value, tokens: self.tokens.clone() });
        }
        Ok(request)
    }

    /// Sends a request that the caller made or changed, and reads its response as the endpoint's.
    ///
    /// A request of this client's [`request`](Self::request), or of a clone's, whose `Authorization` was left as it is
    /// goes out with the token that is good when it is sent, to whatever host its URI names. Any other is sent as it
    /// is, and a 401 is then not tried again.
    ///
    /// ```
    /// use http::HeaderValue;
    /// use kinde_api::organizations::GetOrganizations;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// let organizations = GetOrganizations::new();
    /// let mut request = client.request(&organizations)?;
    /// request.headers_mut().insert("x-request-id", HeaderValue::from_static("17"));
    /// let answer = client.send_request(&organizations, request)?;
    /// assert!(answer.body().organizations.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    #[expect(clippy::needless_pass_by_value, reason = "as with a transport, the request is given away")]
    pub fn send_request<E: Endpoint>(
        &self,
        endpoint: &E,
        request: Request<Vec<u8>>,
    ) -> Result<Response<E::Output>, Error<T::Error>> {
        let has_token = self.is_with_our_token(&request);
        let make = |api: &Api| Ok(if has_token { with_token_of(api, &request) } else { request.clone() });
        let answer = self.answer(&Call { operation_id: E::OPERATION_ID, make: &make, has_token })?;
        Self::full_output(endpoint, answer)
    }

    /// The pages of an endpoint from this one on, each fetched when it is asked for.
    ///
    /// ```
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// use kinde_api::organizations::GetOrganizations;
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    /// for page in client.pages(GetOrganizations::new().page_size(100)) {
    ///     println!("{} more", page?.organizations.len());
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pages<P: Paged>(&self, endpoint: P) -> Pages<T, P> {
        Pages::new(self.clone(), endpoint)
    }

    /// What the pages of an endpoint list, from this page on; a page is fetched when the one before is used up.
    ///
    /// Kinde gives ten on a page unless told: with a `page_size` of 500, a long list takes a fiftieth of the calls.
    pub fn items<P: Paged>(&self, endpoint: P) -> Items<T, P> {
        Items::new(self.pages(endpoint))
    }

    fn answer_to<E: Endpoint>(&self, endpoint: &E) -> Result<Answer, Error<T::Error>> {
        self.answer(&Call { operation_id: E::OPERATION_ID, make: &|api| endpoint.request(api), has_token: true })
    }

    fn output<E: Endpoint>(endpoint: &E, answer: &Answer) -> Result<E::Output, Error<T::Error>> {
        endpoint.response(&answer.response).map_err(|source| answer.error(source))
    }

    fn full_output<E: Endpoint>(endpoint: &E, answer: Answer) -> Result<Response<E::Output>, Error<T::Error>> {
        let output = Self::output(endpoint, &answer)?;
        Ok(answer.response.map(|_| output))
    }

    /// Sends the request until it is answered or no further attempt is due.
    fn answer(&self, call: &Call<'_>) -> Result<Answer, Error<T::Error>> {
        let operation_id = call.operation_id;
        let mut patience = self.patience();
        let mut api = if call.has_token { self.token(call.make, &mut patience)? } else { self.tokens.draft() };
        let mut can_renew = call.has_token && self.tokens.can_be_renewed();
        let mut attempts = 0;
        loop {
            let mut request = (call.make)(&api)?;
            let method = request.method().clone();
            attempts += 1;
            request.extensions_mut().insert(Attempt { operation_id, number: attempts });
            let is_refused = match self.transport.send(request) {
                Ok(response) if can_renew && response.status() == StatusCode::UNAUTHORIZED => {
                    can_renew = false;
                    self.tokens.forget(&api);
                    true
                }
                Ok(response) => {
                    let is_retryable = retry::is_retryable_status(&method, response.status());
                    let asked = retry_hints::retry_after(response.headers());
                    if !(is_retryable && patience.wait(attempts, asked)) {
                        return Ok(Answer { response, attempts, operation_id, method });
                    }
                    false
                }
                Err(source) => {
                    let is_retryable = retry::is_repeatable(&method) && self.transport.is_retryable(&source);
                    if !(is_retryable && patience.wait(attempts, None)) {
                        return Err(Error::Transport { source, attempts, operation_id, is_retryable });
                    }
                    false
                }
            };
            // The token was refused, or may have expired during the wait. One that was for this call alone is not kept.
            if call.has_token && (is_refused || self.tokens.are_kept()) {
                let token = self.tokens.get(&*self.transport, &mut patience);
                api = token.map_err(|error| error.after_attempts(attempts))?;
            }
        }
    }

    /// The token of another client is for another business, and so is the host.
    fn is_with_our_token(&self, request: &Request<Vec<u8>>) -> bool {
        request.extensions().get::<Authorization>().is_some_and(|ours| {
            ours.tokens.are_shared_with(&self.tokens) && request.headers().get(AUTHORIZATION) == Some(&ours.value)
        })
    }

    fn patience(&self) -> Patience<'_> {
        Patience::new(&self.retry, &*self.clock)
    }

    /// The token to go with. Inputs that no request can be made of are an error before a token is bought.
    fn token(&self, make: MakeRequest<'_>, patience: &mut Patience<'_>) -> Result<Arc<Api>, Error<T::Error>> {
        if let Some(api) = self.tokens.ready(self.clock.now()) {
            return Ok(api);
        }
        make(&self.tokens.draft())?;
        Ok(self.tokens.get(&*self.transport, patience)?)
    }
}

fn with_token_of(api: &Api, request: &Request<Vec<u8>>) -> Request<Vec<u8>> {
    let mut request = request.clone();
    if let Some(authorization) = api.headers().get(AUTHORIZATION) {
        request.headers_mut().insert(AUTHORIZATION, authorization.clone());
    }
    request
}

impl<T> Clone for Client<T> {
    fn clone(&self) -> Self {
        Self {
            transport: self.transport.clone(),
            tokens: self.tokens.clone(),
            retry: self.retry.clone(),
            clock: self.clock.clone(),
        }
    }
}

impl<T> fmt::Debug for Client<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("origin", &self.tokens.origin())
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
