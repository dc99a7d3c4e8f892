use kinde_api::BillingAgreementId;
use kinde_api::billing_meter_usage::{CreateMeterUsageRecord, MeterType};
use kinde_api::emulator::BillingPlan;
use kinde_api::webhooks::CreateWebHook;

use crate::world::{World, refused, success};

/// An agreement on seats.
fn world() -> (World, BillingAgreementId) {
    let world = World::new();
    world.emulator.add_billing_plan(BillingPlan::new("pro").feature("seats"));
    let customer = world.emulator.add_billing_customer(world.user(1)).unwrap();
    let agreement = world.emulator.add_billing_agreement(&customer, "pro").unwrap();
    (world, agreement)
}

#[test]
fn keeps_each_record() {
    let (world, agreement) = world();
    world.send(&CreateWebHook::new("https://a.example", ["customer.meter_usage_updated"], "Usage")).unwrap();
    let delta = CreateMeterUsageRecord::new(&agreement, "seats", "1").meter_type_code(MeterType::Delta);
    let absolute = CreateMeterUsageRecord::new(&agreement, "seats", "-2.5")
        .meter_type_code(MeterType::Absolute)
        .meter_usage_timestamp("2026-01-01T12:00:00Z");
    let plain = CreateMeterUsageRecord::new(&agreement, "seats", "3");
    for record in [&delta, &delta, &absolute, &plain] {
        assert_eq!(world.answer(record), success());
    }
    assert_eq!(world.emulator.meter_usage(), [delta.clone(), delta, absolute, plain], "a delta twice counts twice");
    assert_eq!(world.emulator.webhooks().len(), 4);
}

#[test]
fn refuses_what_is_no_usage() {
    let (world, agreement) = world();
    let record = |agreement: &str, feature: &str, value: &str| CreateMeterUsageRecord::new(agreement, feature, value);
    let valid = record(agreement.as_str(), "seats", "1");
    for (record, code) in [
        (record("agreement_0", "seats", "1"), "AGREEMENT_INVALID"),
        (record(agreement.as_str(), "rooms", "1"), "FEATURE_INVALID"),
        (record(agreement.as_str(), "seats", "many"), "BAD_REQUEST"),
        (record(agreement.as_str(), "seats", "NaN"), "BAD_REQUEST"),
        (record(agreement.as_str(), "seats", ""), "BAD_REQUEST"),
        (valid.clone().meter_type_code("gamma"), "BAD_REQUEST"),
        (valid.clone().meter_usage_timestamp("yesterday"), "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&record), refused(400, code), "{record:?}");
    }
    let bodies = [
        "{}".to_owned(),
        "[]".to_owned(),
        r#"{"billing_feature_code":"seats","meter_value":"1"}"#.to_owned(),
        format!(r#"{{"customer_agreement_id":"{agreement}","meter_value":"1"}}"#),
        format!(r#"{{"customer_agreement_id":"{agreement}","billing_feature_code":"seats"}}"#),
        format!(r#"{{"customer_agreement_id":"{agreement}","billing_feature_code":"seats","meter_value":1}}"#),
    ];
    world.refuses_bodies(&valid, &bodies.each_ref().map(String::as_str));
    assert!(world.emulator.meter_usage().is_empty());
}
