use std::collections::BTreeMap;

use kinde_api::emulator::FeatureFlag;
use kinde_api::users::UpdateUserFeatureFlagOverride;
use serde_json::json;

use crate::world::{World, refused, success};

fn world() -> World {
    let world = World::new();
    world.emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
    world.emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    world.emulator.add_feature_flag(FeatureFlag::bool("beta", false));
    world
}

#[test]
fn overrides_values_for_one_user() {
    let world = world();
    let (user, other) = (world.user(1), world.user(2));
    for (key, value) in
        [("theme", json!("red & green")), ("seats", json!(7)), ("beta", json!(true)), ("seats", json!(8))]
    {
        assert_eq!(world.answer(&UpdateUserFeatureFlagOverride::new(&user, key, value)), success());
    }
    let expected = [("beta", "true"), ("seats", "8"), ("theme", "red & green")];
    let expected: BTreeMap<_, _> = expected.into_iter().map(|(key, value)| (key.into(), value.to_owned())).collect();
    assert_eq!(world.emulator.user_feature_flags(&user), Ok(expected));
    assert_eq!(world.emulator.user_feature_flags(&other), Ok(BTreeMap::new()));
}

#[test]
fn refuses_what_is_no_value_of_a_flag() {
    let world = world();
    world.emulator.add_feature_flag(FeatureFlag::bool("fixed", true).is_overridable(false));
    let user = world.user(1);
    for (user_id, key, value, code) in [
        (user.as_str(), "seats", json!("many"), "FEATURE_FLAG_VALUE_INVALID"),
        (user.as_str(), "beta", json!(1), "FEATURE_FLAG_VALUE_INVALID"),
        (user.as_str(), "fixed", json!(false), "FEATURE_FLAG_OVERRIDE_NOT_ALLOWED"),
        (user.as_str(), "no_flag", json!(1), "FEATURE_FLAG_INVALID"),
        ("kp_0", "seats", json!(1), "USER_INVALID"),
    ] {
        let update = UpdateUserFeatureFlagOverride::new(user_id, key, value);
        assert_eq!(world.refusal(&update), refused(400, code), "{update:?}");
    }
    let update = UpdateUserFeatureFlagOverride::new(&user, "seats", 1);
    let (status, body) = world.changed(&update, |request| {
        *request.uri_mut() = request.uri().to_string().split('?').next().unwrap().parse().unwrap();
    });
    assert_eq!((status, &body["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "the value is required");
    assert_eq!(world.emulator.user_feature_flags(&user), Ok(BTreeMap::new()));
}
