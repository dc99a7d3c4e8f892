//! Metered usage, which is billed.

use serde::Deserialize;
use serde_json::json;

use super::Entry;
use crate::BillingAgreementId;
use crate::billing_meter_usage::CreateMeterUsageRecord;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::clock::parse_date_time;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::unknown::Thing;

pub(super) static TABLE: &[Entry] = &[Entry::of::<CreateMeterUsageRecord>(create)];

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum MeterType {
    Absolute,
    Delta,
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        customer_agreement_id: Option<BillingAgreementId>,
        billing_feature_code: Option<String>,
        meter_value: Option<String>,
        meter_usage_timestamp: Option<String>,
        meter_type_code: Option<MeterType>,
    }

    let body: Body = call.json()?;
    let agreement_id = required(body.customer_agreement_id, "customer_agreement_id")?;
    let feature_code = required(body.billing_feature_code, "billing_feature_code")?;
    let value = required(body.meter_value, "meter_value")?;
    if !value.parse::<f64>().is_ok_and(f64::is_finite) {
        return Err(Refusal::bad_value("meter_value", "is not a number"));
    }
    if body.meter_usage_timestamp.as_deref().is_some_and(|moment| parse_date_time(moment).is_none()) {
        return Err(Refusal::bad_value("meter_usage_timestamp", "is not a time in ISO 8601"));
    }
    let (customer, agreement) = business.billing.agreement(agreement_id.as_str())?;
    if !agreement.entitlements.iter().any(|entitlement| entitlement.feature.code == feature_code) {
        return Err(Thing::BillingFeature.unknown(feature_code).into());
    }
    let customer_id = customer.id.clone();

    let mut record = CreateMeterUsageRecord::new(&agreement_id, &feature_code, &value);
    record.meter_usage_timestamp = body.meter_usage_timestamp;
    record.meter_type_code = body.meter_type_code.map(|r#type| match r#type {
        MeterType::Absolute => "absolute".into(),
        MeterType::Delta => "delta".into(),
    });
    business.billing.meter_usage.push(record);
    let data = json!({"usage": {"customer_id": customer_id, "feature_code": feature_code, "value": value}});
    business.record(EventType::CustomerMeterUsageUpdated, &data);
    Ok(Answer::success())
}
