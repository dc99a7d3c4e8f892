use kinde_api::organizations::{
    AddOrganizationUser, CreateOrganizationInvite, GetOrganizationInvites, GetOrganizationUserRoles,
    GetOrganizationUsers,
};
use kinde_api::roles::{CreateRole, DeleteRole, GetRole, GetRoles, Role, RoleSort, UpdateRoles};
use serde_json::json;

use super::created;
use crate::world::{World, refused, success};

fn keys(world: &World, endpoint: &GetRoles) -> Vec<String> {
    let page = world.send(endpoint).unwrap();
    page.roles.into_iter().filter_map(|role: Role| role.key).map(|key| key.to_string()).collect()
}

#[test]
fn begins_with_none() {
    let world = World::new();
    assert_eq!(world.answer(&GetRoles::new()), (200, json!({"code": "OK", "message": "Success", "roles": []})));
}

#[test]
fn creates_and_reads() {
    let world = World::new();
    let write = world.permission("write:roles", "Write roles");
    let create = CreateRole::new("Administrator", "admin")
        .description("May do everything")
        .is_default_role(true)
        .assignment_permission_id(&write);
    let (status, body) = world.answer(&create);
    let id = body["role"]["id"].as_str().unwrap().to_owned();
    assert_eq!((status, &body), (201, &json!({"code": "OK", "message": "Success", "role": {"id": id}})));

    let role = json!({
        "id": id,
        "key": "admin",
        "name": "Administrator",
        "description": "May do everything",
        "is_default_role": true,
    });
    let one = json!({"code": "OK", "message": "Success", "role": role});
    assert_eq!(world.answer(&GetRole::new(&id)), (200, one));
    let all = json!({"code": "OK", "message": "Success", "roles": [role]});
    assert_eq!(world.answer(&GetRoles::new()), (200, all));
}

#[test]
fn has_no_description_unless_it_is_given() {
    let world = World::new();
    let id = created(&world, "Member", "member");
    let role = json!({"id": id, "key": "member", "name": "Member", "description": null, "is_default_role": false});
    let expected = json!({"code": "OK", "message": "Success", "role": role});
    assert_eq!(world.answer(&GetRole::new(&id)), (200, expected));
}

#[test]
fn sorts_and_pages() {
    let world = World::new();
    for (name, key) in [("beta", "3"), ("Alpha", "1"), ("Gamma", "2")] {
        created(&world, name, key);
    }
    let list = GetRoles::new();
    assert_eq!(keys(&world, &list), ["3", "1", "2"], "in the order of creation");
    assert_eq!(keys(&world, &list.clone().sort(RoleSort::NameAsc)), ["1", "3", "2"]);
    assert_eq!(keys(&world, &list.clone().sort(RoleSort::NameDesc)), ["2", "3", "1"]);
    assert_eq!(keys(&world, &list.clone().sort(RoleSort::KeyAsc)), ["1", "2", "3"]);
    assert_eq!(keys(&world, &list.clone().sort(RoleSort::KeyDesc)), ["3", "2", "1"]);
    assert_eq!(world.refusal(&list.clone().sort("id_asc")), refused(400, "BAD_REQUEST"));

    let first = world.send(&list.clone().sort(RoleSort::KeyAsc).page_size(2)).unwrap();
    assert_eq!(first.roles.len(), 2);
    let second = list.clone().page_size(2).next_token(first.next_token.unwrap());
    assert_eq!(keys(&world, &second), ["3"]);
    assert_eq!(world.send(&second).unwrap().next_token, None);
    for page_size in [0, 501] {
        let status = world.answer(&list.clone().page_size(page_size)).0;
        assert_eq!(status, if page_size == 0 { 400 } else { 200 }, "{page_size}");
    }
}

#[test]
fn updates() {
    let world = World::new();
    let id = created(&world, "Member", "member");
    let update = UpdateRoles::new(&id, "Guest", "guest").description("May look").is_default_role(true);
    assert_eq!(world.answer(&update), (201, json!({"code": "OK", "message": "Success"})));
    world.send(&UpdateRoles::new(&id, "Visitor", "guest").description("")).unwrap();
    let role = json!({
        "id": id,
        "key": "guest",
        "name": "Visitor",
        "description": "May look",
        "is_default_role": true,
    });
    let expected = json!({"code": "OK", "message": "Success", "role": role});
    assert_eq!(world.answer(&GetRole::new(&id)), (200, expected), "a description can't be emptied");
}

#[test]
fn has_each_key_once() {
    let world = World::new();
    let admin = created(&world, "Administrator", "admin");
    let member = created(&world, "Member", "member");
    let taken = refused(400, "ROLE_ALREADY_EXISTS");
    assert_eq!(world.refusal(&CreateRole::new("Other", "admin")), taken);
    assert_eq!(world.refusal(&UpdateRoles::new(&member, "Member", "admin")), taken);
    assert_eq!(keys(&world, &GetRoles::new()), ["admin", "member"], "nothing is changed");
    world.send(&DeleteRole::new(&admin)).unwrap();
    assert_ne!(created(&world, "Other", "admin"), admin, "a key is free again");
}

#[test]
fn takes_a_role_away_from_all_who_had_it() {
    let world = World::new();
    let admin = created(&world, "Administrator", "admin");
    created(&world, "Member", "member");
    let user = world.user(1);
    let member = AddOrganizationUser::new(&user).roles(["admin", "member"]);
    world.emulator.add_members(&world.acme, [member]).unwrap();
    let invite = CreateOrganizationInvite::new(&world.acme, "guest@example.com", ["admin", "member"]);
    world.send(&invite).unwrap();

    assert_eq!(world.answer(&DeleteRole::new(&admin)), success());
    assert_eq!(world.refusal(&GetRole::new(&admin)), refused(400, "ROLE_INVALID"));
    assert_eq!(world.refusal(&DeleteRole::new(&admin)), refused(400, "ROLE_INVALID"));
    let held = world.send(&GetOrganizationUserRoles::new(&world.acme, &user)).unwrap().roles;
    assert_eq!(held.into_iter().filter_map(|role| role.key).collect::<Vec<_>>(), ["member"]);
    let (_, invites) = world.answer(&GetOrganizationInvites::new(&world.acme));
    assert_eq!(invites["invites"][0]["roles"], json!([{"key": "member", "name": "Member"}]));

    created(&world, "Administrator", "admin");
    let admins = world.send(&GetOrganizationUsers::new(&world.acme).roles(["admin"])).unwrap();
    assert!(admins.organization_users.is_empty(), "a new role of an old key is held by nobody");
}

#[test]
fn refuses_unknown_things_and_other_shapes() {
    let world = World::new();
    let id = created(&world, "Member", "member");
    let unknown = refused(400, "ROLE_INVALID");
    assert_eq!(world.refusal(&GetRole::new("member")), unknown, "an id, and no key");
    assert_eq!(world.refusal(&UpdateRoles::new("0", "", "")), unknown);
    assert_eq!(world.refusal(&DeleteRole::new("0")), unknown);
    let without_permission = CreateRole::new("Other", "other").assignment_permission_id("0");
    assert_eq!(world.refusal(&without_permission), refused(400, "PERMISSION_INVALID"));

    let create = |body: &str| world.with_body(&CreateRole::new("x", "x"), body);
    let update = |body: &str| world.with_body(&UpdateRoles::new(&id, "x", "x"), body);
    for body in [
        "{}",
        "[]",
        "{",
        r#"{"name":"x"}"#,
        r#"{"key":"x"}"#,
        r#"{"name":"","key":"x"}"#,
        r#"{"name":1,"key":"x"}"#,
        r#"{"name":"x","key":null}"#,
        r#"{"name":"x","key":"x","is_default_role":"yes"}"#,
        r#"{"name":"x","key":"x","assignment_permission_id":1}"#,
    ] {
        for (status, answer) in [create(body), update(body)] {
            assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
        }
    }
    assert_eq!(keys(&world, &GetRoles::new()), ["member"]);
}
