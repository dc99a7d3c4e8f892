//! Billing agreements: which plan a customer agreed on.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::BillingCustomerId;
use crate::billing_agreements::{CreateBillingAgreement, GetBillingAgreements};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::clock::date_time;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::billing::Agreement;
use crate::emulator::state::event_types::EventType;

pub(super) static TABLE: &[Entry] =
    &[Entry::of::<GetBillingAgreements>(list), Entry::of::<CreateBillingAgreement>(create)];

const PAGE_SIZE: usize = 10;

/// A period of billing has thirty days.
const PERIOD: u64 = 30 * 86_400;

/// Those that have ended are listed too.
fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let customer = business.billing.customers.get(call.required_query("customer_id")?)?;
    let feature = call.query("feature_code");
    let has_feature = |agreement: &&Agreement| {
        feature.is_none_or(|code| agreement.entitlements.iter().any(|one| one.feature.code == code))
    };
    let agreements = customer.agreements.iter().filter(has_feature);
    let (agreements, has_more) = page.of_list(agreements, |agreement| agreement.id.as_str())?;
    let agreements: Vec<Value> = agreements.into_iter().map(|agreement| item(agreement, call.now)).collect();
    Ok(Answer::envelope(json!({"has_more": has_more, "agreements": agreements})))
}

fn item(agreement: &Agreement, now: u64) -> Value {
    let periods = now.saturating_sub(agreement.subscribed_on) / PERIOD;
    let start = agreement.expires_on.is_none().then(|| agreement.subscribed_on + periods * PERIOD);
    let entitlements = agreement
        .entitlements
        .iter()
        .map(|entitlement| json!({"feature_code": entitlement.feature.code, "entitlement_id": entitlement.id}));
    json!({
        "id": agreement.id,
        "plan_code": agreement.plan_code,
        "expires_on": agreement.expires_on.map(date_time),
        "billing_group_id": null,
        "current_period_start": start.map(date_time),
        "current_period_end": start.map(|start| date_time(start + PERIOD)),
        "entitlements": entitlements.collect::<Vec<_>>(),
    })
}

/// Ends the agreements that the customer has.
fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        customer_id: Option<BillingCustomerId>,
        plan_code: Option<String>,
        #[serde(rename = "is_invoice_now")]
        _is_invoice_now: Option<bool>,
        #[serde(rename = "is_prorate")]
        _is_prorate: Option<bool>,
    }

    let body: Body = call.json()?;
    let customer_id = required(body.customer_id, "customer_id")?;
    let plan_code = required(body.plan_code, "plan_code")?;
    let customer = business.billing.customers.get(customer_id.as_str())?;
    business.billing.plan(&plan_code)?;
    let cancelled: Vec<_> = customer.current().map(|agreement| agreement.id.clone()).collect();

    let agreement_id = business.agree(customer_id.as_str(), &plan_code)?;
    for id in cancelled {
        let data = json!({"agreement": {"id": id, "customer_id": customer_id}});
        business.record(EventType::CustomerAgreementCancelled, &data);
    }
    let data = json!({"agreement": {"id": agreement_id, "customer_id": customer_id, "plan_code": plan_code}});
    business.record(EventType::CustomerAgreementCreated, &data);
    Ok(Answer::success())
}
