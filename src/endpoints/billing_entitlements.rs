//! Billing entitlements: what a customer may use under the plans agreed to.
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::billing_entitlements::GetBillingEntitlements;
//!
//! let entitlements = GetBillingEntitlements::new("customer_1");
//! let answer = entitlements.response(&http::Response::new(
//!     r#"{"entitlements":[{"feature_code":"seats","entitlement_limit_max":25}],"has_more":false}"#,
//! ))?;
//! let seats = answer.entitlements.iter().find(|one| one.feature_code.as_deref() == Some("seats"));
//! assert_eq!(seats.and_then(|seats| seats.entitlement_limit_max), Some(25));
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{Api, BillingCustomerId, DateTime, Endpoint, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::billing_entitlements::OPERATIONS;
///
/// assert_eq!(OPERATIONS[0].scope, "read:billing_entitlements");
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<GetBillingEntitlements>()];

/// `GET /api/v1/billing/entitlements`: what a customer may use, and what it costs.
///
/// Scope: `read:billing_entitlements`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetBillingEntitlementsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`BillingEntitlement`] of all pages.
///
/// The answer has the plans if they are [asked for](EntitlementExpand::Plans).
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::billing_entitlements::{EntitlementExpand, GetBillingEntitlements};
///
/// let entitlements = GetBillingEntitlements::new("customer_1").expand(EntitlementExpand::Plans);
/// assert_eq!(entitlements.request(&api)?.uri().query(), Some("customer_id=customer_1&expand=plans"));
///
/// let answer = entitlements.response(&http::Response::new(
///     r#"{"entitlements":[{"feature_code":"seats","unit_amount":1700}],
///         "plans":[{"code":"pro","subscribed_on":"2026-06-01T00:00:00Z"}]}"#,
/// ))?;
/// assert_eq!(answer.entitlements[0].unit_amount, Some(1700));
/// assert_eq!(answer.plans[0].subscribed_on.as_ref().map(|time| time.as_str()), Some("2026-06-01T00:00:00Z"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/billing-entitlements/get/api/v1/billing/entitlements)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetBillingEntitlements {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last entitlement of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the entitlement with this id.
    pub ending_before: Option<String>,
    /// The customer.
    pub customer_id: BillingCustomerId,
    /// The number to give as the upper limit of entitlements that have none.
    pub max_value: Option<String>,
    /// What else to include.
    pub expand: Option<EntitlementExpand>,
}

options! {
    GetBillingEntitlements::new(customer_id: into BillingCustomerId) {
        page_size: plain u32;
        starting_after: into String;
        ending_before: into String;
        max_value: into String;
        expand: into EntitlementExpand;
    }
}

impl Endpoint for GetBillingEntitlements {
    type Output = GetBillingEntitlementsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/billing/entitlements";
    const OPERATION_ID: &'static str = "getBillingEntitlements";
    const SCOPE: &'static str = "read:billing_entitlements";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .query_not_empty("customer_id", Some(&self.customer_id))
            .query("max_value", self.max_value.as_ref())
            .query("expand", self.expand.as_ref())
            .build()
    }
}

pages_by_id!(GetBillingEntitlements: entitlements of BillingEntitlement by id, unless ending_before);

open_enum! {
    /// What else [`GetBillingEntitlements`] can include.
    pub enum EntitlementExpand {
        /// The plans that the customer agreed to.
        Plans = "plans",
    }
}

/// What [`GetBillingEntitlements`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetBillingEntitlementsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
    /// The entitlements of this page.
    pub entitlements: Vec<BillingEntitlement>,
    /// The plans, if they were asked for.
    pub plans: Vec<BillingPlan>,
}

fields!(GetBillingEntitlementsResponse { code, message, has_more, entitlements: page required, plans: list });

/// What a customer may use of one feature, as [`GetBillingEntitlements`] lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct BillingEntitlement {
    /// The id of the entitlement.
    pub id: Option<String>,
    /// The price of a fixed charge, in cents.
    pub fixed_charge: Option<i64>,
    /// The name of the price.
    pub price_name: Option<String>,
    /// The price of a unit, in cents.
    pub unit_amount: Option<i64>,
    /// The feature, by its code.
    pub feature_code: Option<String>,
    /// The name of the feature.
    pub feature_name: Option<String>,
    /// How many units the customer may use at most; absent where there is no limit and no
    /// [`max_value`](GetBillingEntitlements::max_value) was given.
    pub entitlement_limit_max: Option<u64>,
    /// How many units the customer has to use at least.
    pub entitlement_limit_min: Option<u64>,
}

fields!(BillingEntitlement {
    id,
    fixed_charge: amount,
    price_name,
    unit_amount: amount,
    feature_code,
    feature_name,
    entitlement_limit_max: count,
    entitlement_limit_min: count,
});

/// A plan that a customer agreed to, as [`GetBillingEntitlements`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct BillingPlan {
    /// The code of the plan.
    pub code: Option<String>,
    /// When the customer agreed to it.
    pub subscribed_on: Option<DateTime>,
}

fields!(BillingPlan { code, subscribed_on });
