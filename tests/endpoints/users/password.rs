use kinde_api::Secret;
use kinde_api::users::{HashingMethod, SaltPosition, SetUserPassword};

use crate::signatures::{has_values, is_a_text};
use crate::wire::{RequestCase, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            SetUserPassword::new("kp_17", "$2a$10$a-hash"),
            r#"PUT https://acme.kinde.com/api/v1/users/kp_17/password
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"hashed_password":"$2a$10$a-hash"}"#,
        ),
        request(
            SetUserPassword::new("kp_17", Secret::from("a-hash"))
                .is_temporary_password(true)
                .mem_cost(14)
                .rounds(8)
                .salt_separator("a-separator")
                .signer_key("a-key")
                .variant("salted-pbkdf2-hmac-sha256")
                .iterations(24_000)
                .salt_position(SaltPosition::Suffix)
                .salt("a-salt")
                .hashing_method(HashingMethod::FirebaseScrypt),
            r#"PUT https://acme.kinde.com/api/v1/users/kp_17/password
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"hashed_password":"a-hash",
            "hashing_method":"firebase-scrypt",
            "salt":"a-salt",
            "salt_position":"suffix",
            "iterations":24000,
            "variant":"salted-pbkdf2-hmac-sha256",
            "signer_key":"a-key",
            "salt_separator":"a-separator",
            "rounds":8,
            "mem_cost":14,
            "is_temporary_password":true}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(&SetUserPassword::new("kp_17", "a-hash"), &success())]
}

#[test]
fn nothing_prints_a_secret() {
    let password = SetUserPassword::new("kp_17", "s3cret").salt("s3cret").signer_key("s3cret").salt_separator("s3cret");
    let shown = format!("{password:?}");
    assert!(shown.contains("hashed_password: Secret(..)"), "{shown}");
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[test]
fn types_are_texts_like_all_others() {
    is_a_text::<HashingMethod>();
    has_values([
        (HashingMethod::Bcrypt, "bcrypt"),
        (HashingMethod::Crypt, "crypt"),
        (HashingMethod::Md5, "md5"),
        (HashingMethod::Sha256, "sha256"),
        (HashingMethod::Wordpress, "wordpress"),
        (HashingMethod::Pbkdf2, "pbkdf2"),
        (HashingMethod::FirebaseScrypt, "firebase-scrypt"),
        (HashingMethod::AspnetIdentityV2, "aspnet-identity-v2"),
    ]);
    is_a_text::<SaltPosition>();
    has_values([(SaltPosition::Prefix, "prefix"), (SaltPosition::Suffix, "suffix")]);
}
