use std::time::Duration;

use kinde_api::InviteCode;
use kinde_api::organizations::{
    CreateOrganizationInvite, DeleteOrganizationInvite, GetOrganizationInvite, GetOrganizationInvites,
    GetOrganizationUsers,
};
use serde_json::{Value, json};

use crate::world::{NOTHING, World, refused, success};

fn world() -> World {
    let world = World::new();
    world.role("admin", "Administrator", &[]);
    world.role("member", "Member", &[]);
    world
}

fn invite(world: &World, email: &str) -> InviteCode {
    let endpoint = CreateOrganizationInvite::new(&world.acme, email, ["member"]);
    world.send(&endpoint).unwrap().invite.unwrap().code.unwrap()
}

fn emails(world: &World, endpoint: &GetOrganizationInvites) -> Vec<String> {
    world.send(endpoint).unwrap().invites.into_iter().filter_map(|invite| invite.email).collect()
}

#[test]
fn invites_and_reads() {
    let world = world();
    let endpoint = CreateOrganizationInvite::new(&world.acme, "guest@example.com", ["admin", "member"])
        .first_name("New")
        .last_name("Guest")
        .send_email(true);
    let (status, body) = world.answer(&endpoint);
    let (id, code) = (&body["invite"]["id"], body["invite"]["code"].as_str().unwrap());
    assert_ne!(id, code, "endpoints want the code");
    let mut invite = json!({
        "id": id,
        "code": code,
        "email": "guest@example.com",
        "first_name": "New",
        "last_name": "Guest",
        "full_name": "New Guest",
        "created_on": "2026-01-01T00:00:00Z",
        "is_sent": true,
        "accepted_on": null,
        "roles": [{"key": "admin", "name": "Administrator"}, {"key": "member", "name": "Member"}],
        "is_revoked": false,
        "invite_link": format!("https://acme.kinde.com/team_invitation?code={code}"),
    });
    let message = "Invitation successfully created.";
    let expected = json!({"code": "INVITATION_CREATED", "message": message, "invite": invite});
    assert_eq!((status, &body), (201, &expected));

    let expected = json!({"code": "OK", "message": "Success", "invites": [invite], "next_token": null});
    assert_eq!(world.answer(&GetOrganizationInvites::new(&world.acme)), (200, expected));
    invite["message"] = json!("Success");
    assert_eq!(world.answer(&GetOrganizationInvite::new(&world.acme, code)), (200, invite));
    let by_id = GetOrganizationInvite::new(&world.acme, id.as_str().unwrap());
    assert_eq!(world.refusal(&by_id), refused(404, "INVITATION_NOT_FOUND"));
}

#[test]
fn needs_no_names() {
    let world = world();
    let endpoint = CreateOrganizationInvite::new(&world.acme, "guest@example.com", ["member"]).first_name(None);
    let invite = world.send(&endpoint).unwrap().invite.unwrap();
    assert_eq!((invite.first_name, invite.last_name, invite.full_name), (None, None, Some(String::new())));
    assert_eq!(invite.is_sent, Some(false));
}

#[test]
fn lists_what_is_pending_unless_told_otherwise() {
    let world = world();
    let [_, accepted, revoked] = ["1", "2", "3"].map(|name| invite(&world, &format!("guest{name}@example.com")));
    world.emulator.advance(Duration::from_secs(60));
    world.emulator.accept_invite(&world.acme, &accepted).unwrap();
    assert_eq!(world.answer(&DeleteOrganizationInvite::new(&world.acme, &revoked)), success());

    let list = || GetOrganizationInvites::new(&world.acme);
    assert_eq!(emails(&world, &list()), ["guest1@example.com"]);
    let with_revoked = list().include_revoked(true).include_accepted(false);
    assert_eq!(emails(&world, &with_revoked), ["guest1@example.com", "guest3@example.com"]);
    assert_eq!(emails(&world, &list().include_accepted(true)), ["guest1@example.com", "guest2@example.com"]);
    assert_eq!(emails(&world, &list().include_accepted(true).include_revoked(true)).len(), 3);

    let read = |code| world.send(&GetOrganizationInvite::new(&world.acme, code)).unwrap();
    assert_eq!(read(&revoked).is_revoked, Some(true), "it can still be read");
    assert_eq!(read(&accepted).accepted_on, Some("2026-01-01T00:01:00Z".into()));
    for code in [&accepted, &revoked] {
        let again = DeleteOrganizationInvite::new(&world.acme, code);
        assert_eq!(world.refusal(&again), refused(400, "INVITATION_NOT_PENDING"));
        assert!(world.emulator.accept_invite(&world.acme, code).is_err());
    }
}

#[test]
fn makes_a_member_of_whom_accepts() {
    let world = world();
    let known = world.user(1);
    let [first, second] = ["member1@example.com", "guest@example.com"].map(|email| invite(&world, email));
    assert_eq!(world.emulator.accept_invite(&world.acme, first), Ok(known.clone()));
    let new = world.emulator.accept_invite(&world.acme, second).unwrap();
    let members = world.send(&GetOrganizationUsers::new(&world.acme)).unwrap().organization_users;
    let members: Vec<_> = members.into_iter().map(|member| (member.id.unwrap(), member.roles)).collect();
    assert_eq!(members, [(known, vec!["member".into()]), (new, vec!["member".into()])]);
}

#[test]
fn sorts() {
    let world = world();
    for (email, name) in [("b@example.com", "Berta"), ("a@example.com", "Carla"), ("C@example.com", "anna")] {
        let endpoint = CreateOrganizationInvite::new(&world.acme, email, ["member"]).first_name(name);
        world.send(&endpoint).unwrap();
        world.emulator.advance(Duration::from_secs(1));
    }
    for (sort, expected) in [
        ("created_on_asc", ["b@example.com", "a@example.com", "C@example.com"]),
        ("created_on_desc", ["C@example.com", "a@example.com", "b@example.com"]),
        ("email_asc", ["a@example.com", "b@example.com", "C@example.com"]),
        ("email_desc", ["C@example.com", "b@example.com", "a@example.com"]),
        ("name_asc", ["C@example.com", "b@example.com", "a@example.com"]),
        ("name_desc", ["a@example.com", "b@example.com", "C@example.com"]),
    ] {
        let endpoint = GetOrganizationInvites::new(&world.acme).sort(sort);
        assert_eq!(emails(&world, &endpoint), expected, "{sort}");
    }
}

#[test]
fn has_limits() {
    let world = world();
    let address = |length: usize| format!("{}@example.com", "a".repeat(length - 12));
    let to = |email: &str| CreateOrganizationInvite::new(&world.acme, email, ["member"]);
    assert!(world.send(&to(&address(254)).first_name("é".repeat(64)).last_name("é".repeat(64))).is_ok());
    for (endpoint, code) in [
        (to(&address(255)), "EMAIL_TOO_LONG"),
        (to("nobody"), "EMAIL_INVALID"),
        (to("@example.com"), "EMAIL_INVALID"),
        (to("a@example.com").first_name("é".repeat(65)), "FIRST_NAME_TOO_LONG"),
        (to("a@example.com").last_name("é".repeat(65)), "LAST_NAME_TOO_LONG"),
        (CreateOrganizationInvite::new(&world.acme, "a@example.com", ["no_role"]), "ROLE_INVALID"),
        (CreateOrganizationInvite::new(&world.acme, "a@example.com", NOTHING), "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&endpoint), refused(400, code), "{endpoint:?}");
    }
    let code = |body: Value| {
        let (status, answer) = world.with_body(&to("a@example.com"), &body.to_string());
        (status, answer["errors"][0]["code"].as_str().unwrap().to_owned())
    };
    assert_eq!(code(json!({"email": "a@example.com", "roles": "member"})), refused(400, "ROLES_INVALID_FORMAT"));
    assert_eq!(code(json!({"email": "a@example.com", "roles": [1]})), refused(400, "ROLES_INVALID_FORMAT"));
    assert_eq!(code(json!({"email": "a@example.com"})), refused(400, "BAD_REQUEST"));
    assert_eq!(code(json!({"roles": ["member"]})), refused(400, "BAD_REQUEST"));
    assert_eq!(emails(&world, &GetOrganizationInvites::new(&world.acme)).len(), 1);
}
