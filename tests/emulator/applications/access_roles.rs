use kinde_api::applications::{
    AddApplicationAccessRole, ApplicationType, GetApplication, GetApplicationAccessRoles, RemoveApplicationAccessRole,
    UpdateApplication,
};
use kinde_api::roles::{CreateRole, DeleteRole};
use serde_json::json;

use super::created;
use crate::world::{World, envelope, refused, success};

#[test]
fn adds_and_removes() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    let create = CreateRole::new("Staff", "staff").description("Who works here");
    let staff = world.send(&create).unwrap().role.unwrap().id.unwrap();
    let guest = world.role("guest", "Guest", &[]);
    let list = GetApplicationAccessRoles::new(&id);
    assert_eq!(world.answer(&list), envelope(200, json!({"roles": [], "has_more": false})));

    for role in [&staff, &guest, &staff] {
        assert_eq!(world.answer(&AddApplicationAccessRole::new(&id, role)), success());
    }
    let guest_view = json!({"id": guest, "key": "guest", "name": "Guest", "description": null});
    let staff_view = json!({"id": staff, "key": "staff", "name": "Staff", "description": "Who works here"});
    let both = json!({"roles": [staff_view, guest_view], "has_more": false});
    assert_eq!(world.answer(&list), envelope(200, both));

    let remove = RemoveApplicationAccessRole::new(&id, &staff);
    assert_eq!(world.answer(&remove), success());
    assert_eq!(world.refusal(&remove), refused(400, "ROLE_NOT_FOUND"));
    assert_eq!(world.answer(&list), envelope(200, json!({"roles": [guest_view], "has_more": false})));
    world.send(&DeleteRole::new(&guest)).unwrap();
    assert!(world.send(&list).unwrap().roles.is_empty());
}

#[test]
fn pages_both_ways() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    let roles: Vec<_> = ["a", "b", "c", "d"].map(|key| world.role(key, key, &[])).into();
    for role in &roles {
        world.send(&AddApplicationAccessRole::new(&id, role)).unwrap();
    }
    let list = GetApplicationAccessRoles::new(&id).page_size(2);
    let page = |list: &GetApplicationAccessRoles| {
        let page = world.send(list).unwrap();
        (page.roles.into_iter().filter_map(|role| role.id).collect::<Vec<_>>(), page.has_more)
    };
    assert_eq!(page(&list), (roles[..2].to_vec(), Some(true)));
    assert_eq!(page(&list.clone().starting_after(roles[1].as_str())), (roles[2..].to_vec(), Some(false)));
    assert_eq!(page(&list.clone().ending_before(roles[3].as_str())), (roles[1..3].to_vec(), Some(true)));

    let both = list.clone().starting_after(roles[0].as_str()).ending_before(roles[3].as_str());
    assert_eq!(world.refusal(&both), refused(400, "TOO_MANY_PARAMETERS"));
    assert_eq!(world.refusal(&list.clone().page_size(101)), refused(400, "PAGE_SIZE_LIMIT_EXCEEDED"));
    assert_eq!(page(&list.clone().page_size(100)).0, roles);
    assert_eq!(world.refusal(&list.clone().page_size(0)), refused(400, "BAD_REQUEST"));
    let elsewhere = world.role("e", "e", &[]);
    assert_eq!(world.refusal(&list.starting_after(elsewhere.as_str())), refused(400, "BAD_REQUEST"));
}

#[test]
fn controls_access_by_roles_that_are_there() {
    let world = World::new();
    let shop = created(&world, "Shop", ApplicationType::Spa);
    let robot = created(&world, "Robot", ApplicationType::M2m);
    let control = |id| UpdateApplication::new(id).is_access_control_enabled(true);
    assert_eq!(world.refusal(&control(&robot)), refused(400, "ACCESS_CONTROL_NOT_SUPPORTED"));
    assert_eq!(world.refusal(&control(&shop)), refused(400, "ACCESS_ROLES_REQUIRED"));
    let enabled = || world.send(&GetApplication::new(&shop)).unwrap().application.unwrap().is_access_control_enabled;
    let role = world.role("staff", "Staff", &[]);
    world.send(&AddApplicationAccessRole::new(&shop, &role)).unwrap();
    assert_eq!(enabled(), Some(false), "a role does not turn it on");
    world.send(&control(&shop)).unwrap();
    assert_eq!(enabled(), Some(true));
    world.send(&RemoveApplicationAccessRole::new(&shop, &role)).unwrap();
    assert_eq!(enabled(), Some(true), "nor off");
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let shop = created(&world, "Shop", ApplicationType::Spa);
    let robot = created(&world, "Robot", ApplicationType::M2m);
    let role = world.role("staff", "Staff", &[]);
    for (application, role, code) in [
        ("0", role.as_str(), "APPLICATION_NOT_FOUND"),
        (robot.as_str(), role.as_str(), "APPLICATION_TYPE_NOT_SUPPORTED"),
        (shop.as_str(), "0", "ROLE_NOT_FOUND"),
    ] {
        assert_eq!(world.refusal(&AddApplicationAccessRole::new(application, role)), refused(400, code));
        assert_eq!(world.refusal(&RemoveApplicationAccessRole::new(application, role)), refused(400, code));
    }
    let of = |id: &str| world.refusal(&GetApplicationAccessRoles::new(id));
    assert_eq!(of("0"), refused(400, "APPLICATION_NOT_FOUND"));
    assert_eq!(of(robot.as_str()), refused(400, "APPLICATION_TYPE_NOT_SUPPORTED"));
}
