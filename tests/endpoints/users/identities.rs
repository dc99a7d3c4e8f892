use kinde_api::Paged;
use kinde_api::users::{
    CreateIdentityResponse, CreateUserIdentity, CreatedIdentity, GetIdentitiesResponse, GetUserIdentities, Identity,
    IdentityType,
};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetUserIdentities::new("kp_17"),
            "GET https://acme.kinde.com/api/v1/users/kp_17/identities
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetUserIdentities::new("kp_17").ending_before("identity_18").starting_after("identity_17"),
            "GET https://acme.kinde.com/api/v1/users/kp_17/identities
                ?starting_after=identity_17
                &ending_before=identity_18
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateUserIdentity::new("kp_17", "user17@example.com", IdentityType::Email),
            r#"POST https://acme.kinde.com/api/v1/users/kp_17/identities
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"value":"user17@example.com","type":"email"}"#,
        ),
        request(
            CreateUserIdentity::new("kp_17", "17171717", "social").connection_id("conn_17").phone_country_id("au"),
            r#"POST https://acme.kinde.com/api/v1/users/kp_17/identities
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"value":"17171717","type":"social","phone_country_id":"au","connection_id":"conn_17"}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetUserIdentities::new("kp_17"),
            &output!(GetIdentitiesResponse {
                code: some("OK"),
                message: some("Two identities"),
                identities: vec![
                    output!(Identity {
                        id: some("identity_17"),
                        r#type: some("email"),
                        is_confirmed: Some(true),
                        created_on: some("2026-01-02T03:04:05Z"),
                        last_login_on: some("2026-02-03T04:05:06Z"),
                        total_logins: Some(17),
                        name: some("user17@example.com"),
                        email: some("user17@example.com"),
                        connection_id: some("conn_17"),
                        is_primary: Some(true),
                    }),
                    output!(Identity {
                        id: some("identity_18"),
                        r#type: some("username"),
                        created_on: some("2026-01-02T03:04:05Z"),
                        total_logins: Some(0),
                        name: some("user17"),
                    }),
                ],
                has_more: Some(true),
            }),
        ),
        assert_answer(
            &CreateUserIdentity::new("kp_17", "user17@example.com", "email"),
            &output!(CreateIdentityResponse {
                message: some("Added"),
                code: some("OK"),
                identity: Some(output!(CreatedIdentity { id: some("identity_17") })),
            }),
        ),
    ]
}

#[test]
fn the_next_page_starts_after_the_last_identity_while_there_are_more() {
    let identities = GetUserIdentities::new("kp_17");
    let page = read(&identities, r#"{"identities":[{"id":"identity_17"},{"id":"identity_18"}],"has_more":true}"#);
    let next = identities.next_page(&page).unwrap();
    assert_eq!(next, identities.clone().starting_after("identity_18"));
    assert_eq!(next.next_page(&page), None, "it starts after the same identity again");
    assert_eq!(identities.clone().ending_before("identity_19").next_page(&page), None);
    for last in [
        r#"{"identities":[{"id":"identity_17"}],"has_more":false}"#,
        r#"{"identities":[{"id":"identity_17"}]}"#,
        r#"{"identities":[],"has_more":true}"#,
        r#"{"identities":[{"id":null}],"has_more":true}"#,
    ] {
        assert_eq!(identities.next_page(&read(&identities, last)), None, "{last}");
    }
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<IdentityType>();
    has_values([
        (IdentityType::Email, "email"),
        (IdentityType::Username, "username"),
        (IdentityType::Phone, "phone"),
        (IdentityType::Enterprise, "enterprise"),
        (IdentityType::Social, "social"),
    ]);
    is_part_of_an_output::<CreatedIdentity>();
}
