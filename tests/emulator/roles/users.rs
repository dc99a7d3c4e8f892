use kinde_api::organizations::AddOrganizationUser;
use kinde_api::roles::GetRoleUsers;
use serde_json::json;

use super::created;
use crate::world::{World, refused};

#[test]
fn lists_who_holds_a_role_and_where() {
    let world = World::new();
    let role = created(&world, "Member", "member");
    let (first, second, other) = (world.user(1), world.user(2), world.emulator.default_organization());
    let member = |user| AddOrganizationUser::new(user).roles(["member"]);
    world.emulator.add_members(&world.acme, [member(&second), member(&first)]).unwrap();
    world.emulator.add_members(&other, [member(&second), AddOrganizationUser::new(&first)]).unwrap();

    let list = GetRoleUsers::new(&role);
    let page = json!({
        "code": "OK",
        "message": "Success",
        "users": [{"id": first, "org_codes": [world.acme]}, {"id": second, "org_codes": [other, world.acme]}],
        "next_token": null,
    });
    assert_eq!(world.answer(&list), (200, page));

    let first_page = world.send(&list.clone().page_size(1)).unwrap();
    let (_, second_page) = world.answer(&list.page_size(1).next_token(first_page.next_token.unwrap()));
    assert_eq!((&second_page["users"][0]["id"], &second_page["next_token"]), (&json!(second), &json!(null)));
    assert_eq!(world.refusal(&GetRoleUsers::new("member")), refused(400, "ROLE_INVALID"));
}
