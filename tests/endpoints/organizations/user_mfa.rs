use kinde_api::organizations::{GetOrgUserMfa, GetUserMfaResponse, ResetOrgUserMfa, ResetOrgUserMfaAll, UserMfa};

use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrgUserMfa::new("org_17", "kp_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/mfa
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            ResetOrgUserMfa::new("org_17", "kp_17", "mfa_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/mfa/mfa_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            ResetOrgUserMfaAll::new("org_17", "kp_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/mfa
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrgUserMfa::new("org_17", "kp_17"),
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
        assert_answer(&ResetOrgUserMfa::new("org_17", "kp_17", "mfa_17"), &success()),
        assert_answer(&ResetOrgUserMfaAll::new("org_17", "kp_17"), &success()),
    ]
}

#[test]
fn factors_are_one_or_a_list_or_none() {
    let mfa = |body| read(&GetOrgUserMfa::new("org_17", "kp_17"), body).mfa;
    let (first, second) = (output!(UserMfa { id: some("mfa_17") }), output!(UserMfa { id: some("mfa_18") }));
    assert_eq!(mfa(r#"{"mfa":[{"id":"mfa_17"},null,{"id":"mfa_18"}]}"#), [first.clone(), second]);
    let one = [first];
    assert_eq!(mfa(r#"{"mfa":{"id":"mfa_17"}}"#), one);
    assert_eq!(mfa(r#"{"mfa":{"id":"mfa_17","unheard_of":[{}]}}"#), one);
    assert_eq!(mfa(r#"{"mfa":[{"id":"mfa_17"}]}"#), one);
    for none in
        ["{}", r#"{"mfa":null}"#, r#"{"mfa":{}}"#, r#"{"mfa":{"id":null}}"#, r#"{"mfa":[]}"#, r#"{"mfa":[null]}"#]
    {
        assert_eq!(mfa(none), [], "{none}");
    }
}

#[test]
fn a_usage_count_is_a_number_or_digits() {
    let factors =
        read(&GetOrgUserMfa::new("org_17", "kp_17"), r#"{"mfa":[{"usage_count":"17"},{"usage_count":0}]}"#).mfa;
    assert_eq!(factors, [output!(UserMfa { usage_count: Some(17) }), output!(UserMfa { usage_count: Some(0) })]);
}
