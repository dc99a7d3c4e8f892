use kinde_api::users::{GetUserMfaResponse, GetUsersMfa, ResetUsersMfa, ResetUsersMfaAll, UserMfa};

use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetUsersMfa::new("kp_17"),
            "GET https://acme.kinde.com/api/v1/users/kp_17/mfa
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            ResetUsersMfaAll::new("kp_17"),
            "DELETE https://acme.kinde.com/api/v1/users/kp_17/mfa
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            ResetUsersMfa::new("kp_17", "mfa_17"),
            "DELETE https://acme.kinde.com/api/v1/users/kp_17/mfa/mfa_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetUsersMfa::new("kp_17"),
            &output!(GetUserMfaResponse {
                code: some("OK"),
                message: some("One factor"),
                mfa: vec![output!(UserMfa {
                    id: some("mfa_17"),
                    r#type: some("email"),
                    created_on: some("2026-01-02T03:04:05+11"),
                    name: some("member17@example.com"),
                    is_verified: Some(true),
                    usage_count: Some(17),
                    last_used_on: some("2026-02-03T04:05:06+11"),
                })],
            }),
        ),
        assert_answer(&ResetUsersMfaAll::new("kp_17"), &success()),
        assert_answer(&ResetUsersMfa::new("kp_17", "mfa_17"), &success()),
    ]
}

#[test]
fn factors_are_one_or_a_list_or_none() {
    let mfa = |body| read(&GetUsersMfa::new("kp_17"), body).mfa.len();
    assert_eq!(mfa(r#"{"mfa":{"id":"mfa_17"}}"#), 1);
    assert_eq!(mfa(r#"{"mfa":[{"id":"mfa_17"},{"id":"mfa_18"}]}"#), 2);
    assert_eq!(mfa(r#"{"mfa":{}}"#), 0);
    assert_eq!(mfa("{}"), 0);
}
