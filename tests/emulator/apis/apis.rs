use kinde_api::api_keys::{ApiKeyType, CreateApiKey, GetApiKeys};
use kinde_api::apis::{AddApis, ApiExpand, DeleteApi, GetApi, GetApis, UpdateApiApplication, UpdateApiApplications};
use kinde_api::roles::{AddRoleScope, CreateRole, GetRoleScopes};
use serde_json::json;

use super::{created, management};
use crate::world::{ORIGIN, World, envelope, refused};

#[test]
fn lists_them_by_name_with_kindes_own() {
    let world = World::new();
    let (kinde, _) = management(&world);
    let (_, body) = world.answer(&AddApis::new("Reports", "https://reports.example.com"));
    let reports = body["api"]["id"].clone();
    assert_eq!((200, body), envelope(200, json!({"api": {"id": reports}})), "not a 201");
    let (accounts, scopes) = world.emulator.add_api("Accounts", ["read:accounts"]);

    let own = json!({
        "id": kinde,
        "name": "Kinde Management API",
        "audience": format!("{ORIGIN}/api"),
        "is_management_api": true,
    });
    let accounts = json!({"id": accounts, "name": "Accounts", "audience": "Accounts", "is_management_api": false});
    let reports = json!({
        "id": reports,
        "name": "Reports",
        "audience": "https://reports.example.com",
        "is_management_api": false,
    });
    let apis = json!({"apis": [accounts, own, reports], "next_token": null});
    assert_eq!(world.answer(&GetApis::new()), envelope(200, apis.clone()));
    assert_eq!(world.answer(&GetApis::new().expand("applications")), envelope(200, apis));

    let (_, with_scopes) = world.answer(&GetApis::new().expand(ApiExpand::Scopes));
    assert_eq!(with_scopes["apis"][0]["scopes"], json!([{"id": scopes[0], "key": "read:accounts"}]));
    assert_eq!(with_scopes["apis"][2]["scopes"], json!([]));
}

#[test]
fn reads_one_with_those_who_may_use_it() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("Reports", ["read:reports"]);
    let client = world.emulator.client_id();
    world.send(&UpdateApiApplications::new(&api, [UpdateApiApplication::new(&client)])).unwrap();
    let api = json!({
        "id": api,
        "name": "Reports",
        "audience": "Reports",
        "is_management_api": false,
        "scopes": [{"id": scopes[0], "key": "read:reports"}],
        "applications": [
            {"id": client, "name": "Management API client", "type": "Machine to machine (M2M)", "is_active": true},
        ],
    });
    let id = api["id"].as_str().unwrap();
    assert_eq!(world.answer(&GetApi::new(id)), envelope(200, json!({"api": api})));
}

#[test]
fn refuses_what_makes_no_api() {
    let world = World::new();
    created(&world, "Reports", "https://reports.example.com");
    let long = "é".repeat(65);
    for (create, code) in [
        (AddApis::new("Other", "https://reports.example.com"), "API_ALREADY_EXISTS"),
        (AddApis::new("Other", format!("{ORIGIN}/api")), "API_ALREADY_EXISTS"),
        (AddApis::new("", "https://other.example.com"), "BAD_REQUEST"),
        (AddApis::new("Other", " "), "BAD_REQUEST"),
        (AddApis::new("Other", &long), "BAD_REQUEST"),
        (AddApis::new(&long, "https://other.example.com"), "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    let bodies = ["{}", "[]", r#"{"name":"Other"}"#, r#"{"audience":"a"}"#, r#"{"name":1,"audience":"a"}"#];
    world.refuses_bodies(&AddApis::new("Other", "https://other.example.com"), &bodies);
    assert_eq!(world.send(&GetApis::new()).unwrap().apis.len(), 2);
    created(&world, "Reports", &"é".repeat(64));
}

#[test]
fn deleting_takes_scopes_and_keys_along() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("Reports", ["read:reports"]);
    let role = world.send(&CreateRole::new("Member", "member")).unwrap().role.unwrap().id.unwrap();
    world.send(&AddRoleScope::new(&role, &scopes[0])).unwrap();
    world.send(&CreateApiKey::new("Nightly", ApiKeyType::Environment, &api).scope_ids(&scopes)).unwrap();

    let deleted = (200, json!({"code": "API_DELETED", "message": "API deleted"}));
    assert_eq!(world.answer(&DeleteApi::new(&api)), deleted);
    assert!(world.send(&GetRoleScopes::new(&role)).unwrap().scopes.is_empty());
    assert!(world.send(&GetApiKeys::new()).unwrap().api_keys.is_empty());
    assert_eq!(world.refusal(&GetApi::new(&api)), refused(400, "API_INVALID"));
    assert_eq!(world.refusal(&DeleteApi::new(&api)), refused(400, "API_INVALID"));
    created(&world, "Reports", "Reports");
}

#[test]
fn kindes_own_stays() {
    let world = World::new();
    let (kinde, _) = management(&world);
    assert_eq!(world.refusal(&DeleteApi::new(&kinde)), refused(400, "MANAGEMENT_API"));
    assert_eq!(world.send(&GetApis::new()).unwrap().apis.len(), 1);
}
