use kinde_api::emulator::Property;
use kinde_api::organizations::{
    GetOrganizationPropertyValues, UpdateOrganizationProperties, UpdateOrganizationProperty,
};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn world() -> World {
    let world = World::new();
    world.emulator.add_property(Property::new("kp_org_city").name("City").description("Where it is"));
    world.emulator.add_property("kp_org_industry");
    world
}

fn values(world: &World) -> Vec<Value> {
    let (_, mut body) = world.answer(&GetOrganizationPropertyValues::new(&world.acme));
    body["properties"].as_array_mut().unwrap().iter_mut().map(|property| property["value"].take()).collect()
}

#[test]
fn lists_all_properties() {
    let world = world();
    let (status, body) = world.answer(&GetOrganizationPropertyValues::new(&world.acme));
    let id = |index: usize| body["properties"][index]["id"].clone();
    let properties = json!([
        {"id": id(0), "name": "City", "description": "Where it is", "key": "kp_org_city", "value": null},
        {"id": id(1), "name": "kp_org_industry", "description": null, "key": "kp_org_industry", "value": null},
    ]);
    assert_eq!((status, &body), (200, &json!({"code": "OK", "message": "Success", "properties": properties})));
}

#[test]
fn sets_one_and_several() {
    let world = world();
    assert_eq!(world.answer(&UpdateOrganizationProperty::new(&world.acme, "kp_org_city", "Bern & Köln")), success());
    assert_eq!(values(&world), [json!("Bern & Köln"), json!(null)]);
    let several = UpdateOrganizationProperties::new(&world.acme, [("kp_org_industry", json!(true))]);
    assert_eq!(world.answer(&several), success());
    assert_eq!(values(&world), [json!("Bern & Köln"), json!("true")], "what is not named stays");
    let clear = UpdateOrganizationProperties::new(&world.acme, [("kp_org_city", Value::Null)]);
    assert_eq!(world.answer(&clear), success());
    assert_eq!(values(&world), [json!(null), json!("true")]);
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = world();
    let one = UpdateOrganizationProperty::new(&world.acme, "no_property", "x");
    assert_eq!(world.refusal(&one), refused(400, "PROPERTY_INVALID"));
    let several = [("kp_org_city", json!("Bern")), ("no_property", json!("x"))];
    let several = UpdateOrganizationProperties::new(&world.acme, several);
    assert_eq!(world.refusal(&several), refused(400, "PROPERTY_INVALID"));
    let list = UpdateOrganizationProperties::new(&world.acme, [("kp_org_city", json!(["Bern"]))]);
    assert_eq!(world.refusal(&list), refused(400, "BAD_REQUEST"));
    assert_eq!(values(&world), [json!(null), json!(null)]);
}
