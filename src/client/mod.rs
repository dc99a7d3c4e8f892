//! Calls over a transport. All decisions are [`Session`]'s and [`Call`](crate::Call)'s; what is left is to send, to sleep
//! and to report.

pub(crate) mod boxed;
pub(crate) mod call;
pub(crate) mod clock;
mod course;
mod drive;
pub(crate) mod error;
mod fetch;
mod fetching;
pub(crate) mod observer;
pub(crate) mod pages;
mod patience;
mod rate_limit;
#[cfg(test)]
mod rate_limit_tests;
pub(crate) mod repeatable;
pub(crate) mod retry;
pub(crate) mod session;
mod sync;
mod token_cache;
pub(crate) mod token_wait;
pub(crate) mod transport;

use std::fmt;
use std::sync::Arc;

use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response};

use crate::client::course::{Course, Make};
use crate::client::drive::Drive;
use crate::{
    Api, BoxTransport, Clock, Credentials, Endpoint, Error, Event, Items, Paged, Pages, Repeatable, RequestError,
    Retry, Session, SystemClock, Transport,
};

/// Makes calls over a [`Transport`]: adds a token, tries again where that is safe, and follows pages.
///
/// A client is cheap to clone; all clones share the transport, with its connections, and the token. It can be used by
/// any number of threads at once, and holds no lock while a call is under way.
///
/// With the feature `ureq`, [`kinde_api::ureq::client`][ureq] makes one that is ready for use.
///
/// [ureq]: https://docs.rs/kinde-api/latest/kinde_api/ureq/fn.client.html
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
    session: Session,
    clock: Arc<dyn Clock>,
}

/// In the extensions of a request that the client made: the token that it came with, and whose that is.
#[derive(Clone)]
struct Authorization {
    value: HeaderValue,
    session: Session,
}

impl<T: Transport> Client<T> {
    /// Makes a client from a transport, the origin of a business, such as `https://acme.kinde.com`, and credentials for
    /// it.
    ///
    /// Nothing is sent yet: a token is fetched when the first call needs it.
    ///
    /// # Errors
    ///
    /// [`RequestError::Origin`], [`RequestError::Token`] and [`RequestError::Credentials`], as [`Api::new`] and
    /// [`TokenRequest::new`](crate::TokenRequest::new) have them.
    pub fn new(transport: T, origin: &str, credentials: Credentials) -> Result<Self, RequestError> {
        Ok(Self::from_session(transport, Session::new(origin, credentials)?))
    }

    /// Makes a client over a session, and shares its token and its rate-limit pause.
    ///
    /// It uses the [clock of the machine](SystemClock), and so must everything else that drives calls of the session.
    ///
    /// ```
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// use kinde_api::organizations::GetOrganizations;
    /// use kinde_api::{Client, Credentials, Session};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(br#"{"organizations":[]}"#.to_vec()));
    ///
    /// let session = Session::new("https://acme.kinde.com", Credentials::token("a-token"))?;
    /// let client = Client::from_session(transport, session.clone());
    /// client.send(&GetOrganizations::new())?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_session(transport: T, session: Session) -> Self {
        Self { transport: Arc::new(transport), session, clock: Arc::new(SystemClock::new()) }
    }

    /// The session that the client and its clones share, to drive calls in another way: see [`Session`].
    ///
    /// ```
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    /// assert_eq!(client.session().origin(), client.origin());
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Sets when and how often failed calls are tried again. Clones made earlier keep their policy.
    ///
    /// ```
    /// use kinde_api::Retry;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// let client = client.with_retry(Retry::default().max_attempts(10));
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn with_retry(self, retry: Retry) -> Self {
        Self { session: self.session.with_retry(retry), ..self }
    }

    /// Sets a function that is told what each call does and meets: see [`Event`]. Clones made earlier keep theirs.
    ///
    /// It runs during a call, on the thread that makes it, so it should be quick, and must make no calls itself.
    #[must_use]
    pub fn with_observer(self, observer: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Self {
        Self { session: self.session.with_observer(observer), ..self }
    }

    /// Sets another clock than the machine's. From then on this client has a session of its own, which begins without a
    /// token and without a pause; clones made earlier keep theirs.
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
        Self { session: self.session.forgotten(), clock: Arc::new(clock), ..self }
    }

    /// The origin of the business, without a trailing slash. [`Client::session`] has an example.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.session.origin()
    }

    /// The request of an endpoint, to look at: no token is fetched, and a placeholder stands in its place.
    ///
    /// ```
    /// use kinde_api::organizations::GetOrganizations;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// println!("{}", kinde_api::to_curl(&client.draft(&GetOrganizations::new())?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If no request can be made from the inputs.
    pub fn draft<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, RequestError> {
        self.session.draft(endpoint)
    }

    /// Declares that making the call twice does no harm: it is then tried again like a GET.
    ///
    /// ```
    /// use kinde_api::organizations::UpdateOrganization;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// // A PATCH that sets absolute values has the same effect however often it is made.
    /// client.repeatable(&UpdateOrganization::new("org_1").name("Acme")).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn repeatable<'a, E: Endpoint>(&'a self, endpoint: &'a E) -> Repeatable<'a, T, E> {
        Repeatable::new(self, endpoint)
    }

    /// Hides the type of the transport, so that a program's own types need no type parameter for it.
    ///
    /// ```
    /// use kinde_api::{BoxTransport, Client, Credentials};
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(b"{}".to_vec()));
    ///
    /// struct Program {
    ///     kinde: Client<BoxTransport>,
    /// }
    ///
    /// let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    /// let program = Program { kinde: client.boxed() };
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn boxed(self) -> Client<BoxTransport>
    where
        T: Send + Sync + 'static,
    {
        let Self { transport, session, clock } = self;
        Client { transport: Arc::new(BoxTransport::new(transport)), session, clock }
    }

    /// Makes a call and gives its output.
    ///
    /// # Errors
    ///
    /// Any [`Error`]: inputs that can't be sent, no token, a transport that failed, or a response that is not a
    /// success.
    pub fn send<E: Endpoint>(&self, endpoint: &E) -> Result<E::Output, Error<T::Error>> {
        Ok(self.send_full(endpoint)?.into_body())
    }

    /// Makes a call and gives its output along with the status and the headers.
    ///
    /// ```
    /// use kinde_api::organizations::GetOrganizations;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(br#"{"organizations":[]}"#.to_vec()));
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
        self.complete(endpoint, Course::new(&self.session, E::OPERATION_ID), &|api| endpoint.request(api))
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
    /// Inputs that can't be sent, or no token.
    pub fn request<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, Error<T::Error>> {
        let mut drive = Drive::new(self, Course::new(&self.session, E::OPERATION_ID).rehearsal());
        let mut request = drive.rehearse(&|api| endpoint.request(api))?;
        if let Some(value) = request.headers().get(AUTHORIZATION).cloned() {
            request.extensions_mut().insert(Authorization { value, session: self.session.clone() });
        }
        Ok(request)
    }

    /// Sends a request that the caller made or changed, and reads its response as the endpoint's.
    ///
    /// If the request comes from [`request`](Self::request) of this client or a clone, and its `Authorization` was left
    /// alone, it is sent with the token that is valid at that moment, to whatever host its URI names. Any other request
    /// is sent as it is, and not tried again after a 401.
    ///
    /// ```
    /// use http::HeaderValue;
    /// use kinde_api::organizations::GetOrganizations;
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(br#"{"organizations":[]}"#.to_vec()));
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
        let course = Course::new(&self.session, E::OPERATION_ID);
        let course = if has_token { course } else { course.without_token() };
        self.complete(endpoint, course, &make)
    }

    /// The pages of an endpoint from this one on, each fetched when it is asked for.
    ///
    /// ```
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// use kinde_api::organizations::GetOrganizations;
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(br#"{"organizations":[]}"#.to_vec()));
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    /// for page in client.pages(GetOrganizations::new().page_size(100)) {
    ///     println!("{} more", page?.organizations.len());
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pages<P: Paged>(&self, endpoint: P) -> Pages<T, P> {
        Pages::new(self.clone(), endpoint)
    }

    /// The items of all pages of an endpoint, from this page on; the next page is fetched when the one before is used
    /// up.
    ///
    /// An item is a [`Result`]: the last one is an error where a page could not be had. `count` and `flatten` don't look at
    /// it, so that an outage passes for a short list; collect into a `Result` instead.
    ///
    /// It asks for the largest page that Kinde gives, unless `page_size` is set. Don't remove items while you list
    /// them: those behind move up, and are skipped. Collect first:
    ///
    /// ```
    /// # use std::convert::Infallible;
    /// # use http::{Request, Response};
    /// use kinde_api::organizations::{GetOrganizationUsers, RemoveOrganizationUser};
    /// # use kinde_api::{Client, Credentials};
    /// # let transport = |_: Request<Vec<u8>>| {
    /// #     Ok::<_, Infallible>(Response::new(br#"{"organization_users":[{"id":"kp_1"}]}"#.to_vec()))
    /// # };
    /// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
    ///
    /// let suspended: Vec<_> = client
    ///     .items(GetOrganizationUsers::new("org_1"))
    ///     .filter(|member| member.as_ref().map_or(true, |member| member.is_suspended == Some(true)))
    ///     .collect::<Result<_, _>>()?;
    /// for id in suspended.into_iter().filter_map(|member| member.id) {
    ///     client.send(&RemoveOrganizationUser::new("org_1", id))?;
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn items<P: Paged>(&self, endpoint: P) -> Items<T, P> {
        Items::new(self.pages(endpoint.with_largest_page()))
    }

    fn complete<E: Endpoint>(
        &self,
        endpoint: &E,
        course: Course<'_>,
        make: Make<'_>,
    ) -> Result<Response<E::Output>, Error<T::Error>> {
        let mut drive = Drive::new(self, course);
        let response = drive.run(make)?;
        match endpoint.response(&response) {
            Ok(output) => Ok(response.map(|_| output)),
            Err(source) => Err(drive.course.refused(source).over(None)),
        }
    }

    /// The token of another client is for another business, and so is the host.
    fn is_with_our_token(&self, request: &Request<Vec<u8>>) -> bool {
        request.extensions().get::<Authorization>().is_some_and(|ours| {
            ours.session.is_shared_with(&self.session) && request.headers().get(AUTHORIZATION) == Some(&ours.value)
        })
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
        Self { transport: self.transport.clone(), session: self.session.clone(), clock: self.clock.clone() }
    }
}

impl<T> fmt::Debug for Client<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("origin", &self.session.origin())
            .field("retry", self.session.retry())
            .finish_non_exhaustive()
    }
}
