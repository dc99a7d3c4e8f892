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
/// An implementation gives back every status as a response, follows no redirect (the `Authorization` header would
/// travel with it), and fails only where there is no whole response.
///
/// Wrapped, it lets a program see what happens. Operation and attempt are in the request's extensions, put there by
/// [`Client`](crate::Client):
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
///         let (start, attempt) = (Instant::now(), request.extensions().get::<Attempt>().cloned());
///         let result = self.0.send(request);
///         let status = result.as_ref().map(|response| response.status().as_u16()).ok();
///         if let Some(Attempt { operation_id, number, .. }) = attempt {
///             eprintln!("{operation_id} attempt {number}: {status:?} after {:?}", start.elapsed());
///         }
///         result
///     }
///
///     fn is_retryable(&self, error: &T::Error) -> bool {
///         self.0.is_retryable(error)
///     }
/// }
/// ```
pub trait Transport {
    /// Why there is no response.
    type Error: Error + Send + Sync + 'static;

    /// Sends the request and reads the response to its end.
    ///
    /// # Errors
    ///
    /// Where no whole response could be had. A status is never an error here.
    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Self::Error>;

    /// Whether the same request could succeed if it were sent again: yes, unless an implementation knows better.
    ///
    /// [`Client`](crate::Client) asks this for GET, PUT and DELETE only: the fate of another request is unknown.
    fn is_retryable(&self, error: &Self::Error) -> bool {
        let _ = error;
        true
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
}
