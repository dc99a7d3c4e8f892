//! Organizations themselves: list, get, create, update, delete.

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::{options, setters};
use crate::environments::{Color, ColorScheme, ThemeCode};
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{
    Api, DateTime, Endpoint, FeatureFlagKey, Nullable, OrgCode, RequestBuilder, RequestError, SuccessResponse,
};

/// `GET /api/v1/organizations`: the organizations of the business, in short form.
///
/// Scope: `read:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetOrganizationsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`OrganizationItem`] of all pages.
///
/// ```
/// use kinde_api::organizations::{GetOrganizations, Sort};
/// use kinde_api::{Endpoint, Paged};
///
/// let organizations = GetOrganizations::new().sort(Sort::NameAsc).page_size(500);
///
/// let response = http::Response::new(
///     r#"{"organizations":[{"code":"org_1","name":"Acme"}],"next_token":"Mjo6Om5hbWVfYXNj"}"#,
/// );
/// let page = organizations.response(&response)?;
/// assert_eq!(page.organizations[0].code, Some("org_1".into()));
///
/// let next = organizations.next_page(&page);
/// assert_eq!(next, Some(organizations.next_token("Mjo6Om5hbWVfYXNj")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizations {
    /// The field and direction to sort by.
    pub sort: Option<Sort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
}

options! {
    /// All of them, in Kinde's order.
    GetOrganizations::new() {
        sort: into Sort;
        page_size: plain u32;
        next_token: into String;
    }
}

impl Endpoint for GetOrganizations {
    type Output = GetOrganizationsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations";
    const OPERATION_ID: &'static str = "getOrganizations";
    const SCOPE: &'static str = "read:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .build()
    }
}

pages_by_token!(GetOrganizations: organizations of OrganizationItem);

/// What [`GetOrganizations`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The organizations of this page.
    pub organizations: Vec<OrganizationItem>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetOrganizationsResponse { code, message, organizations: page required, next_token });

/// An organization in short form, as [`GetOrganizations`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationItem {
    /// The code of the organization.
    pub code: Option<OrgCode>,
    /// Its name.
    pub name: Option<String>,
    /// Its handle, if it has one.
    pub handle: Option<String>,
    /// Whether it is the one that every business starts with.
    pub is_default: Option<bool>,
    /// Your own id for it.
    pub external_id: Option<String>,
    /// Whether users who sign in with its code become members.
    pub is_auto_membership_enabled: Option<bool>,
}

fields!(OrganizationItem { code, name, handle, is_default, external_id, is_auto_membership_enabled });

/// `GET /api/v1/organization`: one organization with all its settings.
///
/// Scope: `read:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationResponse`].
///
/// The code goes into the query, so an empty one is refused. [`GetOrganization::default`] sends no code, which Kinde
/// used to answer with the default organization. According to Kinde's reference, an unknown code is a 400, not a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{GetOrganization, OrganizationExpand};
///
/// let organization = GetOrganization::new("org_1ccfb819462").expand(OrganizationExpand::Billing);
/// let request = organization.request(&api)?;
/// assert_eq!(request.uri().query(), Some("code=org_1ccfb819462&expand=billing"));
///
/// let response = http::Response::new(
///     r##"{"name":"Acme","link_color":{"hex":"#0000ff"},
///         "billing":{"agreements":[{"plan_code":"pro"}]}}"##,
/// );
/// let answer = organization.response(&response)?;
/// assert_eq!(answer.link_color.and_then(|color| color.hex).as_deref(), Some("#0000ff"));
/// let agreements = answer.billing.unwrap_or_default().agreements;
/// assert_eq!(agreements[0].plan_code.as_deref(), Some("pro"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organization)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganization {
    /// The organization; absent for the default one.
    pub code: Option<OrgCode>,
    /// What else to include.
    pub expand: Option<OrganizationExpand>,
}

impl GetOrganization {
    /// The organization with this code.
    #[must_use]
    pub fn new(code: impl Into<OrgCode>) -> Self {
        Self { code: Some(code.into()), expand: None }
    }
}

setters! {
    GetOrganization {
        code: into OrgCode;
        expand: into OrganizationExpand;
    }
}

impl Endpoint for GetOrganization {
    type Output = GetOrganizationResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organization";
    const OPERATION_ID: &'static str = "getOrganization";
    const SCOPE: &'static str = "read:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query_not_empty("code", self.code.as_ref())
            .query("expand", self.expand.as_ref())
            .build()
    }
}

/// What [`GetOrganization`] answers: the organization itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationResponse {
    /// The code of the organization; not a code for the success.
    pub code: Option<OrgCode>,
    /// Its name.
    pub name: Option<String>,
    /// Its handle, if it has one.
    pub handle: Option<String>,
    /// Whether it is the one that every business starts with.
    pub is_default: Option<bool>,
    /// Your own id for it.
    pub external_id: Option<String>,
    /// Whether users who sign in with its code become members.
    pub is_auto_membership_enabled: Option<bool>,
    /// The path of its logo, light mode.
    pub logo: Option<String>,
    /// The path of its logo, dark mode.
    pub logo_dark: Option<String>,
    /// The path of its icon as SVG.
    pub favicon_svg: Option<String>,
    /// The path of its icon for browsers that don't take SVG.
    pub favicon_fallback: Option<String>,
    /// The domains whose addresses may sign up; all if it is empty.
    pub allowed_domains: Vec<String>,
    /// The colour of links, light mode.
    pub link_color: Option<Color>,
    /// The colour of the background, light mode.
    pub background_color: Option<Color>,
    /// The colour of buttons, light mode.
    pub button_color: Option<Color>,
    /// The colour of text on buttons, light mode.
    pub button_text_color: Option<Color>,
    /// The colour of links, dark mode.
    pub link_color_dark: Option<Color>,
    /// The colour of the background, dark mode.
    pub background_color_dark: Option<Color>,
    /// The colour of text on buttons, dark mode.
    pub button_text_color_dark: Option<Color>,
    /// The colour of buttons, dark mode.
    pub button_color_dark: Option<Color>,
    /// The radius of the corners of buttons, in pixels.
    pub button_border_radius: Option<String>,
    /// The radius of the corners of cards, in pixels.
    pub card_border_radius: Option<String>,
    /// The radius of the corners of inputs, in pixels.
    pub input_border_radius: Option<String>,
    /// Whether sign-in pages are light, dark, or as the user prefers.
    pub theme_code: Option<ThemeCode>,
    /// What the pages tell the browser of it.
    pub color_scheme: Option<ColorScheme>,
    /// When it was created, as Kinde writes it.
    pub created_on: Option<DateTime>,
    /// Deprecated by Kinde: see `is_auto_membership_enabled`.
    pub is_allow_registrations: Option<bool>,
    /// The sender's name on e-mails.
    pub sender_name: Option<String>,
    /// The sender's address on e-mails.
    pub sender_email: Option<String>,
    /// Whether it is suspended.
    pub is_suspended: Option<bool>,
    /// When it was suspended.
    pub suspended_on: Option<DateTime>,
    /// Its billing, if that was [asked for](OrganizationExpand::Billing) and it is a billing customer.
    pub billing: Option<OrganizationBilling>,
}

fields!(GetOrganizationResponse {
    code,
    name,
    handle,
    is_default,
    external_id,
    is_auto_membership_enabled,
    logo,
    logo_dark,
    favicon_svg,
    favicon_fallback,
    allowed_domains: list,
    link_color,
    background_color,
    button_color,
    button_text_color,
    link_color_dark,
    background_color_dark,
    button_text_color_dark,
    button_color_dark,
    button_border_radius: text_or_number,
    card_border_radius: text_or_number,
    input_border_radius: text_or_number,
    theme_code,
    color_scheme,
    created_on,
    is_allow_registrations,
    sender_name,
    sender_email,
    is_suspended,
    suspended_on,
    billing,
});

/// An organization as a billing customer, as [`GetOrganization`] tells it if asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationBilling {
    /// The id of the customer.
    pub billing_customer_id: Option<String>,
    /// What the customer is subscribed to.
    pub agreements: Vec<BillingAgreement>,
}

fields!(OrganizationBilling { billing_customer_id, agreements: list });

/// A subscription to a plan, as [`GetOrganization`] lists them if asked for billing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct BillingAgreement {
    /// The code of the plan.
    pub plan_code: Option<String>,
    /// The id of the subscription.
    pub agreement_id: Option<String>,
}

fields!(BillingAgreement { plan_code, agreement_id });

/// `POST /api/v1/organization`: creates an organization; Kinde chooses its code.
///
/// Scope: `create:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateOrganizationResponse`].
///
/// If the answer is lost, the organization may have been created all the same: look before you send it again.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::CreateOrganization;
///
/// let organization = CreateOrganization::new("Acme")
///     .external_id("customer-17")
///     .feature_flags([("is_dark", true)]);
/// assert_eq!(
///     organization.request(&api)?.body(),
///     br#"{"name":"Acme","feature_flags":{"is_dark":true},"external_id":"customer-17"}"#
/// );
///
/// let response = http::Response::new(r#"{"organization":{"code":"org_1ccfb819462"}}"#);
/// let made = organization.response(&response)?.organization.unwrap_or_default();
/// assert_eq!(made.code, Some("org_1ccfb819462".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organization)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateOrganization {
    /// The name of the organization.
    pub name: String,
    /// Values for feature flags, by key. Kinde's reference is at odds with itself about their type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feature_flags: Option<BTreeMap<FeatureFlagKey, Value>>,
    /// Your own id for the organization. Kinde offers no lookup by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The background colour, light mode, as CSS writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    /// The colour of buttons, light mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_color: Option<String>,
    /// The colour of text on buttons, light mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_text_color: Option<String>,
    /// The colour of links, light mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_color: Option<String>,
    /// The background colour, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color_dark: Option<String>,
    /// The colour of buttons, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_color_dark: Option<String>,
    /// The colour of text on buttons, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_text_color_dark: Option<String>,
    /// The colour of links, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_color_dark: Option<String>,
    /// Whether sign-in pages are light, dark, or as the user prefers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme_code: Option<ThemeCode>,
    /// A unique name for the organization, for use in callback URLs, say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Deprecated by Kinde: use `is_auto_membership_enabled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_allow_registrations: Option<bool>,
    /// Whether users who sign in with the organization's code become members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_auto_membership_enabled: Option<bool>,
    /// The sender's name on e-mails; null clears it.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub sender_name: Nullable<String>,
    /// The sender's address on e-mails, which needs an SMTP server of your own; null clears it.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub sender_email: Nullable<String>,
    /// Whether to make it a billing customer too; then `billing_email` is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_create_billing_customer: Option<bool>,
    /// The address for bills.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_email: Option<String>,
    /// The code of a published organization plan; the default one if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_plan_code: Option<String>,
}

options! {
    /// An organization with this name.
    CreateOrganization::new(name: into String) {
        feature_flags: pairs FeatureFlagKey;
        external_id: into String;
        background_color: into String;
        button_color: into String;
        button_text_color: into String;
        link_color: into String;
        background_color_dark: into String;
        button_color_dark: into String;
        button_text_color_dark: into String;
        link_color_dark: into String;
        theme_code: into ThemeCode;
        handle: into String;
        #[deprecated = "Kinde wants `is_auto_membership_enabled` instead"]
        is_allow_registrations: plain bool;
        is_auto_membership_enabled: plain bool;
        sender_name: nullable String;
        sender_email: nullable String;
        is_create_billing_customer: plain bool;
        billing_email: into String;
        billing_plan_code: into String;
    }
}

impl Endpoint for CreateOrganization {
    type Output = CreateOrganizationResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organization";
    const OPERATION_ID: &'static str = "createOrganization";
    const SCOPE: &'static str = "create:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateOrganization`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateOrganizationResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The organization that was created.
    pub organization: Option<CreatedOrganization>,
}

fields!(CreateOrganizationResponse { code, message, organization });

/// A new organization, as [`CreateOrganization`] tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedOrganization {
    /// Its code, chosen by Kinde.
    pub code: Option<OrgCode>,
    /// The id of the billing customer, if one was made.
    pub billing_customer_id: Option<String>,
}

fields!(CreatedOrganization { code, billing_customer_id });

/// `PATCH /api/v1/organization/{org_code}`: changes an organization: what is set here, and nothing else.
///
/// Scope: `update:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// What is not set stays as it is. Two settings do more than it seems:
/// [`is_enable_advanced_orgs`](Self::is_enable_advanced_orgs) is billed, and sessions that
/// [`is_suspended`](Self::is_suspended) ends do not come back. Suspending the default organization is an error with the
/// code `DEFAULT_ORGANIZATION_CANNOT_BE_SUSPENDED`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{ThemeCode, UpdateOrganization};
///
/// let light = UpdateOrganization::new("org_1").link_color("#f50").theme_code(ThemeCode::Light);
/// assert_eq!(light.request(&api)?.body(), br##"{"link_color":"#f50","theme_code":"light"}"##);
///
/// // To clear a sender is not to leave it as it is.
/// let no_sender = UpdateOrganization::new("org_1").sender_name(None);
/// assert_eq!(no_sender.request(&api)?.body(), br#"{"sender_name":null}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/patch/api/v1/organization/{org_code})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganization {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The reference names it, but the answer has nothing to expand.
    #[serde(skip)]
    pub expand: Option<OrganizationExpand>,
    /// The name of the organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Your own id for the organization. Kinde offers no lookup by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The background colour, light mode, as CSS writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    /// The colour of buttons, light mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_color: Option<String>,
    /// The colour of text on buttons, light mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_text_color: Option<String>,
    /// The colour of links, light mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_color: Option<String>,
    /// The background colour, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color_dark: Option<String>,
    /// The colour of buttons, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_color_dark: Option<String>,
    /// The colour of text on buttons, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub button_text_color_dark: Option<String>,
    /// The colour of links, dark mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_color_dark: Option<String>,
    /// Whether sign-in pages are light, dark, or as the user prefers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme_code: Option<ThemeCode>,
    /// A unique name for the organization, for use in callback URLs, say. Only [`DeleteOrganizationHandle`] clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Deprecated by Kinde: use `is_auto_membership_enabled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_allow_registrations: Option<bool>,
    /// Whether users who sign in with the organization's code become members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_auto_membership_enabled: Option<bool>,
    /// Whether users with an address of `allowed_domains` can sign up by themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_auto_join_domain_list: Option<bool>,
    /// The domains whose addresses may sign up: bare ones such as `acme.com`, though the reference's sample has URLs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_domains: Option<Vec<String>>,
    /// Turns on advanced features for the organization, which Kinde **bills**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_enable_advanced_orgs: Option<bool>,
    /// Whether all members must sign in with a second factor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_enforce_mfa: Option<bool>,
    /// The sender's name on e-mails; null clears it.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub sender_name: Nullable<String>,
    /// The sender's address on e-mails, which needs an SMTP server of your own; null clears it.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub sender_email: Nullable<String>,
    /// Suspends or unsuspends: suspending ends all sessions and revokes tokens for good. The default organization can't
    /// be suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_suspended: Option<bool>,
}

options! {
    /// Changes nothing until something is set.
    UpdateOrganization::new(org_code: into OrgCode) {
        expand: into OrganizationExpand;
        name: into String;
        external_id: into String;
        background_color: into String;
        button_color: into String;
        button_text_color: into String;
        link_color: into String;
        background_color_dark: into String;
        button_color_dark: into String;
        button_text_color_dark: into String;
        link_color_dark: into String;
        theme_code: into ThemeCode;
        handle: into String;
        #[deprecated = "Kinde wants `is_auto_membership_enabled` instead"]
        is_allow_registrations: plain bool;
        is_auto_membership_enabled: plain bool;
        is_auto_join_domain_list: plain bool;
        allowed_domains: texts String;
        is_enable_advanced_orgs: plain bool;
        is_enforce_mfa: plain bool;
        sender_name: nullable String;
        sender_email: nullable String;
        is_suspended: plain bool;
    }
}

impl Endpoint for UpdateOrganization {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/organization/{org_code}";
    const OPERATION_ID: &'static str = "updateOrganization";
    const SCOPE: &'static str = "update:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).query("expand", self.expand.as_ref()).json(self).build()
    }
}

/// `DELETE /api/v1/organization/{org_code}`: deletes an organization.
///
/// Scope: `delete:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// **It can't be undone**: memberships, settings, flags and data go with it. Users stay, and may be left without an
/// organization. Whether the default organization can be deleted is not documented.
///
/// An unknown organization is a 404, so deleting one twice does no harm:
///
/// ```
/// # use std::convert::Infallible;
/// # use kinde_api::{Client, Credentials};
/// # let transport = |_| {
/// #     let answer = br#"{"errors":{"code":"ORGANIZATION_NOT_FOUND","message":"Organization not found"}}"#.to_vec();
/// #     Ok::<_, Infallible>(http::Response::builder().status(404).body(answer).unwrap())
/// # };
/// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
/// use kinde_api::organizations::DeleteOrganization;
///
/// match client.send(&DeleteOrganization::new("org_1ccfb819462")) {
///     Ok(_) => println!("deleted"),
///     Err(error) if error.response().is_some_and(|answer| answer.is_not_found()) => {
///         println!("was not there");
///     }
///     Err(error) => return Err(error.into()),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organization/{org_code})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganization {
    /// The organization.
    pub org_code: OrgCode,
}

impl DeleteOrganization {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for DeleteOrganization {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organization/{org_code}";
    const OPERATION_ID: &'static str = "deleteOrganization";
    const SCOPE: &'static str = "delete:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// `DELETE /api/v1/organization/{org_code}/handle`: removes the handle of an organization.
///
/// Scope: `delete:organization_handles`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// [`UpdateOrganization`] can only set a handle; this clears it.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::DeleteOrganizationHandle;
///
/// let request = DeleteOrganizationHandle::new("org_1ccfb819462").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/organization/org_1ccfb819462/handle");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organization/{org_code}/handle)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationHandle {
    /// The organization.
    pub org_code: OrgCode,
}

impl DeleteOrganizationHandle {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for DeleteOrganizationHandle {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organization/{org_code}/handle";
    const OPERATION_ID: &'static str = "DeleteOrganizationHandle";
    const SCOPE: &'static str = "delete:organization_handles";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

open_enum! {
    /// How to sort organizations or members.
    ///
    /// Like every enum here, it is open: a value that Kinde adds later is kept when it is read, and can be sent.
    ///
    /// ```
    /// use kinde_api::organizations::{GetOrganizations, Sort};
    ///
    /// assert_eq!(Sort::from("name_asc"), Sort::NameAsc);
    /// assert_eq!(Sort::NameAsc.as_str(), "name_asc");
    ///
    /// let newest = GetOrganizations::new().sort("created_on_desc");
    /// assert_eq!(newest.sort, Some(Sort::Unknown("created_on_desc".to_owned())));
    /// ```
    pub enum Sort {
        /// By name, A to Z.
        NameAsc = "name_asc",
        /// By name, Z to A.
        NameDesc = "name_desc",
        /// By address, A to Z; not for organizations.
        EmailAsc = "email_asc",
        /// By address, Z to A; not for organizations.
        EmailDesc = "email_desc",
    }
}

open_enum! {
    /// What else to include for an organization, for [`GetOrganization`].
    pub enum OrganizationExpand {
        /// Its billing.
        Billing = "billing",
    }
}
