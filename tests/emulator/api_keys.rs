use kinde_api::ApiKeyId;
use kinde_api::api_keys::{
    ApiKeyStatus, ApiKeyType, CreateApiKey, DeleteApiKey, GetApiKey, GetApiKeys, RotateApiKey, VerifyApiKey,
    VerifyApiKeyResponse,
};
use serde_json::json;

use crate::world::{World, refused, success};

/// A key for `Reports` with its scope `read:reports`: its id, and the key itself.
fn key(world: &World, create: impl FnOnce(CreateApiKey) -> CreateApiKey, r#type: ApiKeyType) -> (ApiKeyId, String) {
    let (api_id, scope_ids) = world.emulator.add_api("Reports", ["read:reports"]);
    let create = create(CreateApiKey::new("Nightly export", r#type, api_id).scope_ids(scope_ids));
    let made = world.send(&create).unwrap().api_key.unwrap();
    (made.id.unwrap(), made.key.unwrap().expose().to_owned())
}

fn verified(world: &World, key: &str) -> VerifyApiKeyResponse {
    world.send(&VerifyApiKey::new(key)).unwrap()
}

#[test]
fn makes_a_key_and_verifies_it() {
    let world = World::new();
    let user = world.user(1);
    let (id, key) = key(&world, |create| create.user_id(&user), ApiKeyType::User);

    let answer = verified(&world, &key);
    assert_eq!((answer.code.as_deref(), answer.is_valid), (Some("API_KEY_VERIFIED"), Some(true)));
    assert_eq!((&answer.key_id, &answer.user_id, &answer.org_code), (&Some(id.clone()), &Some(user.clone()), &None));
    assert_eq!((answer.scopes, answer.verification_count), (vec!["read:reports".into()], Some(1)));

    let (status, body) = world.answer(&GetApiKey::new(&id));
    assert_eq!(status, 200);
    let api_id = &body["api_key"]["api_ids"][0];
    assert_eq!(
        body["api_key"],
        json!({
            "id": id,
            "name": "Nightly export",
            "type": "user",
            "status": "active",
            "key_prefix": &key[..6],
            "key_suffix": &key[key.len() - 4..],
            "created_on": "2026-01-01T00:00:00Z",
            "last_verified_on": "2026-01-01T00:00:00Z",
            "last_verified_ip": "127.0.0.1",
            "created_by": null,
            "api_ids": [api_id],
            "scopes": ["read:reports"],
            "verification_count": 1,
            "organization_id": null,
            "user_id": user,
        })
    );
}

#[test]
fn a_key_is_verified_without_a_token() {
    let world = World::new();
    let (_, key) = key(&world, |create| create, ApiKeyType::Environment);
    let verify = VerifyApiKey::new(&key);
    let (status, body) = world.changed(&verify, |request| {
        request.headers_mut().remove("authorization");
    });
    assert_eq!((status, &body["is_valid"]), (200, &json!(true)));
}

#[test]
fn a_rotated_key_keeps_its_id_and_the_old_one_does_not_hold() {
    let world = World::new();
    let (id, old) = key(&world, |create| create.org_code(&world.acme), ApiKeyType::Organization);
    let made = world.send(&RotateApiKey::new(&id)).unwrap().api_key.unwrap();
    assert_eq!(made.id, Some(id));
    assert_eq!(verified(&world, &old).is_valid, Some(false));
    let answer = verified(&world, made.key.unwrap().expose());
    assert_eq!((answer.is_valid, answer.org_code), (Some(true), Some(world.acme.clone())));
}

#[test]
fn a_revoked_key_stays_readable() {
    let world = World::new();
    let (id, key) = key(&world, |create| create, ApiKeyType::Environment);
    assert_eq!(world.answer(&DeleteApiKey::new(&id)), success());
    let answer = verified(&world, &key);
    assert_eq!((answer.is_valid, answer.status), (Some(false), Some(ApiKeyStatus::Revoked)));
    let revoked = world.send(&GetApiKeys::new().status(ApiKeyStatus::Revoked)).unwrap().api_keys;
    assert_eq!(revoked.into_iter().map(|key| key.id).collect::<Vec<_>>(), [Some(id)]);
    assert!(world.send(&GetApiKeys::new().status(ApiKeyStatus::Active)).unwrap().api_keys.is_empty());
}

#[test]
fn lists_by_owner_and_type_page_by_page() {
    let world = World::new();
    let user = world.user(1);
    let keys = [
        key(&world, |create| create.user_id(&user), ApiKeyType::User).0,
        key(&world, |create| create.org_code(&world.acme), ApiKeyType::Organization).0,
        key(&world, |create| create, ApiKeyType::Environment).0,
    ];
    let listed = |list: GetApiKeys| -> Vec<ApiKeyId> {
        world.send(&list).unwrap().api_keys.into_iter().filter_map(|key| key.id).collect()
    };
    assert_eq!(listed(GetApiKeys::new()), keys);
    assert_eq!(listed(GetApiKeys::new().user_id(&user)), keys[..1]);
    assert_eq!(listed(GetApiKeys::new().org_code(&world.acme)), keys[1..2]);
    assert_eq!(listed(GetApiKeys::new().key_type(ApiKeyType::Organization)), keys[1..2]);
    let client = world.emulator.client();
    let all = client.items(GetApiKeys::new().page_size(1)).map(|key| key.unwrap().id.unwrap());
    assert_eq!(all.collect::<Vec<_>>(), keys);
}

#[test]
fn refuses_what_makes_no_key() {
    let world = World::new();
    let (api_id, _) = world.emulator.add_api("Reports", ["read:reports"]);
    let create = |r#type| CreateApiKey::new("Nightly export", r#type, &api_id);
    for (create, code) in [
        (create(ApiKeyType::User), "BAD_REQUEST"),
        (create(ApiKeyType::User).user_id("kp_0"), "USER_INVALID"),
        (create(ApiKeyType::Organization), "BAD_REQUEST"),
        (create(ApiKeyType::Organization).org_code("org_0"), "ORGANIZATION_INVALID"),
        (create(ApiKeyType::Environment).user_id("kp_0"), "USER_INVALID"),
        (create(ApiKeyType::Environment).org_code("org_0"), "ORGANIZATION_INVALID"),
        (create("robot".into()), "BAD_REQUEST"),
        (create(ApiKeyType::Environment).scope_ids(["api_scope_0"]), "SCOPE_INVALID"),
        (CreateApiKey::new("", ApiKeyType::Environment, &api_id), "BAD_REQUEST"),
        (CreateApiKey::new("Nightly export", ApiKeyType::Environment, "api_0"), "API_INVALID"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    assert!(world.send(&GetApiKeys::new()).unwrap().api_keys.is_empty());
    let unknown = refused(404, "API_KEY_NOT_FOUND");
    assert_eq!(world.refusal(&GetApiKey::new("api_key_0")), unknown);
    assert_eq!(world.refusal(&RotateApiKey::new("api_key_0")), unknown);
    assert_eq!(world.refusal(&DeleteApiKey::new("api_key_0")), unknown);
    assert_eq!(verified(&world, "k_live_0"), {
        let mut answer = VerifyApiKeyResponse::default();
        answer.code = Some("API_KEY_INVALID".to_owned());
        answer.message = Some("API key is not valid".to_owned());
        answer.is_valid = Some(false);
        answer
    });
}
