use kinde_api::Nullable;
use kinde_api::business::{GetBusiness, UpdateBusiness};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

fn read(world: &World) -> Value {
    let (status, mut body) = world.answer(&GetBusiness::new());
    assert_eq!((status, &body["code"], &body["message"]), (200, &json!("OK"), &json!("Success")));
    body["business"].take()
}

#[test]
fn is_known_by_its_name_alone_at_first() {
    let world = World::new();
    let business = read(&world);
    let code = business["code"].as_str().unwrap();
    assert!(code.starts_with("bus_"), "{code}");
    let expected = json!({
        "code": code,
        "name": "Emulated Business",
        "phone": null,
        "email": null,
        "industry": null,
        "timezone": null,
        "privacy_url": null,
        "terms_url": null,
        "has_clickwrap": false,
        "has_kinde_branding": true,
        "created_on": "2026-01-01T00:00:00Z",
    });
    assert_eq!(business, expected);
}

#[test]
fn changes_what_is_given_and_clears_what_is_null() {
    let world = World::new();
    let update = UpdateBusiness::new()
        .business_name("Acme")
        .email("contact@example.com")
        .industry_key("construction")
        .is_click_wrap(true)
        .is_show_kinde_branding(false)
        .kinde_perk_code("a-perk")
        .phone("+61491570006")
        .privacy_url("https://example.com/privacy")
        .terms_url("https://example.com/terms")
        .timezone_key("london_greenwich_mean_time");
    assert_eq!(world.answer(&update), success());
    let mut expected = json!({
        "code": read(&world)["code"],
        "name": "Acme",
        "phone": "+61491570006",
        "email": "contact@example.com",
        "industry": "Construction",
        "timezone": "London (Greenwich Mean Time) [+00:00]",
        "privacy_url": "https://example.com/privacy",
        "terms_url": "https://example.com/terms",
        "has_clickwrap": true,
        "has_kinde_branding": false,
        "created_on": "2026-01-01T00:00:00Z",
    });
    assert_eq!(read(&world), expected);
    assert_eq!(world.answer(&UpdateBusiness::new()), success());
    assert_eq!(read(&world), expected);

    let clear = UpdateBusiness::new()
        .business_name(Nullable::Null)
        .is_click_wrap(Nullable::Null)
        .phone(Nullable::Null)
        .industry_key(Nullable::Null)
        .timezone_key(Nullable::Null);
    assert_eq!(world.answer(&clear), success());
    for name in ["phone", "industry", "timezone"] {
        expected[name] = Value::Null;
    }
    assert_eq!(read(&world), expected, "what can't be absent stays");
}

#[test]
fn refuses_what_it_does_not_know() {
    let world = World::new();
    let before = read(&world);
    let update = UpdateBusiness::new().business_name("Acme");
    let industry = update.clone().industry_key("Construction");
    assert_eq!(world.refusal(&industry), refused(400, "INDUSTRY_INVALID"), "a name is no key");
    assert_eq!(world.refusal(&update.clone().timezone_key("mars")), refused(400, "TIMEZONE_INVALID"));
    assert_eq!(world.refusal(&UpdateBusiness::new().business_name("")), refused(400, "BAD_REQUEST"));
    for body in ["[]", r#"{"business_name":1}"#, r#"{"business_name":"Acme","is_click_wrap":"yes"}"#, r#"{"email":[]}"#]
    {
        let (status, answer) = world.with_body(&update, body);
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
    }
    assert_eq!(read(&world), before);
}
