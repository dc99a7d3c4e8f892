//! What it costs, in release, one after the other, since memory is that of the process:
//! `cargo test --release --features emulator --test emulator -- --ignored --nocapture --test-threads 1`.

use std::time::{Duration, Instant};

use kinde_api::Endpoint;
use kinde_api::emulator::User;
use kinde_api::organizations::{AddOrganizationUser, GetOrganization, GetOrganizationUserRoles, GetOrganizationUsers};
use kinde_api::roles::GetRole;

use crate::world::World;

const MEMBERS: usize = 100_000;

/// The median of so many calls.
fn median(world: &World, endpoint: &GetOrganizationUsers) -> Duration {
    let mut times: Vec<Duration> = (0..21)
        .map(|_| {
            let request = endpoint.request(&world.api).unwrap();
            let start = Instant::now();
            let response = world.emulator.respond(request).unwrap();
            let time = start.elapsed();
            assert_eq!(response.status(), 200);
            time
        })
        .collect();
    times.sort();
    times[10]
}

#[test]
#[ignore = "a figure of the release build"]
fn answers_500_of_100_000_members_in_under_3_ms() {
    let world = World::new();
    world.role("admin", "Administrator", &["write:reports"]);
    world.permission("write:reports", "Write reports");
    let start = Instant::now();
    let members: Vec<_> = (0..MEMBERS)
        .map(|number| {
            // Scattered, so that no order is that of creation.
            let name = number * 7_919 % MEMBERS;
            let user = User::new(format!("member{name}@example.com")).first_name("Member").last_name(name.to_string());
            let member = AddOrganizationUser::new(world.emulator.add_user(user));
            if number % 10 == 0 { member.roles(["admin"]) } else { member }
        })
        .collect();
    world.emulator.add_members(&world.acme, members).unwrap();
    println!("{MEMBERS} members made in {:?}", start.elapsed());

    let all = || GetOrganizationUsers::new(&world.acme).page_size(500);
    for sort in [None, Some("name_asc"), Some("name_desc"), Some("email_asc"), Some("email_desc")] {
        let sorted = |endpoint: GetOrganizationUsers| sort.map_or(endpoint.clone(), |sort| endpoint.sort(sort));
        for (filter, endpoint, length) in [
            ("no filter", sorted(all()), MEMBERS),
            ("a role", sorted(all().roles(["admin"])), MEMBERS / 10),
            ("a permission", sorted(all().permissions(["write:reports"])), MEMBERS / 10),
        ] {
            let deep = deep_token(&world, &endpoint, length - 500);
            for (place, endpoint) in [("first", endpoint.clone()), ("last", endpoint.next_token(deep))] {
                let time = median(&world, &endpoint);
                println!("{:<10} {filter:<12} {place:<5} {time:?}", sort.unwrap_or("unsorted"));
                assert!(time < Duration::from_millis(3), "{time:?}");
            }
        }
    }
}

/// The token for what comes after so many, found as a client finds it.
fn deep_token(world: &World, endpoint: &GetOrganizationUsers, offset: usize) -> String {
    let mut endpoint = endpoint.clone();
    let mut passed = 0;
    loop {
        let page = world.send(&endpoint).unwrap();
        passed += page.organization_users.len();
        let token = page.next_token.unwrap();
        if passed >= offset {
            return token;
        }
        endpoint = endpoint.next_token(token);
    }
}

/// Of this process, in bytes, as Linux tells it in pages of 4 KiB.
#[cfg(target_os = "linux")]
fn resident_memory() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a figure of the release build"]
fn holds_100_000_users_in_under_80_mb() {
    let before = resident_memory();
    let world = World::new();
    for number in 0..100_000 {
        world.user(number);
    }
    let held = resident_memory().saturating_sub(before);
    println!("{} MB for 100,000 users", held / 1_000_000);
    assert!(held < 80_000_000);
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a figure of the release build"]
fn holds_1_000_organizations_of_100_members_in_under_110_mb() {
    let before = resident_memory();
    let world = World::new();
    world.role("admin", "Administrator", &[]);
    for number in 0..1000 {
        let organization = world.emulator.add_organization(format!("Organization {number}"));
        let members = (0..100).map(|member| {
            let user = world.user(number * 100 + member);
            AddOrganizationUser::new(user).roles(["admin"])
        });
        world.emulator.add_members(organization, members.collect::<Vec<_>>()).unwrap();
    }
    let held = resident_memory().saturating_sub(before);
    println!("{} MB for 1,000 organizations with 100 members each, 100,000 users in all", held / 1_000_000);
    assert!(held < 110_000_000);
}

/// The median of a thousand calls.
fn median_of_plain_calls<E: Endpoint>(world: &World, endpoint: &E) -> Duration {
    let mut times: Vec<Duration> = (0..1000)
        .map(|_| {
            let request = endpoint.request(&world.api).unwrap();
            let start = Instant::now();
            let response = world.emulator.respond(request).unwrap();
            let time = start.elapsed();
            assert_eq!(response.status(), 200);
            time
        })
        .collect();
    times.sort();
    times[500]
}

#[test]
#[ignore = "a figure of the release build"]
fn answers_a_plain_call_in_under_20_us() {
    let world = World::new();
    let role = world.role("admin", "Administrator", &[]);
    let member = world.member(1);
    for (what, time) in [
        ("an organization", median_of_plain_calls(&world, &GetOrganization::new(&world.acme))),
        ("a role", median_of_plain_calls(&world, &GetRole::new(&role))),
        ("a member's roles", median_of_plain_calls(&world, &GetOrganizationUserRoles::new(&world.acme, &member))),
    ] {
        println!("{what}: {time:?}");
        assert!(time < Duration::from_micros(20), "{what}: {time:?}");
    }
}
