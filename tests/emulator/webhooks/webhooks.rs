use kinde_api::WebhookId;
use kinde_api::roles::{CreateRole, DeleteRole};
use kinde_api::webhooks::{CreateWebHook, DeleteWebHook, GetWebHooks, UpdateWebHook};
use serde_json::{Value, json};

use crate::world::{World, envelope, refused, success};

const ENDPOINT: &str = "https://shop.example/hook";

fn created(world: &World, create: &CreateWebHook) -> WebhookId {
    world.send(create).unwrap().webhook.and_then(|one| one.id).unwrap()
}

fn webhooks(world: &World) -> Value {
    world.answer(&GetWebHooks::new()).1["webhooks"].take()
}

fn view(id: &str, name: &str, description: Option<&str>, event_types: &[&str]) -> Value {
    json!({
        "id": id,
        "name": name,
        "endpoint": ENDPOINT,
        "description": description,
        "event_types": event_types,
        "created_on": "2026-01-01T00:00:00Z",
    })
}

#[test]
fn creates_lists_updates_and_deletes() {
    let world = World::new();
    assert_eq!(world.answer(&GetWebHooks::new()), envelope(200, json!({"webhooks": []})));
    let create = CreateWebHook::new(ENDPOINT, ["user.created", "role.created"], "Shop").description("For the shop");
    let (_, body) = world.answer(&create);
    let id = body["webhook"]["id"].as_str().unwrap().to_owned();
    let made = envelope(200, json!({"webhook": {"id": id, "endpoint": ENDPOINT}}));
    assert_eq!((200, body), made, "not a 201");
    let first = view(&id, "Shop", Some("For the shop"), &["user.created", "role.created"]);
    assert_eq!(world.answer(&GetWebHooks::new()), envelope(200, json!({"webhooks": [first]})));

    let updated = envelope(200, json!({"webhook": {"id": id}}));
    assert_eq!(world.answer(&UpdateWebHook::new(&*id).name("Store").event_types(["user.deleted"])), updated);
    assert_eq!(webhooks(&world), json!([view(&id, "Store", Some("For the shop"), &["user.deleted"])]));
    let (status, _) = world.with_body(&UpdateWebHook::new(&*id), r#"{"description":null}"#);
    assert_eq!(status, 200);
    assert_eq!(webhooks(&world), json!([view(&id, "Store", None, &["user.deleted"])]), "null clears it");

    assert_eq!(world.answer(&DeleteWebHook::new(&*id)), success());
    assert_eq!(webhooks(&world), json!([]));
    assert_eq!(world.refusal(&DeleteWebHook::new(&*id)), refused(400, "WEBHOOK_INVALID"));
    assert_eq!(world.refusal(&UpdateWebHook::new(&*id)), refused(400, "WEBHOOK_INVALID"));
}

#[test]
fn is_told_of_its_types_alone_and_once() {
    let world = World::new();
    let id = created(&world, &CreateWebHook::new(ENDPOINT, ["role.created"], "Shop"));
    let make = |key: &str| world.send(&CreateRole::new(key, key)).unwrap().role.unwrap().id.unwrap();
    let role = make("member");
    world.send(&DeleteRole::new(&role)).unwrap();
    let told = world.emulator.webhooks();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].method().as_str(), told[0].uri().to_string().as_str()), ("POST", ENDPOINT));
    assert_eq!(told[0].headers()["content-type"], "application/jwt");
    assert!(world.emulator.webhooks().is_empty());

    make("guest");
    world.send(&DeleteWebHook::new(&id)).unwrap();
    assert!(world.emulator.webhooks().is_empty(), "there is nobody to tell any more");
}

#[test]
fn refuses_what_makes_no_webhook() {
    let world = World::new();
    let create = |endpoint: &str, r#type: &str, name: &str| CreateWebHook::new(endpoint, [r#type], name);
    for (create, code) in [
        (create("http://shop.example/hook", "user.created", "Shop"), "ENDPOINT_INVALID"),
        (create("shop", "user.created", "Shop"), "ENDPOINT_INVALID"),
        (create("", "user.created", "Shop"), "BAD_REQUEST"),
        (create(ENDPOINT, "user.created", ""), "BAD_REQUEST"),
        (create(ENDPOINT, "user.renamed", "Shop"), "EVENT_TYPE_INVALID"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    let bodies = [
        "{}",
        "[]",
        r#"{"endpoint":"https://a.example","name":"A"}"#,
        r#"{"endpoint":"https://a.example","event_types":"user.created","name":"A"}"#,
        r#"{"event_types":["user.created"],"name":"A"}"#,
        r#"{"endpoint":"https://a.example","event_types":["user.created"]}"#,
    ];
    world.refuses_bodies(&create(ENDPOINT, "user.created", "Shop"), &bodies);
    assert_eq!(webhooks(&world), json!([]));
    created(&world, &create("http://127.0.0.1:3000/hook", "user.created", "A receiver on this machine"));
}

#[test]
fn refuses_updates_that_are_none() {
    let world = World::new();
    let id = created(&world, &CreateWebHook::new(ENDPOINT, ["user.created"], "Shop"));
    let before = webhooks(&world);
    let update = UpdateWebHook::new(&id).name("Store");
    assert_eq!(world.refusal(&update.clone().event_types(["user.renamed"])), refused(400, "EVENT_TYPE_INVALID"));
    world.refuses_bodies(&update, &["[]", r#"{"name":""}"#, r#"{"name":1}"#, r#"{"event_types":{}}"#]);
    assert_eq!(webhooks(&world), before);
}
