use kinde_api::PermissionId;
use kinde_api::organizations::{AddOrganizationUser, GetOrganizationUserPermissions};
use kinde_api::permissions::{CreatePermission, DeletePermission, GetPermissions, PermissionSort, UpdatePermissions};
use kinde_api::roles::GetRolePermissions;
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn created(world: &World, name: &str, key: &str) -> PermissionId {
    world.send(&CreatePermission::new(name, key)).unwrap().permission.and_then(|one| one.id).unwrap()
}

fn keys(world: &World, list: &GetPermissions) -> Vec<String> {
    let page = world.send(list).unwrap();
    page.permissions.into_iter().filter_map(|permission| permission.key).map(|key| key.to_string()).collect()
}

fn list_of(permissions: &Value) -> (u16, Value) {
    (200, json!({"code": "OK", "message": "Success", "permissions": permissions}))
}

#[test]
fn creates_and_lists() {
    let world = World::new();
    assert_eq!(world.answer(&GetPermissions::new()), list_of(&json!([])));
    let create = CreatePermission::new("Read reports", "read:reports").description("May read reports");
    let (status, body) = world.answer(&create);
    let id = body["permission"]["id"].clone();
    assert_eq!((status, &body), (201, &json!({"code": "OK", "message": "Success", "permission": {"id": id}})));
    let other = created(&world, "Write reports", "write:reports");
    let expected = json!([
        {"id": id, "key": "read:reports", "name": "Read reports", "description": "May read reports"},
        {"id": other, "key": "write:reports", "name": "Write reports", "description": null},
    ]);
    assert_eq!(world.answer(&GetPermissions::new()), list_of(&expected));
}

#[test]
fn sorts_and_pages() {
    let world = World::new();
    for (name, key) in [("beta", "3"), ("Alpha", "1"), ("Gamma", "2")] {
        created(&world, name, key);
    }
    let list = GetPermissions::new();
    for (list, expected) in [
        (list.clone(), ["3", "1", "2"]),
        (list.clone().sort(PermissionSort::NameAsc), ["1", "3", "2"]),
        (list.clone().sort(PermissionSort::NameDesc), ["2", "3", "1"]),
        (list.clone().sort(PermissionSort::IdAsc), ["3", "1", "2"]),
        (list.clone().sort(PermissionSort::IdDesc), ["2", "1", "3"]),
    ] {
        assert_eq!(keys(&world, &list), expected, "{list:?}");
    }
    let first = world.send(&list.clone().sort(PermissionSort::NameAsc).page_size(2)).unwrap();
    let token = first.next_token.unwrap();
    assert_eq!(keys(&world, &list.clone().page_size(2).next_token(&token)), ["2"]);
    let other_sort = list.clone().sort(PermissionSort::NameDesc).next_token(&token);
    assert_eq!(world.refusal(&other_sort), refused(400, "NEXT_TOKEN_INVALID"));
    assert_eq!(world.refusal(&list.clone().sort("key_asc")), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.page_size(0)), refused(400, "BAD_REQUEST"));
}

#[test]
fn updates_what_is_given() {
    let world = World::new();
    let id = created(&world, "Read reports", "read:reports");
    let role = world.role("reader", "Reader", &["read:reports"]);
    let expected = |key, name, description: Option<&str>| {
        list_of(&json!([{"id": id, "key": key, "name": name, "description": description}]))
    };
    let update = UpdatePermissions::new(&id);
    assert_eq!(world.answer(&update), success());
    assert_eq!(world.answer(&GetPermissions::new()), expected("read:reports", "Read reports", None));
    assert_eq!(world.answer(&update.clone().name("Read").description("May read")), success());
    assert_eq!(world.answer(&GetPermissions::new()), expected("read:reports", "Read", Some("May read")));
    assert_eq!(world.answer(&update.key("read")), success());
    assert_eq!(world.answer(&GetPermissions::new()), expected("read", "Read", Some("May read")));
    let of_role = world.send(&GetRolePermissions::new(&role)).unwrap().permissions;
    assert_eq!(of_role.into_iter().filter_map(|one| one.key).collect::<Vec<_>>(), ["read"]);
    created(&world, "Read reports", "read:reports");
}

#[test]
fn deleting_takes_it_from_roles_and_members() {
    let world = World::new();
    let id = created(&world, "Read reports", "read:reports");
    let role = world.role("reader", "Reader", &["read:reports"]);
    let user = world.user(1);
    let member = AddOrganizationUser::new(&user).roles(["reader"]).permissions(["read:reports"]);
    world.emulator.add_members(&world.acme, [member]).unwrap();
    let held = || world.send(&GetOrganizationUserPermissions::new(&world.acme, &user)).unwrap().permissions;
    assert_eq!(held().len(), 1);

    assert_eq!(world.answer(&DeletePermission::new(&id)), success());
    assert!(held().is_empty());
    assert!(world.send(&GetRolePermissions::new(&role)).unwrap().permissions.is_empty());
    assert!(keys(&world, &GetPermissions::new()).is_empty());
    assert_eq!(world.refusal(&DeletePermission::new(&id)), refused(400, "PERMISSION_INVALID"));
    created(&world, "Read reports", "read:reports");
    assert!(held().is_empty(), "one made anew has nothing of the former");
}

#[test]
fn refuses_taken_keys_and_other_shapes() {
    let world = World::new();
    let id = created(&world, "Read reports", "read:reports");
    created(&world, "Write reports", "write:reports");
    let before = world.answer(&GetPermissions::new());
    let taken = refused(400, "PERMISSION_ALREADY_EXISTS");
    assert_eq!(world.refusal(&CreatePermission::new("Other", "read:reports")), taken);
    assert_eq!(world.refusal(&UpdatePermissions::new(&id).name("Other").key("write:reports")), taken);
    assert_eq!(world.answer(&UpdatePermissions::new(&id).key("read:reports")), success(), "its own key");
    for (name, key) in [("", "other"), ("Other", "")] {
        assert_eq!(world.refusal(&CreatePermission::new(name, key)), refused(400, "BAD_REQUEST"));
        let update = UpdatePermissions::new(&id).name(name).key(key);
        assert_eq!(world.refusal(&update), refused(400, "BAD_REQUEST"));
    }
    for body in ["[]", r#"{"name":1,"key":"other"}"#, r#"{"name":"Other","key":[]}"#] {
        for (status, answer) in [
            world.with_body(&CreatePermission::new("Other", "other"), body),
            world.with_body(&UpdatePermissions::new(&id), body),
        ] {
            assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
        }
    }
    for body in ["{}", r#"{"name":"Other"}"#, r#"{"key":"other"}"#] {
        let (status, _) = world.with_body(&CreatePermission::new("Other", "other"), body);
        assert_eq!(status, 400, "{body}");
    }
    assert_eq!(world.answer(&GetPermissions::new()), before);
    assert_eq!(world.refusal(&UpdatePermissions::new("0").name("Other")), refused(400, "PERMISSION_INVALID"));
}
