use kinde_api::organizations::{MfaFactor, ReplaceOrganizationMfa};

use crate::wire::{RequestCase, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            ReplaceOrganizationMfa::new("org_17", [MfaFactor::Email]),
            r#"PUT https://acme.kinde.com/api/v1/organizations/org_17/mfa
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"enabled_factors":["mfa:email"]}"#,
        ),
        request(
            ReplaceOrganizationMfa::new("org_17", [] as [MfaFactor; 0]),
            r#"PUT https://acme.kinde.com/api/v1/organizations/org_17/mfa
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"enabled_factors":[]}"#,
        ),
        request(
            ReplaceOrganizationMfa::new(
                "org_17",
                [MfaFactor::Sms, MfaFactor::AuthenticatorApp, MfaFactor::Email, MfaFactor::from("mfa:new")],
            )
            .is_recovery_codes_enabled(false),
            r#"PUT https://acme.kinde.com/api/v1/organizations/org_17/mfa
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"enabled_factors":["mfa:sms","mfa:authenticator_app","mfa:email","mfa:new"],
            "is_recovery_codes_enabled":false}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(&ReplaceOrganizationMfa::new("org_17", ["mfa:email"]), &success())]
}
