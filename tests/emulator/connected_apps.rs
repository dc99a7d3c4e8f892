use std::time::Duration;

use kinde_api::connected_apps::{GetConnectedAppAuthUrl, GetConnectedAppToken, RevokeConnectedAppToken};
use kinde_api::users::DeleteUser;
use kinde_api::{Secret, UserId};
use serde_json::json;

use crate::world::{World, refused, success};

/// The app `crm`, and a user.
fn world() -> (World, UserId) {
    let world = World::new();
    world.emulator.add_connected_app("crm");
    let user = world.user(1);
    (world, user)
}

fn begun(world: &World, user: &UserId) -> Secret {
    world.send(&GetConnectedAppAuthUrl::new("crm").user_id(user)).unwrap().session_id.unwrap()
}

#[test]
fn leads_to_a_token() {
    let (world, user) = world();
    let begin = GetConnectedAppAuthUrl::new("crm").user_id(&user).override_callback_url("https://shop.example/?a=b");
    let (status, body) = world.answer(&begin);
    let session = body["session_id"].as_str().unwrap();
    let callback = "https%3A%2F%2Fshop%2Eexample%2F%3Fa%3Db";
    let url = format!("https://crm.example/authorize?state={session}&redirect_uri={callback}");
    assert_eq!((status, &body), (200, &json!({"url": url, "session_id": session})), "without an envelope");

    let token = GetConnectedAppToken::new(session);
    assert_eq!(world.refusal(&token), refused(400, "SESSION_NOT_AUTHENTICATED"));
    let access_token = world.emulator.sign_in_to_connected_app(session).unwrap();
    let expected = json!({"access_token": access_token, "access_token_expiry": "2026-01-01T01:00:00Z"});
    assert_eq!(world.answer(&token), (200, expected));
    world.emulator.advance(Duration::from_secs(3600));
    let api = kinde_api::Api::new(crate::world::ORIGIN, world.emulator.token()).unwrap();
    let world = World { api, ..world };
    assert_eq!(world.refusal(&token), refused(400, "SESSION_EXPIRED"));
}

#[test]
fn revokes_what_was_given() {
    let (world, user) = world();
    let session = begun(&world, &user);
    let revoke = RevokeConnectedAppToken::new(&session);
    assert_eq!(world.refusal(&revoke), refused(400, "SESSION_NOT_AUTHENTICATED"));
    world.emulator.sign_in_to_connected_app(&session).unwrap();
    assert_eq!(world.answer(&revoke), success());
    assert_eq!(world.refusal(&GetConnectedAppToken::new(&session)), refused(400, "SESSION_NOT_AUTHENTICATED"));
}

#[test]
fn is_for_a_user_or_an_organization_that_is_there() {
    let (world, user) = world();
    let begin = GetConnectedAppAuthUrl::new("crm");
    assert_eq!(world.answer(&begin.clone().org_code(&world.acme)).0, 200);
    assert_eq!(world.refusal(&begin), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&begin.clone().user_id("kp_0")), refused(404, "USER_NOT_FOUND"));
    assert_eq!(world.refusal(&begin.org_code("org_0")), refused(404, "ORGANIZATION_NOT_FOUND"));
    let other = GetConnectedAppAuthUrl::new("erp").user_id(&user);
    assert_eq!(world.refusal(&other), refused(404, "CONNECTED_APP_NOT_FOUND"));
    let (_, body) = world.answer(&other);
    let error = json!([{"code": "CONNECTED_APP_NOT_FOUND", "message": "there is no connected app `erp`"}]);
    assert_eq!(body, json!({"errors": error}), "a list, unlike most 404s");
}

#[test]
fn does_not_repeat_a_session_that_is_none() {
    let (world, user) = world();
    let session = begun(&world, &user);
    world.send(&DeleteUser::new(&user)).unwrap();
    for session in [session.expose(), "no-session"] {
        let (status, body) = world.answer(&GetConnectedAppToken::new(session));
        assert_eq!((status, &body["errors"][0]["code"]), (400, &json!("SESSION_INVALID")));
        assert!(!body.to_string().contains(session));
        assert_eq!(world.refusal(&RevokeConnectedAppToken::new(session)), refused(400, "SESSION_INVALID"));
    }
}
