use kinde_api::organizations::{
    CreateOrganizationInvite, CreateOrganizationInviteResponse, DeleteOrganizationInvite, GetOrganizationInvite,
    GetOrganizationInviteResponse, GetOrganizationInvites, GetOrganizationInvitesResponse, InviteSort,
    OrganizationInvite, OrganizationInviteRole,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationInvites::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organization/org_17/invites
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationInvites::new("org_17")
                .include_accepted(true)
                .include_revoked(false)
                .next_token("MjA6OmNyZWF0ZWRfb25fYXNj==")
                .page_size(500)
                .sort(InviteSort::CreatedOnDesc),
            "GET https://acme.kinde.com/api/v1/organization/org_17/invites
                ?sort=created_on_desc
                &page_size=500
                &next_token=MjA6OmNyZWF0ZWRfb25fYXNj%3D%3D
                &include_revoked=false
                &include_accepted=true
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizationInvite::new("org_17", "invcode_17"),
            "GET https://acme.kinde.com/api/v1/organization/org_17/invites/invcode_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateOrganizationInvite::new("org_17", "member17@example.com", ["admin"]),
            r#"POST https://acme.kinde.com/api/v1/organization/org_17/invites
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"email":"member17@example.com","roles":["admin"]}"#,
        ),
        request(
            CreateOrganizationInvite::new("org_17", "member17@example.com", ["admin", "billing"])
                .first_name("Member")
                .last_name(None)
                .send_email(true),
            r#"POST https://acme.kinde.com/api/v1/organization/org_17/invites
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"email":"member17@example.com",
            "first_name":"Member",
            "last_name":null,
            "roles":["admin","billing"],
            "send_email":true}"#,
        ),
        request(
            DeleteOrganizationInvite::new("org_17", "invcode_17"),
            "DELETE https://acme.kinde.com/api/v1/organization/org_17/invites/invcode_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationInvites::new("org_17"),
            &output!(GetOrganizationInvitesResponse {
                code: some("OK"),
                message: some("Two invitations"),
                invites: vec![
                    invite(),
                    output!(OrganizationInvite {
                        id: some("inv_18"),
                        code: some("invcode_18"),
                        email: some("member18@example.com"),
                        full_name: some("member18@example.com"),
                        created_on: some("2026-05-06T00:00:00Z"),
                        is_sent: Some(false),
                        is_revoked: Some(true),
                        invite_link: some("https://acme.kinde.com/invites/invcode_18"),
                    }),
                ],
                next_token: some("MjA6OmNyZWF0ZWRfb25fYXNj"),
            }),
        ),
        assert_answer(
            &GetOrganizationInvite::new("org_17", "invcode_17"),
            &output!(GetOrganizationInviteResponse {
                message: some("Found"),
                id: some("inv_17"),
                code: some("invcode_17"),
                email: some("member17@example.com"),
                first_name: some("Member"),
                last_name: some("17"),
                full_name: some("Member 17"),
                created_on: some("2026-05-04T03:02:01+11"),
                is_sent: Some(true),
                accepted_on: some("2026-05-05T00:00:00.123456+11:00"),
                roles: roles(),
                is_revoked: Some(false),
                invite_link: some("https://acme.kinde.com/invites/invcode_17"),
            }),
        ),
        assert_answer(
            &CreateOrganizationInvite::new("org_17", "member17@example.com", ["admin"]),
            &output!(CreateOrganizationInviteResponse {
                code: some("INVITATION_CREATED"),
                message: some("Invited"),
                invite: Some(invite()),
            }),
        ),
        assert_answer(&DeleteOrganizationInvite::new("org_17", "invcode_17"), &success()),
    ]
}

fn invite() -> OrganizationInvite {
    output!(OrganizationInvite {
        id: some("inv_17"),
        code: some("invcode_17"),
        email: some("member17@example.com"),
        first_name: some("Member"),
        last_name: some("17"),
        full_name: some("Member 17"),
        created_on: some("2026-05-04T03:02:01+11"),
        is_sent: Some(true),
        accepted_on: some("2026-05-05T00:00:00.123456+11:00"),
        roles: roles(),
        is_revoked: Some(false),
        invite_link: some("https://acme.kinde.com/invites/invcode_17"),
    })
}

fn roles() -> Vec<OrganizationInviteRole> {
    vec![
        output!(OrganizationInviteRole { key: some("admin"), name: some("Administrator") }),
        output!(OrganizationInviteRole { key: some("billing"), name: some("Billing") }),
    ]
}

#[test]
fn a_list_is_empty_where_it_is_null_and_has_no_nulls() {
    let body =
        r#"{"invites":[null,{"id":"inv_17","roles":null},null,{"roles":[null,{"key":"admin"}]}],"next_token":null}"#;
    let expected = output!(GetOrganizationInvitesResponse {
        invites: vec![
            output!(OrganizationInvite { id: some("inv_17") }),
            output!(OrganizationInvite { roles: vec![output!(OrganizationInviteRole { key: some("admin") })] }),
        ],
    });
    assert_eq!(read(&GetOrganizationInvites::new("org_17"), body), expected);
}
