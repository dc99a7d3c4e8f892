//! Billing entitlements: what a customer may use by the plans that were agreed on.

use serde_json::{Value, json};

use super::Entry;
use crate::billing_entitlements::GetBillingEntitlements;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::clock::date_time;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::billing::Entitlement;

pub(super) static TABLE: &[Entry] = &[Entry::of::<GetBillingEntitlements>(list)];

const PAGE_SIZE: usize = 10;

/// Of the agreements that hold.
fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let customer = business.billing.customers.get(call.required_query("customer_id")?)?;
    let limit = call.query("max_value").map(limit).transpose()?;
    let entitlements = customer.current().flat_map(|agreement| &agreement.entitlements);
    let (entitlements, has_more) = page.of_list(entitlements, |entitlement| entitlement.id.as_str())?;
    let entitlements: Vec<Value> = entitlements.into_iter().map(|one| item(one, limit)).collect();
    let plans = customer.current().filter(|_| call.expands("plans"));
    let plans = plans.map(|one| json!({"code": one.plan_code, "subscribed_on": date_time(one.subscribed_on)}));
    Ok(Answer::envelope(json!({
        "has_more": has_more,
        "entitlements": entitlements,
        "plans": plans.collect::<Vec<_>>(),
    })))
}

fn limit(text: &str) -> Result<u64, Refusal> {
    text.parse().map_err(|_| Refusal::bad_value("max_value", "is not a whole number"))
}

fn item(entitlement: &Entitlement, limit: Option<u64>) -> Value {
    let feature = &entitlement.feature;
    json!({
        "id": entitlement.id,
        "fixed_charge": feature.fixed_charge,
        "price_name": feature.price_name,
        "unit_amount": feature.unit_amount,
        "feature_code": feature.code,
        "feature_name": feature.name,
        "entitlement_limit_max": feature.limit_max.or(limit),
        "entitlement_limit_min": feature.limit_min,
    })
}
