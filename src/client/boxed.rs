//! A transport whose type does not show.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::{Request, Response};

use super::drive::kind;
use crate::{Failure, Transport};

/// A transport whose concrete type is hidden, so that a program's own types need no type parameter for it.
///
/// [`Client::boxed`](crate::Client::boxed) makes a client over one. A closure whose error is `anyhow::Error` or
/// `Box<dyn Error + Send + Sync>`, neither of which implements `Error`, becomes a transport with
/// [`from_fn`](Self::from_fn):
///
/// ```
/// use http::{Request, Response};
/// use kinde_api::{BoxTransport, Client, Credentials};
/// use kinde_api::organizations::GetOrganizations;
///
/// fn send(request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Box<dyn std::error::Error + Send + Sync>> {
///     Err(format!("no way to {}", request.uri().host().unwrap_or_default()).into())
/// }
///
/// let client = Client::new(BoxTransport::from_fn(send), "https://acme.kinde.com", Credentials::token("a-token"))?;
/// # let client = client.with_retry(kinde_api::Retry::none());
/// let error = client.send(&GetOrganizations::new()).unwrap_err();
/// assert_eq!(error.to_string(), "getOrganizations got no answer from acme.kinde.com: no way to acme.kinde.com");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[derive(Clone)]
pub struct BoxTransport(Arc<Sending>);

type Sending = dyn Fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, BoxError> + Send + Sync;

impl BoxTransport {
    /// Wraps any transport. [`BoxError::downcast_ref`] has an example.
    pub fn new<T: Transport + Send + Sync + 'static>(transport: T) -> Self {
        Self(Arc::new(move |request| {
            transport.send(request).map_err(|error| {
                let kind = kind(&transport, &error);
                BoxError { source: Box::new(error), kind }
            })
        }))
    }

    /// Wraps a closure whose error can be boxed. Each of its errors counts as one that may pass, and its request as one
    /// that may have been carried out.
    pub fn from_fn<E: Into<Box<dyn StdError + Send + Sync>>>(
        send: impl Fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, E> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(move |request| {
            send(request).map_err(|error| BoxError { source: error.into(), kind: Failure::Passing })
        }))
    }
}

impl Transport for BoxTransport {
    type Error = BoxError;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, BoxError> {
        (self.0)(request)
    }

    fn is_retryable(&self, error: &BoxError) -> bool {
        error.kind != Failure::Final
    }

    fn was_not_sent(&self, error: &BoxError) -> bool {
        error.kind == Failure::NotSent
    }
}

impl fmt::Debug for BoxTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BoxTransport").finish_non_exhaustive()
    }
}

/// The error of a [`BoxTransport`]: it has the text and the source of the error of the transport inside.
///
/// It remembers what the transport said about it: whether the request could succeed later, and whether it was sent.
///
/// ```
/// use kinde_api::BoxError;
///
/// fn is_io(error: &BoxError) -> bool {
///     error.downcast_ref::<std::io::Error>().is_some()
/// }
/// ```
pub struct BoxError {
    source: Box<dyn StdError + Send + Sync>,
    kind: Failure,
}

impl BoxError {
    /// The transport's error, where it is of this type.
    ///
    /// ```
    /// use std::io;
    /// use http::{Request, Response};
    /// use kinde_api::{BoxTransport, Transport};
    ///
    /// let transport = BoxTransport::new(|_: Request<Vec<u8>>| {
    ///     Err::<Response<Vec<u8>>, _>(io::Error::from(io::ErrorKind::ConnectionRefused))
    /// });
    /// let error = transport.send(Request::new(Vec::new())).unwrap_err();
    /// let cause: Option<&io::Error> = error.downcast_ref();
    /// assert_eq!(cause.map(io::Error::kind), Some(io::ErrorKind::ConnectionRefused));
    /// ```
    #[must_use]
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        self.source.downcast_ref()
    }
}

impl fmt::Display for BoxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(formatter)
    }
}

impl fmt::Debug for BoxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(formatter)
    }
}

impl StdError for BoxError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.source()
    }
}
