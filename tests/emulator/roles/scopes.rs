use kinde_api::roles::{AddRoleScope, DeleteRoleScope, GetRoleScopes};
use kinde_api::{ApiId, RoleId, ScopeId};
use serde_json::{Value, json};

use super::created;
use crate::world::{World, refused};

/// A role, and an API with two scopes.
fn role_and_api(world: &World) -> (RoleId, ApiId, Vec<ScopeId>) {
    let role = created(world, "Member", "member");
    let (api, scopes) = world.emulator.add_api("https://api.example.com", ["read:reports", "write:reports"]);
    (role, api, scopes)
}

fn scopes(world: &World, role: &RoleId) -> Value {
    world.answer(&GetRoleScopes::new(role)).1["scopes"].clone()
}

#[test]
fn gives_and_takes_away() {
    let world = World::new();
    let (role, api, ids) = role_and_api(&world);
    let none = json!({"code": "OK", "message": "Success", "scopes": []});
    assert_eq!(world.answer(&GetRoleScopes::new(&role)), (200, none));

    let added = (201, json!({"code": "ROLE_SCOPE_ADDED", "message": "Scope added to role"}));
    assert_eq!(world.answer(&AddRoleScope::new(&role, &ids[1])), added);
    assert_eq!(world.answer(&AddRoleScope::new(&role, &ids[1])), added, "again");
    let scope = json!({"id": ids[1], "key": "write:reports", "description": null, "api_id": api});
    assert_eq!(scopes(&world, &role), json!([scope]));

    let deleted = (200, json!({"code": "SCOPE_DELETED", "message": "Scope deleted from role"}));
    assert_eq!(world.answer(&DeleteRoleScope::new(&role, &ids[1])), deleted);
    assert_eq!(scopes(&world, &role), json!([]));
    assert_eq!(world.refusal(&DeleteRoleScope::new(&role, &ids[1])), refused(400, "SCOPE_NOT_ASSIGNED"));
}

#[test]
fn refuses_unknown_things_and_other_shapes() {
    let world = World::new();
    let (role, _, ids) = role_and_api(&world);
    let unknown_role = refused(400, "ROLE_INVALID");
    assert_eq!(world.refusal(&GetRoleScopes::new("0")), unknown_role);
    assert_eq!(world.refusal(&AddRoleScope::new("0", "0")), unknown_role);
    assert_eq!(world.refusal(&DeleteRoleScope::new("0", &ids[0])), unknown_role);
    assert_eq!(world.refusal(&AddRoleScope::new(&role, "read:reports")), refused(400, "SCOPE_INVALID"));
    assert_eq!(world.refusal(&DeleteRoleScope::new(&role, "0")), refused(400, "SCOPE_INVALID"));
    for body in ["{}", r#"{"scope_id":1}"#, "[]"] {
        let (status, answer) = world.with_body(&AddRoleScope::new(&role, "x"), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
}
