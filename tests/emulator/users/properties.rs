use kinde_api::UserId;
use kinde_api::emulator::Property;
use kinde_api::users::{GetUserPropertyValues, UpdateUserProperties, UpdateUserProperty};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn world_and_user() -> (World, UserId) {
    let world = World::new();
    world.emulator.add_property(Property::new("locker").name("Locker").description("Its number").of_users());
    world.emulator.add_property(Property::new("is_vip").of_users());
    let user = world.user(1);
    (world, user)
}

/// Key and value of all properties but those that every business has.
fn values(world: &World, user: &UserId) -> Vec<(String, Option<Value>)> {
    let properties = world.send(&GetUserPropertyValues::new(user)).unwrap().properties;
    let own = properties
        .into_iter()
        .filter(|property| property.key.as_ref().is_some_and(|key| ["locker", "is_vip"].contains(&key.as_str())));
    own.map(|property| (property.key.unwrap().to_string(), property.value)).collect()
}

fn expected(locker: Option<&str>, is_vip: Option<&str>) -> Vec<(String, Option<Value>)> {
    [("locker", locker), ("is_vip", is_vip)].map(|(key, value)| (key.to_owned(), value.map(Value::from))).into()
}

#[test]
fn lists_the_properties_of_users() {
    let (world, user) = world_and_user();
    world.emulator.add_property("kp_org_wing");
    let (status, body) = world.answer(&GetUserPropertyValues::new(&user));
    let properties = body["properties"].as_array().unwrap();
    let locker = properties.iter().find(|property| property["key"] == "locker").unwrap();
    let id = &locker["id"];
    let expected = json!({"id": id, "name": "Locker", "description": "Its number", "key": "locker", "value": null});
    assert_eq!((status, locker), (200, &expected));
    assert!(properties.iter().all(|property| property["key"] != "kp_org_wing"), "it is one of organizations");
    assert_eq!((&body["code"], &body["message"], &body["next_token"]), (&json!("OK"), &json!("Success"), &Value::Null));
}

#[test]
fn sets_one_and_several() {
    let (world, user) = world_and_user();
    let other = world.user(2);
    assert_eq!(world.answer(&UpdateUserProperty::new(&user, "locker", "17 & 18")), success());
    assert_eq!(values(&world, &user), expected(Some("17 & 18"), None));
    assert_eq!(world.answer(&UpdateUserProperties::new(&user, [("is_vip", json!(true))])), success());
    assert_eq!(values(&world, &user), expected(Some("17 & 18"), Some("true")), "what is not named stays");
    let several = [("locker", Value::Null), ("is_vip", json!(0.5))];
    assert_eq!(world.answer(&UpdateUserProperties::new(&user, several)), success());
    assert_eq!(values(&world, &user), expected(None, Some("0.5")), "values are text");
    assert_eq!(values(&world, &other), expected(None, None));
}

#[test]
fn refuses_what_it_does_not_have() {
    let (world, user) = world_and_user();
    world.emulator.add_property("kp_org_wing");
    for key in ["no_property", "kp_org_wing"] {
        let one = UpdateUserProperty::new(&user, key, "x");
        assert_eq!(world.refusal(&one), refused(400, "PROPERTY_INVALID"), "{key}");
        let several = UpdateUserProperties::new(&user, [("locker", json!("1")), (key, json!("x"))]);
        assert_eq!(world.refusal(&several), refused(400, "PROPERTY_INVALID"), "{key}");
    }
    for body in ["{}", "[]", r#"{"properties":[]}"#, r#"{"properties":{"is_vip":"1","locker":["17"]}}"#] {
        let (status, answer) = world.with_body(&UpdateUserProperties::new(&user, [("locker", json!("1"))]), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(values(&world, &user), expected(None, None));
    let unknown = refused(400, "USER_INVALID");
    assert_eq!(world.refusal(&GetUserPropertyValues::new("kp_0")), unknown);
    assert_eq!(world.refusal(&UpdateUserProperty::new("kp_0", "locker", "1")), unknown);
    assert_eq!(world.refusal(&UpdateUserProperties::new("kp_0", [("locker", json!("1"))])), unknown);
}
