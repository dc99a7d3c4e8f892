use kinde_api::billing_entitlements::{
    BillingEntitlement, BillingPlan, GetBillingEntitlements, GetBillingEntitlementsResponse,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetBillingEntitlements::new("customer_id_17"),
            "GET https://acme.kinde.com/api/v1/billing/entitlements
                ?customer_id=customer_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetBillingEntitlements::new("customer_id_17")
                .page_size(17)
                .starting_after("starting_after_17")
                .ending_before("ending_before_17")
                .max_value("max_value_17")
                .expand("plans"),
            "GET https://acme.kinde.com/api/v1/billing/entitlements
                ?page_size=17
                &starting_after=starting_after_17
                &ending_before=ending_before_17
                &customer_id=customer_id_17
                &max_value=max_value_17
                &expand=plans
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetBillingEntitlements::new("customer_id_17"),
        &output!(GetBillingEntitlementsResponse {
            code: some("OK"),
            message: some("Two entitlements"),
            has_more: Some(true),
            entitlements: vec![
                output!(BillingEntitlement {
                    id: some("entitlement_17"),
                    fixed_charge: Some(1700),
                    price_name: some("Pro"),
                    unit_amount: Some(17),
                    feature_code: some("seats"),
                    feature_name: some("Seats"),
                    entitlement_limit_max: Some(25),
                    entitlement_limit_min: Some(1)
                }),
                output!(BillingEntitlement {
                    id: some("entitlement_18"),
                    fixed_charge: Some(0),
                    price_name: some("Metered"),
                    unit_amount: Some(-1),
                    feature_code: some("exports"),
                    feature_name: some("Exports"),
                    entitlement_limit_max: Some(1000),
                    entitlement_limit_min: Some(0)
                })
            ],
            plans: vec![
                output!(BillingPlan { code: some("pro"), subscribed_on: some("2026-06-01T00:00:00Z") }),
                output!(BillingPlan { code: some("support"), subscribed_on: some("2026-06-02T00:00:00Z") })
            ]
        }),
    )]
}

#[test]
fn amounts_and_limits_are_numbers_or_digits_and_may_be_null() {
    let body = r#"{"entitlements":[{"fixed_charge":"-1700","unit_amount":null,"entitlement_limit_max":"25","entitlement_limit_min":null}]}"#;
    let expected = output!(BillingEntitlement { fixed_charge: Some(-1700), entitlement_limit_max: Some(25) });
    let answer = read(&GetBillingEntitlements::new("customer_17"), body);
    assert_eq!(answer, output!(GetBillingEntitlementsResponse { entitlements: vec![expected] }));
}
