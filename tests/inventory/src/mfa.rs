//! Multi-factor authentication of the environment.

use kinde_api::mfa::ReplaceMfa;

use crate::operation::operations;

operations! {
    "ReplaceMFA" PUT "/api/v1/mfa" "update:mfa"
        ReplaceMfa::new(policy: Body text, enabled_factors: Body texts) { is_recovery_codes_enabled: Body flag }
        -> SuccessResponse;
}
