use std::time::Duration;

use kinde_api::UserId;
use kinde_api::emulator::User;
use kinde_api::organizations::{
    AddOrganizationUser, AddOrganizationUsers, GetOrganizationRoleUsersCount, GetOrganizationUsers,
    RemoveOrganizationUser, UpdateOrganizationUser, UpdateOrganizationUsers, UserOperation,
};
use serde_json::{Value, json};

use crate::world::{NOTHING, World, refused, success};

fn added(ids: &[&UserId]) -> (u16, Value) {
    (200, json!({"code": "OK", "message": "Success", "users_added": ids}))
}

fn ids(world: &World, endpoint: &GetOrganizationUsers) -> Vec<UserId> {
    world.send(endpoint).unwrap().organization_users.into_iter().filter_map(|user| user.id).collect()
}

#[test]
fn lists_members() {
    let world = World::new();
    world.role("admin", "Administrator", &[]);
    let picture = "https://example.com/member1.png";
    let user = User::new("member1@example.com").first_name("Member").last_name("1").picture(picture);
    let first = world.emulator.add_user(user);
    let second = world.emulator.add_user(User::default().last_name("2").is_suspended(true));
    world.user(3);
    let members = [AddOrganizationUser::new(&first).roles(["admin"]), AddOrganizationUser::new(&second)];
    assert_eq!(world.answer(&AddOrganizationUsers::new(&world.acme, members)), added(&[&first, &second]));
    world.emulator.advance(Duration::from_secs(3661));
    world.emulator.sign_in(&world.acme, &first).unwrap();

    let organization_users = json!([
        {
            "id": first,
            "email": "member1@example.com",
            "full_name": "Member 1",
            "last_name": "1",
            "first_name": "Member",
            "picture": picture,
            "joined_on": "2026-01-01T00:00:00Z",
            "last_accessed_on": "2026-01-01T01:01:01Z",
            "is_suspended": false,
            "roles": ["admin"],
        },
        {
            "id": second,
            "email": null,
            "full_name": "2",
            "last_name": "2",
            "first_name": null,
            "picture": null,
            "joined_on": "2026-01-01T00:00:00Z",
            "last_accessed_on": null,
            "is_suspended": true,
            "roles": [],
        },
    ]);
    let next_token = "Mjo6OmlkX2FzYw==";
    assert_eq!(
        world.answer(&GetOrganizationUsers::new(&world.acme)),
        (
            200,
            json!({"code": "OK", "message": "Success", "organization_users": organization_users, "next_token": next_token})
        )
    );
}

#[test]
fn lists_nobody() {
    let world = World::new();
    let expected = json!({"code": "OK", "message": "Success", "organization_users": []});
    assert_eq!(world.answer(&GetOrganizationUsers::new(&world.acme)), (200, expected));
}

#[test]
fn sorts_by_full_name_and_address_without_case() {
    let world = World::new();
    let users = [("b@example.com", "anna"), ("C@example.com", "Berta"), ("a@example.com", "Anna")]
        .map(|(email, name)| world.emulator.add_user(User::new(email).first_name(name)));
    world.emulator.add_members(&world.acme, users.iter().map(AddOrganizationUser::new)).unwrap();
    let order = |sort: &str| -> Vec<usize> {
        let sorted = ids(&world, &GetOrganizationUsers::new(&world.acme).sort(sort));
        sorted.iter().map(|id| users.iter().position(|user| user == id).unwrap()).collect()
    };
    assert_eq!(order("name_asc"), [0, 2, 1]);
    assert_eq!(order("name_desc"), [1, 2, 0]);
    assert_eq!(order("email_asc"), [2, 0, 1]);
    assert_eq!(order("email_desc"), [1, 0, 2]);
}

#[test]
fn filters_by_roles_and_permissions_all_of_which_must_match() {
    let world = World::new();
    world.permission("read:reports", "Read reports");
    world.permission("write:reports", "Write reports");
    world.role("admin", "Administrator", &["write:reports"]);
    world.role("member", "Member", &[]);
    let users = [1, 2, 3, 4].map(|number| world.user(number));
    let members = [
        AddOrganizationUser::new(&users[0]).roles(["admin", "member"]),
        AddOrganizationUser::new(&users[1]).roles(["member"]).permissions(["read:reports", "write:reports"]),
        AddOrganizationUser::new(&users[2]).permissions(["read:reports"]),
        AddOrganizationUser::new(&users[3]),
    ];
    world.emulator.add_members(&world.acme, members).unwrap();
    let all = || GetOrganizationUsers::new(&world.acme);
    for (endpoint, expected) in [
        (all().roles(["member"]), vec![0, 1]),
        (all().roles(["member", "admin"]), vec![0]),
        (all().permissions(["write:reports"]), vec![0, 1]),
        (all().permissions(["read:reports", "write:reports"]), vec![1]),
        (all().roles(["member"]).permissions(["read:reports"]).sort("name_desc"), vec![1]),
        (all().roles(["member"]).sort("name_desc"), vec![1, 0]),
        (all().roles(["no_role"]), vec![]),
        (all().permissions(["no:permission"]), vec![]),
        (all().roles(NOTHING), vec![0, 1, 2, 3]),
    ] {
        let expected: Vec<UserId> = expected.into_iter().map(|index: usize| users[index].clone()).collect();
        assert_eq!(ids(&world, &endpoint), expected, "{endpoint:?}");
    }
}

#[test]
fn adds_members_once() {
    let world = World::new();
    world.role("admin", "Administrator", &[]);
    let (first, second) = (world.member(1), world.user(2));
    let again = [&first, &second, &second].map(|id| AddOrganizationUser::new(id).roles(["admin", "admin"]));
    assert_eq!(world.answer(&AddOrganizationUsers::new(&world.acme, again)), added(&[&second]));
    let members = world.send(&GetOrganizationUsers::new(&world.acme)).unwrap().organization_users;
    let roles: Vec<usize> = members.iter().map(|member| member.roles.len()).collect();
    assert_eq!(roles, [0, 1], "one who was a member stays as before");
    assert_eq!(world.answer(&AddOrganizationUsers::new(&world.acme, [])), added(&[]));
}

#[test]
fn adds_all_or_none() {
    let world = World::new();
    let user = world.user(1);
    for (second, code) in [
        (AddOrganizationUser::new("kp_0"), "USER_INVALID"),
        (AddOrganizationUser::new(world.user(2)).roles(["no_role"]), "ROLE_INVALID"),
        (AddOrganizationUser::new(world.user(3)).permissions(["no:permission"]), "PERMISSION_INVALID"),
    ] {
        let endpoint = AddOrganizationUsers::new(&world.acme, [AddOrganizationUser::new(&user), second]);
        assert_eq!(world.refusal(&endpoint), refused(400, code));
    }
    assert!(ids(&world, &GetOrganizationUsers::new(&world.acme)).is_empty());
}

#[test]
fn takes_a_hundred_in_a_call() {
    let world = World::new();
    let users: Vec<UserId> = (0..101).map(|number| world.user(number)).collect();
    let add = |count| AddOrganizationUsers::new(&world.acme, users[..count].iter().map(AddOrganizationUser::new));
    assert_eq!(world.refusal(&add(101)), refused(400, "TOO_MANY_USERS"));
    assert_eq!(world.send(&add(100)).unwrap().users_added.len(), 100);
    let update = users.iter().map(UpdateOrganizationUser::new);
    let update = UpdateOrganizationUsers::new(&world.acme, update);
    assert_eq!(world.refusal(&update), refused(400, "TOO_MANY_USERS"));
}

#[test]
fn adds_changes_and_removes_in_one_call() {
    let world = World::new();
    world.permission("read:reports", "Read reports");
    world.role("admin", "Administrator", &[]);
    world.role("member", "Member", &[]);
    let (first, second, third, fourth) = (world.member(1), world.member(2), world.user(3), world.member(4));
    let both = |id: &UserId| UpdateOrganizationUser::new(id).roles(["member"]).permissions(["read:reports"]);
    world.send(&UpdateOrganizationUsers::new(&world.acme, [both(&first), both(&fourth)])).unwrap();
    let update = UpdateOrganizationUsers::new(
        &world.acme,
        [
            UpdateOrganizationUser::new(&first).roles(["admin"]),
            UpdateOrganizationUser::new(&second).operation(UserOperation::Delete),
            UpdateOrganizationUser::new(&third).roles(["member"]),
            UpdateOrganizationUser::new(&fourth).permissions(NOTHING),
        ],
    );
    let expected = json!({
        "code": "OK",
        "message": "Success",
        "users_added": [third],
        "users_updated": [first, fourth],
        "users_removed": [second],
    });
    assert_eq!(world.answer(&update), (200, expected));

    let members = world.send(&GetOrganizationUsers::new(&world.acme)).unwrap().organization_users;
    let roles: Vec<_> = members.into_iter().map(|member| (member.id.unwrap(), member.roles)).collect();
    assert_eq!(
        roles,
        [(first.clone(), vec!["admin".into()]), (third, vec!["member".into()]), (fourth, vec!["member".into()]),]
    );
    let reading = GetOrganizationUsers::new(&world.acme).permissions(["read:reports"]);
    assert_eq!(ids(&world, &reading), [first], "an empty list takes permissions away, an absent one doesn't");
}

#[test]
fn updates_all_or_none() {
    let world = World::new();
    let (member, stranger) = (world.member(1), world.user(2));
    for (second, code) in [
        (UpdateOrganizationUser::new(&stranger).operation("delete"), "USER_NOT_IN_ORGANIZATION"),
        (UpdateOrganizationUser::new(&stranger).operation("promote"), "BAD_REQUEST"),
        (UpdateOrganizationUser::new("kp_0"), "USER_INVALID"),
    ] {
        let first = UpdateOrganizationUser::new(&member).operation("delete");
        let endpoint = UpdateOrganizationUsers::new(&world.acme, [first, second]);
        assert_eq!(world.refusal(&endpoint), refused(400, code));
    }
    assert_eq!(ids(&world, &GetOrganizationUsers::new(&world.acme)), [member]);
}

#[test]
fn removes_a_member_who_can_come_back() {
    let world = World::new();
    world.permission("read:reports", "Read reports");
    let role = world.role("admin", "Administrator", &[]);
    let user = world.user(1);
    let member = AddOrganizationUser::new(&user).roles(["admin"]).permissions(["read:reports"]);
    world.send(&AddOrganizationUsers::new(&world.acme, [member])).unwrap();
    assert_eq!(world.answer(&RemoveOrganizationUser::new(&world.acme, &user)), success());

    let all = || GetOrganizationUsers::new(&world.acme);
    for endpoint in [
        all(),
        all().sort("name_asc"),
        all().sort("email_asc"),
        all().roles(["admin"]),
        all().permissions(["read:reports"]),
    ] {
        let nobody = json!({"code": "OK", "message": "Success", "organization_users": []});
        assert_eq!(world.answer(&endpoint), (200, nobody), "{endpoint:?}");
    }
    let count = GetOrganizationRoleUsersCount::new(&world.acme, role);
    assert_eq!(world.send(&count).unwrap().count, Some(0));
    let again = RemoveOrganizationUser::new(&world.acme, &user);
    assert_eq!(world.refusal(&again), refused(400, "USER_NOT_IN_ORGANIZATION"));

    let back = AddOrganizationUsers::new(&world.acme, [AddOrganizationUser::new(&user)]);
    assert_eq!(world.answer(&back), added(&[&user]));
    assert!(ids(&world, &all().roles(["admin"])).is_empty(), "without what was held before");
    assert!(ids(&world, &all().permissions(["read:reports"])).is_empty());
}
