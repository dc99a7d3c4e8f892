use kinde_api::Paged;
use kinde_api::applications::{
    AddApplicationAccessRole, ApplicationAccessRole, GetApplicationAccessRoles, GetApplicationAccessRolesResponse,
    RemoveApplicationAccessRole,
};

use crate::wire::{RequestCase, assert_answer, fixture, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApplicationAccessRoles::new("app_17"),
            "GET https://acme.kinde.com/api/v1/applications/app_17/access_roles
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetApplicationAccessRoles::new("app_17")
                .ending_before("role_id_19")
                .starting_after("role_id_16")
                .page_size(100),
            "GET https://acme.kinde.com/api/v1/applications/app_17/access_roles
                ?page_size=100
                &starting_after=role_id_16
                &ending_before=role_id_19
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddApplicationAccessRole::new("app_17", "role_id_17"),
            "POST https://acme.kinde.com/api/v1/applications/app_17/access_roles/role_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            RemoveApplicationAccessRole::new("app_17", "role_id_17"),
            "DELETE https://acme.kinde.com/api/v1/applications/app_17/access_roles/role_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApplicationAccessRoles::new("app_17"),
            &output!(GetApplicationAccessRolesResponse {
                code: some("OK"),
                message: some("Two roles"),
                roles: vec![
                    output!(ApplicationAccessRole {
                        id: some("role_id_17"),
                        key: some("admin"),
                        name: some("Administrator"),
                        description: some("May do anything"),
                    }),
                    output!(ApplicationAccessRole {
                        id: some("role_id_18"),
                        key: some("billing"),
                        name: some("Billing"),
                    }),
                ],
                has_more: Some(true),
            }),
        ),
        assert_answer(&AddApplicationAccessRole::new("app_17", "role_id_17"), &success()),
        assert_answer(&RemoveApplicationAccessRole::new("app_17", "role_id_17"), &success()),
    ]
}

#[test]
fn the_next_page_starts_after_the_last_role() {
    let roles = GetApplicationAccessRoles::new("app_17").page_size(2);
    let page = read(&roles, fixture("GetApplicationAccessRoles"));
    assert_eq!(roles.next_page(&page), Some(roles.clone().starting_after("role_id_18")));
    assert_eq!(roles.clone().starting_after("role_id_18").next_page(&page), None);
    assert_eq!(roles.ending_before("role_id_19").next_page(&page), None);
    assert_eq!(GetApplicationAccessRoles::items(page.clone()), page.roles);
}

#[test]
fn a_page_without_more_and_one_without_roles_is_the_last() {
    let roles = GetApplicationAccessRoles::new("app_17");
    for body in [
        r#"{"roles":[{"id":"role_id_17"}],"has_more":false}"#,
        r#"{"roles":[{"id":"role_id_17"}]}"#,
        r#"{"roles":[{"key":"admin"}],"has_more":true}"#,
        r#"{"roles":null,"has_more":true}"#,
    ] {
        assert_eq!(roles.next_page(&read(&roles, body)), None, "{body}");
    }
}
