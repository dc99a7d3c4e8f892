//! What it costs, in release:
//! `cargo test --release --features emulator --test emulator -- --ignored --nocapture --test-threads 1`.

use std::time::Duration;

use kinde_api::business::GetBusiness;
use kinde_api::emulator::{Property, User};
use kinde_api::organizations::{AddOrganizationUser, GetOrganization, GetOrganizationUserRoles, GetOrganizationUsers};
use kinde_api::roles::GetRole;
use kinde_api::search::SearchUsers;
use kinde_api::users::{
    CreateUser, CreateUserProfile, GetUserData, GetUserIdentities, GetUsers, NewIdentity, UpdateUser,
    UpdateUserProperty, UserExpand,
};
use kinde_api::{Endpoint, Paged, UserId};

use crate::world::World;

const MEMBERS: usize = 100_000;

const EVERYTHING: [UserExpand; 3] = [UserExpand::Organizations, UserExpand::Identities, UserExpand::Billing];

/// The time that the processor has spent on this thread, whatever else it does; where that is not known, the time of the
/// wall.
#[cfg(target_os = "linux")]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

#[cfg(not(target_os = "linux"))]
fn processor_time() -> Duration {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap()
}

/// The least time of so many calls: what others do on the machine only adds to it.
fn least<E: Endpoint>(world: &World, endpoint: &E, calls: usize) -> Duration {
    let request = endpoint.request(&world.api).unwrap();
    let time = || {
        let request = request.clone();
        let start = processor_time();
        let response = world.emulator.respond(request).unwrap();
        let time = processor_time().saturating_sub(start);
        assert_eq!(response.status(), 200);
        time
    };
    (0..calls).map(|_| time()).min().unwrap()
}

/// Calls, and holds the least time of so many against a bound.
fn in_under<E: Endpoint>(world: &World, what: &str, endpoint: &E, calls: usize, bound: Duration) {
    let time = least(world, endpoint, calls);
    println!("{what}: {time:?}");
    assert!(time < bound, "{what}: {time:?}");
}

#[test]
#[ignore = "a figure of the release build"]
fn answers_500_of_100_000_members_in_under_3_ms() {
    let world = World::new();
    world.role("admin", "Administrator", &["write:reports"]);
    world.permission("write:reports", "Write reports");
    let start = processor_time();
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
    println!("{MEMBERS} members made in {:?}", processor_time().saturating_sub(start));

    let all = || GetOrganizationUsers::new(&world.acme).page_size(500);
    for sort in [None, Some("name_asc"), Some("name_desc"), Some("email_asc"), Some("email_desc")] {
        let sorted = |endpoint: GetOrganizationUsers| sort.map_or(endpoint.clone(), |sort| endpoint.sort(sort));
        for (filter, endpoint, length) in [
            ("no filter", sorted(all()), MEMBERS),
            ("a role", sorted(all().roles(["admin"])), MEMBERS / 10),
            ("a permission", sorted(all().permissions(["write:reports"])), MEMBERS / 10),
        ] {
            let last = page_after(&world, &endpoint, length / 500 - 1);
            for (place, endpoint) in [("first", endpoint), ("last", last)] {
                let time = least(&world, &endpoint, 21);
                println!("{:<10} {filter:<12} {place:<5} {time:?}", sort.unwrap_or("unsorted"));
                assert!(time < Duration::from_millis(3), "{time:?}");
            }
        }
    }
}

/// The endpoint of the page that comes after so many pages.
fn page_after<E: Paged + Clone>(world: &World, endpoint: &E, pages: usize) -> E {
    (0..pages).fold(endpoint.clone(), |page, _| page.next_page(&world.send(&page).unwrap()).unwrap())
}

/// Of this process, in bytes, as Linux tells it in pages of 4 KiB.
#[cfg(target_os = "linux")]
fn resident_memory() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

/// Whether this is a process for one test alone: what another has freed is used again, and doesn't show. If not, one is
/// started, which has to succeed.
#[cfg(target_os = "linux")]
fn is_alone(test: &str) -> bool {
    const ALONE: &str = "KINDE_API_FIGURE_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", &format!("figures::{test}")]);
    assert!(command.env(ALONE, "").status().unwrap().success());
    false
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a figure of the release build"]
fn holds_100_000_users_in_under_80_mb() {
    if !is_alone("holds_100_000_users_in_under_80_mb") {
        return;
    }
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
fn holds_100_000_users_that_operations_made_in_under_80_mb() {
    if !is_alone("holds_100_000_users_that_operations_made_in_under_80_mb") {
        return;
    }
    let before = resident_memory();
    let world = World::new();
    world.emulator.keep_requests(false);
    for number in 0..100_000 {
        let profile = CreateUserProfile::new().given_name("Member").family_name(number.to_string());
        let identity = NewIdentity::email(format!("member{number}@example.com"));
        world.send(&CreateUser::new().profile(profile).identities([identity])).unwrap();
    }
    let held = resident_memory().saturating_sub(before);
    println!("{} MB for 100,000 users that operations made", held / 1_000_000);
    assert!(held < 80_000_000);
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a figure of the release build"]
fn holds_1_000_organizations_of_100_members_in_under_110_mb() {
    if !is_alone("holds_1_000_organizations_of_100_members_in_under_110_mb") {
        return;
    }
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

#[test]
#[ignore = "a figure of the release build"]
fn answers_a_plain_call_in_under_20_us() {
    let world = World::new();
    let role = world.role("admin", "Administrator", &[]);
    let member = world.member(1);
    let bound = Duration::from_micros(20);
    in_under(&world, "an organization", &GetOrganization::new(&world.acme), 1000, bound);
    in_under(&world, "a role", &GetRole::new(&role), 1000, bound);
    in_under(&world, "a member's roles", &GetOrganizationUserRoles::new(&world.acme, &member), 1000, bound);
    in_under(&world, "the business", &GetBusiness::new(), 1000, bound);
    in_under(&world, "a user's identities", &GetUserIdentities::new(&member), 1000, bound);
    in_under(&world, "a change of a user", &UpdateUser::new(&member).given_name("Mimi"), 1000, bound);
}

/// A hundred thousand users, each with an address, a phone and a username; every tenth has a property and is a member of
/// Acme with a role.
fn with_many_users() -> (World, Vec<UserId>) {
    let world = World::new();
    world.role("admin", "Administrator", &[]);
    world.emulator.add_property(Property::new("plan").of_users());
    let users: Vec<UserId> = (0..MEMBERS)
        .map(|number| {
            let user = User::new(format!("member{number}@example.com")).first_name("Member");
            let user = user.last_name(number.to_string()).username(format!("member{number}"));
            world.emulator.add_user(user.phone(format!("+61{number:09}")))
        })
        .collect();
    let members = users.iter().step_by(10).map(|user| AddOrganizationUser::new(user).roles(["admin"]));
    world.emulator.add_members(&world.acme, members.collect::<Vec<_>>()).unwrap();
    for user in users.iter().step_by(10) {
        world.send(&UpdateUserProperty::new(user, "plan", "pro")).unwrap();
    }
    (world, users)
}

#[test]
#[ignore = "a figure of the release build"]
fn answers_500_of_100_000_users_in_under_3_ms() {
    let (world, users) = with_many_users();
    let bound = Duration::from_millis(3);
    let all = || GetUsers::new().page_size(500);
    for pages in [0, 100, 199] {
        in_under(&world, &format!("users, page {pages}"), &page_after(&world, &all(), pages), 21, bound);
        let everything = page_after(&world, &all().expand(EVERYTHING), pages);
        in_under(&world, &format!("users with everything, page {pages}"), &everything, 21, bound);
    }
    let last = users.last().unwrap();
    let bound = Duration::from_micros(50);
    in_under(&world, "a user", &GetUserData::new(last).expand(EVERYTHING), 1000, bound);
    in_under(&world, "a user by address", &GetUsers::new().email(["member99999@example.com"]), 1000, bound);
    in_under(&world, "a user by phone", &GetUsers::new().phone(["+61000099999"]), 1000, bound);
    in_under(&world, "a user by username", &GetUsers::new().username(["MEMBER99999"]), 1000, bound);
    in_under(&world, "a user by id", &GetUsers::new().user_id([last]), 1000, bound);
}

#[test]
#[ignore = "a figure of the release build"]
fn searches_100_000_users_in_under_60_ms() {
    let (world, users) = with_many_users();
    let bound = Duration::from_millis(60);
    let all = || SearchUsers::new().page_size(500);
    in_under(&world, "everybody", &all().query("*"), 11, bound);
    in_under(&world, "everybody, the last page", &all().query("*").starting_after(users[99_499].as_str()), 11, bound);
    in_under(&world, "nobody by text", &all().query("nobody at all"), 11, bound);
    in_under(&world, "by text", &all().query("MEMBER 9999"), 11, bound);
    in_under(
        &world,
        "by text, the last page",
        &all().query("member").starting_after(users[99_499].as_str()),
        11,
        bound,
    );
    in_under(&world, "backwards", &all().query("member").ending_before(users[99_999].as_str()), 11, bound);
    in_under(&world, "by property", &all().properties([("plan", ["pro"])]), 11, bound);
    in_under(&world, "by a property that nobody has", &all().properties([("plan", ["free"])]), 11, bound);
    in_under(&world, "by scope", &all().api_scopes("read:reports"), 11, bound);
    in_under(
        &world,
        "by everything",
        &all().query("member").properties([("plan", ["pro"])]).api_scopes("a"),
        11,
        bound,
    );
}
