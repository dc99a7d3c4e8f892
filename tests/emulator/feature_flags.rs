use kinde_api::environments::{GetEnvironmentFeatureFlags, UpdateEnvironmentFeatureFlagOverride};
use kinde_api::feature_flags::{
    CreateFeatureFlag, DeleteFeatureFlag, FeatureFlagOverrideLevel, FeatureFlagType, UpdateFeatureFlag,
};
use kinde_api::organizations::{GetOrganizationFeatureFlags, UpdateOrganizationFeatureFlagOverride};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn flags(world: &World) -> Value {
    world.answer(&GetEnvironmentFeatureFlags::new()).1["feature_flags"].take()
}

fn seats() -> CreateFeatureFlag {
    CreateFeatureFlag::new("Seats", "seats", FeatureFlagType::Int, 5)
        .allow_override_level(FeatureFlagOverrideLevel::Org)
}

fn update(r#type: &str, level: &str, default: impl Into<Value>) -> UpdateFeatureFlag {
    UpdateFeatureFlag::new("seats", "Places", "How many", r#type, level, default)
}

#[test]
fn creates_flags_of_every_type() {
    let world = World::new();
    assert_eq!(flags(&world), json!({}));
    let created = (201, json!({"code": "FEATURE_FLAG_CREATED", "message": "Feature flag created"}));
    assert_eq!(world.answer(&seats().description("How many")), created);
    world.send(&CreateFeatureFlag::new("Beta", "beta", FeatureFlagType::Bool, true)).unwrap();
    world.send(&CreateFeatureFlag::new("Theme", "theme", FeatureFlagType::Str, "")).unwrap();
    let expected = json!({
        "beta": {"type": "bool", "value": "true"},
        "seats": {"type": "int", "value": "5"},
        "theme": {"type": "str", "value": ""},
    });
    assert_eq!(flags(&world), expected);
}

#[test]
fn can_be_overridden_down_to_a_level() {
    let world = World::new();
    world.send(&seats()).unwrap();
    world.send(&CreateFeatureFlag::new("Beta", "beta", FeatureFlagType::Bool, true)).unwrap();
    let of_acme =
        |key: &str, value: &str| UpdateOrganizationFeatureFlagOverride::new(&world.acme, key, value.to_owned());
    assert_eq!(world.answer(&of_acme("seats", "7")), success());
    let unless_said = world.refusal(&of_acme("beta", "false"));
    assert_eq!(unless_said, refused(400, "FEATURE_FLAG_OVERRIDE_NOT_ALLOWED"), "by the environment alone");
}

#[test]
fn refuses_what_makes_no_flag() {
    let world = World::new();
    world.send(&seats()).unwrap();
    let create = |key: &str, r#type: &str, value: Value| CreateFeatureFlag::new("Name", key, r#type, value);
    for (create, code) in [
        (create("seats", "str", json!("x")), "FEATURE_FLAG_ALREADY_EXISTS"),
        (create("", "str", json!("x")), "BAD_REQUEST"),
        (create("beta", "json", json!("{}")), "BAD_REQUEST"),
        (create("beta", "bool", json!("yes")), "FEATURE_FLAG_VALUE_INVALID"),
        (create("beta", "int", json!("many")), "FEATURE_FLAG_VALUE_INVALID"),
        (create("beta", "str", json!("x")).allow_override_level("galaxy"), "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    let bodies = [
        "{}",
        "[]",
        r#"{"name":"Beta","key":"beta","type":"bool"}"#,
        r#"{"name":"Beta","key":"beta","default_value":"true"}"#,
        r#"{"name":"Beta","type":"bool","default_value":"true"}"#,
        r#"{"key":"beta","type":"bool","default_value":"true"}"#,
        r#"{"name":"Beta","key":"beta","type":"bool","default_value":true}"#,
    ];
    world.refuses_bodies(&create("beta", "bool", json!(true)), &bodies);
    assert_eq!(flags(&world), json!({"seats": {"type": "int", "value": "5"}}));
}

#[test]
fn updates_name_description_and_default() {
    let world = World::new();
    world.send(&seats()).unwrap();
    assert_eq!(world.answer(&update("int", "org", 10)), success());
    assert_eq!(flags(&world)["seats"]["value"], "10");
    world.send(&UpdateEnvironmentFeatureFlagOverride::new("seats", 3)).unwrap();
    world.send(&update("int", "org", 20)).unwrap();
    assert_eq!(flags(&world)["seats"]["value"], "3", "the environment's own stays");
}

#[test]
fn refuses_other_types_and_levels() {
    let world = World::new();
    world.send(&seats()).unwrap();
    for (update, code) in [
        (update("str", "org", "10"), "BAD_REQUEST"),
        (update("json", "org", "10"), "BAD_REQUEST"),
        (update("int", "env", 10), "BAD_REQUEST"),
        (update("int", "galaxy", 10), "BAD_REQUEST"),
        (update("int", "org", "many"), "FEATURE_FLAG_VALUE_INVALID"),
        (UpdateFeatureFlag::new("seats", "", "How many", "int", "org", 10), "BAD_REQUEST"),
        (UpdateFeatureFlag::new("none", "Places", "How many", "int", "org", 10), "FEATURE_FLAG_INVALID"),
    ] {
        assert_eq!(world.refusal(&update), refused(400, code), "{update:?}");
    }
    for missing in ["name", "description", "type", "allow_override_level", "default_value"] {
        let (status, _) = world.changed(&update("int", "org", 10), |request| {
            let uri = request.uri().to_string().replace(&format!("{missing}="), "other=");
            *request.uri_mut() = uri.parse().unwrap();
        });
        assert_eq!(status, 400, "{missing}");
    }
    assert_eq!(flags(&world)["seats"]["value"], "5");
}

#[test]
fn deleting_takes_the_overrides_along() {
    let world = World::new();
    world.send(&seats()).unwrap();
    world.send(&UpdateOrganizationFeatureFlagOverride::new(&world.acme, "seats", 7)).unwrap();
    world.send(&UpdateEnvironmentFeatureFlagOverride::new("seats", 6)).unwrap();
    assert_eq!(world.answer(&DeleteFeatureFlag::new("seats")), success());
    assert_eq!(world.refusal(&DeleteFeatureFlag::new("seats")), refused(400, "FEATURE_FLAG_INVALID"));
    assert_eq!(flags(&world), json!({}));
    world.send(&seats()).unwrap();
    assert_eq!(flags(&world)["seats"]["value"], "5");
    let (_, of_acme) = world.answer(&GetOrganizationFeatureFlags::new(&world.acme));
    assert_eq!(of_acme["feature_flags"]["seats"]["value"], "5");
}
