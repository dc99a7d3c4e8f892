use kinde_api::environments::{GetPasskey, UpdatePasskey};
use kinde_api::organizations::GetOrganizationPasskey;
use serde_json::json;

use crate::world::{World, envelope, refused};

#[test]
fn sets_the_policy_for_all() {
    let world = World::new();
    let settings = |enabled: bool, policy: &str| envelope(200, json!({"enabled": enabled, "policy": policy}));
    assert_eq!(world.answer(&GetPasskey::new()), settings(false, "off"));
    for (policy, enabled) in [("mandatory", true), ("off", false), ("optional", true)] {
        assert_eq!(world.answer(&UpdatePasskey::new(policy)), settings(enabled, policy));
        assert_eq!(world.answer(&GetPasskey::new()), settings(enabled, policy));
    }
    let (_, of_acme) = world.answer(&GetOrganizationPasskey::new(&world.acme));
    assert_eq!((&of_acme["policy"], &of_acme["environment_policy"]), (&json!("optional"), &json!("optional")));

    assert_eq!(world.refusal(&UpdatePasskey::new("sometimes")), refused(400, "BAD_REQUEST"));
    world.refuses_bodies(&UpdatePasskey::new("off"), &["{}", "[]", r#"{"policy":1}"#, r#"{"policy":null}"#]);
    assert_eq!(world.answer(&GetPasskey::new()), settings(true, "optional"));
}
