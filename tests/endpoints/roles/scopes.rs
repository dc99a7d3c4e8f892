use kinde_api::roles::{
    AddRoleScope, AddRoleScopeResponse, DeleteRoleScope, DeleteRoleScopeResponse, GetRoleScopes, RoleScope,
    RoleScopesResponse,
};

use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetRoleScopes::new("role_id_17"),
            "GET https://acme.kinde.com/api/v1/roles/role_id_17/scopes
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddRoleScope::new("role_id_17", "scope_id_17"),
            r#"POST https://acme.kinde.com/api/v1/roles/role_id_17/scopes
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"scope_id":"scope_id_17"}"#,
        ),
        request(
            DeleteRoleScope::new("role_id_17", "scope_id_17"),
            "DELETE https://acme.kinde.com/api/v1/roles/role_id_17/scopes/scope_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetRoleScopes::new("role_id_17"),
            &output!(RoleScopesResponse {
                code: some("OK"),
                message: some("Two scopes"),
                scopes: vec![
                    output!(RoleScope {
                        id: some("api_scope_17"),
                        key: some("read:reports"),
                        description: some("Read reports"),
                        api_id: some("api_17")
                    }),
                    output!(RoleScope {
                        id: some("api_scope_18"),
                        key: some("write:reports"),
                        description: some("Write reports"),
                        api_id: some("api_18")
                    })
                ]
            }),
        ),
        assert_answer(
            &AddRoleScope::new("role_id_17", "scope_id_17"),
            &output!(AddRoleScopeResponse { code: some("ROLE_SCOPE_ADDED"), message: some("Role scope added") }),
        ),
        assert_answer(
            &DeleteRoleScope::new("role_id_17", "scope_id_17"),
            &output!(DeleteRoleScopeResponse { code: some("SCOPE_DELETED"), message: some("Scope deleted") }),
        ),
    ]
}
