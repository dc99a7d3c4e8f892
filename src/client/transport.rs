//! What carries a request to a server and brings the response back.

use std::error::Error;
use std::sync::Arc;

use http::{Request, Response};

/// Sends one request and waits for the whole response.
///
/// A closure is a transport, so any HTTP stack is one in a few lines, and so is a test that answers by itself:
///
/// ```
/// use std::convert::Infallible;
/// use http::{Request, Response};
/// use kinde_api::Transport;
///
/// let transport = |request: Request<Vec<u8>>| {
///     assert_eq!(request.method(), http::Method::GET);
///     Ok::<_, Infallible>(Response::new(b"{}".to_vec()))
/// };
/// let response = transport.send(Request::new(Vec::new()))?;
/// assert_eq!(response.body(), b"{}");
/// # Ok::<(), Infallible>(())
/// ```
///
/// An implementation returns every status as a response, follows no redirect (the `Authorization` header would travel
/// with it), and fails only if there is no whole response. It must make no calls with the client that it serves: one
/// that needs a token would wait for the very fetch that it is part of, so it is an error at once.
pub trait Transport {
    /// Why there is no response.
    type Error: Error + Send + Sync + 'static;

    /// Sends the request and reads the response to its end.
    ///
    /// # Errors
    ///
    /// If no whole response came. A status is never an error here.
    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Self::Error>;

    /// Whether the same request could succeed if it were sent again: yes, unless an implementation knows better.
    ///
    /// A [`Client`](crate::Client) asks this about requests that do no harm if they are sent twice.
    ///
    /// ```
    /// use std::io;
    /// use http::{Request, Response};
    /// use kinde_api::Transport;
    ///
    /// struct Recorded;
    ///
    /// impl Transport for Recorded {
    ///     type Error = io::Error;
    ///
    ///     fn send(&self, _: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, io::Error> {
    ///         Err(io::ErrorKind::NotFound.into())
    ///     }
    ///
    ///     fn is_retryable(&self, error: &io::Error) -> bool {
    ///         error.kind() != io::ErrorKind::NotFound
    ///     }
    /// }
    ///
    /// let error = Recorded.send(Request::new(Vec::new())).unwrap_err();
    /// assert!(!Recorded.is_retryable(&error));
    /// ```
    fn is_retryable(&self, error: &Self::Error) -> bool {
        let _ = error;
        true
    }

    /// Whether it is certain that nothing of the request was sent: no, unless an implementation knows better.
    ///
    /// A [`Client`](crate::Client) then tries a POST or PATCH again like any other request. It asks only where
    /// [`is_retryable`](Self::is_retryable) is true.
    ///
    /// ```
    /// use std::io;
    /// use http::{Request, Response};
    /// use kinde_api::Transport;
    ///
    /// struct Refused;
    ///
    /// impl Transport for Refused {
    ///     type Error = io::Error;
    ///
    ///     fn send(&self, _: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, io::Error> {
    ///         Err(io::ErrorKind::ConnectionRefused.into())
    ///     }
    ///
    ///     fn was_not_sent(&self, error: &io::Error) -> bool {
    ///         error.kind() == io::ErrorKind::ConnectionRefused
    ///     }
    /// }
    ///
    /// let error = Refused.send(Request::new(Vec::new())).unwrap_err();
    /// assert!(Refused.was_not_sent(&error));
    /// ```
    fn was_not_sent(&self, error: &Self::Error) -> bool {
        let _ = error;
        false
    }
}

impl<F, E> Transport for F
where
    F: Fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, E>,
    E: Error + Send + Sync + 'static,
{
    type Error = E;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, E> {
        self(request)
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    type Error = T::Error;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, T::Error> {
        (**self).send(request)
    }

    fn is_retryable(&self, error: &T::Error) -> bool {
        (**self).is_retryable(error)
    }

    fn was_not_sent(&self, error: &T::Error) -> bool {
        (**self).was_not_sent(error)
    }
}

impl<E: Error + Send + Sync + 'static> Transport for Box<dyn Transport<Error = E> + Send + Sync> {
    type Error = E;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, E> {
        (**self).send(request)
    }

    fn is_retryable(&self, error: &E) -> bool {
        (**self).is_retryable(error)
    }

    fn was_not_sent(&self, error: &E) -> bool {
        (**self).was_not_sent(error)
    }
}

/// Which attempt of which operation a request is. It is in the extensions of each request that a
/// [`Client`](crate::Client) sends.
///
/// A transport that wraps another one can log or count by it:
///
/// ```
/// use std::time::Instant;
/// use http::{Request, Response};
/// use kinde_api::{Attempt, Transport};
///
/// struct Logged<T>(T);
///
/// impl<T: Transport> Transport for Logged<T> {
///     type Error = T::Error;
///
///     fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, T::Error> {
///         let attempt = request.extensions().get::<Attempt>().cloned();
///         let start = Instant::now();
///         let answer = self.0.send(request);
///         let status = answer.as_ref().map(Response::status).ok();
///         eprintln!("{attempt:?}: {status:?} after {:?}", start.elapsed());
///         answer
///     }
///
///     fn is_retryable(&self, error: &T::Error) -> bool {
///         self.0.is_retryable(error)
///     }
///
///     fn was_not_sent(&self, error: &T::Error) -> bool {
///         self.0.was_not_sent(error)
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// [`Endpoint::OPERATION_ID`](crate::Endpoint::OPERATION_ID), or `token` where a token is fetched.
    pub operation_id: &'static str,
    /// Which attempt this is, from 1.
    pub number: u32,
}
