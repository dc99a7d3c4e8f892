use kinde_api::apis::{AddApiScope, DeleteApiScope, GetApiScope, GetApiScopes, UpdateApiScope};
use kinde_api::roles::{AddRoleScope, CreateRole, GetRoleScopes};
use serde_json::{Value, json};

use super::{created, management};
use crate::world::{World, envelope, refused};

#[test]
fn adds_reads_and_describes() {
    let world = World::new();
    let api = created(&world, "Reports", "https://reports.example.com");
    assert_eq!(world.answer(&GetApiScopes::new(&api)), envelope(200, json!({"scopes": []})));

    let (_, body) = world.answer(&AddApiScope::new(&api, "read:reports").description("May look"));
    let id = body["scope"]["id"].as_str().unwrap().to_owned();
    assert_eq!((200, body), envelope(200, json!({"scope": {"id": id}})), "not a 201");
    world.send(&AddApiScope::new(&api, "write:reports")).unwrap();
    let scope = json!({"id": id, "key": "read:reports", "description": "May look"});
    assert_eq!(world.answer(&GetApiScope::new(&api, &id)), envelope(200, json!({"scope": scope})));

    assert_eq!(world.answer(&UpdateApiScope::new(&api, &id).description("May read")), (200, Value::Null));
    assert_eq!(world.answer(&UpdateApiScope::new(&api, &id)), (200, Value::Null));
    let (_, all) = world.answer(&GetApiScopes::new(&api));
    assert_eq!(all["scopes"][0], json!({"id": id, "key": "read:reports", "description": "May read"}));
    assert_eq!(all["scopes"][1]["key"], "write:reports");
    assert_eq!(all["scopes"][1]["description"], Value::Null);
}

#[test]
fn refuses_keys_that_are_none() {
    let world = World::new();
    let api = created(&world, "Reports", "https://reports.example.com");
    let other = created(&world, "Other", "https://other.example.com");
    let longest = "k".repeat(64);
    world.send(&AddApiScope::new(&api, &*longest)).unwrap();
    for (key, code) in [
        ("", "BAD_REQUEST"),
        ("read reports", "BAD_REQUEST"),
        (&"k".repeat(65), "BAD_REQUEST"),
        (&longest, "SCOPE_ALREADY_EXISTS"),
    ] {
        assert_eq!(world.refusal(&AddApiScope::new(&api, key)), refused(400, code), "{key}");
    }
    world.refuses_bodies(&AddApiScope::new(&api, "read:reports"), &["{}", "[]", r#"{"key":1}"#, r#"{"key":null}"#]);
    assert_eq!(world.send(&GetApiScopes::new(&api)).unwrap().scopes.len(), 1);
    world.send(&AddApiScope::new(&other, &*longest)).unwrap();
}

#[test]
fn deleting_takes_them_from_roles() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("Reports", ["read:reports", "write:reports"]);
    let role = world.send(&CreateRole::new("Member", "member")).unwrap().role.unwrap().id.unwrap();
    for scope in &scopes {
        world.send(&AddRoleScope::new(&role, scope)).unwrap();
    }
    let delete = DeleteApiScope::new(&api, &scopes[0]);
    assert_eq!(world.answer(&delete), (200, Value::Null));
    let held = world.send(&GetRoleScopes::new(&role)).unwrap().scopes;
    assert_eq!(held.into_iter().map(|scope| scope.id).collect::<Vec<_>>(), [Some(scopes[1].clone())]);
    assert_eq!(world.refusal(&delete), refused(400, "SCOPE_INVALID"));
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let api = created(&world, "Reports", "https://reports.example.com");
    let (_, elsewhere) = world.emulator.add_api("Other", ["read:other"]);
    let unknown = refused(400, "API_INVALID");
    assert_eq!(world.refusal(&GetApiScopes::new("0")), unknown);
    assert_eq!(world.refusal(&AddApiScope::new("0", "read:reports")), unknown);
    assert_eq!(world.refusal(&GetApiScope::new("0", &elsewhere[0])), unknown);
    assert_eq!(world.refusal(&UpdateApiScope::new("0", &elsewhere[0])), unknown);
    assert_eq!(world.refusal(&DeleteApiScope::new("0", &elsewhere[0])), unknown);
    let unknown = refused(400, "SCOPE_INVALID");
    assert_eq!(world.refusal(&GetApiScope::new(&api, &elsewhere[0])), unknown);
    assert_eq!(world.refusal(&UpdateApiScope::new(&api, &elsewhere[0])), unknown);
    assert_eq!(world.refusal(&DeleteApiScope::new(&api, &elsewhere[0])), unknown);
}

#[test]
fn those_of_kindes_own_stay() {
    let world = World::new();
    let (kinde, scope) = management(&world);
    let own = refused(400, "MANAGEMENT_API");
    assert_eq!(world.refusal(&AddApiScope::new(&kinde, "read:reports")), own);
    assert_eq!(world.refusal(&UpdateApiScope::new(&kinde, &scope).description("x")), own);
    assert_eq!(world.refusal(&DeleteApiScope::new(&kinde, &scope)), own);
}
