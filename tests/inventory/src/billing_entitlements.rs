//! Billing entitlements: what a customer may use by the plans that were agreed on.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::billing_entitlements::*;

use crate::operation::operations;

operations! {
    "getBillingEntitlements" GET "/api/v1/billing/entitlements" "read:billing_entitlements"
        GetBillingEntitlements::new(customer_id: Query nonempty)
        {
            page_size: Query count, starting_after: Query text, ending_before: Query text, max_value: Query text,
            expand: Query text,
        }
        -> billing_entitlements::GetBillingEntitlementsResponse listing entitlements;
}
