use kinde_api::api_keys::{
    ApiKey, ApiKeyItem, CreateApiKey, CreateApiKeyResponse, CreatedApiKey, DeleteApiKey, GetApiKey, GetApiKeyResponse,
    GetApiKeys, GetApiKeysResponse, RotateApiKey, RotateApiKeyResponse, VerifyApiKey, VerifyApiKeyResponse,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApiKeys::new(),
            "GET https://acme.kinde.com/api/v1/api_keys
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetApiKeys::new()
                .page_size(17)
                .starting_after("starting_after_17")
                .key_type("user")
                .status("revoked")
                .user_id("user_id_17")
                .org_code("org_code_17"),
            "GET https://acme.kinde.com/api/v1/api_keys
                ?page_size=17
                &starting_after=starting_after_17
                &key_type=user
                &status=revoked
                &user_id=user_id_17
                &org_code=org_code_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateApiKey::new("name_17", "environment", "api_id_17"),
            r#"POST https://acme.kinde.com/api/v1/api_keys
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","type":"environment","api_id":"api_id_17"}"#,
        ),
        request(
            CreateApiKey::new("name_17", "environment", "api_id_17")
                .scope_ids(["scope_ids_17", "scope_ids_18"])
                .user_id("user_id_17")
                .org_code("org_code_17"),
            r#"POST https://acme.kinde.com/api/v1/api_keys
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","type":"environment","api_id":"api_id_17","scope_ids":["scope_ids_17","scope_ids_18"],"user_id":"user_id_17","org_code":"org_code_17"}"#,
        ),
        request(
            GetApiKey::new("key_id_17"),
            "GET https://acme.kinde.com/api/v1/api_keys/key_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteApiKey::new("key_id_17"),
            "DELETE https://acme.kinde.com/api/v1/api_keys/key_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            RotateApiKey::new("key_id_17"),
            "PUT https://acme.kinde.com/api/v1/api_keys/key_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            VerifyApiKey::new("api_key_17"),
            r#"POST https://acme.kinde.com/api/v1/api_keys/verify
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"api_key":"api_key_17"}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApiKeys::new(),
            &output!(GetApiKeysResponse {
                code: some("OK"),
                message: some("Two keys"),
                has_more: Some(true),
                api_keys: vec![
                    output!(ApiKeyItem {
                        id: some("key_17"),
                        name: some("Nightly export"),
                        r#type: some("user"),
                        status: some("active"),
                        key_prefix: some("k_live"),
                        key_suffix: some("f00d"),
                        created_on: some("2026-01-02T03:04:05Z"),
                        last_verified_on: some("2026-02-03T04:05:06Z"),
                        last_verified_ip: some("192.0.2.17"),
                        created_by: some("An owner"),
                        api_ids: vec!["api_17".into(), "api_18".into()],
                        scopes: vec!["read:reports".into(), "write:reports".into()]
                    }),
                    output!(ApiKeyItem {
                        id: some("key_18"),
                        name: some("Gateway"),
                        r#type: some("organization"),
                        status: some("revoked"),
                        key_prefix: some("k_live"),
                        key_suffix: some("beef"),
                        created_on: some("2026-01-03T03:04:05Z"),
                        last_verified_on: some("2026-02-04T04:05:06Z"),
                        last_verified_ip: some("192.0.2.18"),
                        created_by: some("Another owner"),
                        api_ids: vec!["api_19".into()],
                        scopes: vec!["read:metrics".into()]
                    })
                ]
            }),
        ),
        assert_answer(
            &CreateApiKey::new("name_17", "environment", "api_id_17"),
            &output!(CreateApiKeyResponse {
                code: some("API_KEY_CREATED"),
                message: some("API key created"),
                api_key: Some(output!(CreatedApiKey { id: some("key_17"), key: some("k_live_17") }))
            }),
        ),
        assert_answer(
            &GetApiKey::new("key_id_17"),
            &output!(GetApiKeyResponse {
                code: some("OK"),
                message: some("One key"),
                api_key: Some(output!(ApiKey {
                    id: some("key_17"),
                    name: some("Nightly export"),
                    r#type: some("user"),
                    status: some("active"),
                    key_prefix: some("k_live"),
                    key_suffix: some("f00d"),
                    created_on: some("2026-01-02T03:04:05Z"),
                    last_verified_on: some("2026-02-03T04:05:06Z"),
                    last_verified_ip: some("192.0.2.17"),
                    created_by: some("An owner"),
                    api_ids: vec!["api_17".into(), "api_18".into()],
                    scopes: vec!["read:reports".into(), "write:reports".into()],
                    verification_count: Some(17),
                    organization_id: some("org_17"),
                    user_id: some("kp_17")
                }))
            }),
        ),
        assert_answer(&DeleteApiKey::new("key_id_17"), &success()),
        assert_answer(
            &RotateApiKey::new("key_id_17"),
            &output!(RotateApiKeyResponse {
                code: some("API_KEY_ROTATED"),
                message: some("API key rotated"),
                api_key: Some(output!(CreatedApiKey { id: some("key_17"), key: some("k_live_18") }))
            }),
        ),
        assert_answer(
            &VerifyApiKey::new("api_key_17"),
            &output!(VerifyApiKeyResponse {
                code: some("API_KEY_VERIFIED"),
                message: some("API key verified"),
                is_valid: Some(true),
                key_id: some("key_17"),
                status: some("active"),
                scopes: vec!["read:reports".into(), "write:reports".into()],
                org_code: some("org_17"),
                user_id: some("kp_17"),
                last_verified_on: some("2026-02-03T04:05:06Z"),
                verification_count: Some(18)
            }),
        ),
    ]
}

#[test]
fn the_key_is_hidden() {
    let answer = read(&RotateApiKey::new("key_17"), r#"{"api_key":{"id":"key_17","key":"k_live_18"}}"#);
    assert!(!format!("{answer:?}").contains("k_live_18"));
    assert_eq!(answer.api_key.and_then(|made| made.key).as_ref().map(kinde_api::Secret::expose), Some("k_live_18"));
}
