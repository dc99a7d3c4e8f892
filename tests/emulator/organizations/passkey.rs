use kinde_api::organizations::{GetOrganizationPasskey, PasskeyPolicy, UpdateOrganizationPasskey};
use serde_json::{Value, json};

use crate::world::{World, refused};

fn settings(enabled: bool, policy: &str, overrides: bool) -> Value {
    json!({
        "code": "OK",
        "message": "Success",
        "enabled": enabled,
        "policy": policy,
        "is_override_environment_passkey_settings": overrides,
    })
}

fn with_environment(mut settings: Value, policy: &str) -> (u16, Value) {
    settings["environment_policy"] = json!(policy);
    (200, settings)
}

#[test]
fn overrides_the_environment_and_goes_back() {
    let world = World::new();
    let get = GetOrganizationPasskey::new(&world.acme);
    let update = || UpdateOrganizationPasskey::new(&world.acme);
    assert_eq!(world.answer(&get), with_environment(settings(false, "off", false), "off"));
    world.emulator.set_passkey_policy(PasskeyPolicy::Optional);
    assert_eq!(world.answer(&get), with_environment(settings(true, "optional", false), "optional"));

    let mandatory = update().policy("mandatory").is_override_environment_passkey_settings(true);
    assert_eq!(world.answer(&mandatory), (200, settings(true, "mandatory", true)));
    assert_eq!(world.answer(&get), with_environment(settings(true, "mandatory", true), "optional"));
    assert_eq!(world.answer(&update()), (200, settings(true, "mandatory", true)), "nothing set changes nothing");
    let overrides = |overrides| update().is_override_environment_passkey_settings(overrides);
    assert_eq!(world.answer(&overrides(true)), (200, settings(true, "mandatory", true)));
    assert_eq!(world.answer(&overrides(false)), (200, settings(true, "optional", false)));

    assert_eq!(world.answer(&overrides(true)), (200, settings(true, "optional", true)), "the environment's");
    assert_eq!(world.answer(&update().policy("off")), (200, settings(false, "off", true)));
}

#[test]
fn refuses_unknown_policies() {
    let world = World::new();
    let endpoint = UpdateOrganizationPasskey::new(&world.acme).policy("sometimes");
    assert_eq!(world.refusal(&endpoint), refused(400, "BAD_REQUEST"));
}
