use kinde_api::organizations::{SsoSessionPersistenceMode, UpdateOrganizationSessions};

use crate::wire::{RequestCase, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            UpdateOrganizationSessions::new("org_17"),
            "PATCH https://acme.kinde.com/api/v1/organizations/org_17/sessions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateOrganizationSessions::new("org_17")
                .authenticated_session_lifetime(u64::MAX)
                .is_use_org_authenticated_session_lifetime(true)
                .sso_session_persistence_mode(SsoSessionPersistenceMode::NonPersistent)
                .is_use_org_sso_session_policy(false),
            r#"PATCH https://acme.kinde.com/api/v1/organizations/org_17/sessions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"is_use_org_sso_session_policy":false,
            "sso_session_persistence_mode":"non_persistent",
            "is_use_org_authenticated_session_lifetime":true,
            "authenticated_session_lifetime":18446744073709551615}"#,
        ),
        request(
            UpdateOrganizationSessions::new("org_17").sso_session_persistence_mode("non-persistent"),
            r#"PATCH https://acme.kinde.com/api/v1/organizations/org_17/sessions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"sso_session_persistence_mode":"non-persistent"}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(&UpdateOrganizationSessions::new("org_17"), &success())]
}
