use kinde_api::permissions::{
    CreatePermission, CreatePermissionResponse, CreatedPermission, DeletePermission, GetPermissions,
    GetPermissionsResponse, Permission, PermissionSort, UpdatePermissions,
};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetPermissions::new(),
            "GET https://acme.kinde.com/api/v1/permissions
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetPermissions::new().next_token("Mjo6OmlkX2Rlc2M=").page_size(500).sort(PermissionSort::IdDesc),
            "GET https://acme.kinde.com/api/v1/permissions
                ?sort=id_desc
                &page_size=500
                &next_token=Mjo6OmlkX2Rlc2M%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreatePermission::new("Read reports", "read:reports"),
            r#"POST https://acme.kinde.com/api/v1/permissions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Read reports","key":"read:reports"}"#,
        ),
        request(
            CreatePermission::new("Read reports", "read:reports").description("May open any report"),
            r#"POST https://acme.kinde.com/api/v1/permissions
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Read reports",
            "description":"May open any report",
            "key":"read:reports"}"#,
        ),
        request(
            UpdatePermissions::new("perm_id_17"),
            "PATCH https://acme.kinde.com/api/v1/permissions/perm_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdatePermissions::new("perm_id_17").key("read:report").description("").name("Read one report"),
            r#"PATCH https://acme.kinde.com/api/v1/permissions/perm_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Read one report",
            "description":"",
            "key":"read:report"}"#,
        ),
        request(
            DeletePermission::new("perm_id_17"),
            "DELETE https://acme.kinde.com/api/v1/permissions/perm_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetPermissions::new(),
            &output!(GetPermissionsResponse {
                code: some("OK"),
                message: some("Two permissions"),
                permissions: vec![
                    output!(Permission {
                        id: some("perm_id_17"),
                        key: some("read:reports"),
                        name: some("Read reports"),
                        description: some("May open any report"),
                    }),
                    output!(Permission {
                        id: some("perm_id_18"),
                        key: some("write:reports"),
                        name: some("Write reports"),
                    }),
                ],
                next_token: some("Mjo6Om5hbWVfYXNj"),
            }),
        ),
        assert_answer(
            &CreatePermission::new("Read reports", "read:reports"),
            &output!(CreatePermissionResponse {
                code: some("OK"),
                message: some("Made"),
                permission: Some(output!(CreatedPermission { id: some("perm_id_17") })),
            }),
        ),
        assert_answer(&UpdatePermissions::new("perm_id_17"), &success()),
        assert_answer(&DeletePermission::new("perm_id_17"), &success()),
    ]
}

#[test]
fn a_permission_is_made_also_where_its_id_is_not_told() {
    let answer = read(&CreatePermission::new("Read reports", "read:reports"), r#"{"code":"OK","message":"Made"}"#);
    assert_eq!(answer, output!(CreatePermissionResponse { code: some("OK"), message: some("Made") }));
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<PermissionSort>();
    has_values([
        (PermissionSort::NameAsc, "name_asc"),
        (PermissionSort::NameDesc, "name_desc"),
        (PermissionSort::IdAsc, "id_asc"),
        (PermissionSort::IdDesc, "id_desc"),
    ]);
    is_part_of_an_output::<CreatedPermission>();
    is_part_of_an_output::<Permission>();
}
