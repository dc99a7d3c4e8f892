use kinde_api::emulator::FeatureFlag;
use kinde_api::organizations::{
    CreateOrganization, DeleteOrganization, DeleteOrganizationHandle, GetOrganization, GetOrganizationFeatureFlags,
    GetOrganizationUsers, GetOrganizations, UpdateOrganization,
};
use serde_json::{Value, json};
use std::time::Duration;

use crate::world::{World, refused, success};

/// Acme as it is read, with these fields in place of what it begins with.
fn acme(world: &World, fields: &Value) -> Value {
    let mut organization = json!({
        "code": world.acme,
        "name": "Acme",
        "handle": null,
        "is_default": false,
        "external_id": null,
        "is_auto_membership_enabled": false,
        "logo": null,
        "logo_dark": null,
        "favicon_svg": null,
        "favicon_fallback": null,
        "allowed_domains": [],
        "link_color": null,
        "background_color": null,
        "button_color": null,
        "button_text_color": null,
        "link_color_dark": null,
        "background_color_dark": null,
        "button_text_color_dark": null,
        "button_color_dark": null,
        "button_border_radius": null,
        "card_border_radius": null,
        "input_border_radius": null,
        "theme_code": "light",
        "color_scheme": "light",
        "created_on": "2026-01-01T00:00:00Z",
        "is_allow_registrations": null,
        "sender_name": null,
        "sender_email": null,
        "is_suspended": false,
        "suspended_on": null,
    });
    for (name, value) in fields.as_object().unwrap() {
        organization[name] = value.clone();
    }
    organization
}

#[test]
fn begins_with_a_default_organization() {
    let world = World::new();
    let default = world.emulator.default_organization();
    let organizations = json!([
        {
            "code": default,
            "name": "Default Organization",
            "handle": null,
            "is_default": true,
            "external_id": null,
            "is_auto_membership_enabled": false,
        },
        {
            "code": world.acme,
            "name": "Acme",
            "handle": null,
            "is_default": false,
            "external_id": null,
            "is_auto_membership_enabled": false,
        },
    ]);
    let expected = json!({"code": "OK", "message": "Success", "organizations": organizations});
    assert_eq!(world.answer(&GetOrganizations::new()), (200, expected));
    assert_eq!(world.send(&GetOrganization::default()).unwrap().code, Some(default));
}

#[test]
fn reads_what_was_made() {
    let world = World::new();
    assert_eq!(world.answer(&GetOrganization::new(&world.acme)), (200, acme(&world, &json!({}))));
}

#[test]
#[expect(deprecated, reason = "Kinde takes it still")]
fn creates_with_everything_that_can_be_set() {
    let mut world = World::new();
    world.emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
    world.emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    world.emulator.add_billing_plan("pro");
    let (status, created) = world.answer(
        &CreateOrganization::new("Globex")
            .feature_flags([("theme", json!("red")), ("seats", json!(9))])
            .external_id("ours-1")
            .background_color("#ffffff")
            .button_color("#000")
            .button_text_color("#ff0000")
            .link_color("blue")
            .background_color_dark("#00ff00")
            .button_color_dark("#0000ff")
            .button_text_color_dark("#808080")
            .link_color_dark("#c0ffee")
            .theme_code("user_preference")
            .handle("globex")
            .is_allow_registrations(true)
            .is_auto_membership_enabled(true)
            .sender_name("Globex")
            .sender_email("hello@example.com")
            .is_create_billing_customer(true)
            .billing_email("bills@example.com")
            .billing_plan_code("pro"),
    );
    let code = created["organization"]["code"].as_str().unwrap().to_owned();
    let customer = created["organization"]["billing_customer_id"].as_str().unwrap().to_owned();
    let organization = json!({"code": code, "billing_customer_id": customer});
    assert_eq!((status, created), (200, json!({"code": "OK", "message": "Success", "organization": organization})));

    world.acme = code.as_str().into();
    let (status, mut read) = world.answer(&GetOrganization::new(&code).expand("billing"));
    let billing = read.as_object_mut().unwrap().remove("billing").unwrap();
    let expected = acme(
        &world,
        &json!({
            "name": "Globex",
            "handle": "globex",
            "external_id": "ours-1",
            "is_auto_membership_enabled": true,
            "link_color": {"raw": "blue", "hex": null, "hsl": null},
            "background_color": {"raw": "#ffffff", "hex": "#ffffff", "hsl": "hsl(0, 0%, 100%)"},
            "button_color": {"raw": "#000", "hex": "#000000", "hsl": "hsl(0, 0%, 0%)"},
            "button_text_color": {"raw": "#ff0000", "hex": "#ff0000", "hsl": "hsl(0, 100%, 50%)"},
            "link_color_dark": {"raw": "#c0ffee", "hex": "#c0ffee", "hsl": "hsl(164, 100%, 88%)"},
            "background_color_dark": {"raw": "#00ff00", "hex": "#00ff00", "hsl": "hsl(120, 100%, 50%)"},
            "button_text_color_dark": {"raw": "#808080", "hex": "#808080", "hsl": "hsl(0, 0%, 50%)"},
            "button_color_dark": {"raw": "#0000ff", "hex": "#0000ff", "hsl": "hsl(240, 100%, 50%)"},
            "theme_code": "user_preference",
            "color_scheme": "light dark",
            "is_allow_registrations": true,
            "sender_name": "Globex",
            "sender_email": "hello@example.com",
        }),
    );
    assert_eq!((status, read), (200, expected));
    let agreement = billing["agreements"][0]["agreement_id"].clone();
    let agreements = json!([{"plan_code": "pro", "agreement_id": agreement}]);
    assert_eq!(billing, json!({"billing_customer_id": customer, "agreements": agreements}));
    assert_eq!(world.send(&GetOrganization::new(&code)).unwrap().billing, None, "only where it is asked for");

    let flags = world.send(&GetOrganizationFeatureFlags::new(&code)).unwrap().feature_flags;
    assert_eq!(flags["theme"].value, Some(json!("red")));
    assert_eq!(flags["seats"].value, Some(json!("9")));
}

#[test]
fn refuses_to_create_what_is_not_in_order() {
    let world = World::new();
    world.send(&CreateOrganization::new("Globex").handle("globex")).unwrap();
    for (endpoint, code) in [
        (CreateOrganization::new(" "), "BAD_REQUEST"),
        (CreateOrganization::new("Initech").handle("globex"), "HANDLE_ALREADY_EXISTS"),
        (CreateOrganization::new("Initech").handle(""), "BAD_REQUEST"),
        (CreateOrganization::new("Initech").theme_code("blue"), "BAD_REQUEST"),
        (CreateOrganization::new("Initech").is_create_billing_customer(true), "BAD_REQUEST"),
        (CreateOrganization::new("Initech").feature_flags([("no_flag", 1)]), "FEATURE_FLAG_INVALID"),
        (CreateOrganization::new("Initech").billing_plan_code("gold"), "PLAN_INVALID"),
    ] {
        assert_eq!(world.refusal(&endpoint), refused(400, code), "{endpoint:?}");
    }
    assert_eq!(world.send(&GetOrganizations::new()).unwrap().organizations.len(), 3, "none of them was made");
}

#[test]
fn updates_only_what_is_set() {
    let world = World::new();
    let update = UpdateOrganization::new(&world.acme)
        .name("Acme Corp")
        .external_id("ours-2")
        .link_color("#fff")
        .theme_code("dark")
        .handle("acme")
        .is_auto_membership_enabled(true)
        .is_auto_join_domain_list(true)
        .allowed_domains(["example.com"])
        .is_enable_advanced_orgs(true)
        .is_enforce_mfa(true)
        .sender_name("Acme");
    assert_eq!(world.answer(&update), success());
    let updated = json!({
        "name": "Acme Corp",
        "external_id": "ours-2",
        "link_color": {"raw": "#fff", "hex": "#ffffff", "hsl": "hsl(0, 0%, 100%)"},
        "theme_code": "dark",
        "color_scheme": "dark",
        "handle": "acme",
        "is_auto_membership_enabled": true,
        "allowed_domains": ["example.com"],
        "sender_name": "Acme",
    });
    assert_eq!(world.answer(&GetOrganization::new(&world.acme)), (200, acme(&world, &updated)));
    assert_eq!(world.answer(&UpdateOrganization::new(&world.acme).expand("billing")), success());
    assert_eq!(world.answer(&UpdateOrganization::new(&world.acme).handle("acme")), success(), "its own handle");
    assert_eq!(world.answer(&GetOrganization::new(&world.acme)), (200, acme(&world, &updated)));
}

#[test]
fn refuses_the_handle_of_another() {
    let world = World::new();
    world.send(&CreateOrganization::new("Globex").handle("globex")).unwrap();
    let update = UpdateOrganization::new(&world.acme).name("Renamed").handle("globex");
    assert_eq!(world.refusal(&update), refused(400, "HANDLE_ALREADY_EXISTS"));
    assert_eq!(world.answer(&GetOrganization::new(&world.acme)), (200, acme(&world, &json!({}))));
}

#[test]
fn clears_a_sender_by_null() {
    let world = World::new();
    let sender = || world.send(&GetOrganization::new(&world.acme)).unwrap().sender_email;
    world.send(&UpdateOrganization::new(&world.acme).sender_email("hello@example.com")).unwrap();
    assert_eq!(sender().as_deref(), Some("hello@example.com"));
    world.send(&UpdateOrganization::new(&world.acme).sender_email(None)).unwrap();
    assert_eq!(sender(), None);
}

#[test]
fn suspends_and_unsuspends() {
    let world = World::new();
    let suspended = || {
        let organization = world.send(&GetOrganization::new(&world.acme)).unwrap();
        (organization.is_suspended, organization.suspended_on)
    };
    world.emulator.advance(Duration::from_secs(60));
    world.send(&UpdateOrganization::new(&world.acme).is_suspended(true)).unwrap();
    assert_eq!(suspended(), (Some(true), Some("2026-01-01T00:01:00Z".into())));
    world.send(&UpdateOrganization::new(&world.acme).is_suspended(false)).unwrap();
    assert_eq!(suspended(), (Some(false), None));
}

#[test]
fn keeps_the_default_organization() {
    let world = World::new();
    let default = world.emulator.default_organization();
    let suspend = UpdateOrganization::new(&default).name("Renamed").is_suspended(true);
    assert_eq!(world.refusal(&suspend), refused(400, "DEFAULT_ORGANIZATION_CANNOT_BE_SUSPENDED"));
    let delete = DeleteOrganization::new(&default);
    assert_eq!(world.refusal(&delete), refused(400, "DEFAULT_ORGANIZATION_CANNOT_BE_DELETED"));
    let name = world.send(&GetOrganization::new(&default)).unwrap().name;
    assert_eq!(name.as_deref(), Some("Default Organization"), "nothing of a refused call is carried out");
}

#[test]
fn deletes_for_good_but_for_the_users() {
    let world = World::new();
    let member = world.member(1);
    assert_eq!(world.answer(&DeleteOrganization::new(&world.acme)), success());
    assert_eq!(world.refusal(&GetOrganization::new(&world.acme)), refused(400, "ORGANIZATION_INVALID"));
    assert_eq!(world.refusal(&GetOrganizationUsers::new(&world.acme)), refused(400, "ORGANIZATION_INVALID"));
    assert_eq!(world.refusal(&DeleteOrganization::new(&world.acme)), refused(404, "ORGANIZATION_NOT_FOUND"));
    assert!(world.emulator.add_mfa_factor(member, "email", "member1@example.com").is_ok());
}

#[test]
fn takes_a_handle_away() {
    let world = World::new();
    world.send(&UpdateOrganization::new(&world.acme).handle("acme")).unwrap();
    assert_eq!(world.answer(&DeleteOrganizationHandle::new(&world.acme)), success());
    assert_eq!(world.send(&GetOrganization::new(&world.acme)).unwrap().handle, None);
    assert_eq!(world.answer(&DeleteOrganizationHandle::new(&world.acme)), success());
    world.send(&CreateOrganization::new("Globex").handle("acme")).unwrap();
}

#[test]
fn sorts() {
    let world = World::new();
    world.emulator.add_organization("acme of old");
    world.emulator.add_organization("Zenith");
    let names = |sort: &str| -> Vec<String> {
        let page = world.send(&GetOrganizations::new().sort(sort)).unwrap();
        page.organizations.into_iter().filter_map(|organization| organization.name).collect()
    };
    assert_eq!(names("name_asc"), ["Acme", "acme of old", "Default Organization", "Zenith"]);
    assert_eq!(names("name_desc"), ["Zenith", "Default Organization", "acme of old", "Acme"]);
    assert_eq!(names("email_asc"), ["Default Organization", "Acme", "acme of old", "Zenith"]);
    assert_eq!(names("email_desc"), ["Zenith", "acme of old", "Acme", "Default Organization"]);
}
