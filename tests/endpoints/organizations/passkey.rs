use kinde_api::organizations::{
    GetOrganizationPasskey, GetOrganizationPasskeyResponse, PasskeyPolicy, UpdateOrganizationPasskey,
    UpdateOrganizationPasskeyResponse,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationPasskey::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/passkey
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateOrganizationPasskey::new("org_17"),
            "PUT https://acme.kinde.com/api/v1/organizations/org_17/passkey
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateOrganizationPasskey::new("org_17").is_override_environment_passkey_settings(false),
            r#"PUT https://acme.kinde.com/api/v1/organizations/org_17/passkey
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"is_override_environment_passkey_settings":false}"#,
        ),
        request(
            UpdateOrganizationPasskey::new("org_17")
                .is_override_environment_passkey_settings(true)
                .policy(PasskeyPolicy::Mandatory),
            r#"PUT https://acme.kinde.com/api/v1/organizations/org_17/passkey
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"policy":"mandatory","is_override_environment_passkey_settings":true}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationPasskey::new("org_17"),
            &output!(GetOrganizationPasskeyResponse {
                code: some("OK"),
                message: some("Found"),
                enabled: Some(true),
                policy: Some(PasskeyPolicy::Mandatory),
                is_override_environment_passkey_settings: Some(true),
                environment_policy: Some(PasskeyPolicy::Optional),
            }),
        ),
        assert_answer(
            &UpdateOrganizationPasskey::new("org_17"),
            &output!(UpdateOrganizationPasskeyResponse {
                code: some("OK"),
                message: some("Changed"),
                enabled: Some(false),
                policy: Some(PasskeyPolicy::Off),
                is_override_environment_passkey_settings: Some(true),
            }),
        ),
    ]
}

#[test]
fn an_unknown_policy_is_kept() {
    assert_eq!(
        read(&GetOrganizationPasskey::new("org_17"), r#"{"policy":"new","environment_policy":""}"#),
        output!(GetOrganizationPasskeyResponse {
            policy: Some(PasskeyPolicy::Unknown("new".to_owned())),
            environment_policy: Some(PasskeyPolicy::Unknown(String::new())),
        })
    );
}
