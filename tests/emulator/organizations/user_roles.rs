use kinde_api::organizations::{CreateOrganizationUserRole, DeleteOrganizationUserRole, GetOrganizationUserRoles};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn roles(world: &World, member: &kinde_api::UserId) -> Value {
    let (status, mut body) = world.answer(&GetOrganizationUserRoles::new(&world.acme, member));
    assert_eq!(status, 200);
    body["roles"].take()
}

#[test]
fn gives_and_takes_roles_by_id() {
    let world = World::new();
    let (admin, editor) = (world.role("admin", "Administrator", &[]), world.role("editor", "Editor", &[]));
    let member = world.member(1);
    let expected = json!({"code": "OK", "message": "Success", "roles": []});
    assert_eq!(world.answer(&GetOrganizationUserRoles::new(&world.acme, &member)), (200, expected));

    for role in [&admin, &editor, &admin] {
        assert_eq!(world.answer(&CreateOrganizationUserRole::new(&world.acme, &member, role)), success());
    }
    let administrator = json!({"id": admin, "key": "admin", "name": "Administrator"});
    assert_eq!(roles(&world, &member), json!([administrator, {"id": editor, "key": "editor", "name": "Editor"}]));

    assert_eq!(world.answer(&DeleteOrganizationUserRole::new(&world.acme, &member, &editor)), success());
    assert_eq!(roles(&world, &member), json!([administrator]));
    let again = DeleteOrganizationUserRole::new(&world.acme, &member, &editor);
    assert_eq!(world.refusal(&again), refused(400, "ROLE_NOT_ASSIGNED"));
}

#[test]
fn wants_ids_and_members() {
    let world = World::new();
    let role = world.role("admin", "Administrator", &[]);
    let (member, stranger) = (world.member(1), world.user(2));
    let by_key = CreateOrganizationUserRole::new(&world.acme, &member, "admin");
    assert_eq!(world.refusal(&by_key), refused(400, "ROLE_INVALID"));
    let by_key = DeleteOrganizationUserRole::new(&world.acme, &member, "admin");
    assert_eq!(world.refusal(&by_key), refused(400, "ROLE_INVALID"));
    for user in [stranger.as_str(), "kp_0"] {
        let not_in = refused(400, "USER_NOT_IN_ORGANIZATION");
        assert_eq!(world.refusal(&GetOrganizationUserRoles::new(&world.acme, user)), not_in);
        assert_eq!(world.refusal(&CreateOrganizationUserRole::new(&world.acme, user, &role)), not_in);
        assert_eq!(world.refusal(&DeleteOrganizationUserRole::new(&world.acme, user, &role)), not_in);
    }
    let elsewhere = GetOrganizationUserRoles::new("org_0", &member);
    assert_eq!(world.refusal(&elsewhere), refused(400, "ORGANIZATION_INVALID"));
}

#[test]
fn keeps_the_id_of_a_role_that_is_defined_anew() {
    let world = World::new();
    let before = world.role("admin", "Administrator", &[]);
    assert_eq!(world.role("admin", "Chief", &[]), before);
}
