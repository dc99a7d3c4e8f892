use kinde_api::environments::{GetPasskey, GetPasskeyResponse, PasskeyPolicy, UpdatePasskey, UpdatePasskeyResponse};

use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetPasskey::new(),
            "GET https://acme.kinde.com/api/v1/passkey
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdatePasskey::new(PasskeyPolicy::Mandatory),
            r#"PUT https://acme.kinde.com/api/v1/passkey
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"policy":"mandatory"}"#,
        ),
        request(
            UpdatePasskey::new("off"),
            r#"PUT https://acme.kinde.com/api/v1/passkey
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"policy":"off"}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetPasskey::new(),
            &output!(GetPasskeyResponse {
                code: some("OK"),
                message: some("Found"),
                enabled: Some(true),
                policy: Some(PasskeyPolicy::Optional),
            }),
        ),
        assert_answer(
            &UpdatePasskey::new(PasskeyPolicy::Off),
            &output!(UpdatePasskeyResponse {
                code: some("OK"),
                message: some("Changed"),
                enabled: Some(false),
                policy: Some(PasskeyPolicy::Off),
            }),
        ),
    ]
}

#[test]
fn an_unknown_policy_is_kept() {
    let expected = output!(GetPasskeyResponse { policy: Some(PasskeyPolicy::Unknown("new".to_owned())) });
    assert_eq!(read(&GetPasskey::new(), r#"{"policy":"new"}"#), expected);
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetPasskey::default(), GetPasskey::new());
}
