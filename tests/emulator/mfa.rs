use kinde_api::mfa::{MfaFactor, MfaPolicy, ReplaceMfa};
use serde_json::json;

use crate::world::{World, refused, success};

#[test]
fn keeps_what_was_set_last() {
    let world = World::new();
    let all = [MfaFactor::Email, MfaFactor::Sms, MfaFactor::AuthenticatorApp];
    for replace in [
        ReplaceMfa::new(MfaPolicy::Required, all).is_recovery_codes_enabled(true),
        ReplaceMfa::new(MfaPolicy::Optional, [MfaFactor::Sms]),
        ReplaceMfa::new(MfaPolicy::Off, [MfaFactor::Email; 0]),
    ] {
        assert_eq!(world.answer(&replace), success());
        assert_eq!(world.emulator.environment_mfa(), Some(replace));
    }
}

#[test]
fn refuses_what_it_does_not_know() {
    let world = World::new();
    let valid = ReplaceMfa::new(MfaPolicy::Required, [MfaFactor::Email]);
    for replace in [
        ReplaceMfa::new("mandatory", [MfaFactor::Email]),
        ReplaceMfa::new(MfaPolicy::Required, [MfaFactor::Email, "mfa:pigeon".into()]),
    ] {
        assert_eq!(world.refusal(&replace), refused(400, "BAD_REQUEST"), "{replace:?}");
    }
    for body in [
        "{}",
        "[]",
        r#"{"policy":"required"}"#,
        r#"{"enabled_factors":["mfa:email"]}"#,
        r#"{"policy":"required","enabled_factors":"mfa:email"}"#,
        r#"{"policy":"required","enabled_factors":[],"is_recovery_codes_enabled":"no"}"#,
    ] {
        let (status, answer) = world.with_body(&valid, body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(world.emulator.environment_mfa(), None);
}
