use kinde_api::organizations::{MfaFactor, ReplaceOrganizationMfa};

use crate::world::{World, refused, success};

#[test]
fn replaces_the_whole_set() {
    let world = World::new();
    assert_eq!(world.emulator.organization_mfa(&world.acme), Ok(None));
    let both = [MfaFactor::Email, MfaFactor::AuthenticatorApp];
    let first = ReplaceOrganizationMfa::new(&world.acme, both).is_recovery_codes_enabled(false);
    assert_eq!(world.answer(&first), success());
    assert_eq!(world.emulator.organization_mfa(&world.acme), Ok(Some(first)));
    let second = ReplaceOrganizationMfa::new(&world.acme, [MfaFactor::Sms]);
    assert_eq!(world.answer(&second), success());
    assert_eq!(world.emulator.organization_mfa(&world.acme), Ok(Some(second.is_recovery_codes_enabled(true))));
}

#[test]
fn refuses_unknown_factors() {
    let world = World::new();
    let endpoint = ReplaceOrganizationMfa::new(&world.acme, ["mfa:email", "mfa:dance"]);
    assert_eq!(world.refusal(&endpoint), refused(400, "BAD_REQUEST"));
    assert_eq!(world.emulator.organization_mfa(&world.acme), Ok(None));
    assert!(world.emulator.organization_mfa("org_0").is_err());
}
