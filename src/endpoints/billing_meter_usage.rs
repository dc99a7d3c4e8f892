//! Metered usage, which is billed.
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::billing_meter_usage::{CreateMeterUsageRecord, MeterType};
//! # let api = kinde_api::Api::new("https://acme.kinde.com", "a-token")?;
//!
//! let one_more = CreateMeterUsageRecord::new("agreement_1", "exports", "1").meter_type_code(MeterType::Delta);
//! assert_eq!(
//!     String::from_utf8_lossy(one_more.request(&api)?.body()),
//!     r#"{"customer_agreement_id":"agreement_1","billing_feature_code":"exports","meter_value":"1","meter_type_code":"delta"}"#
//! );
//! # Ok::<(), kinde_api::RequestError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{Api, BillingAgreementId, Endpoint, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::billing_meter_usage::OPERATIONS;
///
/// assert_eq!(OPERATIONS[0].scope, "create:meter_usage");
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<CreateMeterUsageRecord>()];

/// `POST /api/v1/billing/meter_usage`: records usage of a feature, which is billed.
///
/// Scope: `create:meter_usage`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateMeterUsageRecordResponse`].
///
/// A difference that is sent twice counts twice. A [`Client`](crate::Client) never repeats it by itself if it may have
/// arrived. Usage after the end of a period counts for the next one.
///
/// ```
/// use kinde_api::{Endpoint, billing_meter_usage::CreateMeterUsageRecord};
///
/// let total = CreateMeterUsageRecord::new("agreement_1", "seats", "17").meter_type_code("absolute");
/// let answer = total.response(&http::Response::new(r#"{"code":"OK","message":"Recorded"}"#))?;
/// assert_eq!(answer.message.as_deref(), Some("Recorded"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/billing-meter-usage/post/api/v1/billing/meter_usage)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateMeterUsageRecord {
    /// The agreement that the usage is billed by.
    pub customer_agreement_id: BillingAgreementId,
    /// The feature, by its code.
    pub billing_feature_code: String,
    /// How much, a number as text.
    pub meter_value: String,
    /// When, in ISO 8601; now unless it is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meter_usage_timestamp: Option<String>,
    /// Whether the value is the whole usage or is added to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meter_type_code: Option<MeterType>,
}

options! {
    CreateMeterUsageRecord::new(
        customer_agreement_id: into BillingAgreementId,
        billing_feature_code: into String,
        meter_value: into String,
    ) {
        meter_usage_timestamp: into String;
        meter_type_code: into MeterType;
    }
}

impl Endpoint for CreateMeterUsageRecord {
    type Output = CreateMeterUsageRecordResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/billing/meter_usage";
    const OPERATION_ID: &'static str = "createMeterUsageRecord";
    const SCOPE: &'static str = "create:meter_usage";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

open_enum! {
    /// What the value of [`CreateMeterUsageRecord`] means.
    pub enum MeterType {
        /// The whole usage, replacing what was recorded before.
        Absolute = "absolute",
        /// A difference, which is added to the usage.
        Delta = "delta",
    }
}

/// What [`CreateMeterUsageRecord`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateMeterUsageRecordResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(CreateMeterUsageRecordResponse { code, message });
