use kinde_api::identities::{DeleteIdentity, GetIdentity, UpdateIdentity};
use kinde_api::users::{CreateUserIdentity, GetUserData, GetUserIdentities, GetUsers, IdentityType};
use kinde_api::{IdentityId, UserId};
use serde_json::json;

use crate::world::{World, refused, success};

fn created(world: &World, create: &CreateUserIdentity) -> IdentityId {
    world.send(create).unwrap().identity.and_then(|identity| identity.id).unwrap()
}

/// A user with two addresses and a name, of which the second address and the name are made by operations.
fn user_with_three(world: &World) -> (UserId, [IdentityId; 3]) {
    let user = world.user(1);
    let other = created(world, &CreateUserIdentity::new(&user, "other1@example.com", IdentityType::Email));
    let name = created(world, &CreateUserIdentity::new(&user, "member1", IdentityType::Username));
    let first = world.send(&GetUserIdentities::new(&user)).unwrap().identities[0].id.clone().unwrap();
    (user, [first, other, name])
}

fn primary(world: &World, user: &UserId) -> Vec<String> {
    let identities = world.send(&GetUserIdentities::new(user)).unwrap().identities;
    let primary = identities.into_iter().filter(|identity| identity.is_primary == Some(true));
    primary.filter_map(|identity| identity.name).collect()
}

#[test]
fn reads_one_in_an_envelope() {
    let world = World::new();
    let (_, [_, other, _]) = user_with_three(&world);
    let identity = json!({
        "id": other,
        "type": "email",
        "is_confirmed": false,
        "created_on": "2026-01-01T00:00:00Z",
        "last_login_on": null,
        "total_logins": 0,
        "name": "other1@example.com",
        "email": "other1@example.com",
        "connection_id": null,
        "is_primary": false,
    });
    let expected = json!({"code": "OK", "message": "Success", "identity": identity});
    assert_eq!(world.answer(&GetIdentity::new(&other)), (200, expected));
    let read = world.send(&GetIdentity::new(&other)).unwrap();
    assert_eq!(read.id, Some(other));
}

#[test]
fn another_of_its_kind_becomes_the_primary_one() {
    let world = World::new();
    let (user, [first, other, _]) = user_with_three(&world);
    assert_eq!(primary(&world, &user), ["member1@example.com", "member1"]);
    assert_eq!(world.answer(&UpdateIdentity::new(&other, true)), success());
    assert_eq!(primary(&world, &user), ["other1@example.com", "member1"]);
    let data = world.send(&GetUserData::new(&user)).unwrap();
    assert_eq!(data.preferred_email.as_deref(), Some("other1@example.com"));

    assert_eq!(world.answer(&UpdateIdentity::new(&other, true)), success());
    assert_eq!(world.answer(&UpdateIdentity::new(&first, false)), success());
    assert_eq!(world.refusal(&UpdateIdentity::new(&other, false)), refused(400, "BAD_REQUEST"));
    assert_eq!(primary(&world, &user), ["other1@example.com", "member1"], "one of a kind always is");
}

#[test]
fn a_user_stays_without_any() {
    let world = World::new();
    let (user, identities) = user_with_three(&world);
    assert_eq!(world.answer(&DeleteIdentity::new(&identities[0])), success());
    assert_eq!(primary(&world, &user), ["other1@example.com", "member1"]);
    for identity in &identities[1..] {
        assert_eq!(world.answer(&DeleteIdentity::new(identity)), success());
    }
    let data = world.send(&GetUserData::new(&user)).unwrap();
    assert_eq!((data.id.as_ref(), data.preferred_email, data.username), (Some(&user), None, None));
    let by_address = world.send(&GetUsers::new().email(["member1@example.com"])).unwrap().users;
    assert!(by_address.is_empty());
    for identity in &identities {
        assert_eq!(world.refusal(&GetIdentity::new(identity)), refused(400, "IDENTITY_INVALID"));
    }
    let other = world.user(2);
    created(&world, &CreateUserIdentity::new(&other, "member1@example.com", IdentityType::Email));
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let (user, [_, other, _]) = user_with_three(&world);
    for body in ["{}", "[]", r#"{"is_primary":"true"}"#, r#"{"is_primary":null}"#] {
        let (status, answer) = world.with_body(&UpdateIdentity::new(&other, true), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(primary(&world, &user), ["member1@example.com", "member1"]);
    let unknown = refused(400, "IDENTITY_INVALID");
    assert_eq!(world.refusal(&GetIdentity::new("identity_0")), unknown);
    assert_eq!(world.refusal(&UpdateIdentity::new("identity_0", true)), unknown);
    assert_eq!(world.refusal(&DeleteIdentity::new("identity_0")), unknown);
}
