use std::collections::BTreeMap;

use kinde_api::search::{FoundUser, SearchExpand, SearchUsers, SearchUsersResponse, UserApiScope, UserIdentity};
use kinde_api::{Endpoint, OrgCode, Paged, PropertyKey};
use serde_json::json;

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::{RequestCase, api, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            SearchUsers::new(),
            "GET https://acme.kinde.com/api/v1/search/users
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            SearchUsers::new()
                .expand([SearchExpand::Organizations, SearchExpand::Identities, SearchExpand::Properties])
                .ending_before("kp_18")
                .starting_after("kp_17")
                .properties([("kp_usr_job_title", vec!["Cook"]), ("kp_usr_city", vec!["Perth", "Alice Springs"])])
                .api_scopes("read:reports")
                .query("*")
                .page_size(50),
            "GET https://acme.kinde.com/api/v1/search/users
                ?page_size=50
                &query=%2A
                &api_scopes=read%3Areports
                &properties%5Bkp_usr_city%5D=Perth
                &properties%5Bkp_usr_city%5D=Alice%20Springs
                &properties%5Bkp_usr_job_title%5D=Cook
                &starting_after=kp_17
                &ending_before=kp_18
                &expand=organizations%2Cidentities%2Cproperties
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &SearchUsers::new(),
        &output!(SearchUsersResponse {
            code: some("OK"),
            message: some("Two users"),
            results: vec![
                output!(FoundUser {
                    id: some("kp_17"),
                    provided_id: some("U17"),
                    email: some("user17@example.com"),
                    username: some("user17"),
                    last_name: some("17"),
                    first_name: some("User"),
                    is_suspended: Some(false),
                    picture: some("https://example.com/17.png"),
                    total_sign_ins: Some(17),
                    failed_sign_ins: Some(0),
                    last_signed_in: some("2026-02-03T04:05:06.123456+00:00"),
                    created_on: some("2026-01-02T03:04:05+11"),
                    organizations: vec![OrgCode::from("org_17")],
                    identities: vec![output!(UserIdentity {
                        r#type: some("email"),
                        identity: some("user17@example.com"),
                    })],
                    properties: BTreeMap::from([
                        (PropertyKey::from("kp_usr_city"), json!("Perth")),
                        (PropertyKey::from("kp_usr_job_title"), json!("Cook")),
                    ]),
                    api_scopes: vec![output!(UserApiScope {
                        org_code: some("org_17"),
                        scope: some("read:reports"),
                        api_id: some("api_17"),
                    })],
                }),
                output!(FoundUser { id: some("kp_18"), last_name: some("18"), is_suspended: Some(true) }),
            ],
        }),
    )]
}

#[test]
fn an_empty_list_of_values_asks_for_nothing_and_an_empty_key_is_refused() {
    let none: [&str; 0] = [];
    let request = SearchUsers::new().properties([("kp_usr_city", none)]).request(&api()).unwrap();
    assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/search/users");
    let error = SearchUsers::new().properties([("", ["Perth"])]).request(&api()).unwrap_err();
    assert_eq!(error.to_string(), "the query parameter `properties` has an empty key");
}

#[test]
fn a_key_that_is_too_long_is_not_in_the_error() {
    let error = SearchUsers::new().properties([("a".repeat(70_000), ["Perth"])]).request(&api()).unwrap_err();
    let text = "the URI would be longer than 65534 bytes: the longest of its parameters is `properties`";
    assert_eq!(error.to_string(), text);
}

#[test]
fn of_two_lists_with_one_key_the_last_one_holds() {
    let twice = SearchUsers::new().properties([("kp_usr_city", ["Perth"]), ("kp_usr_city", ["Broome"])]);
    assert_eq!(twice, SearchUsers::new().properties([("kp_usr_city", ["Broome"])]));
}

#[test]
fn lists_by_key_are_of_any_texts() {
    let expected = SearchUsers::new().properties([("kp_usr_city", ["Perth"])]);
    let owned = vec![("kp_usr_city".to_owned(), vec!["Perth".to_owned()])];
    let by_key = BTreeMap::from([(PropertyKey::from("kp_usr_city"), ["Perth"])]);
    assert_eq!(SearchUsers::new().properties(owned), expected);
    assert_eq!(SearchUsers::new().properties(by_key), expected);
}

#[test]
fn a_value_of_a_property_is_read_as_it_is_and_null_is_none() {
    let body = r#"{"results":[{"properties":{"a":"17","b":true,"c":null}},{"properties":null}]}"#;
    let properties = |index: usize| read(&SearchUsers::new(), body).results[index].properties.clone();
    let expected = [(PropertyKey::from("a"), json!("17")), (PropertyKey::from("b"), json!(true))];
    assert_eq!(properties(0), BTreeMap::from(expected));
    assert_eq!(properties(1), BTreeMap::new());
}

#[test]
fn the_next_page_starts_after_the_last_user_until_a_page_is_empty() {
    let page = |ids: &[&str]| {
        let results: Vec<_> = ids.iter().map(|id| output!(FoundUser { id: some(id) })).collect();
        output!(SearchUsersResponse { results: results })
    };
    let users = SearchUsers::new().query("17").page_size(2);
    let second = users.next_page(&page(&["kp_17", "kp_18"])).unwrap();
    assert_eq!(second, users.clone().starting_after("kp_18"));
    // A page that is not full is no end: nothing tells how many a full one has.
    let third = second.next_page(&page(&["kp_19"])).unwrap();
    assert_eq!(third, users.clone().starting_after("kp_19"));
    assert_eq!(third.next_page(&page(&[])), None);
    assert_eq!(SearchUsers::items(page(&["kp_17"])), [output!(FoundUser { id: some("kp_17") })]);
    assert!(SearchUsers::is_empty(&page(&[])) && !SearchUsers::is_empty(&page(&["kp_17"])));
}

#[test]
fn the_largest_page_is_of_500_unless_its_size_is_set() {
    let users = SearchUsers::new().query("17");
    assert_eq!(users.clone().with_largest_page(), users.clone().page_size(500));
    assert_eq!(users.clone().page_size(2).with_largest_page(), users.page_size(2));
}

#[test]
fn there_is_no_next_page_where_nothing_tells_where_it_starts() {
    let page = |id| output!(SearchUsersResponse { results: vec![output!(FoundUser { id: id })] });
    assert_eq!(SearchUsers::new().next_page(&page(None)), None);
    assert_eq!(SearchUsers::new().next_page(&page(some(""))), None);
    assert_eq!(SearchUsers::new().starting_after("kp_17").next_page(&page(some("kp_17"))), None);
    assert_eq!(SearchUsers::new().ending_before("kp_19").next_page(&page(some("kp_17"))), None);
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<SearchExpand>();
    has_values([
        (SearchExpand::Organizations, "organizations"),
        (SearchExpand::Identities, "identities"),
        (SearchExpand::Properties, "properties"),
    ]);
    is_part_of_an_output::<FoundUser>();
    is_part_of_an_output::<UserApiScope>();
}
