//! A call that may be made twice.

use std::fmt;

use http::Response;

use super::course::Course;
use crate::{Client, Endpoint, Error, Transport};

/// A call that the caller has declared safe to make twice: what [`Client::repeatable`] gives.
///
/// ```
/// use kinde_api::organizations::UpdateOrganization;
/// use kinde_api::{Repeatable, Transport};
///
/// fn is_renamed<T: Transport>(rename: Repeatable<'_, T, UpdateOrganization>) -> bool {
///     rename.send().is_ok()
/// }
/// ```
#[must_use = "nothing is sent unless it is told to"]
pub struct Repeatable<'a, T, E> {
    client: &'a Client<T>,
    endpoint: &'a E,
}

impl<'a, T: Transport, E: Endpoint> Repeatable<'a, T, E> {
    pub(crate) fn new(client: &'a Client<T>, endpoint: &'a E) -> Self {
        Self { client, endpoint }
    }

    /// Makes the call and gives its output, as [`Client::send`] does.
    ///
    /// # Errors
    ///
    /// As [`Client::send`].
    pub fn send(self) -> Result<E::Output, Error<T::Error>> {
        Ok(self.send_full()?.into_body())
    }

    /// Makes the call and gives its output along with the status and the headers, as [`Client::send_full`] does.
    ///
    /// # Errors
    ///
    /// As [`Client::send`].
    pub fn send_full(self) -> Result<Response<E::Output>, Error<T::Error>> {
        let course = Course::new(self.client.session(), E::OPERATION_ID).repeatable();
        self.client.complete(self.endpoint, course, &|api| self.endpoint.request(api))
    }
}

impl<T, E> fmt::Debug for Repeatable<'_, T, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Repeatable").finish_non_exhaustive()
    }
}
