use kinde_api::organizations::{
    CreateOrganizationUserRole, DeleteOrganizationUserRole, GetOrganizationUserRoles,
    GetOrganizationsUserRolesResponse, OrganizationUserRole,
};

use crate::wire::{RequestCase, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationUserRoles::new("org_17", "kp_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/roles
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateOrganizationUserRole::new("org_17", "kp_17", "role_id_17"),
            r#"POST https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/roles
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"role_id":"role_id_17"}"#,
        ),
        request(
            DeleteOrganizationUserRole::new("org_17", "kp_17", "role_id_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/roles/role_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationUserRoles::new("org_17", "kp_17"),
            &output!(GetOrganizationsUserRolesResponse {
                code: some("OK"),
                message: some("Two roles"),
                roles: vec![
                    output!(OrganizationUserRole {
                        id: some("role_id_17"),
                        key: some("admin"),
                        name: some("Administrator"),
                    }),
                    output!(OrganizationUserRole {
                        id: some("role_id_18"),
                        key: some("billing"),
                        name: some("Billing"),
                    }),
                ],
                next_token: some("Mjo6OmlkX2FzYw=="),
            }),
        ),
        assert_answer(&CreateOrganizationUserRole::new("org_17", "kp_17", "role_id_17"), &success()),
        assert_answer(&DeleteOrganizationUserRole::new("org_17", "kp_17", "role_id_17"), &success()),
    ]
}
