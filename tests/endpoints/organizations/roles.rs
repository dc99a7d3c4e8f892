use kinde_api::Endpoint;
use kinde_api::organizations::{
    GetOrganizationRoleActiveUsersCount, GetOrganizationRoleActiveUsersCountResponse, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationRoleUsersCountResponse, GetOrganizationRoleUsersResponse,
    OrganizationRoleUser,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, response, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationRoleUsers::new("org_17", "role_id_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/roles/role_id_17/users
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationRoleUsers::new("org_17", "role_id_17").next_token("Mjo6Og==").page_size(0),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/roles/role_id_17/users
                ?page_size=0
                &next_token=Mjo6Og%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationRoleUsersCount::new("org_17", "role_id_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/roles/role_id_17/users/count
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationRoleActiveUsersCount::new(
                "org_17",
                "role_id_17",
                "2026-07-01T00:00:00Z",
                "2026-07-03T23:59:59+00:00",
            ),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/roles/role_id_17/active_users/count
                ?date_time_from=2026-07-01T00%3A00%3A00Z
                &date_time_to=2026-07-03T23%3A59%3A59%2B00%3A00
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationRoleUsers::new("org_17", "role_id_17"),
            &output!(GetOrganizationRoleUsersResponse {
                code: some("OK"),
                message: some("Two members"),
                users: vec![
                    output!(OrganizationRoleUser { id: some("kp_17") }),
                    output!(OrganizationRoleUser { id: some("kp_18") }),
                ],
                next_token: some("Mjo6Og=="),
            }),
        ),
        assert_answer(
            &GetOrganizationRoleUsersCount::new("org_17", "role_id_17"),
            &output!(GetOrganizationRoleUsersCountResponse {
                code: some("OK"),
                message: some("Counted"),
                count: Some(17),
            }),
        ),
        assert_answer(
            &active_users_count(),
            &output!(GetOrganizationRoleActiveUsersCountResponse {
                code: some("OK"),
                message: some("Counted"),
                active_users_count: Some(7),
                date_time_from: some("2026-07-01T00:00:00Z"),
                date_time_to: some("2026-07-03T23:59:59Z"),
            }),
        ),
    ]
}

fn active_users_count() -> GetOrganizationRoleActiveUsersCount {
    GetOrganizationRoleActiveUsersCount::new("org_17", "role_id_17", "2026-07-01T00:00:00Z", "2026-07-03T23:59:59Z")
}

#[test]
fn a_count_is_a_number_or_digits() {
    for (json, count) in [
        ("0", Some(0)),
        ("17", Some(17)),
        ("18446744073709551615", Some(u64::MAX)),
        (r#""17""#, Some(17)),
        (r#""017""#, Some(17)),
        ("null", None),
    ] {
        let read_count =
            read(&GetOrganizationRoleUsersCount::new("org_17", "role_id_17"), format!(r#"{{"count":{json}}}"#));
        assert_eq!(read_count, output!(GetOrganizationRoleUsersCountResponse { count: count }), "{json}");
        let active = read(&active_users_count(), format!(r#"{{"active_users_count":{json}}}"#));
        assert_eq!(
            active,
            output!(GetOrganizationRoleActiveUsersCountResponse { active_users_count: count }),
            "{json}"
        );
    }
}

#[test]
fn a_count_that_is_none_is_an_error() {
    for json in ["-1", "1.5", "1e3", "18446744073709551616", r#""-1""#, r#""+1""#, r#""""#, r#""many""#, "true", "[]"] {
        let body = format!(r#"{{"count":{json}}}"#);
        let error = GetOrganizationRoleUsersCount::new("org_17", "role_id_17").response(&response(200, body));
        assert!(error.unwrap_err().is_decode(), "{json}");
        let body = format!(r#"{{"active_users_count":{json}}}"#);
        assert!(active_users_count().response(&response(200, body)).unwrap_err().is_decode(), "{json}");
    }
}
