use std::time::Duration;

use kinde_api::RoleId;
use kinde_api::organizations::{
    AddOrganizationUser, GetOrganizationRoleActiveUsersCount, GetOrganizationRoleUsers, GetOrganizationRoleUsersCount,
};
use serde_json::json;

use crate::world::{World, refused};

/// A role that three of four members hold.
fn admins(world: &World) -> (RoleId, Vec<kinde_api::UserId>) {
    let role = world.role("admin", "Administrator", &[]);
    let users: Vec<_> = (1..=4).map(|number| world.user(number)).collect();
    let member = |(index, user)| {
        let member = AddOrganizationUser::new(user);
        if index == 1 { member } else { member.roles(["admin"]) }
    };
    world.emulator.add_members(&world.acme, users.iter().enumerate().map(member)).unwrap();
    (role, users)
}

#[test]
fn lists_and_counts_holders() {
    let world = World::new();
    let (role, users) = admins(&world);
    let list = GetOrganizationRoleUsers::new(&world.acme, &role);
    let holders = json!([{"id": users[0]}, {"id": users[2]}, {"id": users[3]}]);
    let expected = json!({"code": "OK", "message": "Success", "users": holders, "next_token": null});
    assert_eq!(world.answer(&list), (200, expected));

    let first = json!({
        "code": "OK",
        "message": "Success",
        "users": [{"id": users[0]}, {"id": users[2]}],
        "next_token": "Mjo6OmlkX2FzYw==",
    });
    assert_eq!(world.answer(&list.clone().page_size(2)), (200, first));
    let second = json!({"code": "OK", "message": "Success", "users": [{"id": users[3]}], "next_token": null});
    assert_eq!(world.answer(&list.page_size(2).next_token("Mjo6OmlkX2FzYw==")), (200, second));

    let count = GetOrganizationRoleUsersCount::new(&world.acme, &role);
    assert_eq!(world.answer(&count), (200, json!({"code": "OK", "message": "Success", "count": 3})));
}

#[test]
fn counts_holders_who_got_a_token_in_a_period() {
    let world = World::new();
    let (role, users) = admins(&world);
    let elsewhere = world.emulator.default_organization();
    world.emulator.add_members(&elsewhere, [AddOrganizationUser::new(&users[2])]).unwrap();
    world.emulator.sign_in(&world.acme, &users[0]).unwrap();
    world.emulator.sign_in(&world.acme, &users[1]).unwrap();
    world.emulator.advance(Duration::from_secs(10));
    world.emulator.sign_in(&elsewhere, &users[2]).unwrap();
    world.emulator.sign_in(&elsewhere, &users[2]).unwrap();

    let count = |from: &str, to: &str| {
        let endpoint = GetOrganizationRoleActiveUsersCount::new(&world.acme, &role, from, to);
        world.send(&endpoint).unwrap().active_users_count
    };
    let midnight = "2026-01-01T00:00:00Z";
    assert_eq!(count(midnight, "2026-01-01T00:00:10Z"), Some(2), "both bounds are inclusive");
    assert_eq!(count(midnight, midnight), Some(1));
    assert_eq!(count("2026-01-01T00:00:01Z", "2026-01-01T00:00:09Z"), Some(0));
    assert_eq!(count("2026-01-01T00:00:01.5Z", "2026-01-01T00:00:09.5+00:00"), Some(1), "rounded up");

    let endpoint = GetOrganizationRoleActiveUsersCount::new(
        &world.acme,
        &role,
        "2026-01-01T11:00:00.9+11",
        "2026-01-01T00:00:09.1+0000",
    );
    let expected = json!({
        "code": "OK",
        "message": "Success",
        "active_users_count": 2,
        "date_time_from": "2026-01-01T00:00:00Z",
        "date_time_to": "2026-01-01T00:00:10Z",
    });
    assert_eq!(world.answer(&endpoint), (200, expected));
}

#[test]
fn takes_periods_under_three_days() {
    let world = World::new();
    let (role, _) = admins(&world);
    let from = "2026-01-01T00:00:00Z";
    let count = |from: &str, to: &str| GetOrganizationRoleActiveUsersCount::new(&world.acme, &role, from, to);
    assert!(world.send(&count(from, "2026-01-03T23:59:59Z")).is_ok());
    for (from, to, code) in [
        (from, "2026-01-03T23:59:59.5Z", "DATE_TIME_RANGE_TOO_LARGE"),
        (from, "2026-01-04T00:00:00Z", "DATE_TIME_RANGE_TOO_LARGE"),
        (from, "2025-12-31T23:59:59Z", "DATE_TIME_RANGE_INVALID"),
        (from, "tomorrow", "BAD_REQUEST"),
        ("", from, "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&count(from, to)), refused(400, code), "{from} {to}");
    }
    let (status, body) = world.changed(&count(from, from), |request| {
        let uri = request.uri().to_string().replace("date_time_to=", "other=");
        *request.uri_mut() = uri.parse().unwrap();
    });
    assert_eq!((status, &body["errors"][0]["message"]), (400, &json!("date_time_to: is required")));
}

#[test]
fn wants_the_id_of_a_role() {
    let world = World::new();
    admins(&world);
    let unknown = refused(400, "ROLE_INVALID");
    assert_eq!(world.refusal(&GetOrganizationRoleUsers::new(&world.acme, "admin")), unknown);
    assert_eq!(world.refusal(&GetOrganizationRoleUsersCount::new(&world.acme, "admin")), unknown);
    let moment = "2026-01-01T00:00:00Z";
    let active = GetOrganizationRoleActiveUsersCount::new(&world.acme, "admin", moment, moment);
    assert_eq!(world.refusal(&active), unknown);
}
