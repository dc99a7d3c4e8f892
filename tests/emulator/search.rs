use kinde_api::UserId;
use kinde_api::emulator::{Property, User};
use kinde_api::organizations::AddOrganizationUserApiScope;
use kinde_api::search::{SearchExpand, SearchUsers};
use kinde_api::users::UpdateUserProperties;
use serde_json::{Value, json};

use crate::world::{World, refused};

fn found(world: &World, search: &SearchUsers) -> Vec<UserId> {
    world.send(search).unwrap().results.into_iter().filter_map(|user| user.id).collect()
}

#[test]
fn tells_all_of_a_user() {
    let world = World::new();
    world.emulator.add_property(Property::new("locker").of_users());
    let user = world.member(1);
    world.send(&UpdateUserProperties::new(&user, [("locker", json!(17))])).unwrap();
    let (api, scopes) = world.emulator.add_api("https://reports.example.com", ["read:reports"]);
    world.send(&AddOrganizationUserApiScope::new(&world.acme, &user, &api, &scopes[0])).unwrap();
    world.emulator.sign_in(&world.acme, &user).unwrap();
    let mut result = json!({
        "id": user,
        "provided_id": null,
        "email": "member1@example.com",
        "username": null,
        "last_name": "1",
        "first_name": "Member",
        "is_suspended": false,
        "picture": null,
        "total_sign_ins": 1,
        "failed_sign_ins": 0,
        "last_signed_in": "2026-01-01T00:00:00Z",
        "created_on": "2026-01-01T00:00:00Z",
        "api_scopes": [{"org_code": world.acme, "scope": "read:reports", "api_id": api}],
    });
    let answer = |result: &Value| (200, json!({"code": "OK", "message": "Success", "results": [result]}));
    assert_eq!(world.answer(&SearchUsers::new().query("*")), answer(&result));
    result["organizations"] = json!([world.acme]);
    result["identities"] = json!([{"type": "email", "identity": "member1@example.com"}]);
    result["properties"] = json!({"locker": "17"});
    let expand = [SearchExpand::Organizations, SearchExpand::Identities, SearchExpand::Properties, "other".into()];
    assert_eq!(world.answer(&SearchUsers::new().expand(expand)), answer(&result));
}

#[test]
fn finds_by_a_part_of_name_or_address() {
    let world = World::new();
    let (first, second) = (world.user(1), world.user(2));
    let third = world.emulator.add_user(User::new("guest@example.org").first_name("Some").last_name("Body"));
    for (text, expected) in [
        ("*", vec![&first, &second, &third]),
        ("MEMBER", vec![&first, &second]),
        ("ember 2", vec![&second]),
        ("@Example.org", vec![&third]),
        ("me body", vec![&third]),
        ("nobody", vec![]),
    ] {
        assert_eq!(found(&world, &SearchUsers::new().query(text)).iter().collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn finds_by_properties() {
    let world = World::new();
    world.emulator.add_property(Property::new("town").of_users());
    world.emulator.add_property(Property::new("team").of_users());
    let users = [(1, "Perth", "a"), (2, "Broome", "a"), (3, "Perth", "b")].map(|(number, town, team)| {
        let user = world.user(number);
        world.send(&UpdateUserProperties::new(&user, [("town", json!(town)), ("team", json!(team))])).unwrap();
        user
    });
    let search = |town: &[&str], team: &[&str]| {
        let search = SearchUsers::new().query("*");
        let properties = [("town", town), ("team", team)].into_iter().filter(|(_, values)| !values.is_empty());
        found(&world, &search.properties(properties.map(|(key, values)| (key, values.iter().copied()))))
    };
    assert_eq!(search(&["Perth"], &[]), [users[0].clone(), users[2].clone()]);
    assert_eq!(search(&["Perth", "Broome"], &[]), users, "one of the values");
    assert_eq!(search(&["Perth,Broome"], &[]), users, "in one parameter too");
    assert_eq!(search(&["Perth"], &["a"]), users[..1], "each of the properties");
    assert!(search(&["perth"], &[]).is_empty());
    assert!(found(&world, &SearchUsers::new().properties([("no_property", ["x"])])).is_empty());
}

#[test]
fn finds_by_scopes() {
    let world = World::new();
    let (user, _) = (world.member(1), world.member(2));
    let (api, scopes) = world.emulator.add_api("https://reports.example.com", ["read:reports", "write:reports"]);
    world.send(&AddOrganizationUserApiScope::new(&world.acme, &user, &api, &scopes[0])).unwrap();
    assert_eq!(found(&world, &SearchUsers::new().api_scopes("read:reports")), std::slice::from_ref(&user));
    assert_eq!(found(&world, &SearchUsers::new().api_scopes("write:reports,read:reports")), [user]);
    assert!(found(&world, &SearchUsers::new().api_scopes("write:reports")).is_empty());
}

#[test]
fn pages_by_ids_and_tells_no_more() {
    let world = World::new();
    let users: Vec<UserId> = (1..=11).map(|number| world.user(number)).collect();
    let search = SearchUsers::new().query("member");
    assert_eq!(found(&world, &search), users[..10]);
    assert_eq!(found(&world, &search.clone().starting_after(users[9].as_str())), users[10..]);
    assert!(found(&world, &search.clone().starting_after(users[10].as_str())).is_empty());
    assert_eq!(found(&world, &search.clone().page_size(2).ending_before(users[4].as_str())), users[2..4]);
    assert_eq!(found(&world, &search.clone().page_size(10_000)), users);
    let elsewhere = SearchUsers::new().query("member2").starting_after(users[0].as_str());
    assert_eq!(world.refusal(&elsewhere), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&search.clone().page_size(0)), refused(400, "BAD_REQUEST"));
    let both = search.starting_after(users[0].as_str()).ending_before(users[1].as_str());
    assert_eq!(world.refusal(&both), refused(400, "TOO_MANY_PARAMETERS"));
}
