//! The identities of a user: list and create. A single one is got, changed and deleted by [`crate::identities`].

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::identities::Identity;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{Api, ConnectionId, Endpoint, IdentityId, RequestBuilder, RequestError, UserId};

/// `GET /api/v1/users/{user_id}/identities`: the ways in which a user signs in, with their ids.
///
/// Scope: `read:user_identities`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetIdentitiesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Identity`] of all pages.
///
/// The size of a page can't be chosen. Identities come in the order in which they were made.
///
/// ```
/// use kinde_api::users::GetUserIdentities;
/// use kinde_api::{Endpoint, Paged};
///
/// let identities = GetUserIdentities::new("kp_17");
///
/// let response = http::Response::new(
///     r#"{"identities":[{"id":"identity_17","type":"email","name":"user17@example.com"}],"has_more":true}"#,
/// );
/// let page = identities.response(&response)?;
/// assert_eq!(page.identities[0].name.as_deref(), Some("user17@example.com"));
/// assert_eq!(identities.next_page(&page), Some(identities.starting_after("identity_17")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/get/api/v1/users/{user_id}/identities)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetUserIdentities {
    /// The user.
    pub user_id: UserId,
    /// Where to go on: the id of the last identity of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the identity with this id.
    pub ending_before: Option<String>,
}

options! {
    /// The identities of the user with this id, from the first one on.
    GetUserIdentities::new(user_id: into UserId) {
        starting_after: into String;
        ending_before: into String;
    }
}

impl Endpoint for GetUserIdentities {
    type Output = GetIdentitiesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/users/{user_id}/identities";
    const OPERATION_ID: &'static str = "GetUserIdentities";
    const SCOPE: &'static str = "read:user_identities";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.user_id)
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .build()
    }
}

pages_by_id!(GetUserIdentities: identities of Identity by id, unless ending_before, of no size);

/// What [`GetUserIdentities`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetIdentitiesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The identities of this page.
    pub identities: Vec<Identity>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
}

fields!(GetIdentitiesResponse { code, message, identities: page required, has_more });

/// `POST /api/v1/users/{user_id}/identities`: gives a user one more way to sign in.
///
/// Scope: `create:user_identities`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateIdentityResponse`].
///
/// A user can have several of a type, but an enterprise identity can't be combined with any other. A phone number is
/// given without its country's code and with [`phone_country_id`](Self::phone_country_id); it is listed with the code.
/// Social and enterprise identities need a [`connection_id`](Self::connection_id). Kinde answers 201 with the id of the
/// identity, which [`UpdateIdentity`](crate::identities::UpdateIdentity) makes the primary one.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::{CreateUserIdentity, IdentityType};
///
/// let phone = CreateUserIdentity::new("kp_17", "0426148233", IdentityType::Phone).phone_country_id("au");
/// assert_eq!(phone.request(&api)?.body(), br#"{"value":"0426148233","type":"phone","phone_country_id":"au"}"#);
///
/// let answer = phone.response(&http::Response::new(r#"{"code":"OK","identity":{"id":"identity_17"}}"#))?;
/// assert_eq!(answer.identity.and_then(|identity| identity.id), Some("identity_17".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/post/api/v1/users/{user_id}/identities)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateUserIdentity {
    /// The user.
    #[serde(skip)]
    pub user_id: UserId,
    /// What it is: the address, the number, the user name, the id at the social network.
    pub value: String,
    /// Its type.
    pub r#type: IdentityType,
    /// The country of a phone number, in lower case, such as `au`. A phone number needs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_country_id: Option<String>,
    /// The connection of a social or an enterprise identity, which needs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<ConnectionId>,
}

options! {
    /// With the user, what it is and of which type.
    CreateUserIdentity::new(user_id: into UserId, value: into String, r#type: into IdentityType) {
        phone_country_id: into String;
        connection_id: into ConnectionId;
    }
}

impl Endpoint for CreateUserIdentity {
    type Output = CreateIdentityResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/users/{user_id}/identities";
    const OPERATION_ID: &'static str = "CreateUserIdentity";
    const SCOPE: &'static str = "create:user_identities";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).json(self).build()
    }
}

open_enum! {
    /// The type of an identity that is made, by [`CreateUserIdentity`] or by
    /// [`CreateUser`](crate::users::CreateUser), which takes the first three.
    ///
    /// What is read back can be another word: a social identity is listed as `oauth2:google`, say.
    pub enum IdentityType {
        /// An e-mail address.
        Email = "email",
        /// A user name.
        Username = "username",
        /// A phone number.
        Phone = "phone",
        /// An account at an enterprise's own provider.
        Enterprise = "enterprise",
        /// An account at a social network.
        Social = "social",
    }
}

/// What [`CreateUserIdentity`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateIdentityResponse {
    /// A message for people.
    pub message: Option<String>,
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// The identity that was made.
    pub identity: Option<CreatedIdentity>,
}

fields!(CreateIdentityResponse { message, code, identity });

/// The identity that [`CreateUserIdentity`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedIdentity {
    /// The id of the identity.
    pub id: Option<IdentityId>,
}

fields!(CreatedIdentity { id });
