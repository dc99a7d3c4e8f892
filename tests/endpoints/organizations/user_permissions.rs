use kinde_api::organizations::{
    CreateOrganizationUserPermission, DeleteOrganizationUserPermission, GetOrganizationUserPermissions,
    GetOrganizationsUserPermissionsResponse, OrganizationUserPermission, OrganizationUserPermissionRole,
    PermissionExpand,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationUserPermissions::new("org_17", "kp_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/permissions
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationUserPermissions::new("org_17", "kp_17").expand(PermissionExpand::Roles),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/permissions
                ?expand=roles
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateOrganizationUserPermission::new("org_17", "kp_17", "perm_id_17"),
            r#"POST https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/permissions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"permission_id":"perm_id_17"}"#,
        ),
        request(
            DeleteOrganizationUserPermission::new("org_17", "kp_17", "perm_id_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/permissions/perm_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationUserPermissions::new("org_17", "kp_17"),
            &output!(GetOrganizationsUserPermissionsResponse {
                code: some("OK"),
                message: some("Two permissions"),
                permissions: vec![
                    output!(OrganizationUserPermission {
                        id: some("perm_id_17"),
                        key: some("read:reports"),
                        name: some("Read reports"),
                        description: some("Can read all reports"),
                        roles: vec![
                            output!(OrganizationUserPermissionRole { id: some("role_id_17"), key: some("admin") }),
                            output!(OrganizationUserPermissionRole { id: some("role_id_18"), key: some("billing") }),
                        ],
                    }),
                    output!(OrganizationUserPermission {
                        id: some("perm_id_18"),
                        key: some("write:reports"),
                        name: some("Write reports"),
                    }),
                ],
            }),
        ),
        assert_answer(&CreateOrganizationUserPermission::new("org_17", "kp_17", "perm_id_17"), &success()),
        assert_answer(&DeleteOrganizationUserPermission::new("org_17", "kp_17", "perm_id_17"), &success()),
    ]
}

#[test]
fn roles_are_empty_where_they_were_not_asked_for() {
    let body = r#"{"permissions":[{"id":"perm_id_17","roles":null},null,{"id":"perm_id_18"}]}"#;
    assert_eq!(
        read(&GetOrganizationUserPermissions::new("org_17", "kp_17"), body).permissions,
        [
            output!(OrganizationUserPermission { id: some("perm_id_17") }),
            output!(OrganizationUserPermission { id: some("perm_id_18") }),
        ]
    );
}
