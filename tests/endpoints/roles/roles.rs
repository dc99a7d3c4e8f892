use kinde_api::Endpoint;
use kinde_api::roles::{
    CreateRole, CreateRolesResponse, CreatedRole, DeleteRole, GetRole, GetRoleResponse, GetRoles, GetRolesResponse,
    Role, UpdateRoles,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetRoles::new(),
            "GET https://acme.kinde.com/api/v1/roles
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetRoles::new().sort("key_desc").page_size(17).next_token("Mjo6Og=="),
            "GET https://acme.kinde.com/api/v1/roles
                ?sort=key_desc
                &page_size=17
                &next_token=Mjo6Og%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateRole::new("name_17", "key_17"),
            r#"POST https://acme.kinde.com/api/v1/roles
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","key":"key_17"}"#,
        ),
        request(
            CreateRole::new("name_17", "key_17")
                .description("description_17")
                .is_default_role(true)
                .assignment_permission_id("assignment_permission_id_17"),
            r#"POST https://acme.kinde.com/api/v1/roles
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","description":"description_17","key":"key_17","is_default_role":true,"assignment_permission_id":"assignment_permission_id_17"}"#,
        ),
        request(
            GetRole::new("role_id_17"),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateRoles::new("role_id_17", "name_17", "key_17"),
            r#"PATCH https://acme.kinde.com/api/v1/roles/role_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","key":"key_17"}"#,
        ),
        request(
            UpdateRoles::new("role_id_17", "name_17", "key_17")
                .description("description_17")
                .is_default_role(true)
                .assignment_permission_id("assignment_permission_id_17"),
            r#"PATCH https://acme.kinde.com/api/v1/roles/role_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","description":"description_17","key":"key_17","is_default_role":true,"assignment_permission_id":"assignment_permission_id_17"}"#,
        ),
        request(
            DeleteRole::new("role_id_17"),
            "DELETE https://acme.kinde.com/api/v1/roles/role_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetRoles::new(),
            &output!(GetRolesResponse {
                code: some("OK"),
                message: some("Two roles"),
                roles: vec![
                    output!(Role {
                        id: some("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f"),
                        key: some("admin"),
                        name: some("Administrator"),
                        description: some("May do anything"),
                        is_default_role: Some(false)
                    }),
                    output!(Role {
                        id: some("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e90"),
                        key: some("viewer"),
                        name: some("Viewer"),
                        description: some("May look at things"),
                        is_default_role: Some(true)
                    })
                ],
                next_token: some("MTo6Om5hbWVfYXNj")
            }),
        ),
        assert_answer(
            &CreateRole::new("name_17", "key_17"),
            &output!(CreateRolesResponse {
                code: some("ROLE_CREATED"),
                message: some("Role created"),
                role: Some(output!(CreatedRole { id: some("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f") }))
            }),
        ),
        assert_answer(
            &GetRole::new("role_id_17"),
            &output!(GetRoleResponse {
                code: some("OK"),
                message: some("One role"),
                role: Some(output!(Role {
                    id: some("0192c16a-2f9b-7c5d-8e1f-3a4b5c6d7e8f"),
                    key: some("admin"),
                    name: some("Administrator"),
                    description: some("May do anything"),
                    is_default_role: Some(true)
                }))
            }),
        ),
        assert_answer(&UpdateRoles::new("role_id_17", "name_17", "key_17"), &success()),
        assert_answer(&DeleteRole::new("role_id_17"), &success()),
    ]
}

#[test]
fn no_roles_are_null_or_an_empty_list_and_a_missing_list_is_an_error() {
    for body in [r#"{"roles":null}"#, r#"{"roles":[]}"#, r#"{"roles":[null]}"#] {
        assert_eq!(read(&GetRoles::new(), body), GetRolesResponse::default(), "{body}");
    }
    let error =
        GetRoles::new().response(&response(200, r#"{"message":"Service temporarily unavailable"}"#)).unwrap_err();
    assert!(error.is_decode());
}

#[test]
fn a_permission_for_giving_the_role_can_be_set_to_null() {
    let role = CreateRole::new("Administrator", "admin").assignment_permission_id(None);
    request(
        role,
        r#"POST https://acme.kinde.com/api/v1/roles
        authorization: Bearer a-token
        accept: application/json
        content-type: application/json

        {"name":"Administrator","key":"admin","assignment_permission_id":null}"#,
    )
    .assert();
}
