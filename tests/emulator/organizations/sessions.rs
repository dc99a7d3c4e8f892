use kinde_api::organizations::{SsoSessionPersistenceMode, UpdateOrganizationSessions};

use crate::world::{World, refused, success};

#[test]
fn keeps_what_was_set() {
    let world = World::new();
    let empty = UpdateOrganizationSessions::new(&world.acme);
    assert_eq!(world.emulator.organization_sessions(&world.acme), Ok(empty.clone()));
    let first = empty.clone().is_use_org_sso_session_policy(true).sso_session_persistence_mode("non-persistent");
    assert_eq!(world.answer(&first), success());
    let second = empty.is_use_org_authenticated_session_lifetime(true).authenticated_session_lifetime(86_400);
    assert_eq!(world.answer(&second), success());
    let both = second
        .is_use_org_sso_session_policy(true)
        .sso_session_persistence_mode(SsoSessionPersistenceMode::NonPersistent);
    assert_eq!(world.emulator.organization_sessions(&world.acme), Ok(both));
}

#[test]
fn refuses_unknown_modes() {
    let world = World::new();
    let endpoint = UpdateOrganizationSessions::new(&world.acme).sso_session_persistence_mode("sticky");
    assert_eq!(world.refusal(&endpoint), refused(400, "BAD_REQUEST"));
}
