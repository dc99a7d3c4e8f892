use kinde_api::identities::{DeleteIdentity, GetIdentity, Identity, UpdateIdentity};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, fixture, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetIdentity::new("identity_17"),
            "GET https://acme.kinde.com/api/v1/identities/identity_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateIdentity::new("identity_17", false),
            r#"PATCH https://acme.kinde.com/api/v1/identities/identity_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"is_primary":false}"#,
        ),
        request(
            DeleteIdentity::new("identity_17"),
            "DELETE https://acme.kinde.com/api/v1/identities/identity_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

/// What the full answer is read as.
fn identity() -> Identity {
    output!(Identity {
        id: some("identity_17"),
        r#type: some("oauth2:google"),
        is_confirmed: Some(true),
        created_on: some("2026-01-02T03:04:05Z"),
        last_login_on: some("2026-02-03T04:05:06Z"),
        total_logins: Some(17),
        name: some("user17@example.com"),
        email: some("user17@example.com"),
        connection_id: some("conn_17"),
        is_primary: Some(false),
    })
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(&GetIdentity::new("identity_17"), &identity()),
        assert_answer(&UpdateIdentity::new("identity_17", true), &success()),
        assert_answer(&DeleteIdentity::new("identity_17"), &success()),
    ]
}

#[test]
fn an_identity_comes_with_and_without_an_envelope() {
    let read = |body: String| read(&GetIdentity::new("identity_17"), body);
    let flat = fixture("GetIdentity");
    assert_eq!(read(format!(r#"{{"code":"OK","message":"Success","identity":{flat}}}"#)), identity());
    assert_eq!(read(format!(r#"{{"identity":{flat}}}"#)), identity());
    assert_eq!(read(r#"{"code":"OK","identity":null}"#.to_owned()), Identity::default());
    assert_eq!(read(r#"{"code":"OK","identity":{}}"#.to_owned()), Identity::default());
}

#[test]
fn whether_it_is_confirmed_may_be_unknown() {
    let body = r#"{"id":"identity_17","type":"username","is_confirmed":null,"email":null,"total_logins":"0"}"#;
    assert_eq!(
        read(&GetIdentity::new("identity_17"), body),
        output!(Identity { id: some("identity_17"), r#type: some("username"), total_logins: Some(0) })
    );
}

#[test]
fn an_identity_is_a_part_like_all_others() {
    is_part_of_an_output::<Identity>();
}
