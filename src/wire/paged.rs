//! From one page to the next, as rules that any endpoint can use.

use crate::Endpoint;

/// An endpoint whose answer is one page of several.
///
/// The step from page to page is pure: a program with an HTTP stack of its own pages like this.
///
/// ```
/// use http::Response;
/// use kinde_api::organizations::GetOrganizationUsers;
/// use kinde_api::{Endpoint, Paged};
///
/// let mut next = Some(GetOrganizationUsers::new("org_1").page_size(2));
/// let mut answers = [
///     Response::new(r#"{"organization_users":[{"id":"kp_1"},{"id":"kp_2"}],"next_token":"a"}"#),
///     Response::new(r#"{"organization_users":[{"id":"kp_3"}],"next_token":"b"}"#),
///     Response::new(r#"{"organization_users":[]}"#),
/// ]
/// .into_iter();
/// let mut ids = Vec::new();
/// while let Some(members) = next {
///     // let request = members.request(&api)?; …
///     let page = members.response(&answers.next().unwrap())?;
///     next = members.next_page(&page);
///     ids.extend(page.organization_users.into_iter().filter_map(|member| member.id));
/// }
/// assert_eq!(ids, ["kp_1", "kp_2", "kp_3"]);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not come in pages",
    note = "`Client::send` makes the one call that there is"
)]
pub trait Paged: Endpoint + Sized {
    /// The type of the items that the pages list.
    type Item;

    /// The endpoint of the page after this one, or `None` after the last page.
    ///
    /// Everything but the token stays as it is. The end is a token that is absent, empty or the one that was just sent;
    /// an empty page with a new token is not the end.
    fn next_page(&self, page: &Self::Output) -> Option<Self>;

    /// The items of a page.
    ///
    /// ```
    /// use kinde_api::Paged;
    /// use kinde_api::organizations::{GetOrganizations, GetOrganizationsResponse, OrganizationItem};
    ///
    /// let mut page = GetOrganizationsResponse::default();
    /// page.organizations = vec![OrganizationItem::default()];
    /// assert_eq!(GetOrganizations::items(page), [OrganizationItem::default()]);
    /// ```
    fn items(page: Self::Output) -> Vec<Self::Item>;

    /// The endpoint with the largest page size that Kinde accepts, unless a page size is set already.
    ///
    /// [`Client::items`](crate::Client::items) calls it. Unless it is implemented, it changes nothing.
    ///
    /// ```
    /// use kinde_api::Paged;
    /// use kinde_api::organizations::GetOrganizations;
    ///
    /// let all = GetOrganizations::new().with_largest_page();
    /// assert_eq!(all, GetOrganizations::new().page_size(500));
    ///
    /// let few = GetOrganizations::new().page_size(3).with_largest_page();
    /// assert_eq!(few, GetOrganizations::new().page_size(3));
    /// ```
    #[must_use]
    fn with_largest_page(self) -> Self {
        self
    }

    /// Whether a page lists nothing, as far as that is known without taking it apart.
    ///
    /// [`Client::pages`](crate::Client::pages) stops after ten such pages in a row if each leads to another one.
    ///
    /// ```
    /// use kinde_api::Paged;
    /// use kinde_api::organizations::{GetOrganizations, GetOrganizationsResponse};
    ///
    /// assert!(GetOrganizations::is_empty(&GetOrganizationsResponse::default()));
    /// ```
    fn is_empty(page: &Self::Output) -> bool {
        let _ = page;
        false
    }
}

/// The token of the next page: the one that was received, unless it is absent, empty or the one that was just sent.
///
/// With it, an endpoint of your own is [`Paged`] in three lines:
///
/// ```
/// use kinde_api::paging::next_token;
///
/// assert_eq!(next_token(None, Some("a")), Some("a"));
/// assert_eq!(next_token(Some("a"), Some("b")), Some("b"));
/// assert_eq!(next_token(Some("b"), Some("b")), None);
/// assert_eq!(next_token(Some("b"), Some("")), None);
/// assert_eq!(next_token(Some("b"), None), None);
/// ```
#[must_use]
pub fn next_token<'a>(sent: Option<&str>, received: Option<&'a str>) -> Option<&'a str> {
    received.filter(|received| !received.is_empty() && Some(*received) != sent)
}

/// The id that the next page starts after: that of the last item, while there is more.
///
/// `sent` is the id that this page started after. A page is the last one where `has_more` is false, where it is empty,
/// where its last item has no id, and where that id is the one that was just sent.
///
/// ```
/// use kinde_api::paging::next_id;
///
/// assert_eq!(next_id(None, Some("kp_2"), true), Some("kp_2"));
/// assert_eq!(next_id(Some("kp_2"), Some("kp_2"), true), None);
/// assert_eq!(next_id(Some("kp_2"), Some("kp_4"), false), None);
/// assert_eq!(next_id(Some("kp_2"), None, true), None);
/// ```
#[must_use]
pub fn next_id<'a>(sent: Option<&str>, last: Option<&'a str>, has_more: bool) -> Option<&'a str> {
    last.filter(|last| has_more && !last.is_empty() && Some(*last) != sent)
}

/// Pages by `next_token`: the endpoint, which list of its answer is of what, and how long a page may be.
///
/// It is 500 unless it says `at most 100` or the like; `of no size` is for endpoints that have no `page_size`.
macro_rules! pages_by_token {
    ($endpoint:ident: $field:ident of $item:ident) => {
        $crate::wire::paged::pages_by_token!($endpoint: $field of $item, at most 500);
    };
    ($endpoint:ident: $field:ident of $item:ident, $($size:tt)+) => {
        impl $crate::Paged for $endpoint {
            type Item = $item;

            #[inline]
            fn next_page(&self, page: &Self::Output) -> Option<Self> {
                let token = $crate::paging::next_token(self.next_token.as_deref(), page.next_token.as_deref())?;
                Some(Self { next_token: Some(token.to_owned()), ..self.clone() })
            }

            $crate::wire::paged::page_of!($field of $item, $($size)+);
        }
    };
}
pub(crate) use pages_by_token;

/// Pages by `starting_after`: the endpoint, which list of its answer is of what, which field of that is its id, and how
/// long a page may be, as for [`pages_by_token`].
///
/// `unless ending_before` is for endpoints that can look backwards too: the page after such a one is not defined.
macro_rules! pages_by_id {
    ($endpoint:ident: $field:ident of $item:ident by $id:ident $(, unless $backwards:ident)?) => {
        $crate::wire::paged::pages_by_id!($endpoint: $field of $item by $id $(, unless $backwards)?, at most 500);
    };
    ($endpoint:ident: $field:ident of $item:ident by $id:ident $(, unless $backwards:ident)?, at most $size:literal) => {
        $crate::wire::paged::pages_by_id!($endpoint: $field of $item by $id ($($backwards)?) at most $size);
    };
    ($endpoint:ident: $field:ident of $item:ident by $id:ident $(, unless $backwards:ident)?, of no size) => {
        $crate::wire::paged::pages_by_id!($endpoint: $field of $item by $id ($($backwards)?) of no size);
    };
    ($endpoint:ident: $field:ident of $item:ident by $id:ident ($($backwards:ident)?) $($size:tt)+) => {
        impl $crate::Paged for $endpoint {
            type Item = $item;

            #[inline]
            fn next_page(&self, page: &Self::Output) -> Option<Self> {
                $(if self.$backwards.is_some() {
                    return None;
                })?
                let last = page.$field.last()?.$id.as_ref().map(AsRef::as_ref);
                let has_more = page.has_more.unwrap_or_default();
                let id = $crate::paging::next_id(self.starting_after.as_deref(), last, has_more)?;
                Some(Self { starting_after: Some(id.to_owned()), ..self.clone() })
            }

            $crate::wire::paged::page_of!($field of $item, $($size)+);
        }
    };
}
pub(crate) use pages_by_id;

/// What both ways to page have in common.
macro_rules! page_of {
    ($field:ident of $item:ident, at most $size:literal) => {
        #[inline]
        fn with_largest_page(self) -> Self {
            Self { page_size: self.page_size.or(Some($size)), ..self }
        }

        $crate::wire::paged::page_of!($field of $item, of no size);
    };
    ($field:ident of $item:ident, of no size) => {
        #[inline]
        fn items(page: Self::Output) -> Vec<$item> {
            page.$field
        }

        #[inline]
        fn is_empty(page: &Self::Output) -> bool {
            page.$field.is_empty()
        }
    };
}
pub(crate) use page_of;
