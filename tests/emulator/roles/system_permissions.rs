use kinde_api::PermissionId;
use kinde_api::roles::{
    GetRoleSystemPermissions, GetSystemPermissions, UpdateRoleSystemPermission, UpdateRoleSystemPermissions,
};
use serde_json::json;

use super::created;
use crate::world::{World, refused};

const NO_CHANGES: [UpdateRoleSystemPermission; 0] = [];

fn all(world: &World) -> Vec<PermissionId> {
    let page = world.send(&GetSystemPermissions::new().page_size(500)).unwrap();
    page.system_permissions.into_iter().filter_map(|permission| permission.id).collect()
}

#[test]
fn are_there_from_the_beginning() {
    let world = World::new();
    let (status, body) = world.answer(&GetSystemPermissions::new().page_size(1));
    let permission = json!({
        "id": all(&world)[0],
        "key": "org:read:billing",
        "name": "Read billing details",
        "description": "See the plan and its invoices",
    });
    let expected = json!({
        "code": "OK",
        "message": "Success",
        "system_permissions": [permission],
        "next_token": "MTo6OmlkX2FzYw==",
    });
    assert_eq!((status, body), (200, expected));
    let last = world.answer(&GetSystemPermissions::new().page_size(500)).1;
    assert_eq!(last["next_token"], json!(null));
    assert_eq!(world.refusal(&GetSystemPermissions::new().sort("key_asc")), refused(400, "BAD_REQUEST"));
}

#[test]
fn gives_and_takes_away() {
    let world = World::new();
    let role = created(&world, "Member", "member");
    let ids = all(&world);
    let give =
        |ids: &[PermissionId]| UpdateRoleSystemPermissions::new(&role, ids.iter().map(UpdateRoleSystemPermission::new));
    let (status, body) = world.answer(&give(&ids[..2]));
    let expected = json!({
        "code": "OK",
        "message": "Success",
        "system_permissions_added": ids[..2],
        "system_permissions_removed": [],
    });
    assert_eq!((status, body), (200, expected));
    let remove = UpdateRoleSystemPermission::new(&ids[0]).operation("delete");
    world.send(&UpdateRoleSystemPermissions::new(&role, [remove])).unwrap();
    let (status, body) = world.answer(&GetRoleSystemPermissions::new(&role));
    assert_eq!((status, &body["system_permissions"][0]["id"]), (200, &json!(ids[1])));
    assert_eq!(body["system_permissions"].as_array().map(Vec::len), Some(1));
}

#[test]
fn refuses_unknown_things() {
    let world = World::new();
    let role = created(&world, "Member", "member");
    let update = UpdateRoleSystemPermissions::new(&role, [UpdateRoleSystemPermission::new("0")]);
    assert_eq!(world.refusal(&update), refused(400, "SYSTEM_PERMISSION_INVALID"));
    assert_eq!(world.refusal(&UpdateRoleSystemPermissions::new("0", NO_CHANGES)), refused(400, "ROLE_INVALID"));
    assert_eq!(world.refusal(&GetRoleSystemPermissions::new("0")), refused(400, "ROLE_INVALID"));
}
