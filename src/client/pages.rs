//! The pages of a list and what they list, fetched one by one.

use std::fmt;
use std::iter::FusedIterator;
use std::vec;

use http::{Request, Uri};

use crate::{Client, Error, Paged, Transport};

/// A listing of which so many pages in a row are empty, and all lead to a further one, has no end.
const MOST_EMPTY_PAGES: u32 = 10;

/// The pages of an endpoint, one call each: what [`Client::pages`] gives.
///
/// Holds no page itself. Stops after an error; [`next_endpoint`](Self::next_endpoint) then tells where to go on.
///
/// Every listing ends: one that leads back to an earlier page, and one with ten empty pages in a row, ends with
/// [`Error::Endless`]. Until such a circle is noticed, after at most three times its length, pages may come twice.
///
/// ```
/// use kinde_api::organizations::GetOrganizations;
/// # use std::convert::Infallible;
/// # use http::{Request, Response};
/// # use kinde_api::{Client, Credentials};
/// # let transport = |request: Request<Vec<u8>>| {
/// #     let (status, body) = match request.uri().query() {
/// #         None | Some("page_size=500") => (200, r#"{"organizations":[{"name":"Acme"}],"next_token":"a"}"#),
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
    circle: Circle,
    /// How many pages in a row were empty and led to a further one.
    empty_in_a_row: u32,
}

impl<T: Transport, P: Paged> Pages<T, P> {
    pub(crate) fn new(client: Client<T>, first: P) -> Self {
        Self { client, next: Some(first), has_failed: false, circle: Circle::new(), empty_in_a_row: 0 }
    }

    /// Fetches the page to come.
    fn fetch(&mut self) -> Option<Result<P::Output, Error<T::Error>>> {
        if self.is_over() {
            return None;
        }
        let endpoint = self.next.as_ref()?;
        // Where no request can be made of it, sending it says so.
        let is_back = self.client.draft(endpoint).is_ok_and(|request| self.circle.is_closed_by(request));
        let page = match (is_back, self.empty_in_a_row) {
            (true, _) => Err(endless::<P, _>("a page leads back to one that came before it")),
            (_, MOST_EMPTY_PAGES..) => Err(endless::<P, _>("ten pages in a row are empty, and there is a further one")),
            _ => self.client.send(endpoint),
        };
        match &page {
            Ok(page) => self.next = endpoint.next_page(page),
            Err(_) => self.has_failed = true,
        }
        Some(page)
    }

    fn note(&mut self, is_empty: bool) {
        self.empty_in_a_row = if is_empty && self.next.is_some() { self.empty_in_a_row + 1 } else { 0 };
    }

    /// The endpoint of the next page; after an error, that of the page that failed; `None` at the end.
    ///
    /// Store it to go on from there later.
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
        let page = self.fetch()?;
        self.note(page.as_ref().is_ok_and(P::is_empty));
        Some(page)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // A page to come is there or is an error.
        if self.is_over() { (0, Some(0)) } else { (1, None) }
    }
}

impl<T: Transport, P: Paged> FusedIterator for Pages<T, P> {}

fn endless<P: Paged, E: std::error::Error>(reason: &'static str) -> Error<E> {
    Error::Endless { operation_id: P::OPERATION_ID, reason }
}

/// Finds out that a listing goes round in a circle, and keeps one of its requests for that: Brent's way. It is found
/// within three times the length of the circle.
struct Circle {
    kept: Option<(Uri, Vec<u8>)>,
    /// How many requests were made since that one, and after how many another takes its place.
    since: u64,
    span: u64,
}

impl Circle {
    fn new() -> Self {
        Self { kept: None, since: 0, span: 1 }
    }

    fn is_closed_by(&mut self, request: Request<Vec<u8>>) -> bool {
        let (head, body) = request.into_parts();
        let is_kept = self.kept.as_ref().is_some_and(|(uri, kept)| *uri == head.uri && *kept == body);
        self.since += 1;
        if self.since == self.span {
            self.kept = Some((head.uri, body));
            self.since = 0;
            self.span = self.span.saturating_mul(2);
        }
        is_kept
    }
}

/// The items of all pages of an endpoint, one after the other: what [`Client::items`] gives.
///
/// Holds one page at a time. Items that were read before an error come before it; after an error there is nothing more.
/// It ends as [`Pages`] does.
///
/// ```
/// use kinde_api::organizations::GetOrganizations;
/// # use std::convert::Infallible;
/// # use http::{Request, Response};
/// # use kinde_api::{Client, Credentials};
/// # let transport = |request: Request<Vec<u8>>| {
/// #     let (status, body) = match request.uri().query() {
/// #         None | Some("page_size=500") => (200, r#"{"organizations":[{"name":"Acme"}],"next_token":"a"}"#),
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
/// assert_eq!(items.next_endpoint(), Some(&GetOrganizations::new().page_size(500).next_token("a")));
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
            match self.pages.fetch()? {
                Ok(page) => self.page = P::items(page).into_iter(),
                Err(error) => return Some(Err(error)),
            }
            self.pages.note(self.page.len() == 0);
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
