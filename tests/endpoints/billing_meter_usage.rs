use kinde_api::billing_meter_usage::{CreateMeterUsageRecord, CreateMeterUsageRecordResponse};

use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            CreateMeterUsageRecord::new("customer_agreement_id_17", "billing_feature_code_17", "meter_value_17"),
            r#"POST https://acme.kinde.com/api/v1/billing/meter_usage
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"customer_agreement_id":"customer_agreement_id_17","billing_feature_code":"billing_feature_code_17","meter_value":"meter_value_17"}"#,
        ),
        request(
            CreateMeterUsageRecord::new("customer_agreement_id_17", "billing_feature_code_17", "meter_value_17")
                .meter_usage_timestamp("meter_usage_timestamp_17")
                .meter_type_code("delta"),
            r#"POST https://acme.kinde.com/api/v1/billing/meter_usage
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"customer_agreement_id":"customer_agreement_id_17","billing_feature_code":"billing_feature_code_17","meter_value":"meter_value_17","meter_usage_timestamp":"meter_usage_timestamp_17","meter_type_code":"delta"}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &CreateMeterUsageRecord::new("customer_agreement_id_17", "billing_feature_code_17", "meter_value_17"),
        &output!(CreateMeterUsageRecordResponse { code: some("OK"), message: some("Recorded") }),
    )]
}
