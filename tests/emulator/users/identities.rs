use kinde_api::emulator::User;
use kinde_api::identities::GetIdentity;
use kinde_api::users::{CreateUserIdentity, GetUserIdentities, IdentityType};
use kinde_api::{IdentityId, UserId};
use serde_json::json;

use crate::world::{World, refused};

fn created(world: &World, create: &CreateUserIdentity) -> IdentityId {
    world.send(create).unwrap().identity.and_then(|identity| identity.id).unwrap()
}

fn names(world: &World, user: &UserId) -> Vec<String> {
    let identities = world.send(&GetUserIdentities::new(user)).unwrap().identities;
    identities.into_iter().filter_map(|identity| identity.name).collect()
}

#[test]
fn lists_what_a_user_signs_in_by() {
    let world = World::new();
    let user = world.emulator.add_user(User::new("member1@example.com").username("member1"));
    let listed = world.send(&GetUserIdentities::new(&user)).unwrap().identities;
    let id = |place: usize| listed[place].id.clone().unwrap();
    let identity = |place, r#type, name: &str, email, is_confirmed: Option<bool>| {
        json!({
            "id": id(place),
            "type": r#type,
            "is_confirmed": is_confirmed,
            "created_on": "2026-01-01T00:00:00Z",
            "last_login_on": null,
            "total_logins": 0,
            "name": name,
            "email": email,
            "connection_id": null,
            "is_primary": true,
        })
    };
    let email = identity(0, "email", "member1@example.com", Some("member1@example.com"), Some(true));
    let username = identity(1, "username", "member1", None, None);
    let expected = json!({"code": "OK", "message": "Success", "identities": [email, username], "has_more": false});
    assert_eq!(world.answer(&GetUserIdentities::new(&user)), (200, expected));
}

#[test]
fn creates_one_of_each_type() {
    let world = World::new();
    let user = world.user(1);
    let google = world.emulator.add_connection("google", "oauth2:google");
    let okta = world.emulator.add_connection("okta", "saml:okta");
    let create = |value: &str, r#type| CreateUserIdentity::new(&user, value, r#type);
    let (status, body) = world.answer(&create("other1@example.com", IdentityType::Email));
    let id = body["identity"]["id"].clone();
    assert_eq!((status, body), (201, json!({"code": "OK", "message": "Success", "identity": {"id": id}})));
    for (create, r#type, name, connection) in [
        (create("member1", IdentityType::Username), "username", "member1", None),
        (create("0491 570 006", IdentityType::Phone).phone_country_id("au"), "phone", "+61491570006", None),
        (create("+61491570157", IdentityType::Phone).phone_country_id("au"), "phone", "+61491570157", None),
        (create("g-17", IdentityType::Social).connection_id(&google), "oauth2:google", "g-17", Some(&google)),
        (create("o-17", IdentityType::Enterprise).connection_id(&okta), "saml:okta", "o-17", Some(&okta)),
    ] {
        let id = created(&world, &create);
        let (_, body) = world.answer(&GetIdentity::new(&id));
        let identity = &body["identity"];
        assert_eq!(
            (&identity["type"], &identity["name"], &identity["connection_id"]),
            (&json!(r#type), &json!(name), &json!(connection)),
        );
    }
    let expected =
        ["member1@example.com", "other1@example.com", "member1", "+61491570006", "+61491570157", "g-17", "o-17"];
    assert_eq!(names(&world, &user), expected, "in the order in which they were made");
}

#[test]
fn pages_forwards_and_backwards() {
    let world = World::new();
    let user = world.user(1);
    for number in 1..12 {
        created(&world, &CreateUserIdentity::new(&user, format!("name{number}"), IdentityType::Username));
    }
    let list = GetUserIdentities::new(&user);
    let first = world.send(&list).unwrap();
    assert_eq!((first.identities.len(), first.has_more), (10, Some(true)));
    let all = world.emulator.client().items(list.clone()).collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(all.len(), 12);
    let final_id = all[11].id.clone().unwrap();
    let before = world.send(&list.clone().ending_before(final_id.as_str())).unwrap();
    assert_eq!((before.identities.as_slice(), before.has_more), (&all[1..11], Some(true)));
    assert_eq!(world.refusal(&list.clone().starting_after("identity_0")), refused(400, "BAD_REQUEST"));
    let both = list.starting_after(final_id.as_str()).ending_before(final_id.as_str());
    assert_eq!(world.refusal(&both), refused(400, "TOO_MANY_PARAMETERS"));
}

#[test]
fn refuses_what_makes_no_identity() {
    let world = World::new();
    let user = world.user(1);
    world.emulator.add_user(User::new("taken@example.com").username("taken").phone("+61491570006"));
    let create = |value: &str, r#type| CreateUserIdentity::new(&user, value, r#type);
    for (create, code) in [
        (create("TAKEN@example.com", IdentityType::Email), "EMAIL_ALREADY_EXISTS"),
        (create("Taken", IdentityType::Username), "USERNAME_ALREADY_EXISTS"),
        (create("0491570006", IdentityType::Phone).phone_country_id("au"), "PHONE_ALREADY_EXISTS"),
        (create("0491570157", IdentityType::Phone), "BAD_REQUEST"),
        (create("no digits", IdentityType::Phone).phone_country_id("au"), "BAD_REQUEST"),
        (create("g-17", IdentityType::Social), "BAD_REQUEST"),
        (create("g-17", IdentityType::Social).connection_id("conn_0"), "CONNECTION_INVALID"),
        (create("member2@example.com", IdentityType::Email).connection_id("conn_0"), "CONNECTION_INVALID"),
        (create("", IdentityType::Email), "BAD_REQUEST"),
        (create("17", "passport".into()), "BAD_REQUEST"),
        (CreateUserIdentity::new("kp_0", "member2", IdentityType::Username), "USER_INVALID"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    for body in ["{}", "[]", r#"{"type":"email"}"#, r#"{"value":"member1"}"#, r#"{"type":"email","value":1}"#] {
        let (status, answer) = world.with_body(&create("member1", IdentityType::Username), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(names(&world, &user), ["member1@example.com"]);
    assert_eq!(world.refusal(&GetUserIdentities::new("kp_0")), refused(400, "USER_INVALID"));
}
