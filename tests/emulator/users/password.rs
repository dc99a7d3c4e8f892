use kinde_api::users::{HashingMethod, SaltPosition, SetUserPassword, UpdateUser};
use serde_json::json;

use crate::world::{World, refused, success};

#[test]
fn keeps_what_was_set_last() {
    let world = World::new();
    let user = world.user(1);
    let hash = |method: HashingMethod| SetUserPassword::new(&user, "a-hash").hashing_method(method);
    let firebase = hash(HashingMethod::FirebaseScrypt).salt("c2FsdA==").signer_key("a2V5").salt_separator("Bw==");
    for password in [
        SetUserPassword::new(&user, "$2a$10$a-hash").is_temporary_password(true),
        hash(HashingMethod::Md5),
        hash(HashingMethod::Md5).salt("salt").salt_position(SaltPosition::Suffix),
        hash(HashingMethod::Pbkdf2).salt("c2FsdA==").variant("sha256").iterations(24_000),
        firebase.rounds(8).mem_cost(14),
        hash(HashingMethod::AspnetIdentityV2),
    ] {
        assert_eq!(world.answer(&password), success(), "{password:?}");
        assert_eq!(world.emulator.user_password(&user), Ok(Some(password)));
    }
}

#[test]
fn ends_a_request_for_a_new_one() {
    let world = World::new();
    let user = world.user(1);
    let asks = world.send(&UpdateUser::new(&user).is_password_reset_requested(true)).unwrap();
    assert_eq!(asks.is_password_reset_requested, Some(true));
    world.send(&SetUserPassword::new(&user, "a-hash")).unwrap();
    assert_eq!(world.send(&UpdateUser::new(&user)).unwrap().is_password_reset_requested, Some(false));
}

#[test]
fn refuses_hashes_that_lack_something() {
    let world = World::new();
    let user = world.user(1);
    let hash = |method: HashingMethod| SetUserPassword::new(&user, "a-hash").hashing_method(method);
    let firebase = |rounds, mem_cost| {
        let hash = hash(HashingMethod::FirebaseScrypt).salt("c2FsdA==").signer_key("a2V5").salt_separator("Bw==");
        hash.rounds(rounds).mem_cost(mem_cost)
    };
    for password in [
        SetUserPassword::new(&user, ""),
        hash("rot13".into()),
        hash(HashingMethod::Md5).salt("salt"),
        hash(HashingMethod::Sha256).salt("salt").salt_position("infix"),
        hash(HashingMethod::Pbkdf2).salt("c2FsdA=="),
        hash(HashingMethod::Pbkdf2).variant("sha256"),
        hash(HashingMethod::FirebaseScrypt),
        firebase(0, 14),
        firebase(17, 14),
        firebase(8, 0),
        firebase(8, 21),
        firebase(8, 14).iterations(1),
        firebase(8, 14).variant("sha256"),
    ] {
        assert_eq!(world.refusal(&password), refused(400, "BAD_REQUEST"), "{password:?}");
    }
    for body in ["{}", "[]", r#"{"hashed_password":1}"#, r#"{"hashed_password":"a-hash","iterations":-1}"#] {
        let (status, answer) = world.with_body(&SetUserPassword::new(&user, "a-hash"), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(world.emulator.user_password(&user), Ok(None));
    assert_eq!(world.refusal(&SetUserPassword::new("kp_0", "a-hash")), refused(400, "USER_INVALID"));
}
