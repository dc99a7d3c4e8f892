use kinde_api::organizations::{GetOrgUserMfa, ResetOrgUserMfa, ResetOrgUserMfaAll};
use serde_json::json;

use crate::world::{World, refused, success};

#[test]
fn shows_one_factor_and_the_next_after_a_reset() {
    let world = World::new();
    let member = world.member(1);
    let email = world.emulator.add_mfa_factor(&member, "email", "member1@example.com").unwrap();
    let app = world.emulator.add_mfa_factor(&member, "authenticator_app", "Phone").unwrap();
    let get = GetOrgUserMfa::new(&world.acme, &member);
    let factor = |id, r#type, name| {
        let mfa = json!({
            "id": id,
            "type": r#type,
            "created_on": "2026-01-01T00:00:00Z",
            "name": name,
            "is_verified": true,
            "usage_count": 1,
            "last_used_on": "2026-01-01T00:00:00Z",
        });
        (200, json!({"code": "OK", "message": "Success", "mfa": mfa}))
    };
    assert_eq!(world.answer(&get), factor(&email, "email", "member1@example.com"));
    assert_eq!(world.answer(&ResetOrgUserMfa::new(&world.acme, &member, &email)), success());
    assert_eq!(world.answer(&get), factor(&app, "authenticator_app", "Phone"));
    let again = ResetOrgUserMfa::new(&world.acme, &member, &email);
    assert_eq!(world.refusal(&again), refused(404, "MFA_NOT_FOUND"));
    assert_eq!(world.answer(&ResetOrgUserMfa::new(&world.acme, &member, &app)), success());
    assert_eq!(world.refusal(&get), refused(404, "MFA_NOT_FOUND"));
}

#[test]
fn resets_all_factors() {
    let world = World::new();
    let member = world.member(1);
    for name in ["member1@example.com", "other1@example.com"] {
        world.emulator.add_mfa_factor(&member, "email", name).unwrap();
    }
    assert_eq!(world.answer(&ResetOrgUserMfaAll::new(&world.acme, &member)), success());
    assert_eq!(world.refusal(&GetOrgUserMfa::new(&world.acme, &member)), refused(404, "MFA_NOT_FOUND"));
    assert_eq!(world.refusal(&ResetOrgUserMfaAll::new(&world.acme, &member)), refused(404, "MFA_NOT_FOUND"));
}

#[test]
fn finds_no_factors_of_others() {
    let world = World::new();
    let (member, stranger) = (world.member(1), world.user(2));
    world.emulator.add_mfa_factor(&stranger, "email", "member2@example.com").unwrap();
    let not_in = refused(404, "USER_NOT_IN_ORGANIZATION");
    assert_eq!(world.refusal(&GetOrgUserMfa::new(&world.acme, &stranger)), not_in);
    assert_eq!(world.refusal(&ResetOrgUserMfaAll::new(&world.acme, &stranger)), not_in);
    assert_eq!(world.refusal(&ResetOrgUserMfa::new(&world.acme, &stranger, "mfa_0")), not_in);
    assert_eq!(world.refusal(&GetOrgUserMfa::new("org_0", &member)), refused(404, "ORGANIZATION_NOT_FOUND"));
}
