use kinde_api::emulator::FeatureFlag;
use kinde_api::environments::{
    DeleteEnvironmentFeatureFlagOverride, DeleteEnvironmentFeatureFlagOverrides, GetEnvironmentFeatureFlags,
    UpdateEnvironmentFeatureFlagOverride,
};
use kinde_api::organizations::GetOrganizationFeatureFlags;
use serde_json::{Value, json};

use crate::world::{World, envelope, refused, success};

fn world() -> World {
    let world = World::new();
    world.emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
    world.emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    world.emulator.add_feature_flag(FeatureFlag::bool("beta", false).is_overridable(false));
    world
}

fn flags(beta: &str, seats: &str, theme: &str) -> (u16, Value) {
    let flags = json!({
        "beta": {"type": "bool", "value": beta},
        "seats": {"type": "int", "value": seats},
        "theme": {"type": "str", "value": theme},
    });
    envelope(200, json!({"feature_flags": flags, "next_token": null}))
}

#[test]
fn overrides_the_defaults() {
    let world = world();
    let list = GetEnvironmentFeatureFlags::new();
    assert_eq!(world.answer(&list), flags("false", "5", "blue"));
    for (key, value) in [("theme", json!("a b&c=d+é")), ("seats", json!(-7)), ("beta", json!(true))] {
        assert_eq!(world.answer(&UpdateEnvironmentFeatureFlagOverride::new(key, value)), success());
    }
    assert_eq!(world.answer(&list), flags("true", "-7", "a b&c=d+é"));
    let (_, of_acme) = world.answer(&GetOrganizationFeatureFlags::new(&world.acme));
    assert_eq!(of_acme["feature_flags"]["theme"]["value"], "a b&c=d+é");

    assert_eq!(world.answer(&DeleteEnvironmentFeatureFlagOverride::new("theme")), success());
    assert_eq!(world.answer(&DeleteEnvironmentFeatureFlagOverride::new("theme")), success(), "none is left");
    assert_eq!(world.answer(&list), flags("true", "-7", "blue"));
    assert_eq!(world.answer(&DeleteEnvironmentFeatureFlagOverrides::new()), success());
    assert_eq!(world.answer(&list), flags("false", "5", "blue"));
}

#[test]
fn refuses_values_of_another_type() {
    let world = world();
    let update = |key: &str, value: Value| world.refusal(&UpdateEnvironmentFeatureFlagOverride::new(key, value));
    assert_eq!(update("seats", json!("many")), refused(400, "FEATURE_FLAG_VALUE_INVALID"));
    assert_eq!(update("seats", json!(2_147_483_648_u32)), refused(400, "FEATURE_FLAG_VALUE_INVALID"));
    assert_eq!(update("beta", json!(1)), refused(400, "FEATURE_FLAG_VALUE_INVALID"));
    assert_eq!(update("none", json!(1)), refused(400, "FEATURE_FLAG_INVALID"));
    let bodies = ["{}", "[]", r#"{"value":null}"#, r#"{"value":[1]}"#, r#"{"value":{}}"#, r#"{"value":1}"#];
    world.refuses_bodies(&UpdateEnvironmentFeatureFlagOverride::new("theme", "red"), &bodies);
    assert_eq!(world.answer(&GetEnvironmentFeatureFlags::new()), flags("false", "5", "blue"));
    let unknown = DeleteEnvironmentFeatureFlagOverride::new("none");
    assert_eq!(world.refusal(&unknown), refused(400, "FEATURE_FLAG_INVALID"));
}
