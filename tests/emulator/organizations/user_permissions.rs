use kinde_api::emulator::Permission;
use kinde_api::organizations::{
    CreateOrganizationUserPermission, CreateOrganizationUserRole, DeleteOrganizationUserPermission,
    GetOrganizationUserPermissions,
};
use serde_json::json;

use crate::world::{World, refused, success};

#[test]
fn lists_what_is_held_and_what_roles_bring() {
    let world = World::new();
    let read = world.emulator.add_permission(Permission::new("read:reports").name("Read").description("To read"));
    let write = world.permission("write:reports", "Write");
    world.permission("delete:reports", "Delete");
    let editor = world.role("editor", "Editor", &["write:reports"]);
    let member = world.member(1);
    assert_eq!(world.answer(&CreateOrganizationUserPermission::new(&world.acme, &member, &read)), success());
    assert_eq!(world.answer(&CreateOrganizationUserPermission::new(&world.acme, &member, &read)), success());
    world.send(&CreateOrganizationUserRole::new(&world.acme, &member, &editor)).unwrap();

    let permissions = json!([
        {"id": read, "key": "read:reports", "name": "Read", "description": "To read"},
        {"id": write, "key": "write:reports", "name": "Write", "description": null},
    ]);
    let list = GetOrganizationUserPermissions::new(&world.acme, &member);
    let expected = json!({"code": "OK", "message": "Success", "permissions": permissions});
    assert_eq!(world.answer(&list), (200, expected));

    let permissions = json!([
        {"id": read, "key": "read:reports", "name": "Read", "description": "To read", "roles": []},
        {"id": write, "key": "write:reports", "name": "Write", "description": null,
            "roles": [{"id": editor, "key": "editor"}]},
    ]);
    let expected = json!({"code": "OK", "message": "Success", "permissions": permissions});
    assert_eq!(world.answer(&list.clone().expand("roles")), (200, expected));
    let plain = world.answer(&list);
    assert_eq!(world.answer(&list.expand("users")), plain, "there is no such thing, which does no harm");
}

#[test]
fn takes_away_what_is_held_itself() {
    let world = World::new();
    let (read, write) = (world.permission("read:reports", "Read"), world.permission("write:reports", "Write"));
    let editor = world.role("editor", "Editor", &["write:reports"]);
    let member = world.member(1);
    world.send(&CreateOrganizationUserPermission::new(&world.acme, &member, &read)).unwrap();
    world.send(&CreateOrganizationUserRole::new(&world.acme, &member, &editor)).unwrap();
    assert_eq!(world.answer(&DeleteOrganizationUserPermission::new(&world.acme, &member, &read)), success());
    let not_assigned = refused(400, "PERMISSION_NOT_ASSIGNED");
    assert_eq!(world.refusal(&DeleteOrganizationUserPermission::new(&world.acme, &member, &read)), not_assigned);
    assert_eq!(world.refusal(&DeleteOrganizationUserPermission::new(&world.acme, &member, &write)), not_assigned);
    let left = world.send(&GetOrganizationUserPermissions::new(&world.acme, &member)).unwrap().permissions;
    assert_eq!(left.len(), 1);
}

#[test]
fn wants_ids_and_members() {
    let world = World::new();
    let permission = world.permission("read:reports", "Read");
    let (member, stranger) = (world.member(1), world.user(2));
    let unknown = refused(400, "PERMISSION_INVALID");
    let create = CreateOrganizationUserPermission::new(&world.acme, &member, "read:reports");
    assert_eq!(world.refusal(&create), unknown);
    let delete = DeleteOrganizationUserPermission::new(&world.acme, &member, "read:reports");
    assert_eq!(world.refusal(&delete), unknown);
    let not_in = refused(400, "USER_NOT_IN_ORGANIZATION");
    assert_eq!(world.refusal(&GetOrganizationUserPermissions::new(&world.acme, &stranger)), not_in);
    let create = CreateOrganizationUserPermission::new(&world.acme, &stranger, &permission);
    assert_eq!(world.refusal(&create), not_in);
    let delete = DeleteOrganizationUserPermission::new(&world.acme, &stranger, &permission);
    assert_eq!(world.refusal(&delete), not_in);
}
