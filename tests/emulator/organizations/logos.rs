use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request};
use kinde_api::organizations::{
    AddOrganizationLogo, DeleteOrganizationLogo, GetOrganization, LogoType, ReadOrganizationLogo,
};
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, refused, success};

fn logo(world: &World, bytes: impl Into<Vec<u8>>) -> AddOrganizationLogo {
    AddOrganizationLogo::new(&world.acme, LogoType::Light, "logo.png", "image/png", bytes)
}

fn logos(world: &World) -> Value {
    let (status, mut body) = world.answer(&ReadOrganizationLogo::new(&world.acme));
    assert_eq!(status, 200);
    body["logos"].take()
}

#[test]
fn keeps_one_of_each_type() {
    let world = World::new();
    let expected = json!({"code": "OK", "message": "Success", "logos": []});
    assert_eq!(world.answer(&ReadOrganizationLogo::new(&world.acme)), (200, expected));

    assert_eq!(world.answer(&logo(&world, *b"\x89PNG\r\n--\r\n")), success());
    let dark = AddOrganizationLogo::new(&world.acme, "dark", "a\"b é.svg", "image/svg+xml; charset=utf-8", *b"<svg/>");
    assert_eq!(world.answer(&dark), success());
    let light_path = format!("/logo?p_org_code={}", world.acme);
    let dark_path = format!("/logo_dark?p_org_code={}", world.acme);
    let dark = json!({"type": "dark", "file_name": "a\"b é.svg", "path": dark_path});
    assert_eq!(logos(&world), json!([dark, {"type": "light", "file_name": "logo.png", "path": light_path}]));
    let light_bytes = || world.emulator.organization_logo(&world.acme, LogoType::Light).unwrap();
    assert_eq!(light_bytes().as_deref(), Some(&b"\x89PNG\r\n--\r\n"[..]));
    let organization = world.send(&GetOrganization::new(&world.acme)).unwrap();
    assert_eq!((organization.logo, organization.logo_dark), (Some(light_path.clone()), Some(dark_path)));

    assert_eq!(world.answer(&logo(&world, *b"other")), success());
    assert_eq!(light_bytes().as_deref(), Some(&b"other"[..]), "it takes the place of the one before");
    let image = Request::get(format!("{ORIGIN}{light_path}")).body(Vec::new()).unwrap();
    let image = world.emulator.respond(image).unwrap();
    assert_eq!((image.headers()[CONTENT_TYPE].as_bytes(), image.body().as_slice()), (&b"image/png"[..], &b"other"[..]));

    assert_eq!(world.answer(&DeleteOrganizationLogo::new(&world.acme, "light")), success());
    assert_eq!(world.answer(&DeleteOrganizationLogo::new(&world.acme, "light")), (204, Value::Null));
    assert_eq!(light_bytes(), None);
    assert_eq!(logos(&world), json!([dark]));
}

#[test]
fn checks_type_and_size() {
    let world = World::new();
    let of =
        |r#type: &str, content_type: &str| AddOrganizationLogo::new(&world.acme, r#type, "logo", content_type, *b"x");
    for content_type in ["image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/avif", "IMAGE/WEBP"] {
        assert_eq!(world.answer(&of("light", content_type)), success(), "{content_type}");
    }
    for content_type in ["image/bmp", "text/plain", "application/octet-stream"] {
        assert_eq!(world.refusal(&of("light", content_type)), refused(400, "LOGO_FORMAT_INVALID"), "{content_type}");
    }
    assert_eq!(world.refusal(&of("sepia", "image/png")), refused(400, "LOGO_TYPE_INVALID"));
    assert_eq!(world.refusal(&DeleteOrganizationLogo::new(&world.acme, "sepia")), refused(400, "LOGO_TYPE_INVALID"));
    assert_eq!(world.answer(&logo(&world, vec![b'-'; 999_999])), success());
    assert_eq!(world.refusal(&logo(&world, vec![b'-'; 1_000_000])), refused(400, "LOGO_TOO_LARGE"));
    assert_eq!(world.refusal(&logo(&world, vec![b'-'; 20_000_000])), refused(400, "LOGO_TOO_LARGE"));
}

#[test]
fn refuses_what_is_no_form_with_a_logo() {
    let world = World::new();
    let form = HeaderValue::from_static("multipart/form-data; boundary=B");
    let disposition = "Content-Disposition: form-data";
    for (content_type, body, code) in [
        (HeaderValue::from_static("image/png"), "x".to_owned(), "FORM_INVALID"),
        (form.clone(), String::new(), "FORM_INVALID"),
        (form.clone(), format!("--B\r\n{disposition}; name=logo; filename=a\r\n\r\nx"), "FORM_INVALID"),
        (form.clone(), "--B--".to_owned(), "LOGO_MISSING"),
        (form.clone(), format!("--B\r\n{disposition}; name=icon; filename=a\r\n\r\nx\r\n--B--"), "LOGO_MISSING"),
        (form.clone(), format!("--B\r\n{disposition}; name=logo; filename=a\r\n\r\nx\r\n--B--"), "LOGO_FORMAT_INVALID"),
        (form, format!("--B\r\n{disposition}; name=logo\r\nContent-Type: image/png\r\n\r\nx\r\n--B--"), "LOGO_MISSING"),
    ] {
        let (status, answer) = world.changed(&logo(&world, *b"x"), |request| {
            request.headers_mut().insert(CONTENT_TYPE, content_type);
            *request.body_mut() = body.clone().into_bytes();
        });
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!(code)), "{body:?}");
    }
    assert_eq!(logos(&world), json!([]));
}
