//! Users themselves: list, get, create, update, delete, and the claims that are kept of them.

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::{Deserialize, Serialize};

use super::identities::IdentityType;
use crate::endpoints::inputs::{options, setters};
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{
    Api, BillingCustomerId, ConnectionId, DateTime, Endpoint, OrgCode, RequestBuilder, RequestError, SuccessResponse,
    UserId,
};

/// `GET /api/v1/users`: the users of the business, or those with given addresses, names, numbers or ids.
///
/// Scope: `read:users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`UsersResponse`].
/// [`Client::items`](crate::Client::items) gives each [`UserItem`] of all pages.
///
/// Use it to find the id of a user by address. Each filter takes several values, and lists users who have one of them;
/// a second filter narrows the list. The order can't be chosen.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::{GetUsers, UserExpand};
///
/// let users = GetUsers::new()
///     .email(["user17@example.com", "user18@example.com"])
///     .expand([UserExpand::Organizations, UserExpand::Billing]);
/// assert_eq!(
///     users.request(&api)?.uri().query(),
///     Some("email=user17%40example.com%2Cuser18%40example.com&expand=organizations%2Cbilling")
/// );
///
/// let response = http::Response::new(
///     r#"{"users":[{"id":"kp_17","email":"user17@example.com","organizations":["org_1"],
///         "billing":{"customer_id":"customer_17"},
///         "last_organization_sign_ins":[{"org_code":"org_1","last_signed_in":"2026-01-28T14:26:02Z"}]}]}"#,
/// );
/// let user = &users.response(&response)?.users[0];
/// assert_eq!((user.id.clone(), user.organizations.len()), (Some("kp_17".into()), 1));
/// assert_eq!(user.billing.clone().and_then(|billing| billing.customer_id), Some("customer_17".into()));
/// assert_eq!(user.last_organization_sign_ins[0].org_code, Some("org_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/get/api/v1/users)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetUsers {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Only users with one of these ids.
    pub user_id: Option<Vec<UserId>>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
    /// Only users with one of these addresses.
    pub email: Option<Vec<String>>,
    /// Only users with one of these user names.
    pub username: Option<Vec<String>>,
    /// Only users with one of these phone numbers.
    pub phone: Option<Vec<String>>,
    /// What else to include for each user. Each makes the call slower.
    pub expand: Option<Vec<UserExpand>>,
    /// Only users who are members of an organization, or only those who are not.
    pub has_organization: Option<bool>,
    /// Only users who signed in at that time or later, in ISO 8601: `2026-01-28T00:00:00Z`.
    pub active_since: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetUsers::new() {
        page_size: plain u32;
        user_id: list UserId;
        next_token: into String;
        email: list String;
        username: list String;
        phone: list String;
        expand: list UserExpand;
        has_organization: plain bool;
        active_since: into String;
    }
}

impl Endpoint for GetUsers {
    type Output = UsersResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/users";
    const OPERATION_ID: &'static str = "getUsers";
    const SCOPE: &'static str = "read:users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query_list("user_id", self.user_id.as_deref())
            .query("next_token", self.next_token.as_ref())
            .query_list("email", self.email.as_deref())
            .query_list("username", self.username.as_deref())
            .query_list("phone", self.phone.as_deref())
            .query_list("expand", self.expand.as_deref())
            .query("has_organization", self.has_organization)
            .query("active_since", self.active_since.as_ref())
            .build()
    }
}

pages_by_token!(GetUsers: users of UserItem);

open_enum! {
    /// What else [`GetUsers`] and [`GetUserData`] can include for a user.
    pub enum UserExpand {
        /// The organizations that the user is a member of.
        Organizations = "organizations",
        /// The ways in which the user signs in.
        Identities = "identities",
        /// The id of the user as a customer of billing.
        Billing = "billing",
    }
}

/// What [`GetUsers`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UsersResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The users of this page.
    pub users: Vec<UserItem>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(UsersResponse { code, message, users: page required, next_token });

/// A user, as [`GetUsers`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UserItem {
    /// The id of the user.
    pub id: Option<UserId>,
    /// Your own id of the user.
    pub provided_id: Option<String>,
    /// The user's address: what [`User`] calls `preferred_email`.
    pub email: Option<String>,
    /// The user's primary phone number.
    pub phone: Option<String>,
    /// The user's primary name for signing in.
    pub username: Option<String>,
    /// The last name: what is sent as `family_name`.
    pub last_name: Option<String>,
    /// The first name: what is sent as `given_name`.
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
    /// When the user last signed in to each organization.
    pub last_organization_sign_ins: Vec<OrganizationSignIn>,
    /// The organizations that the user is a member of, if [asked for](UserExpand::Organizations).
    pub organizations: Vec<OrgCode>,
    /// The ways in which the user signs in, if [asked for](UserExpand::Identities).
    pub identities: Vec<UserIdentity>,
    /// The user as a customer of billing, if [asked for](UserExpand::Billing).
    pub billing: Option<UserBilling>,
}

fields!(UserItem {
    id,
    provided_id,
    email,
    phone,
    username,
    last_name,
    first_name,
    is_suspended,
    picture,
    total_sign_ins: count,
    failed_sign_ins: count,
    last_signed_in,
    created_on,
    last_organization_sign_ins: list,
    organizations: list,
    identities: list,
    billing,
});

/// When a user last signed in to an organization, as [`GetUsers`] lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationSignIn {
    /// The organization.
    pub org_code: Option<OrgCode>,
    /// When the user last signed in to it.
    pub last_signed_in: Option<DateTime>,
}

fields!(OrganizationSignIn { org_code, last_signed_in });

/// One way in which a user signs in, in short, as [`GetUserData`], [`GetUsers`] and
/// [`SearchUsers`](crate::search::SearchUsers) list them if asked.
///
/// [`Identity`](crate::identities::Identity) is the long form, with the id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UserIdentity {
    /// Its type: `email`, `phone`, `username`, or a social account such as `oauth2:google`.
    pub r#type: Option<String>,
    /// What it is: the address, the number, the user name.
    pub identity: Option<String>,
    /// The connection of a social or an enterprise identity. Only [`GetUsers`] tells it.
    pub connection_id: Option<ConnectionId>,
}

fields!(UserIdentity { r#type = "type", identity, connection_id });

/// A user as a customer of billing, as [`GetUserData`] and [`GetUsers`] tell it if asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UserBilling {
    /// The id of the customer: what the operations of billing want.
    pub customer_id: Option<BillingCustomerId>,
}

fields!(UserBilling { customer_id });

/// `GET /api/v1/user`: one user by id.
///
/// Scope: `read:users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`User`].
///
/// The id goes into the query, so an empty one is refused. The user is the whole answer, without `code` and `message`.
/// According to Kinde's reference, an unknown id is a 400, not a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::{GetUserData, UserExpand};
///
/// let user = GetUserData::new("kp_17").expand([UserExpand::Identities, UserExpand::Billing]);
/// assert_eq!(user.request(&api)?.uri().query(), Some("id=kp_17&expand=identities%2Cbilling"));
///
/// let response = http::Response::new(
///     r#"{"id":"kp_17","preferred_email":"user17@example.com","billing":{"customer_id":"customer_17"},
///         "identities":[{"type":"username","identity":"user17"}]}"#,
/// );
/// let user = user.response(&response)?;
/// assert_eq!(user.preferred_email.as_deref(), Some("user17@example.com"));
/// assert_eq!(user.identities[0].identity.as_deref(), Some("user17"));
/// assert_eq!(user.billing.and_then(|billing| billing.customer_id), Some("customer_17".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/get/api/v1/user)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetUserData {
    /// The user.
    pub id: UserId,
    /// What else to include.
    pub expand: Option<Vec<UserExpand>>,
}

options! {
    /// The user with this id, with nothing else included.
    GetUserData::new(id: into UserId) {
        expand: list UserExpand;
    }
}

impl Endpoint for GetUserData {
    type Output = User;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/user";
    const OPERATION_ID: &'static str = "getUserData";
    const SCOPE: &'static str = "read:users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query_not_empty("id", Some(&self.id))
            .query_list("expand", self.expand.as_deref())
            .build()
    }
}

/// A user, as [`GetUserData`] gives one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct User {
    /// The id of the user.
    pub id: Option<UserId>,
    /// Your own id of the user.
    pub provided_id: Option<String>,
    /// The user's address: what [`UserItem`] calls `email`.
    pub preferred_email: Option<String>,
    /// The user's primary phone number.
    pub phone: Option<String>,
    /// The user's primary name for signing in.
    pub username: Option<String>,
    /// The last name: what is sent as `family_name`.
    pub last_name: Option<String>,
    /// The first name: what is sent as `given_name`.
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
    /// The organizations that the user is a member of, if [asked for](UserExpand::Organizations).
    pub organizations: Vec<OrgCode>,
    /// The ways in which the user signs in, if [asked for](UserExpand::Identities).
    pub identities: Vec<UserIdentity>,
    /// The user as a customer of billing, if [asked for](UserExpand::Billing).
    pub billing: Option<UserBilling>,
}

fields!(User {
    id,
    provided_id,
    preferred_email,
    phone,
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
    billing,
});

/// `POST /api/v1/user`: creates a user, with as many identities as are given.
///
/// Scope: `create:users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateUserResponse`].
///
/// A user without an identity can't sign in; more can be added by
/// [`CreateUserIdentity`](crate::users::CreateUserIdentity). An address, number or user name that is taken is refused,
/// with a 400 as far as is known: [`GetUsers`] finds who has it. Nobody is created suspended: see [`UpdateUser`]. The
/// answer has no `code` and no `message`.
///
/// Kinde has no idempotency keys: after a lost answer, look with [`GetUsers`] before you send it again.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::{CreateUser, NewIdentity};
///
/// let user = CreateUser::new().organization_code("org_1").identities([NewIdentity::username("user17")]);
/// assert_eq!(
///     user.request(&api)?.body(),
///     br#"{"organization_code":"org_1","identities":[{"type":"username","details":{"username":"user17"}}]}"#
/// );
///
/// let response = http::Response::new(
///     r#"{"id":"kp_17","created":true,"identities":[{"type":"username","result":{"created":true}}]}"#,
/// );
/// let answer = user.response(&response)?;
/// let outcome = answer.identities[0].result.clone().unwrap_or_default();
/// assert_eq!((answer.created, outcome.created), (Some(true), Some(true)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/post/api/v1/user)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateUser {
    /// The user's name and picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<CreateUserProfile>,
    /// The organization that the user becomes a member of. Kinde's document doesn't say what happens without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_code: Option<OrgCode>,
    /// Your own id of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provided_id: Option<String>,
    /// The ways in which the user can sign in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identities: Option<Vec<NewIdentity>>,
}

options! {
    /// A user with nothing set.
    CreateUser::new() {
        profile: into CreateUserProfile;
        organization_code: into OrgCode;
        provided_id: into String;
        identities: list NewIdentity;
    }
}

impl Endpoint for CreateUser {
    type Output = CreateUserResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/user";
    const OPERATION_ID: &'static str = "createUser";
    const SCOPE: &'static str = "create:users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// Name and picture of a user, for [`CreateUser`].
///
/// It has no address: that is an [identity](NewIdentity::email).
///
/// ```
/// use kinde_api::users::{CreateUser, CreateUserProfile};
///
/// let profile = CreateUserProfile::new().given_name("User").picture("https://example.com/17.png");
/// let user = CreateUser::new().profile(profile);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateUserProfile {
    /// The first name: what is read as `first_name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// The last name: what is read as `last_name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// The URL of the user's picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

fields!(CreateUserProfile { given_name, family_name, picture });

options! {
    /// A user without name and picture.
    CreateUserProfile::new() {
        given_name: into String;
        family_name: into String;
        picture: into String;
    }
}

/// One way in which a new user can sign in, for [`CreateUser`].
///
/// ```
/// use kinde_api::users::NewIdentity;
///
/// let phone = NewIdentity::phone("+61426148233").phone_country_id("au").is_verified(true);
/// let details = r#"{"phone":"+61426148233","phone_country_id":"au"}"#;
/// let json = format!(r#"{{"type":"phone","is_verified":true,"details":{details}}}"#);
/// assert_eq!(serde_json::to_string(&phone)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NewIdentity {
    /// Its type: an e-mail address, a phone number or a user name.
    pub r#type: IdentityType,
    /// Whether the address or number counts as verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_verified: Option<bool>,
    /// What it is, by names that depend on its type: `email`, `phone` and `phone_country_id`, `username`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, String>,
}

impl NewIdentity {
    /// An identity of this type without details.
    ///
    /// For types that Kinde adds later; today's have functions of their own.
    ///
    /// ```
    /// use kinde_api::users::{IdentityType, NewIdentity};
    ///
    /// let identity = NewIdentity::new(IdentityType::Email).detail("email", "user17@example.com");
    /// assert_eq!(identity, NewIdentity::email("user17@example.com"));
    /// ```
    #[must_use]
    pub fn new(r#type: impl Into<IdentityType>) -> Self {
        Self { r#type: r#type.into(), is_verified: None, details: BTreeMap::new() }
    }

    /// An e-mail address.
    ///
    /// ```
    /// use kinde_api::users::NewIdentity;
    ///
    /// let identity = NewIdentity::email("user17@example.com");
    /// assert_eq!(identity.details["email"], "user17@example.com");
    /// ```
    #[must_use]
    pub fn email(address: impl Into<String>) -> Self {
        Self::new(IdentityType::Email).detail("email", address)
    }

    /// A phone number, to which the [country](Self::phone_country_id) belongs.
    ///
    /// ```
    /// use kinde_api::users::NewIdentity;
    ///
    /// let identity = NewIdentity::phone("0426148233").phone_country_id("au");
    /// assert_eq!(identity.details["phone"], "0426148233");
    /// ```
    #[must_use]
    pub fn phone(number: impl Into<String>) -> Self {
        Self::new(IdentityType::Phone).detail("phone", number)
    }

    /// A user name. Upper and lower case make no difference to Kinde.
    ///
    /// ```
    /// use kinde_api::users::NewIdentity;
    ///
    /// let identity = NewIdentity::username("user17");
    /// assert_eq!(identity.details["username"], "user17");
    /// ```
    #[must_use]
    pub fn username(name: impl Into<String>) -> Self {
        Self::new(IdentityType::Username).detail("username", name)
    }

    /// Sets a [detail](Self#structfield.details); of two with the same name the last one holds.
    ///
    /// ```
    /// use kinde_api::users::NewIdentity;
    ///
    /// let identity = NewIdentity::new("new").detail("name", "user17");
    /// assert_eq!(identity.details["name"], "user17");
    /// ```
    #[must_use]
    pub fn detail(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.details.insert(name.into(), value.into());
        self
    }

    /// Sets the detail `phone_country_id`: the country of the phone number, in lower case, such as `au`.
    #[must_use]
    pub fn phone_country_id(self, country: impl Into<String>) -> Self {
        self.detail("phone_country_id", country)
    }
}

setters!(NewIdentity {
    is_verified: plain bool;
});

/// What [`CreateUser`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateUserResponse {
    /// The id of the user.
    pub id: Option<UserId>,
    /// Whether the user was created.
    pub created: Option<bool>,
    /// What became of each identity.
    pub identities: Vec<NewIdentityResult>,
}

fields!(CreateUserResponse { id, created, identities: list });

/// What became of an identity of a new user, as [`CreateUser`] tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct NewIdentityResult {
    /// The type of the identity.
    pub r#type: Option<String>,
    /// The outcome.
    pub result: Option<NewIdentityOutcome>,
}

fields!(NewIdentityResult { r#type = "type", result });

/// Whether an identity of a new user was created, as [`CreateUser`] tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct NewIdentityOutcome {
    /// Whether it was created.
    pub created: Option<bool>,
}

fields!(NewIdentityOutcome { created });

/// `PATCH /api/v1/user`: changes a user.
///
/// Scope: `update:users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateUserResponse`].
///
/// What is not set stays as it is. A name can be changed, but an empty one was not seen to remove it. Addresses,
/// numbers and user names are [identities](crate::identities). A suspended user can't sign in.
///
/// The id goes into the query, so an empty one is refused. The answer has no `code` and no `message`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::UpdateUser;
///
/// let user = UpdateUser::new("kp_17").given_name("User").is_suspended(true);
/// let request = user.request(&api)?;
/// assert_eq!(request.uri().query(), Some("id=kp_17"));
/// assert_eq!(request.body(), br#"{"given_name":"User","is_suspended":true}"#);
///
/// let answer = user.response(&http::Response::new(r#"{"id":"kp_17","is_suspended":true}"#))?;
/// assert_eq!(answer.is_suspended, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/patch/api/v1/user)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateUser {
    /// The user.
    #[serde(skip)]
    pub id: UserId,
    /// The first name: what is read as `first_name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// The last name: what is read as `last_name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// The URL of the user's picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Whether the user is suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_suspended: Option<bool>,
    /// Whether the user has to choose a new password when signing in the next time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_password_reset_requested: Option<bool>,
    /// Your own id of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provided_id: Option<String>,
}

options! {
    /// The user with this id, with nothing changed yet.
    UpdateUser::new(id: into UserId) {
        given_name: into String;
        family_name: into String;
        picture: into String;
        is_suspended: plain bool;
        is_password_reset_requested: plain bool;
        provided_id: into String;
    }
}

impl Endpoint for UpdateUser {
    type Output = UpdateUserResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/user";
    const OPERATION_ID: &'static str = "updateUser";
    const SCOPE: &'static str = "update:users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).query_not_empty("id", Some(&self.id)).json(self).build()
    }
}

/// What [`UpdateUser`] answers: the user after the change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateUserResponse {
    /// The id of the user.
    pub id: Option<UserId>,
    /// The first name: what [`User`] calls `first_name`.
    pub given_name: Option<String>,
    /// The last name: what [`User`] calls `last_name`.
    pub family_name: Option<String>,
    /// The user's address: what [`User`] calls `preferred_email`.
    pub email: Option<String>,
    /// Whether the user is suspended.
    pub is_suspended: Option<bool>,
    /// Whether the user has to choose a new password when signing in the next time.
    pub is_password_reset_requested: Option<bool>,
    /// The URL of the user's picture.
    pub picture: Option<String>,
}

fields!(UpdateUserResponse { id, given_name, family_name, email, is_suspended, is_password_reset_requested, picture });

/// `DELETE /api/v1/user`: deletes a user, who loses access to everything.
///
/// Scope: `delete:users`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone. The user's profile stays with Kinde, as does the subscriber, unless
/// [`is_delete_profile`](Self::is_delete_profile) is set. Somebody with the same address can sign up again, as another
/// user.
///
/// The id goes into the query, so an empty one is refused.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::DeleteUser;
///
/// let request = DeleteUser::new("kp_17").is_delete_profile(true).request(&api)?;
/// assert_eq!(request.uri().query(), Some("id=kp_17&is_delete_profile=true"));
///
/// let error = DeleteUser::new("").request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the query parameter `id` is empty");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/delete/api/v1/user)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteUser {
    /// The user.
    pub id: UserId,
    /// Whether all data of the user is to be deleted from all of Kinde, the list of subscribers included.
    pub is_delete_profile: Option<bool>,
}

options! {
    /// The user with this id, whose profile stays.
    DeleteUser::new(id: into UserId) {
        is_delete_profile: plain bool;
    }
}

impl Endpoint for DeleteUser {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/user";
    const OPERATION_ID: &'static str = "deleteUser";
    const SCOPE: &'static str = "delete:users";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query_not_empty("id", Some(&self.id))
            .query("is_delete_profile", self.is_delete_profile)
            .build()
    }
}

/// `POST /api/v1/users/{user_id}/refresh_claims`: makes Kinde forget the claims that it keeps for a user, so that the
/// next token has the current ones.
///
/// Scope: `update:user_refresh_claims`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It is needed after a change to what a role permits, or to a feature flag that the user inherits. After a change to
/// the user's own profile, memberships, roles, permissions, properties and flags Kinde does it by itself.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::RefreshUserClaims;
///
/// let request = RefreshUserClaims::new("kp_17").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/api/v1/users/kp_17/refresh_claims"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/post/api/v1/users/{user_id}/refresh_claims)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RefreshUserClaims {
    /// The user.
    pub user_id: UserId,
}

impl RefreshUserClaims {
    /// The user with this id.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self { user_id: user_id.into() }
    }
}

impl Endpoint for RefreshUserClaims {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/users/{user_id}/refresh_claims";
    const OPERATION_ID: &'static str = "refreshUserClaims";
    const SCOPE: &'static str = "update:user_refresh_claims";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).build()
    }
}
