use http::Request;
use kinde_api::organizations::{
    AddOrganizationUser, AddOrganizationUsers, CreateOrganization, DeleteOrganization, UpdateOrganization,
};
use kinde_api::roles::{CreateRole, DeleteRole, UpdateRoles};
use kinde_api::webhooks::{CreateWebHook, DeleteWebHook, GetEvent};
use serde_json::{Value, json};

use crate::world::World;

const ENDPOINT: &str = "https://example.com/hooks?from=kinde";

fn webhook(world: &World, types: &[&str]) -> kinde_api::WebhookId {
    let create = CreateWebHook::new(ENDPOINT, types, "Receiver");
    world.send(&create).unwrap().webhook.and_then(|webhook| webhook.id).unwrap()
}

/// The claims of the JWT that is the body.
pub(crate) fn claims(request: &Request<Vec<u8>>) -> Value {
    let body = std::str::from_utf8(request.body()).unwrap();
    let parts: Vec<&str> = body.split('.').collect();
    assert_eq!(parts.len(), 3, "{body}");
    crate::authorization::claims(parts[1])
}

fn types(world: &World) -> Vec<String> {
    world.emulator.webhooks().iter().map(|request| claims(request)["type"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn tells_webhooks_what_happens() {
    let world = World::new();
    webhook(&world, &["role.created"]);
    let role = world.send(&CreateRole::new("Member", "member")).unwrap().role.and_then(|role| role.id).unwrap();
    world.send(&UpdateRoles::new(&role, "Guest", "guest")).unwrap();

    let requests = world.emulator.webhooks();
    assert_eq!(requests.len(), 1, "it is for no other type");
    let request = &requests[0];
    assert_eq!((request.method().as_str(), request.uri().to_string().as_str()), ("POST", ENDPOINT));
    assert_eq!(request.headers()["content-type"], "application/jwt");
    let id = request.headers()["webhook-id"].to_str().unwrap();
    let data = json!({"role": {"id": role, "key": "member", "name": "Member", "description": null}});
    let expected = json!({
        "type": "role.created",
        "source": "api",
        "event_id": id,
        "timestamp": "2026-01-01T00:00:00Z",
        "event_timestamp": "2026-01-01T00:00:00Z",
        "data": data,
    });
    assert_eq!(claims(request), expected);

    let event = world.send(&GetEvent::new(id)).unwrap().event.unwrap();
    assert_eq!(event.r#type.as_deref(), Some("role.created"));
    assert_eq!(event.data, Some(data));
    assert!(world.emulator.webhooks().is_empty(), "nothing a second time");
}

#[test]
fn tells_of_users_with_their_addresses() {
    let world = World::new();
    webhook(&world, &["user.updated"]);
    world.role("admin", "Administrator", &[]);
    let user = world.user(17);
    assert!(world.emulator.webhooks().is_empty(), "what a test puts in makes no event");
    let member = AddOrganizationUser::new(&user).roles(["admin"]);
    world.send(&AddOrganizationUsers::new(&world.acme, [member])).unwrap();
    let requests = world.emulator.webhooks();
    let user_data = claims(&requests[0])["data"]["user"].clone();
    let expected = json!({
        "id": user,
        "email": "member17@example.com",
        "first_name": "Member",
        "last_name": "17",
        "username": null,
        "phone": null,
        "image_url": null,
        "is_suspended": false,
        "is_password_reset_requested": false,
        "organizations": [{
            "code": world.acme,
            "roles": user_data["organizations"][0]["roles"],
            "permissions": [],
        }],
    });
    assert_eq!(user_data, expected);
    assert_eq!(user_data["organizations"][0]["roles"][0]["key"], "admin");
}

#[test]
fn tells_of_making_changing_and_deleting_in_their_order() {
    let world = World::new();
    webhook(&world, &["organization.created", "organization.updated", "organization.deleted", "role.deleted"]);
    let code = world.send(&CreateOrganization::new("Acme")).unwrap().organization.and_then(|made| made.code).unwrap();
    world.send(&UpdateOrganization::new(&code).name("Zenith")).unwrap();
    let role = world.send(&CreateRole::new("Member", "member")).unwrap().role.and_then(|role| role.id).unwrap();
    world.send(&DeleteRole::new(role)).unwrap();
    world.send(&DeleteOrganization::new(&code)).unwrap();
    let expected = ["organization.created", "organization.updated", "role.deleted", "organization.deleted"];
    assert_eq!(types(&world), expected);
}

#[test]
fn tells_each_webhook_but_none_that_is_gone_or_not_there_yet() {
    let world = World::new();
    world.send(&CreateRole::new("First", "first")).unwrap();
    let gone = webhook(&world, &["role.created"]);
    webhook(&world, &["role.created", "role.deleted"]);
    world.send(&CreateRole::new("Second", "second")).unwrap();
    assert_eq!(types(&world), ["role.created", "role.created"]);
    world.send(&CreateRole::new("Third", "third")).unwrap();
    world.send(&DeleteWebHook::new(gone)).unwrap();
    assert_eq!(types(&world), ["role.created"]);
}

#[test]
fn takes_what_no_operation_makes() {
    let world = World::new();
    webhook(&world, &["user.authenticated"]);
    let data = json!({"user": {"id": "kp_17"}});
    let id = world.emulator.add_event("user.authenticated", data.clone());
    let requests = world.emulator.webhooks();
    assert_eq!(claims(&requests[0])["data"], data);
    let other = world.emulator.add_event("user.renamed", json!({}));
    assert!(world.emulator.webhooks().is_empty());
    for id in [id, other] {
        assert!(world.send(&GetEvent::new(id)).is_ok());
    }
}

#[test]
fn nothing_happens_where_a_call_is_refused() {
    let world = World::new();
    webhook(&world, &["role.created", "role.updated", "organization.updated"]);
    assert!(world.send(&CreateRole::new("", "x")).is_err());
    assert!(world.send(&UpdateRoles::new("0", "x", "x")).is_err());
    assert!(world.send(&UpdateOrganization::new("org_0").name("x")).is_err());
    assert!(world.emulator.webhooks().is_empty());
}
