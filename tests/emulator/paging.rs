use kinde_api::organizations::{AddOrganizationUser, GetOrganizationUsers, GetOrganizations};
use kinde_api::{Endpoint, UserId};
use serde_json::{Value, json};

use crate::world::{World, refused};

/// Every page of a list by its query, until there is no token, with the number of its results and the token.
fn pages<E: Endpoint>(world: &World, endpoint: &E, list: &str) -> Vec<(usize, Option<String>)> {
    let mut pages = Vec::new();
    let mut token: Option<String> = None;
    while pages.len() < 20 {
        let (status, body) = world.changed(endpoint, |request| {
            if let Some(token) = &token {
                let separator = if request.uri().query().is_some() { '&' } else { '?' };
                let token = token.replace('=', "%3D");
                *request.uri_mut() = format!("{}{separator}next_token={token}", request.uri()).parse().unwrap();
            }
        });
        assert_eq!(status, 200);
        token = body["next_token"].as_str().map(str::to_owned);
        pages.push((body[list].as_array().unwrap().len(), token.clone()));
        if token.is_none() {
            break;
        }
    }
    pages
}

fn with_members(count: usize) -> (World, Vec<UserId>) {
    let world = World::new();
    let users: Vec<UserId> = (1..=count).map(|number| world.user(number)).collect();
    world.emulator.add_members(&world.acme, users.iter().map(AddOrganizationUser::new)).unwrap();
    (world, users)
}

#[test]
fn has_ten_on_a_page_and_a_token_on_the_last_one_of_members() {
    let (world, _) = with_members(25);
    let endpoint = GetOrganizationUsers::new(&world.acme);
    let token = |text: &str| Some(text.to_owned());
    assert_eq!(
        pages(&world, &endpoint, "organization_users"),
        [(10, token("MTA6OjppZF9hc2M=")), (10, token("MjA6OjppZF9hc2M=")), (5, token("MjU6OjppZF9hc2M=")), (0, None),]
    );
    let endpoint = endpoint.page_size(20).sort("name_desc");
    assert_eq!(
        pages(&world, &endpoint, "organization_users"),
        [(20, token("MjA6OjpuYW1lX2Rlc2M=")), (5, token("MjU6OjpuYW1lX2Rlc2M=")), (0, None)]
    );
}

#[test]
fn has_no_token_on_the_last_page_of_organizations() {
    let world = World::new();
    for number in 3..=10 {
        world.emulator.add_organization(format!("Organization {number}"));
    }
    assert_eq!(pages(&world, &GetOrganizations::new(), "organizations"), [(10, None)]);
    world.emulator.add_organization("Organization 11");
    let token = Some("MTA6OjppZF9hc2M=".to_owned());
    assert_eq!(pages(&world, &GetOrganizations::new(), "organizations"), [(10, token), (1, None)]);
}

#[test]
fn meets_everybody_once_in_each_order() {
    let (world, users) = with_members(23);
    for sort in ["name_asc", "name_desc", "email_asc", "email_desc"] {
        let mut met = Vec::new();
        let mut endpoint = GetOrganizationUsers::new(&world.acme).sort(sort).page_size(7);
        loop {
            let page = world.send(&endpoint).unwrap();
            met.extend(page.organization_users.into_iter().filter_map(|user| user.id));
            let Some(next_token) = page.next_token else {
                break;
            };
            endpoint = endpoint.next_token(next_token);
        }
        met.sort();
        let mut all = users.clone();
        all.sort();
        assert_eq!(met, all, "{sort}");
    }
}

#[test]
fn takes_the_sort_from_the_token() {
    let (world, users) = with_members(3);
    let endpoint = GetOrganizationUsers::new(&world.acme).next_token("MTo6Om5hbWVfZGVzYw==");
    let page = world.send(&endpoint).unwrap();
    let ids: Vec<_> = page.organization_users.into_iter().filter_map(|user| user.id).collect();
    assert_eq!(ids, [users[1].clone(), users[0].clone()]);
    assert_eq!(world.refusal(&endpoint.sort("name_asc")), refused(400, "NEXT_TOKEN_INVALID"));
}

#[test]
fn has_five_hundred_on_a_page_at_most() {
    let (world, _) = with_members(501);
    let count = |endpoint: GetOrganizationUsers| world.send(&endpoint).unwrap().organization_users.len();
    assert_eq!(count(GetOrganizationUsers::new(&world.acme).page_size(500)), 500);
    assert_eq!(count(GetOrganizationUsers::new(&world.acme).page_size(501)), 500);
    assert_eq!(count(GetOrganizationUsers::new(&world.acme).page_size(u32::MAX)), 500);
}

#[test]
fn refuses_what_is_no_page() {
    let (world, _) = with_members(3);
    let with_query = |query: &str| -> (u16, Value) {
        let (status, body) = world.changed(&GetOrganizationUsers::new(&world.acme), |request| {
            *request.uri_mut() = format!("{}?{query}", request.uri()).parse().unwrap();
        });
        (status, body["errors"][0]["code"].clone())
    };
    for query in ["page_size=0", "page_size=-1", "page_size=ten", "page_size=", "page_size=1.5", "sort=id_asc", "sort="]
    {
        assert_eq!(with_query(query), (400, json!("BAD_REQUEST")), "{query}");
    }
    for token in [
        "x",
        "!!!!",
        "MTA=",
        "eDo6OmlkX2FzYw==",
        "LTE6OjppZF9hc2M=",
        "MTo6OnNob2Vfc2l6ZQ==",
        "MTo6OmNyZWF0ZWRfb25fYXNj",
        "%C3%A9%C3%A9",
    ] {
        assert_eq!(with_query(&format!("next_token={token}")), (400, json!("NEXT_TOKEN_INVALID")), "{token}");
    }
    for query in ["next_token=", "page_size=99999999999999999999", "unknown=1", "page_size=1&page_size=x"] {
        assert_eq!(with_query(query).0, 200, "{query}");
    }
    let beyond = "next_token=MTg0NDY3NDQwNzM3MDk1NTE2MTU6OjppZF9hc2M%3D";
    assert_eq!(with_query(beyond).0, 200, "behind the end there is an empty page");
}
