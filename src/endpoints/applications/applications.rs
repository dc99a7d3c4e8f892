//! Applications themselves: list, get, create, update, delete.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{Api, ApplicationId, Endpoint, Nullable, OrgCode, RequestBuilder, RequestError, Secret, SuccessResponse};

/// `GET /api/v1/applications`: the applications of the environment.
///
/// Scope: `read:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetApplicationsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`ApplicationItem`] of all pages.
///
/// An item has no more than id, name and type; [`GetApplication`] gives the rest, the client secret included.
///
/// ```
/// use kinde_api::applications::{ApplicationSort, GetApplications};
/// use kinde_api::{Endpoint, Paged};
///
/// let applications = GetApplications::new().sort(ApplicationSort::NameAsc).page_size(100);
///
/// let response = http::Response::new(r#"{"applications":[{"id":"3b0b5c6c8fcc464f","name":"Worker","type":"m2m"}]}"#);
/// let page = applications.response(&response)?;
/// assert_eq!(page.applications[0].id, Some("3b0b5c6c8fcc464f".into()));
/// assert_eq!(applications.next_page(&page), None);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/get/api/v1/applications)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApplications {
    /// The field and direction to sort by.
    pub sort: Option<ApplicationSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetApplications::new() {
        sort: into ApplicationSort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetApplications {
    type Output = GetApplicationsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications";
    const OPERATION_ID: &'static str = "getApplications";
    const SCOPE: &'static str = "read:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetApplications: applications of ApplicationItem);

open_enum! {
    /// What [`GetApplications`] sorts by.
    pub enum ApplicationSort {
        /// By name, A first.
        NameAsc = "name_asc",
        /// By name, Z first.
        NameDesc = "name_desc",
    }
}

/// What [`GetApplications`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApplicationsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The applications of this page.
    pub applications: Vec<ApplicationItem>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetApplicationsResponse { code, message, applications: page required, next_token });

/// An application, as [`GetApplications`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ApplicationItem {
    /// The id of the application, which is its client id too.
    pub id: Option<ApplicationId>,
    /// Its name for people.
    pub name: Option<String>,
    /// What kind of program it is.
    pub r#type: Option<ApplicationType>,
}

fields!(ApplicationItem { id, name, r#type = "type" });

open_enum! {
    /// What kind of program an application is, as [`CreateApplication`] takes it and [`GetApplication`] tells it.
    pub enum ApplicationType {
        /// A web application that is rendered by a server.
        Reg = "reg",
        /// A single-page application, or one on a phone. It has no client secret.
        Spa = "spa",
        /// It has no users: a job or a service.
        M2m = "m2m",
        /// A device that people sign in on, such as a television.
        Device = "device",
    }
}

/// `POST /api/v1/applications`: makes an application.
///
/// Scope: `create:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateApplicationResponse`].
///
/// Names need not be unique: the same call twice makes two applications. Kinde answers 201 with the client secret,
/// which [`GetApplication`] gives later too; an application of the type `spa` has none. Tying one of the type `m2m` to
/// an organization is part of Kinde's Plus plan.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::{ApplicationType, CreateApplication};
///
/// let shop = CreateApplication::new("Shop", ApplicationType::Reg);
/// assert_eq!(shop.request(&api)?.body(), br#"{"name":"Shop","type":"reg"}"#);
///
/// let response = http::Response::new(r#"{"application":{"id":"3b0b5c6c8fcc464f","client_secret":"s3cret"}}"#);
/// let made = shop.response(&response)?.application.unwrap_or_default();
/// assert_eq!(made.id, Some("3b0b5c6c8fcc464f".into()));
/// assert_eq!(format!("{:?}", made.client_secret), "Some(Secret(..))");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/post/api/v1/applications)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateApplication {
    /// Its name for people.
    pub name: String,
    /// What kind of program it is. It can't be changed later.
    pub r#type: ApplicationType,
    /// The one organization whose data an application of the type `m2m` can reach; all of them if it is null or not
    /// set.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub org_code: Nullable<OrgCode>,
}

options! {
    CreateApplication::new(name: into String, r#type: into ApplicationType) {
        org_code: nullable OrgCode;
    }
}

impl Endpoint for CreateApplication {
    type Output = CreateApplicationResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/applications";
    const OPERATION_ID: &'static str = "createApplication";
    const SCOPE: &'static str = "create:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateApplication`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateApplicationResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The application that was made.
    pub application: Option<CreatedApplication>,
}

fields!(CreateApplicationResponse { code, message, application });

/// The application that [`CreateApplication`] made: what it signs in with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedApplication {
    /// The id of the application: what the endpoints want.
    pub id: Option<ApplicationId>,
    /// Its client id: the same as its id.
    pub client_id: Option<ApplicationId>,
    /// Its client secret, absent or empty for the type `spa`.
    pub client_secret: Option<Secret>,
}

fields!(CreatedApplication { id, client_id, client_secret });

/// `GET /api/v1/applications/{application_id}`: one application by its id, with its client secret.
///
/// Scope: `read:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetApplicationResponse`].
///
/// It does not have everything that can be set: the redirect and logout URLs are in [`callbacks`](crate::callbacks),
/// and the language, the lifetimes of tokens and the organization can't be read at all. According to Kinde's reference,
/// an unknown id is a 400, not a 404.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::applications::{ApplicationType, GetApplication};
///
/// let response = http::Response::new(
///     r#"{"application":{"id":"3b0b5c6c8fcc464f","name":"Shop","type":"reg","login_uri":"https://shop.example.com/login"}}"#,
/// );
/// let shop = GetApplication::new("3b0b5c6c8fcc464f").response(&response)?.application.unwrap_or_default();
/// assert_eq!(shop.r#type, Some(ApplicationType::Reg));
/// assert_eq!(shop.login_uri.as_deref(), Some("https://shop.example.com/login"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/get/api/v1/applications/{application_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApplication {
    /// The application, by its id, which is its client id too.
    pub application_id: ApplicationId,
}

impl GetApplication {
    /// The application with this id.
    #[must_use]
    pub fn new(application_id: impl Into<ApplicationId>) -> Self {
        Self { application_id: application_id.into() }
    }
}

impl Endpoint for GetApplication {
    type Output = GetApplicationResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications/{application_id}";
    const OPERATION_ID: &'static str = "getApplication";
    const SCOPE: &'static str = "read:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).build()
    }
}

/// What [`GetApplication`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetApplicationResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The application.
    pub application: Option<Application>,
}

fields!(GetApplicationResponse { code, message, application });

/// An application in full, as [`GetApplication`] gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Application {
    /// The id of the application: what the endpoints want.
    pub id: Option<ApplicationId>,
    /// Its name for people.
    pub name: Option<String>,
    /// What kind of program it is.
    pub r#type: Option<ApplicationType>,
    /// Its client id: the same as its id.
    pub client_id: Option<ApplicationId>,
    /// Its client secret, absent or empty for the type `spa`.
    pub client_secret: Option<Secret>,
    /// Where to sign in, for users who come back without a session.
    pub login_uri: Option<String>,
    /// Its home page.
    pub homepage_uri: Option<String>,
    /// Whether users can leave the sign-in by a button. It can't be set here, and is in beta.
    pub has_cancel_button: Option<bool>,
    /// Whether users need one of the [roles](crate::applications::GetApplicationAccessRoles) that may use it; never so
    /// for the type `m2m`.
    pub is_access_control_enabled: Option<bool>,
    /// Whether it has sign-in pages of its own instead of Kinde's.
    pub is_allow_faceless_auth: Option<bool>,
    /// Whether people who sign up by address or phone are asked for their name.
    pub is_ask_for_name: Option<bool>,
    /// Whether the sign-up page asks for consent to marketing.
    pub has_marketing_consent: Option<bool>,
    /// Whether the sign-up page leads to the sign-in page.
    pub has_sign_in_link_on_sign_up_page: Option<bool>,
    /// Whether the sign-in page leads to the sign-up page.
    pub has_register_link_on_sign_in_page: Option<bool>,
    /// Whether users are offered to sign in by their work address, where connections are found by its domain.
    pub has_sign_in_with_sso_button: Option<bool>,
    /// Whether users without a picture get the one that Gravatar has of them.
    pub use_gravatar_fallback: Option<bool>,
}

fields!(Application {
    id, name, r#type = "type", client_id, client_secret, login_uri, homepage_uri, has_cancel_button,
    is_access_control_enabled, is_allow_faceless_auth, is_ask_for_name, has_marketing_consent,
    has_sign_in_link_on_sign_up_page, has_register_link_on_sign_in_page, has_sign_in_with_sso_button, use_gravatar_fallback,
});

/// `PATCH /api/v1/applications/{application_id}`: changes the settings of an application.
///
/// Scope: `update:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is `()`, since Kinde declares no body for a success.
///
/// What is not set stays as it is. The language and the URLs of redirects and logouts can be set here but not read from
/// [`GetApplication`]; whether URLs given here are added to the present ones or replace them is not documented, while
/// the operations of [`callbacks`](crate::callbacks) leave no doubt.
///
/// Enforcing roles is a 400 with the code `ACCESS_ROLES_REQUIRED` if [no role may use the
/// application](crate::applications::AddApplicationAccessRole) yet, and with `ACCESS_CONTROL_NOT_SUPPORTED` for the
/// type `m2m`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::UpdateApplication;
///
/// let shop = UpdateApplication::new("3b0b5c6c8fcc464f").name("Shop").is_ask_for_name(false);
/// assert_eq!(shop.request(&api)?.body(), br#"{"name":"Shop","is_ask_for_name":false}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/patch/api/v1/applications/{application_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateApplication {
    /// The application, by its id, which is its client id too.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// Its name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The language of its sign-in pages, such as `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_key: Option<String>,
    /// Where Kinde may send users after they signed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logout_uris: Option<Vec<String>>,
    /// Where Kinde may send users after they signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect_uris: Option<Vec<String>>,
    /// Where to sign in, for users who come back without a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_uri: Option<String>,
    /// Its home page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage_uri: Option<String>,
    /// Whether it has sign-in pages of its own instead of Kinde's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_allow_faceless_auth: Option<bool>,
    /// Whether people who sign up by address or phone are asked for their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_ask_for_name: Option<bool>,
    /// Whether the sign-up page asks for consent to marketing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_marketing_consent: Option<bool>,
    /// Whether the sign-up page leads to the sign-in page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_sign_in_link_on_sign_up_page: Option<bool>,
    /// Whether the sign-in page leads to the sign-up page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_register_link_on_sign_in_page: Option<bool>,
    /// Whether users are offered to sign in by their work address, where connections are found by its domain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_sign_in_with_sso_button: Option<bool>,
    /// Whether users without a picture get the one that Gravatar has of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_gravatar_fallback: Option<bool>,
    /// Whether users need one of the [roles](crate::applications::AddApplicationAccessRole) that may use it. There must
    /// be at least one first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_access_control_enabled: Option<bool>,
}

options! {
    UpdateApplication::new(application_id: into ApplicationId) {
        name: into String;
        language_key: into String;
        logout_uris: texts String;
        redirect_uris: texts String;
        login_uri: into String;
        homepage_uri: into String;
        is_allow_faceless_auth: plain bool;
        is_ask_for_name: plain bool;
        has_marketing_consent: plain bool;
        has_sign_in_link_on_sign_up_page: plain bool;
        has_register_link_on_sign_in_page: plain bool;
        has_sign_in_with_sso_button: plain bool;
        use_gravatar_fallback: plain bool;
        is_access_control_enabled: plain bool;
    }
}

impl Endpoint for UpdateApplication {
    type Output = ();
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/applications/{application_id}";
    const OPERATION_ID: &'static str = "updateApplication";
    const SCOPE: &'static str = "update:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).json(self).build()
    }

    fn decode(&self, _: &[u8]) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// `DELETE /api/v1/applications/{application_id}`: deletes an application.
///
/// Scope: `delete:applications`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone: nobody can sign in to it any more, and its URLs, connections, roles and scopes go with it.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::DeleteApplication;
///
/// let request = DeleteApplication::new("3b0b5c6c8fcc464f").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/applications/3b0b5c6c8fcc464f"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/delete/api/v1/applications/{application_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteApplication {
    /// The application, by its id, which is its client id too.
    pub application_id: ApplicationId,
}

impl DeleteApplication {
    /// The application with this id.
    #[must_use]
    pub fn new(application_id: impl Into<ApplicationId>) -> Self {
        Self { application_id: application_id.into() }
    }
}

impl Endpoint for DeleteApplication {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/applications/{application_id}";
    const OPERATION_ID: &'static str = "deleteApplication";
    const SCOPE: &'static str = "delete:applications";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).build()
    }
}
