use std::time::Duration;

use kinde_api::emulator::Session;
use kinde_api::users::{DeleteUser, DeleteUserSessions, GetUserSessions};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn listed(world: &World, user: &kinde_api::UserId) -> Vec<Option<String>> {
    let sessions = world.send(&GetUserSessions::new(user)).unwrap().sessions;
    sessions.into_iter().map(|session| session.session_id).collect()
}

#[test]
fn tells_where_a_user_is_signed_in() {
    let world = World::new();
    let user = world.member(1);
    let list = GetUserSessions::new(&user);
    let none = json!({"code": "OK", "message": "Success", "has_more": false, "sessions": []});
    assert_eq!(world.answer(&list), (200, none));

    let session = Session::new(&user).org_code(&world.acme).ip_address("192.0.2.17").user_agent("curl/8.9.1");
    let id = world.emulator.add_session(session).unwrap();
    let connection = world.send(&list).unwrap().sessions[0].connection_id.clone();
    let session = json!({
        "user_id": user,
        "org_code": world.acme,
        "client_id": world.emulator.client_id(),
        "expires_on": "2026-01-31T00:00:00Z",
        "session_id": id,
        "started_on": "2026-01-01T00:00:00Z",
        "updated_on": "2026-01-01T00:00:00Z",
        "connection_id": connection,
        "last_ip_address": "192.0.2.17",
        "last_user_agent": "curl/8.9.1",
        "initial_ip_address": "192.0.2.17",
        "initial_user_agent": "curl/8.9.1",
    });
    assert_ne!(session["connection_id"], Value::Null);
    let expected = json!({"code": "OK", "message": "Success", "has_more": false, "sessions": [session]});
    assert_eq!(world.answer(&list), (200, expected));
}

#[test]
fn signs_a_user_out_everywhere() {
    let world = World::new();
    let (user, other) = (world.user(1), world.user(2));
    let ids = [&user, &user, &other].map(|user| Some(world.emulator.add_session(user).unwrap()));
    assert_eq!(listed(&world, &user), ids[..2]);
    for _ in 0..2 {
        assert_eq!(world.answer(&DeleteUserSessions::new(&user)), success());
        assert!(listed(&world, &user).is_empty());
    }
    assert_eq!(listed(&world, &other), ids[2..]);
}

#[test]
fn forgets_those_that_have_expired() {
    let world = World::new();
    let user = world.user(1);
    world.emulator.add_session(&user).unwrap();
    world.emulator.set_token_lifetime(Duration::from_secs(90 * 86_400));
    let later = World { api: kinde_api::Api::new(crate::world::ORIGIN, world.emulator.token()).unwrap(), ..world };
    later.emulator.advance(Duration::from_secs(30 * 86_400 - 1));
    assert_eq!(listed(&later, &user).len(), 1);
    later.emulator.advance(Duration::from_secs(1));
    assert!(listed(&later, &user).is_empty());
}

#[test]
fn does_not_find_users_who_are_not_there() {
    let world = World::new();
    let user = world.user(1);
    world.emulator.add_session(&user).unwrap();
    world.send(&DeleteUser::new(&user)).unwrap();
    for id in [user.as_str(), "kp_0"] {
        assert_eq!(world.refusal(&GetUserSessions::new(id)), refused(404, "USER_NOT_FOUND"));
        assert_eq!(world.refusal(&DeleteUserSessions::new(id)), refused(404, "USER_NOT_FOUND"));
    }
}
