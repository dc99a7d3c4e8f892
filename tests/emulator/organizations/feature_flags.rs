use kinde_api::emulator::FeatureFlag;
use kinde_api::organizations::{
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, GetOrganizationFeatureFlags,
    UpdateOrganizationFeatureFlagOverride,
};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn world() -> World {
    let world = World::new();
    world.emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
    world.emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    world.emulator.add_feature_flag(FeatureFlag::bool("beta", false));
    world.emulator.add_feature_flag(FeatureFlag::bool("fixed", true).is_overridable(false));
    world
}

fn flags(beta: &str, seats: &str, theme: &str) -> (u16, Value) {
    let flags = json!({
        "beta": {"type": "bool", "value": beta},
        "fixed": {"type": "bool", "value": "true"},
        "seats": {"type": "int", "value": seats},
        "theme": {"type": "str", "value": theme},
    });
    (200, json!({"code": "OK", "message": "Success", "feature_flags": flags}))
}

#[test]
fn overrides_the_values_of_the_environment() {
    let world = world();
    let list = GetOrganizationFeatureFlags::new(&world.acme);
    assert_eq!(world.answer(&list), flags("false", "5", "blue"));
    for (key, value) in [("theme", json!("a b&c=d+é")), ("seats", json!(-7)), ("beta", json!(true))] {
        assert_eq!(world.answer(&UpdateOrganizationFeatureFlagOverride::new(&world.acme, key, value)), success());
    }
    assert_eq!(world.answer(&list), flags("true", "-7", "a b&c=d+é"));
    let elsewhere = GetOrganizationFeatureFlags::new(world.emulator.default_organization());
    assert_eq!(world.answer(&elsewhere), flags("false", "5", "blue"), "for this organization alone");

    assert_eq!(world.answer(&DeleteOrganizationFeatureFlagOverride::new(&world.acme, "seats")), success());
    assert_eq!(world.answer(&DeleteOrganizationFeatureFlagOverride::new(&world.acme, "seats")), success());
    assert_eq!(world.answer(&list), flags("true", "5", "a b&c=d+é"));
    assert_eq!(world.answer(&DeleteOrganizationFeatureFlagOverrides::new(&world.acme)), success());
    assert_eq!(world.answer(&list), flags("false", "5", "blue"));
}

#[test]
fn cuts_decimals_off() {
    let world = world();
    assert_eq!(world.answer(&UpdateOrganizationFeatureFlagOverride::new(&world.acme, "seats", 3.9)), success());
    assert_eq!(world.answer(&GetOrganizationFeatureFlags::new(&world.acme)), flags("false", "3", "blue"));
}

#[test]
fn refuses_values_of_another_type() {
    let world = world();
    for (key, value, code) in [
        ("seats", json!("many"), "FEATURE_FLAG_VALUE_INVALID"),
        ("seats", json!(2_147_483_648_u64), "FEATURE_FLAG_VALUE_INVALID"),
        ("beta", json!(1), "FEATURE_FLAG_VALUE_INVALID"),
        ("fixed", json!(false), "FEATURE_FLAG_OVERRIDE_NOT_ALLOWED"),
        ("no_flag", json!(1), "FEATURE_FLAG_INVALID"),
    ] {
        let update = UpdateOrganizationFeatureFlagOverride::new(&world.acme, key, value);
        assert_eq!(world.refusal(&update), refused(400, code), "{update:?}");
    }
    let delete = DeleteOrganizationFeatureFlagOverride::new(&world.acme, "no_flag");
    assert_eq!(world.refusal(&delete), refused(400, "FEATURE_FLAG_INVALID"));
    assert_eq!(world.answer(&GetOrganizationFeatureFlags::new(&world.acme)), flags("false", "5", "blue"));
}
