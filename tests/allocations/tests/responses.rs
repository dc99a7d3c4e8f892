//! A response allocates for what it is read as, and next to nothing beside.

use allocations::{Counts, count};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use kinde_api::Endpoint;
use kinde_api::organizations::{AddOrganizationUserApiScope, DeleteOrganization, GetOrganizationUsersResponse};
use yardsticks::samples;

/// One for each string that is there, and one for each list that is not empty.
fn strings_and_lists(page: &GetOrganizationUsersResponse) -> usize {
    let texts = [&page.code, &page.message, &page.next_token];
    let members = page.organization_users.iter().map(|member| {
        let texts = [&member.email, &member.full_name, &member.last_name, &member.first_name, &member.picture];
        let list_of_roles = usize::from(!member.roles.is_empty());
        let times = [&member.joined_on, &member.last_accessed_on].into_iter().flatten().count();
        let texts = texts.into_iter().flatten().count();
        texts + times + usize::from(member.id.is_some()) + list_of_roles + member.roles.len()
    });
    texts.into_iter().flatten().count() + members.sum::<usize>() + usize::from(!page.organization_users.is_empty())
}

#[test]
fn a_page_allocates_its_strings_and_lists() {
    let response = Response::new(samples::page_of_members(500));
    let members = samples::get_organization_users();
    let (counts, page) = count(|| members.response(&response));
    let page = page.unwrap();
    assert_eq!(page.organization_users.len(), 500);
    let beyond = counts.allocations + counts.reallocations - strings_and_lists(&page);
    assert!(beyond <= 8, "{beyond} allocations too many");
}

#[test]
fn an_empty_success_allocates_nothing() {
    let mut response = Response::new(Vec::new());
    let deletion = DeleteOrganization::new(samples::ORG_CODE);
    let addition = AddOrganizationUserApiScope::new(samples::ORG_CODE, "kp_1", "api_1", "scope_1");
    for status in [StatusCode::OK, StatusCode::NO_CONTENT] {
        *response.status_mut() = status;
        assert_eq!(count(|| deletion.response(&response).is_ok()), (Counts::default(), true));
        assert_eq!(count(|| addition.response(&response).is_ok()), (Counts::default(), true));
    }
}

#[test]
fn an_error_allocates_its_body_headers_codes_and_messages_and_two_more() {
    let body = r#"{"errors":[{"code":"A","message":"a"},{"code":"B","message":"b"},{"code":"C"}]}"#;
    let mut response = Response::new(body.as_bytes().to_vec());
    *response.status_mut() = StatusCode::BAD_REQUEST;
    // Clones of a clone share its names; the first clone of all has to make them shareable.
    *response.headers_mut() = headers().clone();
    let (for_headers, _) = count(|| response.headers().clone());
    let deletion = DeleteOrganization::new(samples::ORG_CODE);

    let (counts, error) = count(|| deletion.response(&response));

    let error = error.unwrap_err();
    assert_eq!(error.errors().len(), 3);
    let (for_body, codes, messages) = (1, 3, 2);
    let expected = for_body + for_headers.allocations + codes + messages + 2;
    assert_eq!(counts, Counts { allocations: expected, reallocations: for_headers.reallocations });
}

fn headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    headers.insert("ratelimit-reset", HeaderValue::from_static("30"));
    headers.append("set-cookie", HeaderValue::from_static("a=1"));
    headers.append("set-cookie", HeaderValue::from_static("b=2"));
    headers
}
