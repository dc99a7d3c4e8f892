//! From page to page.

use std::sync::Arc;

use http::{Method, Request};
use kinde_api::organizations::{
    GetOrganizationInvites, GetOrganizationInvitesResponse, GetOrganizationRoleUsers, GetOrganizationRoleUsersResponse,
    GetOrganizationUsers, GetOrganizationUsersResponse, GetOrganizations, GetOrganizationsResponse, OrganizationItem,
};
use kinde_api::{Api, Client, Credentials, Endpoint, Items, Paged, Pages, RequestError};

use crate::clock::TestClock;
use crate::script::{Answer, Script, answer};

fn page(ids: &[&str], next_token: &str) -> Answer {
    let users: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
    answer(200, &format!(r#"{{"organization_users":[{}],"next_token":{next_token}}}"#, users.join(",")))
}

fn client(answers: Vec<Answer>) -> (Arc<Script>, Client<Arc<Script>>) {
    let script = Script::new(answers);
    let client = script.client_with_token(&TestClock::new());
    (script, client)
}

fn queries(script: &Script) -> Vec<String> {
    script.requests().iter().map(|request| request.uri().query().unwrap_or_default().to_owned()).collect()
}

#[test]
fn follows_the_token_and_leaves_the_rest_as_it_is() {
    let members = GetOrganizationUsers::new("org_1").sort("name_asc").page_size(2).roles(["admin"]);
    let (script, client) = client(vec![
        page(&["a", "b"], r#""MTo6Om5hbWVfYXNj""#),
        page(&[], r#""b+/=""#),
        page(&["c"], r#""c""#),
        page(&[], "null"),
    ]);
    let ids: Vec<_> = client.items(members).map(|member| member.unwrap().id.unwrap().to_string()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(
        queries(&script),
        [
            "sort=name_asc&page_size=2&roles=admin",
            "sort=name_asc&page_size=2&next_token=MTo6Om5hbWVfYXNj&roles=admin",
            "sort=name_asc&page_size=2&next_token=b%2B%2F%3D&roles=admin",
            "sort=name_asc&page_size=2&next_token=c&roles=admin",
        ]
    );
}

#[test]
fn stops_on_a_token_that_is_absent_empty_or_the_one_just_sent() {
    let mut page = GetOrganizationUsersResponse::default();
    let members = GetOrganizationUsers::new("org_1").next_token("b");
    assert_eq!(members.next_page(&page), None);
    for (received, next) in [("", None), ("b", None), ("c", Some("c"))] {
        page.next_token = Some(received.to_owned());
        let next = next.map(|token| GetOrganizationUsers::new("org_1").next_token(token));
        assert_eq!(members.next_page(&page), next, "{received}");
    }
}

#[test]
fn four_operations_have_pages() {
    let token = Some("n".to_owned());
    let mut page = GetOrganizationsResponse::default();
    page.next_token.clone_from(&token);
    let next = GetOrganizations::new().page_size(3).next_page(&page);
    assert_eq!(next, Some(GetOrganizations::new().page_size(3).next_token("n")));

    let mut page = GetOrganizationInvitesResponse::default();
    page.next_token.clone_from(&token);
    let next = GetOrganizationInvites::new("org_1").include_revoked(true).next_page(&page);
    assert_eq!(next, Some(GetOrganizationInvites::new("org_1").include_revoked(true).next_token("n")));

    let mut page = GetOrganizationRoleUsersResponse::default();
    page.next_token.clone_from(&token);
    let next = GetOrganizationRoleUsers::new("org_1", "role_1").next_page(&page);
    assert_eq!(next, Some(GetOrganizationRoleUsers::new("org_1", "role_1").next_token("n")));
}

#[test]
fn an_error_comes_once_after_what_was_read_before_it() {
    let (script, client) = client(vec![page(&["a"], r#""b""#), answer(404, ""), page(&["b"], "null")]);
    let mut items = client.items(GetOrganizationUsers::new("org_1"));
    assert_eq!(items.next().unwrap().unwrap().id.unwrap().as_str(), "a");
    assert!(items.next().unwrap().unwrap_err().response().unwrap().is_not_found());
    assert!(items.next().is_none());
    assert!(items.next().is_none());
    let failed = GetOrganizationUsers::new("org_1").page_size(500).next_token("b");
    assert_eq!(items.next_endpoint(), Some(&failed), "it can be gone on from");
    let rest: Vec<_> = client.items(failed).collect::<Result<_, _>>().unwrap();
    assert_eq!((rest.len(), script.is_at_its_end()), (1, true));
}

#[test]
fn pages_tell_what_is_left() {
    let (_, client) = client(vec![page(&["a", "b"], r#""b""#), page(&[], "null")]);
    let mut pages = client.pages(GetOrganizationUsers::new("org_1"));
    assert_eq!((pages.size_hint(), pages.next_endpoint()), ((1, None), Some(&GetOrganizationUsers::new("org_1"))));
    assert_eq!(pages.next().unwrap().unwrap().organization_users.len(), 2);
    assert_eq!(pages.next_endpoint(), Some(&GetOrganizationUsers::new("org_1").next_token("b")));
    assert_eq!(pages.next().unwrap().unwrap().organization_users.len(), 0);
    assert_eq!((pages.size_hint(), pages.next_endpoint()), ((0, Some(0)), None));
    assert!(pages.next().is_none());
}

#[test]
fn items_tell_what_is_left() {
    let (_, client) = client(vec![page(&["a", "b"], r#""b""#), page(&["c", "d"], "null")]);
    let mut items = client.items(GetOrganizationUsers::new("org_1"));
    assert_eq!(items.size_hint(), (0, None));
    items.next();
    assert_eq!(items.size_hint(), (1, None));
    items.next();
    items.next();
    assert_eq!(items.size_hint(), (1, Some(1)));
    items.next();
    assert_eq!(items.size_hint(), (0, Some(0)));
}

#[test]
fn nothing_is_fetched_before_it_is_asked_for() {
    let (script, client) = client(vec![page(&["a", "b"], r#""b""#)]);
    let mut items = client.items(GetOrganizationUsers::new("org_1"));
    assert_eq!(script.requests().len(), 0);
    items.next();
    items.next();
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn iterators_own_their_client() {
    fn is_owned<T: Send + 'static>(_: &T) {}
    let (_, client) = client(vec![page(&["a"], "null"), page(&["a"], "null")]);
    let pages: Pages<_, _> = client.pages(GetOrganizationUsers::new("org_1"));
    let items: Items<_, _> = client.items(GetOrganizationUsers::new("org_1"));
    let unread = client.items(GetOrganizationUsers::new("org_1"));
    drop(client);
    is_owned(&pages);
    assert_eq!(std::thread::spawn(move || items.count()).join().unwrap(), 1);
    let shown = format!("{pages:?}");
    assert!(shown.starts_with("Pages { next: Some(GetOrganizationUsers {"), "{shown}");
    let shown = format!("{unread:?}");
    assert!(shown.starts_with("Items { read: 0, next: Some(GetOrganizationUsers {"), "{shown}");
}

#[test]
fn items_ask_for_the_largest_page_and_pages_for_what_is_set() {
    let (script, client) = client((0..6).map(|_| page(&["a"], "null")).collect());
    client.items(GetOrganizationUsers::new("org_1")).count();
    client.items(GetOrganizationUsers::new("org_1").page_size(3)).count();
    client.items(GetOrganizations::new()).count();
    client.items(GetOrganizationInvites::new("org_1")).count();
    client.items(GetOrganizationRoleUsers::new("org_1", "role_1")).count();
    client.pages(GetOrganizationUsers::new("org_1")).count();
    assert_eq!(
        queries(&script),
        ["page_size=500", "page_size=3", "page_size=500", "page_size=500", "page_size=500", ""]
    );
}

/// A server whose pages lead from each to the next one, and from the last back to one of them.
fn circle(before: usize, length: usize) -> impl Fn(http::Request<Vec<u8>>) -> Answer {
    move |request| {
        let query = request.uri().query().unwrap_or_default();
        let token = query.split('&').find_map(|pair| pair.strip_prefix("next_token=t"));
        let number: usize = token.map_or(0, |number| number.parse().unwrap());
        let next = if number + 1 < before + length { number + 1 } else { before };
        page(&["a"], &format!(r#""t{next}""#))
    }
}

#[test]
fn a_circle_of_pages_is_an_error_within_three_times_its_length() {
    for length in 2..40 {
        // The first page has no token, so that the way back is to the second one.
        let client = Client::new(circle(1, length), crate::script::ORIGIN, Credentials::token("t")).unwrap();
        let mut pages = client.pages(GetOrganizationUsers::new("org_1"));
        let read = pages.by_ref().take_while(Result::is_ok).count();
        assert!(read <= 3 * length + 1, "{read} pages of {length}");
        assert!(pages.next().is_none());
        let mut pages = client.pages(GetOrganizationUsers::new("org_1"));
        let error = pages.find_map(Result::err).unwrap();
        assert_eq!(
            error.to_string(),
            "GetOrganizationUsers does not come to an end: a page leads back to one that came before it"
        );
        assert!(!error.is_retryable());
    }
}

#[test]
fn ten_empty_pages_in_a_row_are_an_error() {
    let empty = |number: usize| page(&[], &format!(r#""t{number}""#));
    let expected =
        "GetOrganizationUsers does not come to an end: ten pages in a row are empty, and there is a further one";

    let (script, of_ten) = client((0..10).map(empty).collect());
    let mut items = of_ten.items(GetOrganizationUsers::new("org_1"));
    assert_eq!(items.next().unwrap().unwrap_err().to_string(), expected);
    assert!(items.next().is_none() && script.is_at_its_end());

    let (_, of_ten) = client((0..10).map(empty).collect());
    let outcomes: Vec<_> = of_ten.pages(GetOrganizationUsers::new("org_1")).collect();
    assert_eq!(outcomes.len(), 11);
    assert_eq!(outcomes.into_iter().next_back().unwrap().unwrap_err().to_string(), expected);

    let answers =
        (0..9).map(empty).chain([page(&["a"], r#""u""#)]).chain((10..19).map(empty)).chain([page(&[], "null")]);
    let (script, client) = client(answers.collect());
    let ids: Vec<_> = client.items(GetOrganizationUsers::new("org_1")).collect::<Result<_, _>>().unwrap();
    assert_eq!((ids.len(), script.is_at_its_end()), (1, true), "nine are none too many, nor is an empty last one");
}

/// An endpoint that this crate does not have, and that does not tell which of its pages are empty.
struct Listing(GetOrganizations);

impl Endpoint for Listing {
    type Output = GetOrganizationsResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations";
    const OPERATION_ID: &'static str = "getListing";
    const SCOPE: &'static str = "read:organizations";

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        self.0.request(api)
    }
}

impl Paged for Listing {
    type Item = OrganizationItem;

    fn next_page(&self, page: &GetOrganizationsResponse) -> Option<Self> {
        self.0.next_page(page).map(Self)
    }

    fn items(page: GetOrganizationsResponse) -> Vec<OrganizationItem> {
        GetOrganizations::items(page)
    }
}

#[test]
fn pages_that_may_list_something_are_followed_to_their_end() {
    let page = |number: usize| answer(200, &format!(r#"{{"organizations":[],"next_token":"t{number}"}}"#));
    let answers = (0..12).map(page).chain([answer(200, r#"{"organizations":[]}"#)]);
    let (script, client) = client(answers.collect());
    let pages: Result<Vec<_>, _> = client.pages(Listing(GetOrganizations::new())).collect();
    assert_eq!((pages.unwrap().len(), script.is_at_its_end()), (13, true));
    assert_eq!(queries(&script)[11..], ["next_token=t10", "next_token=t11"]);
}
