//! Metered usage, which is billed.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::billing_meter_usage::*;

use crate::operation::operations;

operations! {
    "createMeterUsageRecord" POST "/api/v1/billing/meter_usage" "create:meter_usage"
        CreateMeterUsageRecord::new(customer_agreement_id: Body text, billing_feature_code: Body text, meter_value: Body text)
        { meter_usage_timestamp: Body text, meter_type_code: Body text }
        -> billing_meter_usage::CreateMeterUsageRecordResponse;
}
