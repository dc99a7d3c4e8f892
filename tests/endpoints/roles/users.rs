use kinde_api::roles::{GetRoleUsers, GetRoleUsersResponse, RoleUser};

use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetRoleUsers::new("role_id_17"),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/users
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetRoleUsers::new("role_id_17").page_size(17).next_token("Mjo6Og=="),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/users
                ?page_size=17
                &next_token=Mjo6Og%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetRoleUsers::new("role_id_17"),
        &output!(GetRoleUsersResponse {
            code: some("OK"),
            message: some("Two users"),
            users: vec![
                output!(RoleUser { id: some("kp_17"), org_codes: vec!["org_17".into(), "org_18".into()] }),
                output!(RoleUser { id: some("kp_18"), org_codes: vec!["org_19".into()] })
            ],
            next_token: some("NDo6Og==")
        }),
    )]
}
