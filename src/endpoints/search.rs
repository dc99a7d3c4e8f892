//! Search for users.
//!
//! To find people by a part of their address:
//!
//! ```
//! # #[cfg(feature = "emulator")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::emulator::{Emulator, User};
//! use kinde_api::search::SearchUsers;
//! # let emulator = Emulator::new();
//! # emulator.add_user(User::new("member17@example.com"));
//! # emulator.add_user(User::new("member17@acme.com"));
//! # let client = emulator.client();
//!
//! let at_acme = client.items(SearchUsers::new().query("@acme.com")).collect::<Result<Vec<_>, _>>()?;
//! assert_eq!(at_acme.len(), 1);
//! assert_eq!(at_acme[0].email.as_deref(), Some("member17@acme.com"));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "emulator"))]
//! # fn main() {}
//! ```

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::paging::next_id;
pub use crate::users::UserIdentity;
use crate::wire::fields::fields;
use crate::{
    Api, ApiId, DateTime, Endpoint, Operation, OrgCode, Paged, PropertyKey, RequestBuilder, RequestError, ScopeKey,
    UserId,
};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::search::OPERATIONS;
///
/// assert_eq!(OPERATIONS[0].scope, "read:users");
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<SearchUsers>()];

/// `GET /api/v1/search/users`: finds users by a part of their name or address, or by their properties.
///
/// Scope: `read:users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`SearchUsersResponse`].
/// [`Client::items`](crate::Client::items) gives each [`FoundUser`] of all pages.
///
/// The answer does not say whether there is more, so that the list goes on until a page is empty. For an exact address
/// or id, use [`GetUsers`](crate::users::GetUsers), which filters by lists of them.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::search::{SearchExpand, SearchUsers};
///
/// // All who live in one of the two cities, with their properties.
/// let users = SearchUsers::new()
///     .query("*")
///     .properties([("kp_usr_city", ["Perth", "Broome"])])
///     .expand([SearchExpand::Properties]);
/// assert_eq!(
///     users.request(&api)?.uri().query(),
///     Some("query=%2A&properties%5Bkp_usr_city%5D=Perth&properties%5Bkp_usr_city%5D=Broome&expand=properties")
/// );
///
/// let response = http::Response::new(
///     r#"{"results":[{"id":"kp_17","properties":{"kp_usr_city":"Perth"},
///         "api_scopes":[{"org_code":"org_1","scope":"read:reports"}]}]}"#,
/// );
/// let page = users.response(&response)?;
/// assert_eq!(page.results[0].properties["kp_usr_city"], "Perth");
/// assert_eq!(page.results[0].api_scopes[0].scope, Some("read:reports".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/search/get/api/v1/search/users)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SearchUsers {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// What name or address must match; `*` matches all, for a search by properties alone.
    pub query: Option<String>,
    /// Only users who have this scope of an API, by its key. Kinde's reference says no more about it.
    pub api_scopes: Option<String>,
    /// Only users who have one of the given values of each of these properties.
    pub properties: Option<BTreeMap<PropertyKey, Vec<String>>>,
    /// Where to go on: the id of the last user of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the user with this id.
    pub ending_before: Option<String>,
    /// What else to include for each user.
    pub expand: Option<Vec<SearchExpand>>,
}

options! {
    /// All users, in Kinde's order.
    SearchUsers::new() {
        page_size: plain u32;
        query: into String;
        api_scopes: into String;
        properties: lists PropertyKey;
        starting_after: into String;
        ending_before: into String;
        expand: list SearchExpand;
    }
}

impl Endpoint for SearchUsers {
    type Output = SearchUsersResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/search/users";
    const OPERATION_ID: &'static str = "searchUsers";
    const SCOPE: &'static str = "read:users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("query", self.query.as_ref())
            .query("api_scopes", self.api_scopes.as_ref())
            .query_map("properties", self.properties.as_ref())
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .query_list("expand", self.expand.as_deref())
            .build()
    }
}

impl Paged for SearchUsers {
    type Item = FoundUser;

    /// The answer does not tell whether there is more, so that only an empty page is the end.
    fn next_page(&self, page: &SearchUsersResponse) -> Option<Self> {
        if self.ending_before.is_some() {
            return None;
        }
        let last = page.results.last()?.id.as_ref().map(UserId::as_str);
        let id = next_id(self.starting_after.as_deref(), last, true)?;
        Some(Self { starting_after: Some(id.to_owned()), ..self.clone() })
    }

    fn with_largest_page(self) -> Self {
        Self { page_size: self.page_size.or(Some(500)), ..self }
    }

    fn is_empty(page: &SearchUsersResponse) -> bool {
        page.results.is_empty()
    }

    fn items(page: SearchUsersResponse) -> Vec<FoundUser> {
        page.results
    }
}

open_enum! {
    /// What else [`SearchUsers`] can include for each user.
    pub enum SearchExpand {
        /// The organizations that the user is a member of.
        Organizations = "organizations",
        /// The ways in which the user signs in.
        Identities = "identities",
        /// The properties with their values.
        Properties = "properties",
    }
}

/// What [`SearchUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct SearchUsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The users of this page.
    pub results: Vec<FoundUser>,
}

fields!(SearchUsersResponse { code, message, results: page required });

/// A user, as [`SearchUsers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct FoundUser {
    /// The id of the user.
    pub id: Option<UserId>,
    /// Your own id for the user.
    pub provided_id: Option<String>,
    /// The user's address.
    pub email: Option<String>,
    /// The user's name for signing in.
    pub username: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// Whether the user is suspended.
    pub is_suspended: Option<bool>,
    /// The URL of the user's picture.
    pub picture: Option<String>,
    /// How often the user signed in.
    pub total_sign_ins: Option<u64>,
    /// How often in a row signing in failed.
    pub failed_sign_ins: Option<u64>,
    /// When the user last signed in.
    pub last_signed_in: Option<DateTime>,
    /// When the user was created.
    pub created_on: Option<DateTime>,
    /// The organizations that the user is a member of, if [asked for](SearchExpand::Organizations).
    pub organizations: Vec<OrgCode>,
    /// The ways in which the user signs in, if [asked for](SearchExpand::Identities).
    pub identities: Vec<UserIdentity>,
    /// The properties that have a value, by key, if [asked for](SearchExpand::Properties). Kinde sends each as a
    /// string.
    pub properties: BTreeMap<PropertyKey, Value>,
    /// The scopes of APIs that the user has.
    pub api_scopes: Vec<UserApiScope>,
}

fields!(FoundUser {
    id,
    provided_id,
    email,
    username,
    last_name,
    first_name,
    is_suspended,
    picture,
    total_sign_ins: count,
    failed_sign_ins: count,
    last_signed_in,
    created_on,
    organizations: list,
    identities: list,
    properties: values,
    api_scopes: list,
});

/// A scope of an API that a user has in an organization, as [`SearchUsers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UserApiScope {
    /// The organization in which the user has it.
    pub org_code: Option<OrgCode>,
    /// The key of the scope.
    pub scope: Option<ScopeKey>,
    /// The API that it is a scope of.
    pub api_id: Option<ApiId>,
}

fields!(UserApiScope { org_code, scope, api_id });
