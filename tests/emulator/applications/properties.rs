use kinde_api::applications::{ApplicationType, GetApplicationPropertyValues, UpdateApplicationsProperty};
use kinde_api::emulator::Property;
use serde_json::{Value, json};

use super::created;
use crate::world::{World, envelope, refused, success};

#[test]
fn sets_texts_and_flags() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    world.emulator.add_property(Property::new("theme").name("Theme").description("Of pages").of_applications());
    world.emulator.add_property(Property::new("beta").of_applications());
    world.emulator.add_property("of_organizations");
    world.emulator.add_property(Property::new("of_users").of_users());
    let list = GetApplicationPropertyValues::new(&id);
    let (status, body) = world.answer(&list);
    let expected = |theme: Value, beta: Value| {
        let (first, second) = (&body["properties"][0]["id"], &body["properties"][1]["id"]);
        let properties = json!([
            {"id": first, "name": "Theme", "description": "Of pages", "key": "theme", "value": theme},
            {"id": second, "name": "beta", "description": null, "key": "beta", "value": beta},
        ]);
        envelope(200, json!({"properties": properties, "next_token": null}))
    };
    assert_eq!((status, body.clone()), expected(Value::Null, Value::Null));
    assert_eq!(world.answer(&UpdateApplicationsProperty::new(&id, "theme", "a & b")), success());
    assert_eq!(world.answer(&UpdateApplicationsProperty::new(&id, "beta", true)), success());
    assert_eq!(world.answer(&list), expected(json!("a & b"), json!("true")));
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    world.emulator.add_property(Property::new("theme").of_applications());
    world.emulator.add_property("of_organizations");
    let set = |id: &str, key: &str| world.refusal(&UpdateApplicationsProperty::new(id, key, "x"));
    assert_eq!(set("0", "theme"), refused(400, "APPLICATION_INVALID"));
    assert_eq!(set(id.as_str(), "no_property"), refused(400, "PROPERTY_INVALID"));
    assert_eq!(set(id.as_str(), "of_organizations"), refused(400, "PROPERTY_INVALID"));
    let bodies = ["{}", "[]", r#"{"value":null}"#, r#"{"value":5}"#, r#"{"value":["a"]}"#];
    world.refuses_bodies(&UpdateApplicationsProperty::new(&id, "theme", "x"), &bodies);
    assert_eq!(world.answer(&GetApplicationPropertyValues::new(&id)).1["properties"][0]["value"], Value::Null);
    assert_eq!(world.refusal(&GetApplicationPropertyValues::new("0")), refused(400, "APPLICATION_INVALID"));
}
