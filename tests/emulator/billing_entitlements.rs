use kinde_api::BillingCustomerId;
use kinde_api::billing_entitlements::{EntitlementExpand, GetBillingEntitlements};
use kinde_api::emulator::{BillingFeature, BillingPlan};
use serde_json::{Value, json};

use crate::world::{World, envelope, refused};

/// A customer on the plan `pro`.
fn world() -> (World, BillingCustomerId) {
    let world = World::new();
    let seats = BillingFeature::new("seats").name("Seats").fixed_charge(2500).unit_amount(500).limit_max(50);
    world.emulator.add_billing_plan(BillingPlan::new("pro").feature(seats).feature("support"));
    let customer = world.emulator.add_billing_customer(world.user(1)).unwrap();
    world.emulator.add_billing_agreement(&customer, "pro").unwrap();
    (world, customer)
}

fn limits(world: &World, list: &GetBillingEntitlements) -> Vec<Option<u64>> {
    world.send(list).unwrap().entitlements.into_iter().map(|one| one.entitlement_limit_max).collect()
}

#[test]
fn lists_what_the_plan_has() {
    let (world, customer) = world();
    let (status, body) = world.answer(&GetBillingEntitlements::new(&customer));
    let entitlements = json!([
        {
            "id": body["entitlements"][0]["id"],
            "fixed_charge": 2500,
            "price_name": "Seats",
            "unit_amount": 500,
            "feature_code": "seats",
            "feature_name": "Seats",
            "entitlement_limit_max": 50,
            "entitlement_limit_min": null,
        },
        {
            "id": body["entitlements"][1]["id"],
            "fixed_charge": null,
            "price_name": "support",
            "unit_amount": null,
            "feature_code": "support",
            "feature_name": "support",
            "entitlement_limit_max": null,
            "entitlement_limit_min": null,
        },
    ]);
    let content =
        |plans: Value| envelope(200, json!({"has_more": false, "entitlements": entitlements, "plans": plans}));
    assert_eq!((status, body.clone()), content(json!([])));
    let with_plans = GetBillingEntitlements::new(&customer).expand(EntitlementExpand::Plans);
    let plans = json!([{"code": "pro", "subscribed_on": "2026-01-01T00:00:00Z"}]);
    assert_eq!(world.answer(&with_plans), content(plans));
    let other = GetBillingEntitlements::new(&customer).expand("planets");
    assert_eq!(world.answer(&other), content(json!([])));
}

#[test]
fn takes_a_limit_for_what_has_none() {
    let (world, customer) = world();
    let list = GetBillingEntitlements::new(&customer);
    assert_eq!(limits(&world, &list), [Some(50), None]);
    assert_eq!(limits(&world, &list.clone().max_value("999")), [Some(50), Some(999)]);
    assert_eq!(world.refusal(&list.max_value("many")), refused(400, "BAD_REQUEST"));
}

#[test]
fn are_those_of_the_agreement_that_holds() {
    let (world, customer) = world();
    world.emulator.add_billing_plan(BillingPlan::new("team").feature("rooms"));
    world.emulator.add_billing_agreement(&customer, "team").unwrap();
    let held = world.send(&GetBillingEntitlements::new(&customer).expand("plans")).unwrap();
    assert_eq!(held.entitlements.into_iter().filter_map(|one| one.feature_code).collect::<Vec<_>>(), ["rooms"]);
    assert_eq!(held.plans.into_iter().filter_map(|one| one.code).collect::<Vec<_>>(), ["team"]);
}

#[test]
fn pages_both_ways() {
    let (world, customer) = world();
    let list = GetBillingEntitlements::new(&customer).page_size(1);
    let first = world.send(&list).unwrap();
    assert_eq!((first.entitlements.len(), first.has_more), (1, Some(true)));
    let id = first.entitlements[0].id.clone().unwrap();
    let second = world.send(&list.clone().starting_after(&id)).unwrap();
    assert_eq!((second.entitlements[0].feature_code.as_deref(), second.has_more), (Some("support"), Some(false)));
    let before = list.clone().ending_before(second.entitlements[0].id.clone().unwrap());
    assert_eq!(world.send(&before).unwrap().entitlements, first.entitlements);
    assert_eq!(world.refusal(&list.clone().starting_after("entitlement_0")), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.page_size(0)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&GetBillingEntitlements::new("customer_0")), refused(400, "CUSTOMER_INVALID"));
}
