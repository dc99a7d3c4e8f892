use std::time::Duration;

use kinde_api::BillingCustomerId;
use kinde_api::billing_agreements::{CreateBillingAgreement, GetBillingAgreements};
use kinde_api::billing_entitlements::GetBillingEntitlements;
use kinde_api::emulator::BillingPlan;
use kinde_api::webhooks::CreateWebHook;
use serde_json::json;

use crate::world::{World, envelope, refused, success};

/// The plans `free` and `pro`, the latter with seats and support, and a customer who is on neither.
fn world() -> (World, BillingCustomerId) {
    let world = World::new();
    world.emulator.add_billing_plan("free");
    world.emulator.add_billing_plan(BillingPlan::new("pro").feature("seats").feature("support"));
    let customer = world.emulator.add_billing_customer(&world.acme).unwrap();
    (world, customer)
}

fn plans(world: &World, list: &GetBillingAgreements) -> Vec<String> {
    world.send(list).unwrap().agreements.into_iter().filter_map(|one| one.plan_code).collect()
}

#[test]
fn puts_a_customer_on_a_plan_instead_of_another() {
    let (world, customer) = world();
    let list = GetBillingAgreements::new(&customer);
    assert_eq!(world.answer(&list), envelope(200, json!({"has_more": false, "agreements": []})));
    assert_eq!(world.answer(&CreateBillingAgreement::new(&customer, "free")), success());
    world.emulator.advance(Duration::from_secs(60));
    let create = CreateBillingAgreement::new(&customer, "pro").is_invoice_now(true).is_prorate(false);
    assert_eq!(world.answer(&create), success());

    let (status, body) = world.answer(&list);
    let id = |number: usize| body["agreements"][number]["id"].clone();
    let entitlement = |number: usize| body["agreements"][1]["entitlements"][number]["entitlement_id"].clone();
    let agreements = json!([
        {
            "id": id(0),
            "plan_code": "free",
            "expires_on": "2026-01-01T00:01:00Z",
            "billing_group_id": null,
            "current_period_start": null,
            "current_period_end": null,
            "entitlements": [],
        },
        {
            "id": id(1),
            "plan_code": "pro",
            "expires_on": null,
            "billing_group_id": null,
            "current_period_start": "2026-01-01T00:01:00Z",
            "current_period_end": "2026-01-31T00:01:00Z",
            "entitlements": [
                {"feature_code": "seats", "entitlement_id": entitlement(0)},
                {"feature_code": "support", "entitlement_id": entitlement(1)},
            ],
        },
    ]);
    let expected = envelope(200, json!({"has_more": false, "agreements": agreements}));
    assert_eq!((status, body.clone()), expected);
    let held = world.send(&GetBillingEntitlements::new(&customer)).unwrap().entitlements;
    let codes: Vec<_> = held.into_iter().filter_map(|one| one.feature_code).collect();
    assert_eq!(codes, ["seats", "support"]);
}

#[test]
fn is_told_to_webhooks() {
    let (world, customer) = world();
    let types = ["customer.agreement_created", "customer.agreement_cancelled"];
    world.send(&CreateWebHook::new("https://shop.example/hook", types, "Shop")).unwrap();
    world.send(&CreateBillingAgreement::new(&customer, "free")).unwrap();
    assert_eq!(world.emulator.webhooks().len(), 1);
    world.send(&CreateBillingAgreement::new(&customer, "pro")).unwrap();
    assert_eq!(world.emulator.webhooks().len(), 2, "one ends, another begins");
}

#[test]
fn lists_by_feature_page_by_page() {
    let (world, customer) = world();
    for plan in ["free", "pro", "free", "pro"] {
        world.emulator.add_billing_agreement(&customer, plan).unwrap();
    }
    let list = GetBillingAgreements::new(&customer);
    assert_eq!(plans(&world, &list), ["free", "pro", "free", "pro"]);
    assert_eq!(plans(&world, &list.clone().feature_code("seats")), ["pro", "pro"]);
    assert!(plans(&world, &list.clone().feature_code("none")).is_empty());

    let first = world.send(&list.clone().page_size(3)).unwrap();
    assert_eq!((first.agreements.len(), first.has_more), (3, Some(true)));
    let final_id = first.agreements[2].id.clone().unwrap();
    assert_eq!(plans(&world, &list.clone().page_size(3).starting_after(final_id.as_str())), ["pro"]);
    assert_eq!(plans(&world, &list.clone().page_size(1).ending_before(final_id.as_str())), ["pro"]);
    assert_eq!(world.refusal(&list.clone().page_size(0)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.clone().starting_after("agreement_0")), refused(400, "BAD_REQUEST"));
}

#[test]
fn refuses_what_it_does_not_have() {
    let (world, customer) = world();
    world.emulator.add_billing_agreement(&customer, "free").unwrap();
    let create = |customer: &str, plan: &str| world.refusal(&CreateBillingAgreement::new(customer, plan));
    assert_eq!(create("customer_0", "pro"), refused(400, "CUSTOMER_INVALID"));
    assert_eq!(create(customer.as_str(), "gold"), refused(400, "PLAN_INVALID"));
    let bodies = [
        "{}".to_owned(),
        "[]".to_owned(),
        r#"{"plan_code":"pro"}"#.to_owned(),
        format!(r#"{{"customer_id":"{customer}"}}"#),
        format!(r#"{{"customer_id":"{customer}","plan_code":"pro","is_prorate":"yes"}}"#),
    ];
    world.refuses_bodies(&CreateBillingAgreement::new(&customer, "pro"), &bodies.each_ref().map(String::as_str));
    assert_eq!(plans(&world, &GetBillingAgreements::new(&customer)), ["free"]);
    assert_eq!(world.refusal(&GetBillingAgreements::new("customer_0")), refused(400, "CUSTOMER_INVALID"));
    let (status, _) = world.changed(&GetBillingAgreements::new(&customer), |request| {
        *request.uri_mut() = request.uri().path().parse().unwrap();
    });
    assert_eq!(status, 400, "a customer must be named");
}
