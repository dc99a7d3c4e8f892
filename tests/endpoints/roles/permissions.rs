use kinde_api::roles::{
    GetRolePermissions, Permission, RemoveRolePermission, RolePermissionsResponse, UpdateRolePermission,
    UpdateRolePermissions, UpdateRolePermissionsResponse,
};

use crate::wire::{RequestCase, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetRolePermissions::new("role_id_17"),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/permissions
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetRolePermissions::new("role_id_17").sort("id_desc").page_size(17).next_token("Mjo6Og=="),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/permissions
                ?sort=id_desc
                &page_size=17
                &next_token=Mjo6Og%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateRolePermissions::new(
                "role_id_17",
                [
                    UpdateRolePermission::new("permission_17"),
                    UpdateRolePermission::new("permission_18").operation("delete"),
                ],
            ),
            r#"PATCH https://acme.kinde.com/api/v1/roles/role_id_17/permissions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"permissions":[{"id":"permission_17"},{"id":"permission_18","operation":"delete"}]}"#,
        ),
        request(
            RemoveRolePermission::new("role_id_17", "permission_id_17"),
            "DELETE https://acme.kinde.com/api/v1/roles/role_id_17/permissions/permission_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetRolePermissions::new("role_id_17"),
            &output!(RolePermissionsResponse {
                code: some("OK"),
                message: some("Two permissions"),
                permissions: vec![
                    output!(Permission {
                        id: some("0192c16b-1111-7c5d-8e1f-3a4b5c6d7e01"),
                        key: some("read:reports"),
                        name: some("Read reports"),
                        description: some("Look at any report")
                    }),
                    output!(Permission {
                        id: some("0192c16b-2222-7c5d-8e1f-3a4b5c6d7e02"),
                        key: some("write:reports"),
                        name: some("Write reports"),
                        description: some("Change any report")
                    })
                ],
                next_token: some("Mjo6Om5hbWVfYXNj")
            }),
        ),
        assert_answer(
            &UpdateRolePermissions::new(
                "role_id_17",
                [
                    UpdateRolePermission::new("permission_17"),
                    UpdateRolePermission::new("permission_18").operation("delete"),
                ],
            ),
            &output!(UpdateRolePermissionsResponse {
                code: some("OK"),
                message: some("Permissions updated"),
                permissions_added: vec!["0192c16b-1111-7c5d-8e1f-3a4b5c6d7e01".into()],
                permissions_removed: vec!["0192c16b-2222-7c5d-8e1f-3a4b5c6d7e02".into()]
            }),
        ),
        assert_answer(&RemoveRolePermission::new("role_id_17", "permission_id_17"), &success()),
    ]
}
