//! Authentication connections: how users sign in, from passwords to SAML.
//!
//! A connection is made once and then turned on for applications and organizations:
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::connections::{ConnectionOptions, ConnectionStrategy, CreateConnection};
//!
//! let options = ConnectionOptions::new().client_id("an-id").client_secret("a-secret");
//! let create = CreateConnection::new("google", "Google", ConnectionStrategy::Oauth2Google).options(options);
//! let answer = create.response(&http::Response::new(r#"{"connection":{"id":"conn_17"}}"#))?;
//! assert_eq!(answer.connection.and_then(|made| made.id), Some("conn_17".into()));
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

use std::collections::BTreeMap;
use std::fmt;

use http::{Method, Request};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{
    Api, ApplicationId, ConnectionId, Endpoint, Nullable, Operation, OrgCode, RequestBuilder, RequestError, Secret,
};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::connections::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "CreateConnection"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetConnections>(),
    Operation::of::<CreateConnection>(),
    Operation::of::<GetConnection>(),
    Operation::of::<UpdateConnection>(),
    Operation::of::<ReplaceConnection>(),
    Operation::of::<DeleteConnection>(),
];

/// `GET /api/v1/connections`: the authentication connections of the environment.
///
/// Scope: `read:connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetConnectionsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Connection`] of all pages.
///
/// What Kinde has built in, such as passwords and codes by e-mail, is listed too.
///
/// ```
/// use kinde_api::connections::GetConnections;
/// use kinde_api::{Endpoint, Paged};
///
/// let connections = GetConnections::new().home_realm_domain("example.com");
///
/// let response = http::Response::new(
///     r#"{"connections":[
///         {"code":"OK","connection":{"id":"conn_17","strategy":"oauth2:google"}},
///         {"id":"conn_18","strategy":"saml:custom"}
///     ],"has_more":true}"#,
/// );
/// let page = connections.response(&response)?;
/// assert_eq!(page.connections[0].strategy.as_deref(), Some("oauth2:google"));
/// assert_eq!(connections.next_page(&page), Some(connections.starting_after("conn_18")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connections/get/api/v1/connections)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetConnections {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Only the connection that users of this domain are sent to.
    pub home_realm_domain: Option<String>,
    /// Where to go on: the id of the last connection of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the connection with this id.
    pub ending_before: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetConnections::new() {
        page_size: plain u32;
        home_realm_domain: into String;
        starting_after: into String;
        ending_before: into String;
    }
}

impl Endpoint for GetConnections {
    type Output = GetConnectionsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/connections";
    const OPERATION_ID: &'static str = "GetConnections";
    const SCOPE: &'static str = "read:connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("home_realm_domain", self.home_realm_domain.as_ref())
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .build()
    }
}

pages_by_id!(GetConnections: connections of Connection by id, unless ending_before);

/// What [`GetConnections`] answers, like the lists of an application's and an organization's connections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetConnectionsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The connections of this page.
    pub connections: Vec<Connection>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
}

fields!(GetConnectionsResponse { code, message, connections: page required, has_more });

/// An authentication connection, as [`GetConnections`] lists them and [`GetConnection`] gives one.
///
/// Kinde's reference declares each in an envelope with code and message, and the live API sends those of a list without
/// one: both are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "NestedOrFlat")]
#[non_exhaustive]
pub struct Connection {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The id of the connection.
    pub id: Option<ConnectionId>,
    /// Its name.
    pub name: Option<String>,
    /// The name that users see.
    pub display_name: Option<String>,
    /// How it signs users in, such as `oauth2:google`.
    pub strategy: Option<String>,
}

/// Both shapes at once: whichever is there.
#[derive(Deserialize)]
struct NestedOrFlat {
    code: Option<String>,
    message: Option<String>,
    connection: Option<Fields>,
    id: Option<ConnectionId>,
    name: Option<String>,
    display_name: Option<String>,
    strategy: Option<String>,
}

#[derive(Default, Deserialize)]
struct Fields {
    id: Option<ConnectionId>,
    name: Option<String>,
    display_name: Option<String>,
    strategy: Option<String>,
}

impl From<NestedOrFlat> for Connection {
    fn from(outer: NestedOrFlat) -> Self {
        let inner = outer.connection.unwrap_or_default();
        Self {
            code: outer.code,
            message: outer.message,
            id: inner.id.or(outer.id),
            name: inner.name.or(outer.name),
            display_name: inner.display_name.or(outer.display_name),
            strategy: inner.strategy.or(outer.strategy),
        }
    }
}

/// `GET /api/v1/connections/{connection_id}`: one authentication connection.
///
/// Scope: `read:connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`Connection`].
///
/// The answer has no options: keep a copy if you want to replace them later.
///
/// ```
/// use kinde_api::{Endpoint, connections::GetConnection};
///
/// let response = http::Response::new(r#"{"code":"OK","connection":{"id":"conn_17","display_name":"Google"}}"#);
/// let connection = GetConnection::new("conn_17").response(&response)?;
/// assert_eq!(connection.display_name.as_deref(), Some("Google"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connections/get/api/v1/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetConnection {
    /// The connection.
    pub connection_id: ConnectionId,
}

impl GetConnection {
    /// The connection with this id.
    #[must_use]
    pub fn new(connection_id: impl Into<ConnectionId>) -> Self {
        Self { connection_id: connection_id.into() }
    }
}

impl Endpoint for GetConnection {
    type Output = Connection;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/connections/{connection_id}";
    const OPERATION_ID: &'static str = "GetConnection";
    const SCOPE: &'static str = "read:connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.connection_id).build()
    }
}

/// `POST /api/v1/connections`: makes an authentication connection.
///
/// Scope: `create:connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateConnectionResponse`].
///
/// Which [options](ConnectionOptions) it takes depends on the strategy, and Kinde checks them. Kinde answers 201 with
/// the id. No operation reads the options back: keep a copy.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::connections::{ConnectionOptions, CreateConnection};
///
/// let options = ConnectionOptions::new().saml_entity_id("urn:acme").home_realm_domains(["example.com"]);
/// let create = CreateConnection::new("acme", "Acme", "saml:custom").organization_code("org_1").options(options);
/// assert_eq!(
///     String::from_utf8_lossy(create.request(&api)?.body()),
///     r#"{"name":"acme","display_name":"Acme","strategy":"saml:custom","organization_code":"org_1","options":{"home_realm_domains":["example.com"],"saml_entity_id":"urn:acme"}}"#
/// );
///
/// let answer = create.response(&http::Response::new(r#"{"connection":{"id":"conn_17"}}"#))?;
/// assert_eq!(answer.connection.and_then(|made| made.id), Some("conn_17".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connections/post/api/v1/connections)
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CreateConnection {
    /// Its name in your own lists.
    pub name: String,
    /// The name that users see.
    pub display_name: String,
    /// How it signs users in. It can't be changed.
    pub strategy: ConnectionStrategy,
    /// The applications that have it, by client id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled_applications: Option<Vec<ApplicationId>>,
    /// The organization that the connection belongs to, for Entra ID and SAML. It can't be read back.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub organization_code: Nullable<OrgCode>,
    /// What the strategy needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<ConnectionOptions>,
}

options! {
    CreateConnection::new(name: into String, display_name: into String, strategy: into ConnectionStrategy) {
        enabled_applications: list ApplicationId;
        organization_code: nullable OrgCode;
        options: into ConnectionOptions;
    }
}

impl Endpoint for CreateConnection {
    type Output = CreateConnectionResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/connections";
    const OPERATION_ID: &'static str = "CreateConnection";
    const SCOPE: &'static str = "create:connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).secret_body(holds_secret(self.options.as_ref())).build()
    }
}

/// What [`CreateConnection`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateConnectionResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The connection that was made.
    pub connection: Option<CreatedConnection>,
}

fields!(CreateConnectionResponse { code, message, connection });

/// The connection that [`CreateConnection`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedConnection {
    /// The id of the connection.
    pub id: Option<ConnectionId>,
}

fields!(CreatedConnection { id });

open_enum! {
    /// How a connection signs users in, as in [`CreateConnection`].
    pub enum ConnectionStrategy {
        /// Apple.
        Oauth2Apple = "oauth2:apple",
        /// Microsoft Entra ID, by OAuth.
        Oauth2AzureAd = "oauth2:azure_ad",
        /// Bitbucket.
        Oauth2Bitbucket = "oauth2:bitbucket",
        /// Discord.
        Oauth2Discord = "oauth2:discord",
        /// Facebook.
        Oauth2Facebook = "oauth2:facebook",
        /// `GitHub`.
        Oauth2Github = "oauth2:github",
        /// `GitLab`.
        Oauth2Gitlab = "oauth2:gitlab",
        /// Google.
        Oauth2Google = "oauth2:google",
        /// `LinkedIn`.
        Oauth2Linkedin = "oauth2:linkedin",
        /// Microsoft.
        Oauth2Microsoft = "oauth2:microsoft",
        /// Patreon.
        Oauth2Patreon = "oauth2:patreon",
        /// Slack.
        Oauth2Slack = "oauth2:slack",
        /// Stripe.
        Oauth2Stripe = "oauth2:stripe",
        /// Twitch.
        Oauth2Twitch = "oauth2:twitch",
        /// Twitter.
        Oauth2Twitter = "oauth2:twitter",
        /// Xero.
        Oauth2Xero = "oauth2:xero",
        /// Any identity provider, by SAML.
        SamlCustom = "saml:custom",
        /// Cloudflare, by SAML.
        SamlCloudflare = "saml:cloudflare",
        /// Okta, by SAML.
        SamlOkta = "saml:okta",
        /// Microsoft, by SAML.
        SamlMicrosoft = "saml:microsoft",
        /// Google, by SAML.
        SamlGoogle = "saml:google",
        /// Microsoft Entra ID, by WS-Federation.
        WsfedAzureAd = "wsfed:azure_ad",
        /// An e-mail address and a password. Built in, and never created.
        EmailPassword = "email:password",
        /// A code sent by e-mail. Built in, and never created.
        EmailOtp = "email:otp",
        /// A code sent to a phone. Built in, and never created.
        PhoneOtp = "phone:otp",
        /// A user name and a password. Built in, and never created.
        UsernamePassword = "username:password",
        /// A user name and a code. Built in, and never created.
        UsernameOtp = "username:otp",
    }
}

/// What the strategy of a connection needs: of OAuth, of Entra ID, or of SAML.
///
/// It is one type for all strategies: each field says which ones it is for, and Kinde checks that. [`set`](Self::set)
/// sets a field that this crate lacks. No operation reads options back, and a [replacement](ReplaceConnection) has to
/// be given all of them.
///
/// Secrets in it are hidden from `Debug`, and so is every value that this crate does not know:
///
/// ```
/// use kinde_api::connections::ConnectionOptions;
///
/// let options = ConnectionOptions::new().client_id("an-id").client_secret("s3cret").set("new_field", 1);
/// assert_eq!(
///     format!("{options:?}"),
///     r#"ConnectionOptions {"client_id": String("an-id"), "client_secret": .., "new_field": ..}"#
/// );
/// ```
///
/// The choices of SAML are enums:
///
/// ```
/// use kinde_api::connections::{ConnectionOptions, NameIdFormat, ProtocolBinding, SignRequestAlgorithm};
///
/// let options = ConnectionOptions::new()
///     .saml_idp_metadata_url("https://idp.example.com/metadata")
///     .sign_request_algorithm(SignRequestAlgorithm::RsaSha256)
///     .protocol_binding(ProtocolBinding::HttpPost)
///     .name_id_format(NameIdFormat::Persistent);
/// assert_eq!(serde_json::to_value(options)?["protocol_binding"], "HTTP-POST");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConnectionOptions(BTreeMap<String, Value>);

/// One setter a line: `field: kind;`.
macro_rules! option_setters {
    ($($(#[$attribute:meta])* $field:ident: $kind:ident $($type:ty)?;)*) => {
        impl ConnectionOptions {
            $(option_setters!(@ $(#[$attribute])* $field $kind $($type)?);)*
        }
    };
    (@ $(#[$attribute:meta])* $field:ident text) => {
        option_setters!(@@ $(#[$attribute])* $field, impl Into<String>, Value::from($field.into()));
    };
    (@ $(#[$attribute:meta])* $field:ident secret) => {
        option_setters!(@@ $(#[$attribute])* $field, impl Into<Secret>, Value::from($field.into().expose()));
    };
    (@ $(#[$attribute:meta])* $field:ident flag) => {
        option_setters!(@@ $(#[$attribute])* $field, bool, Value::from($field));
    };
    (@ $(#[$attribute:meta])* $field:ident value) => {
        option_setters!(@@ $(#[$attribute])* $field, impl Into<Value>, $field.into());
    };
    (@ $(#[$attribute:meta])* $field:ident texts) => {
        option_setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = impl AsRef<str>>,
            $field.into_iter().map(|text| Value::from(text.as_ref())).collect::<Value>());
    };
    (@ $(#[$attribute:meta])* $field:ident into $type:ty) => {
        option_setters!(@@ $(#[$attribute])* $field, impl Into<$type>, Value::from($field.into().as_str()));
    };
    (@@ $(#[$attribute:meta])* $field:ident, $argument:ty, $value:expr) => {
        $(#[$attribute])*
        #[must_use]
        pub fn $field(self, $field: $argument) -> Self {
            self.set(stringify!($field), $value)
        }
    };
}

option_setters! {
    /// The client id at the identity provider. For OAuth and Entra ID.
    client_id: text;
    /// The client secret at the identity provider. For OAuth and Entra ID.
    client_secret: secret;
    /// Whether the identity provider sends users back to your own domain.
    is_use_custom_domain: flag;
    /// Whether accounts with the same address are merged, since the provider has verified it.
    is_trusted: flag;
    /// The domains whose users are sent to this connection. For Entra ID and SAML.
    home_realm_domains: texts;
    /// The domain at Entra ID.
    entra_id_domain: text;
    /// Whether to use the endpoint that all tenants of Entra ID have in common.
    is_use_common_endpoint: flag;
    /// Whether the profile is taken from Entra ID at each sign-in.
    is_sync_user_profile_on_login: flag;
    /// Whether the groups of Entra ID are asked for.
    is_retrieve_provider_user_groups: flag;
    /// Whether further data of the profile is asked for at Entra ID.
    is_extended_attributes_required: flag;
    /// Whether users join the organization when they sign in. Taken by [`CreateConnection`] alone.
    is_auto_join_organization_enabled: flag;
    /// Whether a user who is not known yet is made. For Entra ID and SAML.
    is_create_missing_user: flag;
    /// Whether the button is shown even though users are sent here by their domain. For Entra ID and SAML.
    is_force_show_sso_button: flag;
    /// What to pass on to the identity provider, such as `{"prompt":{"value":"select_account"}}`.
    upstream_params: value;
    /// The entity id. For SAML.
    saml_entity_id: text;
    /// Where the metadata of the identity provider is. For SAML.
    saml_idp_metadata_url: text;
    /// The metadata of the identity provider itself; it wins over the URL. For SAML.
    saml_idp_metadata_xml: text;
    /// Where users sign in, if not where the metadata says. For SAML; not taken by [`ReplaceConnection`].
    saml_sign_in_url: text;
    /// How requests are signed. For SAML.
    sign_request_algorithm: into SignRequestAlgorithm;
    /// How requests are sent. For SAML.
    protocol_binding: into ProtocolBinding;
    /// How the identity provider names users. For SAML.
    name_id_format: into NameIdFormat;
    /// The attribute that holds the e-mail address. For SAML.
    saml_email_key_attr: text;
    /// The attribute that holds the id of the user. For SAML.
    saml_user_id_key_attr: text;
    /// The attribute that holds the first name. For SAML.
    saml_first_name_key_attr: text;
    /// The attribute that holds the last name. For SAML.
    saml_last_name_key_attr: text;
    /// The certificate for signed requests. For SAML.
    saml_signing_certificate: text;
    /// The private key of that certificate. For SAML.
    saml_signing_private_key: secret;
}

impl ConnectionOptions {
    /// With nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a field by its name, also one that this crate lacks.
    ///
    /// ```
    /// use kinde_api::connections::ConnectionOptions;
    ///
    /// let options = ConnectionOptions::new().set("is_trusted", true);
    /// assert_eq!(options, ConnectionOptions::new().is_trusted(true));
    /// ```
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }
}

impl From<serde_json::Map<String, Value>> for ConnectionOptions {
    fn from(fields: serde_json::Map<String, Value>) -> Self {
        Self(fields.into_iter().collect())
    }
}

/// The fields that are known to hold no secret: all others are hidden.
const SHOWN: &[&str] = &[
    "client_id",
    "is_use_custom_domain",
    "is_trusted",
    "home_realm_domains",
    "entra_id_domain",
    "is_use_common_endpoint",
    "is_sync_user_profile_on_login",
    "is_retrieve_provider_user_groups",
    "is_extended_attributes_required",
    "is_auto_join_organization_enabled",
    "is_create_missing_user",
    "is_force_show_sso_button",
    "saml_entity_id",
    "saml_idp_metadata_url",
    "saml_idp_metadata_xml",
    "saml_sign_in_url",
    "sign_request_algorithm",
    "protocol_binding",
    "name_id_format",
    "saml_email_key_attr",
    "saml_user_id_key_attr",
    "saml_first_name_key_attr",
    "saml_last_name_key_attr",
    "saml_signing_certificate",
];

impl fmt::Debug for ConnectionOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ConnectionOptions ")?;
        let mut fields = formatter.debug_map();
        for (name, value) in &self.0 {
            if SHOWN.contains(&name.as_str()) {
                fields.entry(name, value);
            } else {
                fields.entry(name, &format_args!(".."));
            }
        }
        fields.finish()
    }
}

fn holds_secret(options: Option<&ConnectionOptions>) -> bool {
    options.is_some_and(|options| options.0.keys().any(|name| !SHOWN.contains(&name.as_str())))
}

open_enum! {
    /// How requests to a SAML identity provider are signed, as in [`ConnectionOptions`].
    pub enum SignRequestAlgorithm {
        /// RSA with SHA-256.
        RsaSha256 = "RSA-SHA256",
        /// RSA with SHA-1, for providers that know nothing better.
        RsaSha1 = "RSA-SHA1",
    }
}

open_enum! {
    /// How requests are sent to a SAML identity provider, as in [`ConnectionOptions`].
    pub enum ProtocolBinding {
        /// By a redirect.
        HttpRedirect = "HTTP-REDIRECT",
        /// By a form.
        HttpPost = "HTTP-POST",
    }
}

open_enum! {
    /// How a SAML identity provider names users, as in [`ConnectionOptions`].
    pub enum NameIdFormat {
        /// By a name that stays.
        Persistent = "Persistent",
        /// By a name for one session.
        Transient = "Transient",
        /// By the e-mail address.
        EmailAddress = "Email address",
        /// As the provider chooses.
        Unspecified = "Unspecified",
    }
}

/// `PATCH /api/v1/connections/{connection_id}`: changes a connection.
///
/// Scope: `update:connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// What is not set stays as it is, but a list of applications replaces the one before. The strategy can't be changed.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::connections::UpdateConnection;
///
/// let rename = UpdateConnection::new("conn_17").display_name("Google Workspace");
/// assert_eq!(rename.request(&api)?.body(), br#"{"display_name":"Google Workspace"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connections/patch/api/v1/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UpdateConnection {
    /// The connection.
    #[serde(skip)]
    pub connection_id: ConnectionId,
    /// Its name in your own lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The name that users see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The applications that have it, by client id, instead of those that have it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled_applications: Option<Vec<ApplicationId>>,
    /// What the strategy needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<ConnectionOptions>,
}

options! {
    UpdateConnection::new(connection_id: into ConnectionId) {
        name: into String;
        display_name: into String;
        enabled_applications: list ApplicationId;
        options: into ConnectionOptions;
    }
}

impl Endpoint for UpdateConnection {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/connections/{connection_id}";
    const OPERATION_ID: &'static str = "UpdateConnection";
    const SCOPE: &'static str = "update:connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.connection_id)
            .json(self)
            .secret_body(holds_secret(self.options.as_ref()))
            .build()
    }
}

/// `PUT /api/v1/connections/{connection_id}`: replaces the settings of a connection.
///
/// Scope: `update:connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Options that are not given again are lost, and none can be read back: give all of them. The strategy can't be
/// changed.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::connections::ReplaceConnection;
///
/// let replace = ReplaceConnection::new("conn_17").name("google").enabled_applications(["app_1"]);
/// assert_eq!(replace.request(&api)?.body(), br#"{"name":"google","enabled_applications":["app_1"]}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connections/put/api/v1/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReplaceConnection {
    /// The connection.
    #[serde(skip)]
    pub connection_id: ConnectionId,
    /// Its name in your own lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The name that users see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The applications that have it, by client id, instead of those that have it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled_applications: Option<Vec<ApplicationId>>,
    /// What the strategy needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<ConnectionOptions>,
}

options! {
    ReplaceConnection::new(connection_id: into ConnectionId) {
        name: into String;
        display_name: into String;
        enabled_applications: list ApplicationId;
        options: into ConnectionOptions;
    }
}

impl Endpoint for ReplaceConnection {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/connections/{connection_id}";
    const OPERATION_ID: &'static str = "ReplaceConnection";
    const SCOPE: &'static str = "update:connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.connection_id)
            .json(self)
            .secret_body(holds_secret(self.options.as_ref()))
            .build()
    }
}

/// `DELETE /api/v1/connections/{connection_id}`: deletes a connection.
///
/// Scope: `delete:connections`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It can't be undone: nobody can sign in with it any more. An unknown connection is a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::connections::DeleteConnection;
///
/// assert_eq!(DeleteConnection::new("conn_17").request(&api)?.uri().path(), "/api/v1/connections/conn_17");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/connections/delete/api/v1/connections/{connection_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteConnection {
    /// The connection.
    pub connection_id: ConnectionId,
}

impl DeleteConnection {
    /// The connection with this id.
    #[must_use]
    pub fn new(connection_id: impl Into<ConnectionId>) -> Self {
        Self { connection_id: connection_id.into() }
    }
}

impl Endpoint for DeleteConnection {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/connections/{connection_id}";
    const OPERATION_ID: &'static str = "deleteConnection";
    const SCOPE: &'static str = "delete:connections";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.connection_id).build()
    }
}
