use http::Request;
use http::header::CONTENT_TYPE;
use kinde_api::environments::{AddLogo, DeleteLogo, LogoType, ReadLogo};
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, envelope, refused, success};

#[test]
fn keeps_one_of_each_type() {
    let world = World::new();
    assert_eq!(world.answer(&ReadLogo::new()), envelope(200, json!({"logos": []})));
    let light = |bytes: &[u8]| AddLogo::new(LogoType::Light, "logo.png", "image/png", bytes);
    assert_eq!(world.answer(&light(b"first")), success());
    assert_eq!(world.answer(&light(b"second")), success());
    assert_eq!(world.answer(&AddLogo::new(LogoType::Dark, "dark.svg", "image/svg+xml", *b"<svg/>")), success());
    let both = json!([{"type": "dark", "file_name": "dark.svg"}, {"type": "light", "file_name": "logo.png"}]);
    assert_eq!(world.answer(&ReadLogo::new()), envelope(200, json!({"logos": both})));

    let image = Request::get(format!("{ORIGIN}/logo")).body(Vec::new()).unwrap();
    let image = world.emulator.respond(image).unwrap();
    assert_eq!(
        (image.headers()[CONTENT_TYPE].as_bytes(), image.body().as_slice()),
        (&b"image/png"[..], &b"second"[..])
    );

    assert_eq!(world.answer(&DeleteLogo::new(LogoType::Light)), success());
    assert_eq!(world.answer(&DeleteLogo::new(LogoType::Light)), (204, Value::Null), "there is none any more");
    assert_eq!(world.send(&ReadLogo::new()).unwrap().logos.len(), 1);
}

#[test]
fn refuses_what_is_no_logo() {
    let world = World::new();
    let add = |r#type: &str, content_type: &str| AddLogo::new(r#type, "logo", content_type, *b"x");
    assert_eq!(world.refusal(&add("light", "text/plain")), refused(400, "LOGO_FORMAT_INVALID"));
    assert_eq!(world.answer(&add("grey", "image/png")).0, 400);
    assert_eq!(world.answer(&DeleteLogo::new("grey")).0, 400);
    let (status, _) = world.with_body(&add("light", "image/png"), "{}");
    assert_eq!(status, 400);
    assert!(world.send(&ReadLogo::new()).unwrap().logos.is_empty());
}
