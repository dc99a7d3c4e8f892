//! The pages of a list and what they list, fetched one by one.

use std::fmt;
use std::iter::FusedIterator;
use std::vec;

use crate::{Client, Error, Paged, Transport};

/// The pages of an endpoint, one call each: what [`Client::pages`] gives.
///
/// Holds no page itself. Stops after an error; [`next_endpoint`](Self::next_endpoint) then tells where to go on.
///
/// ```
/// use kinde_api::organizations::GetOrganizations;
/// # use std::convert::Infallible;
/// # use http::{Request, Response};
/// # use kinde_api::{Client, Credentials};
/// # let transport = |request: Request<Vec<u8>>| {
/// #     let (status, body) = match request.uri().query() {
/// #         None => (200, r#"{"organizations":[{"name":"Acme"}],"next_token":"a"}"#),
/// #         Some(_) => (400, ""),
/// #     };
/// #     Ok::<_, Infallible>(Response::builder().status(status).body(body.into()).unwrap())
/// # };
/// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
///
/// // The second page can't be had today.
/// let mut pages = client.pages(GetOrganizations::new());
/// assert!(pages.next().is_some_and(|page| page.is_ok()));
/// assert!(pages.next().is_some_and(|page| page.is_err()));
/// assert!(pages.next().is_none());
///
/// let to_go_on_from = pages.next_endpoint().cloned();
/// assert_eq!(to_go_on_from, Some(GetOrganizations::new().next_token("a")));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[must_use = "nothing is fetched until a page is asked for"]
pub struct Pages<T, P> {
    client: Client<T>,
    next: Option<P>,
    has_failed: bool,
}

impl<T: Transport, P: Paged> Pages<T, P> {
    pub(crate) fn new(client: Client<T>, first: P) -> Self {
        Self { client, next: Some(first), has_failed: false }
    }

    /// The endpoint of the page to come: after an error that of the page that failed, and `None` at the end.
    ///
    /// It can be stored, and gone on from later.
    pub fn next_endpoint(&self) -> Option<&P> {
        self.next.as_ref()
    }
}

impl<T, P> Pages<T, P> {
    fn is_over(&self) -> bool {
        self.has_failed || self.next.is_none()
    }
}

impl<T: Transport, P: Paged> Iterator for Pages<T, P> {
    type Item = Result<P::Output, Error<T::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over() {
            return None;
        }
        let endpoint = self.next.as_ref()?;
        let page = self.client.send(endpoint);
        match &page {
            Ok(page) => self.next = endpoint.next_page(page),
            Err(_) => self.has_failed = true,
        }
        Some(page)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // A page to come is there or is an error.
        if self.is_over() { (0, Some(0)) } else { (1, None) }
    }
}

impl<T: Transport, P: Paged> FusedIterator for Pages<T, P> {}

/// What the pages of an endpoint list, one after the other: what [`Client::items`] gives.
///
/// Holds one page at a time. What was read before an error is given before it; after it comes nothing.
///
/// ```
/// use kinde_api::organizations::GetOrganizations;
/// # use std::convert::Infallible;
/// # use http::{Request, Response};
/// # use kinde_api::{Client, Credentials};
/// # let transport = |request: Request<Vec<u8>>| {
/// #     let (status, body) = match request.uri().query() {
/// #         None => (200, r#"{"organizations":[{"name":"Acme"}],"next_token":"a"}"#),
/// #         Some(_) => (400, ""),
/// #     };
/// #     Ok::<_, Infallible>(Response::builder().status(status).body(body.into()).unwrap())
/// # };
/// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
///
/// // The second page can't be had today.
/// let mut names = Vec::new();
/// let mut items = client.items(GetOrganizations::new());
/// for organization in &mut items {
///     match organization {
///         Ok(organization) => names.extend(organization.name),
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// assert_eq!(names, ["Acme"]);
/// assert_eq!(items.next_endpoint(), Some(&GetOrganizations::new().next_token("a")));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[must_use = "nothing is fetched until an item is asked for"]
pub struct Items<T, P: Paged> {
    pages: Pages<T, P>,
    page: vec::IntoIter<P::Item>,
}

impl<T: Transport, P: Paged> Items<T, P> {
    pub(crate) fn new(pages: Pages<T, P>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }

    /// The endpoint of the page after the one that is being read; see [`Pages::next_endpoint`].
    pub fn next_endpoint(&self) -> Option<&P> {
        self.pages.next_endpoint()
    }
}

impl<T: Transport, P: Paged> Iterator for Items<T, P> {
    type Item = Result<P::Item, Error<T::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.page = P::items(page).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let there = self.page.len();
        (there, self.pages.is_over().then_some(there))
    }
}

impl<T: Transport, P: Paged> FusedIterator for Items<T, P> {}

impl<T, P: fmt::Debug> fmt::Debug for Pages<T, P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pages").field("next", &self.next).finish_non_exhaustive()
    }
}

impl<T, P: Paged + fmt::Debug> fmt::Debug for Items<T, P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Items")
            .field("read", &self.page.len())
            .field("next", &self.pages.next)
            .finish_non_exhaustive()
    }
}
