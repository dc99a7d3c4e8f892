//! The business itself: its name, its contact details and its locale.
//!
//! Some fields are read under one name and written under another. An industry and a time zone are read by name and
//! written by key:
//!
//! | [`GetBusiness`] answers | [`UpdateBusiness`] takes |
//! |---|---|
//! | `name` | `business_name` |
//! | `industry`, a name | `industry_key`, from [`GetIndustries`](crate::industries::GetIndustries) |
//! | `timezone`, a name | `timezone_key`, from [`GetTimezones`](crate::timezones::GetTimezones) |
//! | `has_clickwrap` | `is_click_wrap` |
//! | `has_kinde_branding` | `is_show_kinde_branding` |
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::business::{GetBusiness, UpdateBusiness};
//!
//! let response = http::Response::new(r#"{"business":{"name":"Acme Limited","phone":"555-555-5555"}}"#);
//! let business = GetBusiness::new().response(&response)?.business.unwrap_or_default();
//!
//! let name = business.name.unwrap_or_default().replace("Limited", "Ltd");
//! let update = UpdateBusiness::new().business_name(name).phone(None);
//! assert_eq!(update.request(&api)?.body(), br#"{"business_name":"Acme Ltd","phone":null}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, Nullable, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::business::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "updateBusiness"));
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<GetBusiness>(), Operation::of::<UpdateBusiness>()];

/// `GET /api/v1/business`: the business that the token belongs to.
///
/// Scope: `read:businesses`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetBusinessResponse`].
///
/// ```
/// use kinde_api::{Endpoint, business::GetBusiness};
///
/// let response = http::Response::new(r#"{"business":{"code":"bus_17","name":"Acme","has_clickwrap":false}}"#);
/// let business = GetBusiness::new().response(&response)?.business.unwrap_or_default();
/// assert_eq!(business.code.as_deref(), Some("bus_17"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/business/get/api/v1/business)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetBusiness {}

impl GetBusiness {
    /// The business of the token: there is nothing to choose.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }
}

impl Endpoint for GetBusiness {
    type Output = GetBusinessResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/business";
    const OPERATION_ID: &'static str = "getBusiness";
    const SCOPE: &'static str = "read:businesses";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetBusiness`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetBusinessResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The business.
    pub business: Option<Business>,
}

fields!(GetBusinessResponse { code, message, business });

/// A business, as [`GetBusiness`] gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Business {
    /// The code of the business, such as `bus_c69fb73b091`.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// The phone number that it is reached by.
    pub phone: Option<String>,
    /// The e-mail address that it is reached by.
    pub email: Option<String>,
    /// The industry that it is in, by its name and not by its key.
    pub industry: Option<String>,
    /// The time zone that it is in, by its name and not by its key.
    pub timezone: Option<String>,
    /// The URL of its privacy policy.
    pub privacy_url: Option<String>,
    /// The URL of its terms and conditions.
    pub terms_url: Option<String>,
    /// Whether people who sign up have to agree to its terms.
    pub has_clickwrap: Option<bool>,
    /// Whether its pages show Kinde's brand.
    pub has_kinde_branding: Option<bool>,
    /// When it was created.
    pub created_on: Option<DateTime>,
}

fields!(Business {
    code,
    name,
    phone,
    email,
    industry,
    timezone,
    privacy_url,
    terms_url,
    has_clickwrap,
    has_kinde_branding,
    created_on,
});

/// `PATCH /api/v1/business`: changes the business.
///
/// Scope: `update:businesses`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// What is not set stays as it is. Each field takes a null as well, which Kinde's document allows without saying what
/// it does. Hiding Kinde's brand needs a paid plan. The answer does not have the business.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::business::UpdateBusiness;
///
/// let update = UpdateBusiness::new().timezone_key("london_greenwich_mean_time").is_click_wrap(true);
/// assert_eq!(
///     update.request(&api)?.body(),
///     br#"{"is_click_wrap":true,"timezone_key":"london_greenwich_mean_time"}"#
/// );
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/business/patch/api/v1/business)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateBusiness {
    /// Its name.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub business_name: Nullable<String>,
    /// The e-mail address that it is reached by.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub email: Nullable<String>,
    /// The industry that it is in, by key: see [`GetIndustries`](crate::industries::GetIndustries).
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub industry_key: Nullable<String>,
    /// Whether people who sign up have to agree to its terms.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub is_click_wrap: Nullable<bool>,
    /// Whether its pages show Kinde's brand. Hiding it needs a paid plan.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub is_show_kinde_branding: Nullable<bool>,
    /// A code of Kinde's that brings perks.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub kinde_perk_code: Nullable<String>,
    /// The phone number that it is reached by.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub phone: Nullable<String>,
    /// The URL of its privacy policy.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub privacy_url: Nullable<String>,
    /// The URL of its terms and conditions.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub terms_url: Nullable<String>,
    /// The time zone that it is in, by key: see [`GetTimezones`](crate::timezones::GetTimezones).
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub timezone_key: Nullable<String>,
}

options! {
    /// Nothing changed yet.
    UpdateBusiness::new() {
        business_name: nullable String;
        email: nullable String;
        industry_key: nullable String;
        is_click_wrap: nullable bool;
        is_show_kinde_branding: nullable bool;
        kinde_perk_code: nullable String;
        phone: nullable String;
        privacy_url: nullable String;
        terms_url: nullable String;
        timezone_key: nullable String;
    }
}

impl Endpoint for UpdateBusiness {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/business";
    const OPERATION_ID: &'static str = "updateBusiness";
    const SCOPE: &'static str = "update:businesses";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}
