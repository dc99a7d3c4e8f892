use kinde_api::billing_agreements::{
    AgreementEntitlement, BillingAgreement, CreateBillingAgreement, GetBillingAgreements, GetBillingAgreementsResponse,
};

use crate::wire::{RequestCase, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetBillingAgreements::new("customer_id_17"),
            "GET https://acme.kinde.com/api/v1/billing/agreements
                ?customer_id=customer_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetBillingAgreements::new("customer_id_17")
                .page_size(17)
                .starting_after("starting_after_17")
                .ending_before("ending_before_17")
                .feature_code("feature_code_17"),
            "GET https://acme.kinde.com/api/v1/billing/agreements
                ?page_size=17
                &starting_after=starting_after_17
                &ending_before=ending_before_17
                &customer_id=customer_id_17
                &feature_code=feature_code_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateBillingAgreement::new("customer_id_17", "plan_code_17"),
            r#"POST https://acme.kinde.com/api/v1/billing/agreements
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"customer_id":"customer_id_17","plan_code":"plan_code_17"}"#,
        ),
        request(
            CreateBillingAgreement::new("customer_id_17", "plan_code_17").is_invoice_now(true).is_prorate(true),
            r#"POST https://acme.kinde.com/api/v1/billing/agreements
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"customer_id":"customer_id_17","plan_code":"plan_code_17","is_invoice_now":true,"is_prorate":true}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetBillingAgreements::new("customer_id_17"),
            &output!(GetBillingAgreementsResponse {
                code: some("OK"),
                message: some("Two agreements"),
                has_more: Some(true),
                agreements: vec![
                    output!(BillingAgreement {
                        id: some("agreement_17"),
                        plan_code: some("pro"),
                        expires_on: some("2026-12-31T23:59:59Z"),
                        billing_group_id: some("group_17"),
                        current_period_start: some("2026-06-01T00:00:00Z"),
                        current_period_end: some("2026-07-01T00:00:00Z"),
                        entitlements: vec![
                            output!(AgreementEntitlement {
                                feature_code: some("seats"),
                                entitlement_id: some("entitlement_17")
                            }),
                            output!(AgreementEntitlement {
                                feature_code: some("exports"),
                                entitlement_id: some("entitlement_18")
                            })
                        ]
                    }),
                    output!(BillingAgreement {
                        id: some("agreement_18"),
                        plan_code: some("free"),
                        expires_on: some("2025-12-31T23:59:59Z"),
                        billing_group_id: some("group_18"),
                        current_period_start: some("2025-06-01T00:00:00Z"),
                        current_period_end: some("2025-07-01T00:00:00Z"),
                        entitlements: vec![output!(AgreementEntitlement {
                            feature_code: some("seats"),
                            entitlement_id: some("entitlement_19")
                        })]
                    })
                ]
            }),
        ),
        assert_answer(&CreateBillingAgreement::new("customer_id_17", "plan_code_17"), &success()),
    ]
}
