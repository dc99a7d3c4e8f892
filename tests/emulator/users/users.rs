use std::time::Duration;

use kinde_api::emulator::User;
use kinde_api::organizations::{AddOrganizationUser, GetOrganizationUsers};
use kinde_api::search::SearchUsers;
use kinde_api::subscribers::{CreateSubscriber, GetSubscribers};
use kinde_api::users::{
    CreateUser, CreateUserProfile, DeleteUser, GetUserData, GetUserIdentities, GetUsers, NewIdentity,
    RefreshUserClaims, UpdateUser, UserExpand,
};
use kinde_api::{OrgCode, UserId};
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, refused, success};

const EXPAND: [UserExpand; 3] = [UserExpand::Organizations, UserExpand::Identities, UserExpand::Billing];

fn made(world: &World, create: &CreateUser) -> UserId {
    world.send(create).unwrap().id.unwrap()
}

fn ids(world: &World, list: &GetUsers) -> Vec<UserId> {
    world.send(list).unwrap().users.into_iter().filter_map(|user| user.id).collect()
}

fn codes(world: &World, user: &UserId) -> Vec<OrgCode> {
    world.send(&GetUserData::new(user).expand([UserExpand::Organizations])).unwrap().organizations
}

#[test]
fn creates_and_reads() {
    let world = World::new();
    let profile = CreateUserProfile::new().given_name("Member").family_name("One").picture("https://example.com/1.png");
    let create = CreateUser::new().profile(profile).organization_code(&world.acme).provided_id("17").identities([
        NewIdentity::email("member1@example.com").is_verified(true),
        NewIdentity::phone("0491570006").phone_country_id("au"),
        NewIdentity::username("member1"),
    ]);
    let (status, body) = world.answer(&create);
    let id = body["id"].clone();
    let made = |r#type| json!({"type": r#type, "result": {"created": true}});
    let identities = [made("email"), made("phone"), made("username")];
    assert_eq!((status, &body), (200, &json!({"id": id, "created": true, "identities": identities})));

    let mut user = json!({
        "id": id,
        "provided_id": "17",
        "preferred_email": "member1@example.com",
        "phone": "+61491570006",
        "username": "member1",
        "last_name": "One",
        "first_name": "Member",
        "is_suspended": false,
        "picture": "https://example.com/1.png",
        "total_sign_ins": 0,
        "failed_sign_ins": 0,
        "last_signed_in": null,
        "created_on": "2026-01-01T00:00:00Z",
    });
    let get = GetUserData::new(id.as_str().unwrap());
    assert_eq!(world.answer(&get), (200, user.clone()));
    user["organizations"] = json!([world.acme]);
    user["identities"] = json!([
        {"type": "email", "identity": "member1@example.com"},
        {"type": "phone", "identity": "+61491570006"},
        {"type": "username", "identity": "member1"},
    ]);
    user["billing"] = json!({"customer_id": null});
    assert_eq!(world.answer(&get.expand(EXPAND)), (200, user));
    let members = world.send(&GetOrganizationUsers::new(&world.acme)).unwrap().organization_users;
    assert_eq!(members.len(), 1);
    let confirmed = world.send(&GetUserIdentities::new(id.as_str().unwrap())).unwrap().identities;
    let confirmed: Vec<_> = confirmed.into_iter().map(|identity| identity.is_confirmed).collect();
    assert_eq!(confirmed, [Some(true), Some(false), None]);
}

#[test]
fn lists_the_same_with_other_names() {
    let world = World::new();
    let user = world.member(1);
    let customer = world.emulator.add_billing_customer(user.clone()).unwrap();
    world.emulator.advance(Duration::from_secs(60));
    world.emulator.sign_in(&world.acme, &user).unwrap();
    let mut item = json!({
        "id": user,
        "provided_id": null,
        "email": "member1@example.com",
        "phone": null,
        "username": null,
        "last_name": "1",
        "first_name": "Member",
        "is_suspended": false,
        "picture": null,
        "total_sign_ins": 1,
        "failed_sign_ins": 0,
        "last_signed_in": "2026-01-01T00:01:00Z",
        "created_on": "2026-01-01T00:00:00Z",
        "last_organization_sign_ins": [{"org_code": world.acme, "last_signed_in": "2026-01-01T00:01:00Z"}],
    });
    let page = |item: &Value| (200, json!({"code": "OK", "message": "Success", "users": [item]}));
    assert_eq!(world.answer(&GetUsers::new()), page(&item));
    item["organizations"] = json!([world.acme]);
    item["identities"] = json!([{"type": "email", "identity": "member1@example.com", "connection_id": null}]);
    item["billing"] = json!({"customer_id": customer});
    assert_eq!(world.answer(&GetUsers::new().expand(EXPAND)), page(&item));
}

#[test]
fn tells_sign_ins_of_each_organization() {
    let world = World::new();
    let user = world.member(1);
    let (second, third) = (world.emulator.add_organization("Second"), world.emulator.add_organization("Third"));
    for organization in [&second, &third] {
        world.emulator.add_members(organization, [AddOrganizationUser::new(&user)]).unwrap();
    }
    world.emulator.sign_in(&world.acme, &user).unwrap();
    world.emulator.advance(Duration::from_secs(60));
    world.emulator.sign_in(&third, &user).unwrap();
    let (_, body) = world.answer(&GetUsers::new());
    let expected = json!([
        {"org_code": world.acme, "last_signed_in": "2026-01-01T00:00:00Z"},
        {"org_code": third, "last_signed_in": "2026-01-01T00:01:00Z"},
    ]);
    assert_eq!(body["users"][0]["last_organization_sign_ins"], expected);
}

#[test]
fn filters() {
    let world = World::new();
    let first = world.member(1);
    let second = world.emulator.add_user(User::new("member2@example.com").username("Second").phone("+61491570006"));
    let third = world.user(3);
    world.emulator.advance(Duration::from_secs(60));
    world.emulator.sign_in(&world.acme, &first).unwrap();
    let all = GetUsers::new();
    for (list, expected) in [
        (all.clone(), vec![&first, &second, &third]),
        (all.clone().user_id([&third, &first]), vec![&first, &third]),
        (all.clone().user_id(["kp_0"]), vec![]),
        (all.clone().email(["MEMBER3@example.com", "member1@example.com"]), vec![&first, &third]),
        (all.clone().email(["member"]), vec![]),
        (all.clone().username(["second"]), vec![&second]),
        (all.clone().phone(["+61491570006"]), vec![&second]),
        (all.clone().email(["member2@example.com"]).username(["other"]), vec![]),
        (all.clone().user_id([&first]).email(["member2@example.com"]), vec![]),
        (all.clone().has_organization(true), vec![&first]),
        (all.clone().has_organization(false), vec![&second, &third]),
        (all.clone().active_since("2026-01-01T00:01:00Z"), vec![&first]),
        (all.clone().active_since("2026-01-01T00:01:00.5Z"), vec![]),
        (all.clone().active_since("2026-01-01T01:00:00+01:00"), vec![&first]),
    ] {
        assert_eq!(ids(&world, &list).iter().collect::<Vec<_>>(), expected, "{list:?}");
    }
    assert_eq!(world.refusal(&all.active_since("yesterday")), refused(400, "BAD_REQUEST"));
    let (status, _) = world.changed(&GetUsers::new().has_organization(true), |request| {
        *request.uri_mut() = request.uri().to_string().replace("=true", "=maybe").parse().unwrap();
    });
    assert_eq!(status, 400);
}

#[test]
fn pages_to_the_end() {
    let world = World::new();
    let users: Vec<UserId> = (1..=12).map(|number| world.user(number)).collect();
    let first = world.send(&GetUsers::new()).unwrap();
    assert_eq!(first.users.len(), 10);
    let list = GetUsers::new().page_size(5);
    let all = world.emulator.client().items(list.clone()).map(|user| user.unwrap().id.unwrap());
    assert_eq!(all.collect::<Vec<_>>(), users);
    let rest = ids(&world, &GetUsers::new().next_token(first.next_token.unwrap()));
    assert_eq!(rest, users[10..]);
    assert_eq!(ids(&world, &GetUsers::new().page_size(10_000)), users);
    assert_eq!(world.refusal(&GetUsers::new().page_size(0)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&GetUsers::new().next_token("none")), refused(400, "NEXT_TOKEN_INVALID"));
    for size in ["-1", "x"] {
        let (status, _) = world.changed(&list, |request| {
            *request.uri_mut() = request.uri().to_string().replace("=5", &format!("={size}")).parse().unwrap();
        });
        assert_eq!(status, 400, "{size}");
    }
}

#[test]
fn creates_without_anything() {
    let world = World::new();
    let user = made(&world, &CreateUser::new());
    let data = world.send(&GetUserData::new(&user).expand(EXPAND)).unwrap();
    assert_eq!((data.preferred_email, data.first_name, data.organizations), (None, None, Vec::new()));
    assert!(data.identities.is_empty());
    let (status, body) = world.with_body(&CreateUser::new(), "");
    assert_eq!((status, &body["created"]), (200, &json!(true)));
}

#[test]
fn an_address_in_the_profile_makes_no_identity() {
    let world = World::new();
    let (status, body) = world.with_body(&CreateUser::new(), r#"{"profile":{"email":"a@example.com"},"org_code":"x"}"#);
    assert_eq!((status, &body["identities"]), (200, &json!([])));
    assert!(ids(&world, &GetUsers::new().email(["a@example.com"])).is_empty());
}

#[test]
fn creates_all_of_a_user_or_nothing() {
    let world = World::new();
    let taken = User::new("taken@example.com").username("taken").phone("+61491570006");
    let holder = world.emulator.add_user(taken);
    let create = |identities: &[NewIdentity]| CreateUser::new().identities(identities.iter().cloned());
    let free = NewIdentity::email("free@example.com");
    for (create, code) in [
        (create(&[free.clone(), NewIdentity::email("TAKEN@example.com")]), "EMAIL_ALREADY_EXISTS"),
        (create(&[free.clone(), NewIdentity::username("Taken")]), "USERNAME_ALREADY_EXISTS"),
        (create(&[NewIdentity::phone("0491570006").phone_country_id("au")]), "PHONE_ALREADY_EXISTS"),
        (create(&[free.clone(), NewIdentity::email("FREE@example.com")]), "BAD_REQUEST"),
        (create(&[NewIdentity::email(" ")]), "BAD_REQUEST"),
        (create(&[NewIdentity::phone("none")]), "BAD_REQUEST"),
        (create(&[NewIdentity::new("email").detail("username", "member1")]), "BAD_REQUEST"),
        (create(&[NewIdentity::new("social").detail("email", "a@example.com")]), "BAD_REQUEST"),
        (create(std::slice::from_ref(&free)).organization_code("org_0"), "ORGANIZATION_INVALID"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    for body in [
        "[]",
        r#"{"profile":[]}"#,
        r#"{"profile":{"given_name":1}}"#,
        r#"{"identities":{}}"#,
        r#"{"identities":[{}]}"#,
        r#"{"identities":[["email"]]}"#,
        r#"{"identities":[{"type":"email","details":["a@example.com"]}]}"#,
    ] {
        let (status, answer) = world.with_body(&CreateUser::new(), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(ids(&world, &GetUsers::new()), [holder]);
}

#[test]
fn updates_what_is_given() {
    let world = World::new();
    let user = world.member(1);
    let update = UpdateUser::new(&user);
    let expected = |given_name, is_suspended, picture: Option<&str>| {
        let body = json!({
            "id": user,
            "given_name": given_name,
            "family_name": "1",
            "email": "member1@example.com",
            "is_suspended": is_suspended,
            "is_password_reset_requested": false,
            "picture": picture,
        });
        (200, body)
    };
    assert_eq!(world.answer(&update), expected("Member", false, None));
    let all = update.clone().given_name("Renamed").is_suspended(true).picture("https://example.com/1.png");
    let picture = Some("https://example.com/1.png");
    assert_eq!(world.answer(&all.provided_id("17")), expected("Renamed", true, picture));
    assert_eq!(world.answer(&update.clone().given_name("")), expected("Renamed", true, picture), "no name is emptied");
    let data = world.send(&GetUserData::new(&user)).unwrap();
    assert_eq!((data.first_name.as_deref(), data.is_suspended), (Some("Renamed"), Some(true)));
    assert_eq!(data.provided_id.as_deref(), Some("17"));
    let members = world.send(&GetOrganizationUsers::new(&world.acme)).unwrap().organization_users;
    assert_eq!(members[0].first_name.as_deref(), Some("Renamed"));
    assert_eq!(world.answer(&update.is_suspended(false)), expected("Renamed", false, picture));
}

#[test]
fn refuses_updates_of_another_shape() {
    let world = World::new();
    let user = world.user(1);
    for body in ["[]", r#"{"given_name":1}"#, r#"{"given_name":"A","is_suspended":"yes"}"#] {
        let (status, answer) = world.with_body(&UpdateUser::new(&user), body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    let data = world.send(&GetUserData::new(&user)).unwrap();
    assert_eq!((data.first_name.as_deref(), data.is_suspended), (Some("Member"), Some(false)));
}

#[test]
fn wants_the_id_of_a_user() {
    let world = World::new();
    let unknown = refused(400, "USER_INVALID");
    assert_eq!(world.refusal(&GetUserData::new("kp_0")), unknown);
    assert_eq!(world.refusal(&UpdateUser::new("kp_0")), unknown);
    assert_eq!(world.refusal(&DeleteUser::new("kp_0")), unknown);
    for query in ["", "?id="] {
        let without_id = |request: &mut http::Request<Vec<u8>>| {
            *request.uri_mut() = format!("{ORIGIN}/api/v1/user{query}").parse().unwrap();
        };
        for (status, answer) in [
            world.changed(&GetUserData::new("kp_0"), without_id),
            world.changed(&UpdateUser::new("kp_0"), without_id),
            world.changed(&DeleteUser::new("kp_0"), without_id),
        ] {
            assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("ID_REQUIRED")), "{query}");
        }
    }
    assert_eq!(world.refusal(&RefreshUserClaims::new("kp_0")), refused(400, "USER_INVALID"));
    assert_eq!(world.answer(&RefreshUserClaims::new(world.user(1))), success());
}

#[test]
fn deleting_takes_along_what_is_the_users() {
    let world = World::new();
    let user = world.member(1);
    let other = world.member(2);
    assert_eq!(world.answer(&DeleteUser::new(&user)), success());
    assert_eq!(world.refusal(&GetUserData::new(&user)), refused(400, "USER_INVALID"));
    assert_eq!(ids(&world, &GetUsers::new()), std::slice::from_ref(&other));
    let members = world.send(&GetOrganizationUsers::new(&world.acme)).unwrap().organization_users;
    assert_eq!(members.into_iter().map(|member| member.id).collect::<Vec<_>>(), [Some(other)]);
    assert_eq!(world.send(&SearchUsers::new().query("member1")).unwrap().results, []);

    let again = made(&world, &CreateUser::new().identities([NewIdentity::email("member1@example.com")]));
    assert_ne!(again, user);
    assert!(codes(&world, &again).is_empty(), "nothing of the former user comes back");
}

#[test]
fn subscribers_go_with_the_profile_alone() {
    let world = World::new();
    let (first, second) = (world.user(1), world.user(2));
    for number in [1, 2] {
        let address = format!("MEMBER{number}@example.com");
        world.send(&CreateSubscriber::new("Member", number.to_string(), address)).unwrap();
    }
    world.send(&DeleteUser::new(&first).is_delete_profile(true)).unwrap();
    world.send(&DeleteUser::new(&second).is_delete_profile(false)).unwrap();
    let left = world.send(&GetSubscribers::new()).unwrap().subscribers;
    let left: Vec<_> = left.into_iter().filter_map(|subscriber| subscriber.email).collect();
    assert_eq!(left, ["MEMBER2@example.com"]);
}
