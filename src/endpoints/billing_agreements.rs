//! Billing agreements: which plan a customer has agreed to.
//!
//! A billing customer is an organization or a user. [`GetOrganization`](crate::organizations::GetOrganization) answers
//! with its id if it is asked to expand the billing. To see what a customer has agreed to:
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::billing_agreements::GetBillingAgreements;
//!
//! let agreements = GetBillingAgreements::new("customer_1");
//! let answer = agreements.response(&http::Response::new(
//!     r#"{"agreements":[{"id":"agreement_1","plan_code":"pro"}],"has_more":false}"#,
//! ))?;
//! assert_eq!(answer.agreements[0].plan_code.as_deref(), Some("pro"));
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{Api, BillingAgreementId, BillingCustomerId, DateTime, Endpoint, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::billing_agreements::OPERATIONS;
///
/// assert!(OPERATIONS.iter().all(|operation| operation.path == "/api/v1/billing/agreements"));
/// ```
pub static OPERATIONS: &[Operation] =
    &[Operation::of::<GetBillingAgreements>(), Operation::of::<CreateBillingAgreement>()];

/// `GET /api/v1/billing/agreements`: the agreements of a customer.
///
/// Scope: `read:billing_agreements`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetBillingAgreementsResponse`].
/// [`Client::items`](crate::Client::items) gives each [`BillingAgreement`] of all pages.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::billing_agreements::GetBillingAgreements;
///
/// let agreements = GetBillingAgreements::new("customer_1").feature_code("seats");
/// assert_eq!(agreements.request(&api)?.uri().query(), Some("customer_id=customer_1&feature_code=seats"));
///
/// let answer = agreements.response(&http::Response::new(
///     r#"{"agreements":[{"plan_code":"pro","entitlements":[{"feature_code":"seats"}]}]}"#,
/// ))?;
/// assert_eq!(answer.agreements[0].plan_code.as_deref(), Some("pro"));
/// assert_eq!(answer.agreements[0].entitlements[0].feature_code.as_deref(), Some("seats"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/billing-agreements/get/api/v1/billing/agreements)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetBillingAgreements {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last agreement of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the agreement with this id.
    pub ending_before: Option<String>,
    /// The customer.
    pub customer_id: BillingCustomerId,
    /// Only agreements that have this feature.
    pub feature_code: Option<String>,
}

options! {
    GetBillingAgreements::new(customer_id: into BillingCustomerId) {
        page_size: plain u32;
        starting_after: into String;
        ending_before: into String;
        feature_code: into String;
    }
}

impl Endpoint for GetBillingAgreements {
    type Output = GetBillingAgreementsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/billing/agreements";
    const OPERATION_ID: &'static str = "getBillingAgreements";
    const SCOPE: &'static str = "read:billing_agreements";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .query_not_empty("customer_id", Some(&self.customer_id))
            .query_not_empty("feature_code", self.feature_code.as_ref())
            .build()
    }
}

pages_by_id!(GetBillingAgreements: agreements of BillingAgreement by id, unless ending_before);

/// What [`GetBillingAgreements`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetBillingAgreementsResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
    /// The agreements of this page.
    pub agreements: Vec<BillingAgreement>,
}

fields!(GetBillingAgreementsResponse { code, message, has_more, agreements: page required });

/// An agreement, as [`GetBillingAgreements`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct BillingAgreement {
    /// The id: what usage is recorded for.
    pub id: Option<BillingAgreementId>,
    /// The plan that the customer agreed to.
    pub plan_code: Option<String>,
    /// When it ended; absent while it is in force.
    pub expires_on: Option<DateTime>,
    /// The group that the plan belongs to.
    pub billing_group_id: Option<String>,
    /// When the current billing period began; absent if there is none.
    pub current_period_start: Option<DateTime>,
    /// When the current billing period ends; absent if there is none.
    pub current_period_end: Option<DateTime>,
    /// What the customer may use under it.
    pub entitlements: Vec<AgreementEntitlement>,
}

fields!(BillingAgreement {
    id,
    plan_code,
    expires_on,
    billing_group_id,
    current_period_start,
    current_period_end,
    entitlements: list,
});

/// A feature that an agreement has, as [`GetBillingAgreements`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct AgreementEntitlement {
    /// The feature, by its code.
    pub feature_code: Option<String>,
    /// The id of the entitlement.
    pub entitlement_id: Option<String>,
}

fields!(AgreementEntitlement { feature_code, entitlement_id });

/// `POST /api/v1/billing/agreements`: puts a customer on a plan.
///
/// Scope: `create:billing_agreements`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It costs money and can't be undone: the agreements that the customer has are cancelled, and an invoice may be sent
/// at once. The answer does not have the id of the new agreement: list them afterwards.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::billing_agreements::CreateBillingAgreement;
///
/// let upgrade = CreateBillingAgreement::new("customer_1", "pro").is_prorate(true);
/// assert_eq!(
///     upgrade.request(&api)?.body(),
///     br#"{"customer_id":"customer_1","plan_code":"pro","is_prorate":true}"#
/// );
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/billing-agreements/post/api/v1/billing/agreements)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateBillingAgreement {
    /// The customer.
    pub customer_id: BillingCustomerId,
    /// The plan.
    pub plan_code: String,
    /// Whether usage that was not invoiced yet is invoiced at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_invoice_now: Option<bool>,
    /// Whether the customer is credited with what is left of the old plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_prorate: Option<bool>,
}

options! {
    CreateBillingAgreement::new(customer_id: into BillingCustomerId, plan_code: into String) {
        is_invoice_now: plain bool;
        is_prorate: plain bool;
    }
}

impl Endpoint for CreateBillingAgreement {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/billing/agreements";
    const OPERATION_ID: &'static str = "createBillingAgreement";
    const SCOPE: &'static str = "create:billing_agreements";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}
