use kinde_api::roles::{
    GetRoleSystemPermissions, GetSystemPermissions, GetSystemPermissionsResponse, RoleSystemPermissionsResponse,
    SystemPermission, UpdateRoleSystemPermission, UpdateRoleSystemPermissions, UpdateRoleSystemPermissionsResponse,
};

use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetRoleSystemPermissions::new("role_id_17"),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/system_permissions
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetRoleSystemPermissions::new("role_id_17").sort("id_desc").page_size(17).next_token("Mjo6Og=="),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/system_permissions
                ?sort=id_desc
                &page_size=17
                &next_token=Mjo6Og%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateRoleSystemPermissions::new(
                "role_id_17",
                [
                    UpdateRoleSystemPermission::new("perm_17"),
                    UpdateRoleSystemPermission::new("perm_18").operation("delete"),
                ],
            ),
            r#"PATCH https://acme.kinde.com/api/v1/roles/role_id_17/system_permissions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"system_permissions":[{"id":"perm_17"},{"id":"perm_18","operation":"delete"}]}"#,
        ),
        request(
            GetSystemPermissions::new(),
            "GET https://acme.kinde.com/api/v1/system_permissions
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetSystemPermissions::new().sort("id_desc").page_size(17).next_token("Mjo6Og=="),
            "GET https://acme.kinde.com/api/v1/system_permissions
                ?sort=id_desc
                &page_size=17
                &next_token=Mjo6Og%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetRoleSystemPermissions::new("role_id_17"),
            &output!(RoleSystemPermissionsResponse {
                code: some("OK"),
                message: some("Two system permissions"),
                system_permissions: vec![
                    output!(SystemPermission {
                        id: some("perm_17"),
                        key: some("org:read:billing"),
                        name: some("Read billing"),
                        description: some("See the invoices")
                    }),
                    output!(SystemPermission {
                        id: some("perm_18"),
                        key: some("org:write:billing"),
                        name: some("Change billing"),
                        description: some("Change the plan")
                    })
                ],
                next_token: some("Mzo6Om5hbWVfYXNj")
            }),
        ),
        assert_answer(
            &UpdateRoleSystemPermissions::new(
                "role_id_17",
                [
                    UpdateRoleSystemPermission::new("perm_17"),
                    UpdateRoleSystemPermission::new("perm_18").operation("delete"),
                ],
            ),
            &output!(UpdateRoleSystemPermissionsResponse {
                code: some("OK"),
                message: some("System permissions updated"),
                system_permissions_added: vec!["perm_17".into()],
                system_permissions_removed: vec!["perm_18".into()]
            }),
        ),
        assert_answer(
            &GetSystemPermissions::new(),
            &output!(GetSystemPermissionsResponse {
                code: some("OK"),
                message: some("All system permissions"),
                system_permissions: vec![
                    output!(SystemPermission {
                        id: some("perm_17"),
                        key: some("org:read:billing"),
                        name: some("Read billing"),
                        description: some("See the invoices")
                    }),
                    output!(SystemPermission {
                        id: some("perm_18"),
                        key: some("org:write:billing"),
                        name: some("Change billing"),
                        description: some("Change the plan")
                    })
                ],
                next_token: some("NTo6Om5hbWVfYXNj")
            }),
        ),
    ]
}
