use kinde_api::users::{
    CreateUser, CreateUserProfile, CreateUserResponse, DeleteUser, GetUserData, GetUsers, IdentityType, NewIdentity,
    NewIdentityOutcome, NewIdentityResult, OrganizationSignIn, RefreshUserClaims, UpdateUser, UpdateUserResponse, User,
    UserBilling, UserExpand, UserIdentity, UserItem, UsersResponse,
};
use kinde_api::{Endpoint, OrgCode, Paged, UserId};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::{RequestCase, api, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    [list_and_get(), create(), update_and_delete()].into_iter().flatten().collect()
}

fn list_and_get() -> Vec<RequestCase> {
    vec![
        request(
            GetUsers::new(),
            "GET https://acme.kinde.com/api/v1/users
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetUsers::new()
                .active_since("2026-01-28T00:00:00Z")
                .has_organization(false)
                .expand([UserExpand::Organizations, UserExpand::Identities, UserExpand::Billing])
                .phone(["+61426148233"])
                .username(["user17", "user18"])
                .email(["user17@example.com", "user18@example.com"])
                .next_token("Mjo6OmlkX2FzYw==")
                .user_id(["kp_17", "kp_18"])
                .page_size(50),
            "GET https://acme.kinde.com/api/v1/users
                ?page_size=50
                &user_id=kp_17%2Ckp_18
                &next_token=Mjo6OmlkX2FzYw%3D%3D
                &email=user17%40example.com%2Cuser18%40example.com
                &username=user17%2Cuser18
                &phone=%2B61426148233
                &expand=organizations%2Cidentities%2Cbilling
                &has_organization=false
                &active_since=2026-01-28T00%3A00%3A00Z
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetUserData::new("kp_17"),
            "GET https://acme.kinde.com/api/v1/user
                ?id=kp_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetUserData::new("kp_17").expand([UserExpand::Billing, UserExpand::from("new")]),
            "GET https://acme.kinde.com/api/v1/user
                ?id=kp_17
                &expand=billing%2Cnew
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

fn create() -> Vec<RequestCase> {
    vec![
        request(
            CreateUser::new(),
            "POST https://acme.kinde.com/api/v1/user
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            CreateUser::new()
                .identities([
                    NewIdentity::email("user17@example.com").is_verified(true),
                    NewIdentity::phone("0426148233").phone_country_id("au").is_verified(false),
                    NewIdentity::username("user17"),
                    NewIdentity::new("new"),
                ])
                .provided_id("U17")
                .organization_code("org_17")
                .profile(
                    CreateUserProfile::new().picture("https://example.com/17.png").family_name("17").given_name("User"),
                ),
            r#"POST https://acme.kinde.com/api/v1/user
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"profile":{"given_name":"User","family_name":"17","picture":"https://example.com/17.png"},
            "organization_code":"org_17",
            "provided_id":"U17",
            "identities":[
            {"type":"email","is_verified":true,"details":{"email":"user17@example.com"}},
            {"type":"phone","is_verified":false,"details":{"phone":"0426148233","phone_country_id":"au"}},
            {"type":"username","details":{"username":"user17"}},
            {"type":"new"}
            ]}"#,
        ),
        request(
            CreateUser::new().profile(CreateUserProfile::new()).identities([] as [NewIdentity; 0]),
            r#"POST https://acme.kinde.com/api/v1/user
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"profile":{},"identities":[]}"#,
        ),
    ]
}

fn update_and_delete() -> Vec<RequestCase> {
    vec![
        request(
            UpdateUser::new("kp_17"),
            "PATCH https://acme.kinde.com/api/v1/user
                ?id=kp_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateUser::new("kp_17")
                .provided_id("U17")
                .is_password_reset_requested(true)
                .is_suspended(false)
                .picture("https://example.com/17.png")
                .family_name("17")
                .given_name("User"),
            r#"PATCH https://acme.kinde.com/api/v1/user
                ?id=kp_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"given_name":"User",
            "family_name":"17",
            "picture":"https://example.com/17.png",
            "is_suspended":false,
            "is_password_reset_requested":true,
            "provided_id":"U17"}"#,
        ),
        request(
            DeleteUser::new("kp_17"),
            "DELETE https://acme.kinde.com/api/v1/user
                ?id=kp_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteUser::new("kp_17").is_delete_profile(true),
            "DELETE https://acme.kinde.com/api/v1/user
                ?id=kp_17
                &is_delete_profile=true
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            RefreshUserClaims::new("kp_17"),
            "POST https://acme.kinde.com/api/v1/users/kp_17/refresh_claims
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetUsers::new(),
            &output!(UsersResponse {
                code: some("OK"),
                message: some("Two users"),
                users: vec![
                    output!(UserItem {
                        id: some("kp_17"),
                        provided_id: some("U17"),
                        email: some("user17@example.com"),
                        phone: some("+61426148233"),
                        username: some("user17"),
                        last_name: some("17"),
                        first_name: some("User"),
                        is_suspended: Some(false),
                        picture: some("https://example.com/17.png"),
                        total_sign_ins: Some(17),
                        failed_sign_ins: Some(0),
                        last_signed_in: some("2026-02-03T04:05:06.123456+00:00"),
                        created_on: some("2026-01-02T03:04:05+11"),
                        last_organization_sign_ins: vec![output!(OrganizationSignIn {
                            org_code: some("org_17"),
                            last_signed_in: some("2026-02-03T04:05:06.123456+00:00"),
                        })],
                        organizations: vec![OrgCode::from("org_17"), OrgCode::from("org_18")],
                        identities: vec![
                            output!(UserIdentity { r#type: some("email"), identity: some("user17@example.com") }),
                            output!(UserIdentity {
                                r#type: some("oauth2:google"),
                                identity: some("user17@example.com"),
                                connection_id: some("conn_17"),
                            }),
                        ],
                        billing: Some(output!(UserBilling { customer_id: some("customer_17") })),
                    }),
                    output!(UserItem { id: some("kp_18"), last_name: some("18"), is_suspended: Some(true) }),
                ],
                next_token: some("Mjo6OmlkX2FzYw=="),
            }),
        ),
        assert_answer(
            &GetUserData::new("kp_17"),
            &output!(User {
                id: some("kp_17"),
                provided_id: some("U17"),
                preferred_email: some("user17@example.com"),
                phone: some("+61426148233"),
                username: some("user17"),
                last_name: some("17"),
                first_name: some("User"),
                is_suspended: Some(false),
                picture: some("https://example.com/17.png"),
                total_sign_ins: Some(17),
                failed_sign_ins: Some(1),
                last_signed_in: some("2026-02-03T04:05:06.123456+00:00"),
                created_on: some("2026-01-02T03:04:05+11"),
                organizations: vec![OrgCode::from("org_17")],
                identities: vec![output!(UserIdentity { r#type: some("username"), identity: some("user17") })],
                billing: Some(output!(UserBilling { customer_id: some("customer_17") })),
            }),
        ),
        assert_answer(
            &CreateUser::new(),
            &output!(CreateUserResponse {
                id: some("kp_17"),
                created: Some(true),
                identities: vec![
                    output!(NewIdentityResult {
                        r#type: some("email"),
                        result: Some(output!(NewIdentityOutcome { created: Some(true) })),
                    }),
                    output!(NewIdentityResult {
                        r#type: some("phone"),
                        result: Some(output!(NewIdentityOutcome { created: Some(false) })),
                    }),
                ],
            }),
        ),
        assert_answer(
            &UpdateUser::new("kp_17"),
            &output!(UpdateUserResponse {
                id: some("kp_17"),
                given_name: some("User"),
                family_name: some("17"),
                email: some("user17@example.com"),
                is_suspended: Some(false),
                is_password_reset_requested: Some(true),
                picture: some("https://example.com/17.png"),
            }),
        ),
        assert_answer(&DeleteUser::new("kp_17"), &success()),
        assert_answer(&RefreshUserClaims::new("kp_17"), &success()),
    ]
}

#[test]
fn a_user_without_an_id_is_refused() {
    for error in [
        GetUserData::new("").request(&api()).unwrap_err(),
        UpdateUser::new("").is_suspended(true).request(&api()).unwrap_err(),
        DeleteUser::new("").is_delete_profile(true).request(&api()).unwrap_err(),
    ] {
        assert_eq!(error.to_string(), "the query parameter `id` is empty");
    }
}

#[test]
fn a_filter_that_is_empty_is_sent_and_one_that_is_unset_is_not() {
    let request = GetUsers::new().email([] as [&str; 0]).user_id([] as [UserId; 0]).request(&api()).unwrap();
    assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/users?user_id=&email=");
}

#[test]
fn of_two_details_with_one_name_the_last_one_holds() {
    let identity = NewIdentity::new(IdentityType::Phone).detail("phone", "1").phone_country_id("nz");
    let identity = identity.detail("phone", "0426148233").phone_country_id("au");
    assert_eq!(identity, NewIdentity::phone("0426148233").phone_country_id("au"));
}

#[test]
fn inputs_are_read_as_they_are_written() {
    let profile = CreateUserProfile::new().given_name("User");
    let identity = NewIdentity::email("user17@example.com").is_verified(true);
    let (json, other) = (serde_json::to_string(&profile).unwrap(), serde_json::to_string(&identity).unwrap());
    assert_eq!(serde_json::from_str::<CreateUserProfile>(&json).unwrap(), profile);
    assert_eq!(serde_json::from_str::<NewIdentity>(&other).unwrap(), identity);
    assert_eq!(serde_json::from_str::<NewIdentity>(r#"{"type":"new"}"#).unwrap(), NewIdentity::new("new"));
}

#[test]
fn the_next_page_has_the_token_and_the_same_filters() {
    let users = GetUsers::new().has_organization(true).expand([UserExpand::Billing]).page_size(1);
    let page = read(&users, r#"{"users":[{"id":"kp_17"}],"next_token":"a"}"#);
    let next = users.next_page(&page).unwrap();
    assert_eq!(next, users.next_token("a"));
    assert_eq!(next.next_page(&page), None);
    assert_eq!(GetUsers::items(page), [output!(UserItem { id: some("kp_17") })]);
}

#[test]
fn lists_are_empty_where_they_are_null_and_have_no_nulls() {
    let body = r#"{"users":[null,{"organizations":null,"identities":[null],"last_organization_sign_ins":null},
        {"organizations":["org_17",null],"total_sign_ins":"17"}]}"#;
    assert_eq!(
        read(&GetUsers::new(), body).users,
        [
            output!(UserItem {}),
            output!(UserItem { organizations: vec![OrgCode::from("org_17")], total_sign_ins: Some(17) }),
        ]
    );
    assert_eq!(read(&GetUsers::new(), r#"{"users":null}"#), output!(UsersResponse {}));
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<UserExpand>();
    has_values([
        (UserExpand::Organizations, "organizations"),
        (UserExpand::Identities, "identities"),
        (UserExpand::Billing, "billing"),
    ]);
    is_part_of_an_output::<UserItem>();
    is_part_of_an_output::<OrganizationSignIn>();
    is_part_of_an_output::<UserIdentity>();
    is_part_of_an_output::<UserBilling>();
    is_part_of_an_output::<NewIdentityResult>();
    is_part_of_an_output::<NewIdentityOutcome>();
}
