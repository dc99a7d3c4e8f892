use std::time::Duration;

use kinde_api::roles::CreateRole;
use kinde_api::webhooks::{CreateWebHook, GetEvent};
use serde_json::json;

use crate::world::{World, envelope, refused};

#[test]
fn reads_what_a_test_puts_in() {
    let world = World::new();
    world.emulator.advance(Duration::from_secs(60));
    let data = json!({"user": {"id": "kp_17"}});
    let id = world.emulator.add_event("user.authenticated", data.clone());
    let event = json!({
        "type": "user.authenticated",
        "source": "api",
        "event_id": id,
        "timestamp": 1_767_225_660,
        "data": data,
    });
    assert_eq!(world.answer(&GetEvent::new(&id)), envelope(200, json!({"event": event})));
    assert_eq!(world.refusal(&GetEvent::new("event_0")), refused(400, "EVENT_INVALID"));
}

#[test]
fn reads_what_an_operation_makes_happen() {
    let world = World::new();
    world.send(&CreateWebHook::new("https://shop.example/hook", ["role.created"], "Shop")).unwrap();
    let role = world.send(&CreateRole::new("Member", "member")).unwrap().role.unwrap().id.unwrap();
    let told = world.emulator.webhooks();
    let id = told[0].headers()["webhook-id"].to_str().unwrap();
    let event = world.send(&GetEvent::new(id)).unwrap().event.unwrap();
    assert_eq!(event.r#type.as_deref(), Some("role.created"));
    let data = json!({"role": {"id": role, "key": "member", "name": "Member", "description": null}});
    assert_eq!(event.data, Some(data));
}
