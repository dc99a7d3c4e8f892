use kinde_api::organizations::{
    AddOrganizationUser, AddOrganizationUsers, AddOrganizationUsersResponse, GetOrganizationUsers,
    GetOrganizationUsersResponse, OrganizationUser, RemoveOrganizationUser, Sort, UpdateOrganizationUser,
    UpdateOrganizationUsers, UpdateOrganizationUsersResponse, UserOperation,
};
use kinde_api::{Endpoint, PermissionKey, RoleKey, UserId};

use crate::wire::{RequestCase, api, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationUsers::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/users
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationUsers::new("org_17")
                .roles(["admin", "billing"])
                .permissions(["read:reports", "write:reports"])
                .next_token("Mjo6OmlkX2FzYw==")
                .page_size(50)
                .sort(Sort::NameAsc),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/users
                ?sort=name_asc
                &page_size=50
                &next_token=Mjo6OmlkX2FzYw%3D%3D
                &permissions=read%3Areports%2Cwrite%3Areports
                &roles=admin%2Cbilling
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddOrganizationUsers::new("org_17", []),
            r#"POST https://acme.kinde.com/api/v1/organizations/org_17/users
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"users":[]}"#,
        ),
        request(
            AddOrganizationUsers::new(
                "org_17",
                [
                    AddOrganizationUser::new("kp_17")
                        .permissions(["read:reports", "write:reports"])
                        .roles(["admin", "billing"]),
                    AddOrganizationUser::new("kp_18").roles([] as [RoleKey; 0]).permissions([] as [PermissionKey; 0]),
                    AddOrganizationUser::new("kp_19"),
                ],
            ),
            r#"POST https://acme.kinde.com/api/v1/organizations/org_17/users
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"users":[
            {"id":"kp_17","roles":["admin","billing"],"permissions":["read:reports","write:reports"]},
            {"id":"kp_18","roles":[],"permissions":[]},
            {"id":"kp_19"}
            ]}"#,
        ),
        request(
            UpdateOrganizationUsers::new("org_17", [UpdateOrganizationUser::new("kp_17")]),
            r#"PATCH https://acme.kinde.com/api/v1/organizations/org_17/users
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"users":[{"id":"kp_17"}]}"#,
        ),
        request(
            UpdateOrganizationUsers::new(
                "org_17",
                [
                    UpdateOrganizationUser::new("kp_17")
                        .permissions(["read:reports"])
                        .roles(["admin", "billing"])
                        .operation("new"),
                    UpdateOrganizationUser::new("kp_18").operation(UserOperation::Delete),
                ],
            ),
            r#"PATCH https://acme.kinde.com/api/v1/organizations/org_17/users
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"users":[
            {"id":"kp_17","operation":"new","roles":["admin","billing"],"permissions":["read:reports"]},
            {"id":"kp_18","operation":"delete"}
            ]}"#,
        ),
        request(
            RemoveOrganizationUser::new("org_17", "kp_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationUsers::new("org_17"),
            &output!(GetOrganizationUsersResponse {
                code: some("OK"),
                message: some("Two members"),
                organization_users: vec![
                    output!(OrganizationUser {
                        id: some("kp_17"),
                        email: some("member17@example.com"),
                        full_name: some("Member 17"),
                        last_name: some("17"),
                        first_name: some("Member"),
                        picture: some("https://example.com/17.png"),
                        joined_on: some("2026-01-02T03:04:05+11"),
                        last_accessed_on: some("2026-02-03T04:05:06+00:00"),
                        is_suspended: Some(false),
                        roles: vec![RoleKey::from("admin"), RoleKey::from("billing")],
                    }),
                    output!(OrganizationUser {
                        id: some("kp_18"),
                        full_name: some("18"),
                        joined_on: some("2026-01-02T03:04:05Z"),
                        is_suspended: Some(true),
                    }),
                ],
                next_token: some("Mjo6OmlkX2FzYw=="),
            }),
        ),
        assert_answer(
            &AddOrganizationUsers::new("org_17", []),
            &output!(AddOrganizationUsersResponse {
                code: some("OK"),
                message: some("Two were added"),
                users_added: vec![UserId::from("kp_17"), UserId::from("kp_18")],
            }),
        ),
        assert_answer(
            &UpdateOrganizationUsers::new("org_17", []),
            &output!(UpdateOrganizationUsersResponse {
                code: some("OK"),
                message: some("Four were changed"),
                users_added: vec![UserId::from("kp_17")],
                users_updated: vec![UserId::from("kp_18"), UserId::from("kp_19")],
                users_removed: vec![UserId::from("kp_20")],
            }),
        ),
        assert_answer(&RemoveOrganizationUser::new("org_17", "kp_17"), &success()),
    ]
}

#[test]
fn a_filter_that_is_empty_is_sent_and_one_that_is_unset_is_not() {
    let uri = |endpoint: GetOrganizationUsers| endpoint.request(&api()).unwrap().uri().to_string();
    let members = GetOrganizationUsers::new("org_17");
    assert_eq!(uri(members.clone()), "https://acme.kinde.com/api/v1/organizations/org_17/users");
    assert_eq!(
        uri(members.clone().roles([] as [RoleKey; 0])),
        "https://acme.kinde.com/api/v1/organizations/org_17/users?roles="
    );
    assert_eq!(
        uri(members.permissions([] as [PermissionKey; 0]).roles(["admin"])),
        "https://acme.kinde.com/api/v1/organizations/org_17/users?permissions=&roles=admin"
    );
}

#[test]
fn lists_are_empty_where_they_are_null_and_have_no_nulls() {
    let body = r#"{"users_added":null,"users_updated":[null,"kp_17",null],"users_removed":[]}"#;
    assert_eq!(
        read(&UpdateOrganizationUsers::new("org_17", []), body),
        output!(UpdateOrganizationUsersResponse { users_updated: vec![UserId::from("kp_17")] })
    );
    let body = r#"{"organization_users":[null,{"id":"kp_17","roles":[null,"admin"]},{"roles":null}]}"#;
    assert_eq!(
        read(&GetOrganizationUsers::new("org_17"), body).organization_users,
        [
            output!(OrganizationUser { id: some("kp_17"), roles: vec![RoleKey::from("admin")] }),
            output!(OrganizationUser {}),
        ]
    );
}

#[test]
fn users_are_added_and_changed_by_the_hundred() {
    for (users, batches) in [(0, vec![]), (1, vec![1]), (100, vec![100]), (201, vec![100, 100, 1])] {
        let ids = || (0..users).map(|number| format!("kp_{number}"));
        let added = AddOrganizationUsers::batches("org_17", ids().map(AddOrganizationUser::new));
        assert_eq!(added.map(|call| call.users.len()).collect::<Vec<_>>(), batches);
        let changed = UpdateOrganizationUsers::batches("org_17", ids().map(UpdateOrganizationUser::new));
        assert_eq!(changed.map(|call| call.users.len()).collect::<Vec<_>>(), batches);
    }
}
