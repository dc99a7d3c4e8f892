use kinde_api::organizations::{AddOrganizationUser, GetOrganizationUserPermissions};
use kinde_api::roles::{
    GetRolePermissions, PermissionOperation, RemoveRolePermission, UpdateRolePermission, UpdateRolePermissions,
};
use kinde_api::{PermissionId, RoleId};
use serde_json::json;

use super::created;
use crate::world::{World, refused, success};

const NO_CHANGES: [UpdateRolePermission; 0] = [];

fn role_and_permissions(world: &World) -> (RoleId, [PermissionId; 3]) {
    let permissions = [("write", "Write"), ("delete", "delete"), ("read", "Read")];
    (created(world, "Member", "member"), permissions.map(|(key, name)| world.permission(key, name)))
}

fn keys(world: &World, endpoint: &GetRolePermissions) -> Vec<String> {
    let page = world.send(endpoint).unwrap();
    page.permissions.into_iter().filter_map(|permission| permission.key).map(|key| key.to_string()).collect()
}

#[test]
fn gives_and_takes_away_in_one_call() {
    let world = World::new();
    let (role, [write, delete, read]) = role_and_permissions(&world);
    let list = GetRolePermissions::new(&role);
    assert_eq!(world.answer(&list), (200, json!({"code": "OK", "message": "Success", "permissions": []})));

    let changed = |added: &[&PermissionId], removed: &[&PermissionId]| {
        let (code, message) = ("OK", "Success");
        let body = json!({
            "code": code,
            "message": message,
            "permissions_added": added,
            "permissions_removed": removed,
        });
        (200, body)
    };
    let give =
        |ids: &[&PermissionId]| UpdateRolePermissions::new(&role, ids.iter().map(|id| UpdateRolePermission::new(*id)));
    assert_eq!(world.answer(&give(&[&write, &delete])), changed(&[&write, &delete], &[]));
    let permission = json!({"id": write, "key": "write", "name": "Write", "description": null});
    assert_eq!(world.answer(&list).1["permissions"][0], permission);

    let mixed = [
        UpdateRolePermission::new(&write).operation(PermissionOperation::Delete),
        UpdateRolePermission::new(&delete),
        UpdateRolePermission::new(&read),
    ];
    assert_eq!(world.answer(&UpdateRolePermissions::new(&role, mixed)), changed(&[&read], &[&write]));
    assert_eq!(keys(&world, &list), ["delete", "read"], "in the order in which they were given");

    assert_eq!(world.answer(&RemoveRolePermission::new(&role, &delete)), success());
    assert_eq!(keys(&world, &list), ["read"]);
}

#[test]
fn sorts_and_pages() {
    let world = World::new();
    let (role, ids) = role_and_permissions(&world);
    world.send(&UpdateRolePermissions::new(&role, ids.iter().map(UpdateRolePermission::new))).unwrap();
    let sorted = |sort: &str| keys(&world, &GetRolePermissions::new(&role).sort(sort));
    assert_eq!(sorted("name_asc"), ["delete", "read", "write"]);
    assert_eq!(sorted("name_desc"), ["write", "read", "delete"]);
    assert_eq!(sorted("id_asc"), ["write", "delete", "read"]);
    assert_eq!(sorted("id_desc"), ["read", "delete", "write"]);
    let first = world.send(&GetRolePermissions::new(&role).page_size(2)).unwrap();
    let second = GetRolePermissions::new(&role).page_size(2).next_token(first.next_token.unwrap());
    assert_eq!(keys(&world, &second), ["read"]);
}

#[test]
fn are_those_of_whoever_holds_the_role() {
    let world = World::new();
    let (role, [write, ..]) = role_and_permissions(&world);
    let user = world.user(1);
    world.emulator.add_members(&world.acme, [AddOrganizationUser::new(&user).roles(["member"])]).unwrap();
    world.send(&UpdateRolePermissions::new(&role, [UpdateRolePermission::new(&write)])).unwrap();
    let held = world.send(&GetOrganizationUserPermissions::new(&world.acme, &user)).unwrap().permissions;
    assert_eq!(held.into_iter().filter_map(|permission| permission.key).collect::<Vec<_>>(), ["write"]);
}

#[test]
fn changes_nothing_where_something_is_unknown() {
    let world = World::new();
    let (role, [write, ..]) = role_and_permissions(&world);
    let update = UpdateRolePermissions::new(&role, [UpdateRolePermission::new(&write), UpdateRolePermission::new("0")]);
    assert_eq!(world.refusal(&update), refused(400, "PERMISSION_INVALID"));
    let update = |body: &str| world.with_body(&UpdateRolePermissions::new(&role, NO_CHANGES), body);
    let valid = format!(r#"{{"id":"{write}"}}"#);
    for body in [
        "{}".to_owned(),
        r#"{"permissions":{}}"#.to_owned(),
        r#"{"permissions":[{}]}"#.to_owned(),
        format!(r#"{{"permissions":[{valid},["{write}"]]}}"#),
        format!(r#"{{"permissions":[{valid},{{"id":"{write}","operation":"drop"}}]}}"#),
    ] {
        let (status, answer) = update(&body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    let (status, answer) = update(&format!(r#"{{"permissions":[{}]}}"#, [valid.as_str(); 101].join(",")));
    assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("TOO_MANY_ITEMS")));
    assert!(keys(&world, &GetRolePermissions::new(&role)).is_empty());
}

#[test]
fn refuses_to_take_away_what_is_not_there() {
    let world = World::new();
    let (role, [write, ..]) = role_and_permissions(&world);
    let remove = |role: &str, permission: &str| world.refusal(&RemoveRolePermission::new(role, permission));
    assert_eq!(remove(role.as_str(), "0"), refused(400, "INVALID_PERMISSION_ID"));
    assert_eq!(remove(role.as_str(), write.as_str()), refused(400, "INVALID_PERMISSION_ID_ROLE"));
    assert_eq!(remove("0", write.as_str()), refused(400, "ROLE_INVALID"));
    assert_eq!(world.refusal(&GetRolePermissions::new("0")), refused(400, "ROLE_INVALID"));
    assert_eq!(world.refusal(&UpdateRolePermissions::new("0", NO_CHANGES)), refused(400, "ROLE_INVALID"));
}
