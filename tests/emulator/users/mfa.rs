use kinde_api::users::{GetUsersMfa, ResetUsersMfa, ResetUsersMfaAll};
use serde_json::json;

use crate::world::{World, refused, success};

#[test]
fn shows_one_factor_and_the_next_after_a_reset() {
    let world = World::new();
    let user = world.user(1);
    let email = world.emulator.add_mfa_factor(&user, "email", "member1@example.com").unwrap();
    let app = world.emulator.add_mfa_factor(&user, "authenticator_app", "Phone").unwrap();
    let get = GetUsersMfa::new(&user);
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
    assert_eq!(world.answer(&ResetUsersMfa::new(&user, &email)), success());
    assert_eq!(world.answer(&get), factor(&app, "authenticator_app", "Phone"));
    assert_eq!(world.refusal(&ResetUsersMfa::new(&user, &email)), refused(404, "MFA_NOT_FOUND"));
    assert_eq!(world.answer(&ResetUsersMfa::new(&user, &app)), success());
    assert_eq!(world.refusal(&get), refused(404, "MFA_NOT_FOUND"));
}

#[test]
fn resets_all_factors_of_one_user() {
    let world = World::new();
    let (user, other) = (world.user(1), world.user(2));
    for owner in [&user, &user, &other] {
        world.emulator.add_mfa_factor(owner, "email", "member@example.com").unwrap();
    }
    assert_eq!(world.answer(&ResetUsersMfaAll::new(&user)), success());
    assert_eq!(world.refusal(&GetUsersMfa::new(&user)), refused(404, "MFA_NOT_FOUND"));
    assert_eq!(world.refusal(&ResetUsersMfaAll::new(&user)), refused(404, "MFA_NOT_FOUND"));
    assert_eq!(world.send(&GetUsersMfa::new(&other)).unwrap().mfa.len(), 1);
}

#[test]
fn finds_neither_strangers_nor_their_factors() {
    let world = World::new();
    let (user, other) = (world.user(1), world.user(2));
    let factor = world.emulator.add_mfa_factor(&other, "email", "member2@example.com").unwrap();
    assert_eq!(world.refusal(&ResetUsersMfa::new(&user, &factor)), refused(404, "MFA_NOT_FOUND"));
    assert_eq!(world.send(&GetUsersMfa::new(&other)).unwrap().mfa.len(), 1);
    let unknown = refused(404, "USER_NOT_FOUND");
    assert_eq!(world.refusal(&GetUsersMfa::new("kp_0")), unknown);
    assert_eq!(world.refusal(&ResetUsersMfaAll::new("kp_0")), unknown);
    assert_eq!(world.refusal(&ResetUsersMfa::new("kp_0", &factor)), unknown);
}
