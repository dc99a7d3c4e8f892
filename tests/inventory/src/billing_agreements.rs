//! Billing agreements: which plan a customer agreed on.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::billing_agreements::*;

use crate::operation::operations;

operations! {
    "getBillingAgreements" GET "/api/v1/billing/agreements" "read:billing_agreements"
        GetBillingAgreements::new(customer_id: Query nonempty)
        {
            page_size: Query count, starting_after: Query text, ending_before: Query text,
            feature_code: Query nonempty,
        }
        -> billing_agreements::GetBillingAgreementsResponse listing agreements;
    "createBillingAgreement" POST "/api/v1/billing/agreements" "create:billing_agreements"
        CreateBillingAgreement::new(customer_id: Body text, plan_code: Body text)
        { is_invoice_now: Body flag, is_prorate: Body flag }
        -> SuccessResponse;
}
