use kinde_api::Endpoint;
use kinde_api::organizations::{
    AddOrganizationLogo, DeleteOrganizationLogo, LogoType, OrganizationLogo, ReadLogoResponse, ReadOrganizationLogo,
    SuccessResponse,
};

use crate::wire::{RequestCase, api, assert_answer, output, read, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            ReadOrganizationLogo::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/logos
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddOrganizationLogo::new("org_17", LogoType::Light, "logo.png", "image/png", b"\x89PNG\r\n\x1a\n"),
            r#"POST https://acme.kinde.com/api/v1/organizations/org_17/logos/light
            authorization: Bearer a-token
            accept: application/json
            content-type: multipart/form-data; boundary=------------------------------------------------------------0

            --------------------------------------------------------------0\r\n
            Content-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n
            Content-Type: image/png\r\n
            \r\n
            \x89PNG\r\n\x1a\n\r\n
            --------------------------------------------------------------0--\r\n"#,
        ),
        request(
            DeleteOrganizationLogo::new("org_17", LogoType::Dark),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/logos/dark
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &ReadOrganizationLogo::new("org_17"),
            &output!(ReadLogoResponse {
                code: some("OK"),
                message: some("Two logos"),
                logos: vec![
                    output!(OrganizationLogo {
                        r#type: Some(LogoType::Light),
                        file_name: some("logo.png"),
                        path: some("/logo?p_org_code=org_17"),
                    }),
                    output!(OrganizationLogo {
                        r#type: Some(LogoType::Dark),
                        file_name: some("logo \"dark\".svg"),
                        path: some("/logo_dark?p_org_code=org_17"),
                    }),
                ],
            }),
        ),
        assert_answer(&logo("logo.png", "image/png"), &success()),
        assert_answer(&DeleteOrganizationLogo::new("org_17", LogoType::Dark), &success()),
    ]
}

fn logo(file_name: &str, content_type: &str) -> AddOrganizationLogo {
    AddOrganizationLogo::new("org_17", LogoType::Light, file_name, content_type, b"<svg/>")
}

#[test]
fn a_form_escapes_the_file_name_and_avoids_the_content_in_its_boundary() {
    let content = b"------------------------------------------------------------0";
    let request = AddOrganizationLogo::new("org_17", "dark", "a \"b\"\r\nc\\d \u{e9}%22.svg", "image/svg+xml", content)
        .request(&api())
        .unwrap();
    assert_eq!(
        request.headers()["content-type"],
        "multipart/form-data; boundary=------------------------------------------------------------1"
    );
    let expected = b"\
        --------------------------------------------------------------1\r\n\
        Content-Disposition: form-data; name=\"logo\"; filename=\"a %22b%22%0D%0Ac\\d \xc3\xa9%22.svg\"\r\n\
        Content-Type: image/svg+xml\r\n\
        \r\n\
        ------------------------------------------------------------0\r\n\
        --------------------------------------------------------------1--\r\n";
    assert_eq!(request.body().escape_ascii().to_string(), expected.escape_ascii().to_string());
}

#[test]
fn a_file_name_that_is_none_is_refused() {
    for (file_name, text) in [
        ("", "the `file_name` is empty"),
        ("a\0.png", "the `file_name` holds a control character"),
        ("a\t.png", "the `file_name` holds a control character"),
        ("a\u{1b}.png", "the `file_name` holds a control character"),
        ("a\u{7f}.png", "the `file_name` holds a control character"),
        ("a\u{85}.png", "the `file_name` holds a control character"),
    ] {
        let error = logo(file_name, "image/png").request(&api()).unwrap_err();
        assert_eq!(error.to_string(), text, "{file_name:?}");
    }
}

#[test]
fn a_content_type_that_is_none_is_refused() {
    for content_type in
        ["", "png", "logo.png", "image/", "/png", "image/p ng", "image/png\r\nX-A: b", "image/png/x", "*"]
    {
        let error = logo("logo.png", content_type).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the `content_type` is not of the form type/subtype", "{content_type:?}");
    }
    for content_type in ["image/png; a=\r\nX-A: b", "image/png; a=\u{e9}", "image/png;\0"] {
        let error = logo("logo.png", content_type).request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the `content_type` can't stand in a header", "{content_type:?}");
    }
    for content_type in ["image/png", "image/svg+xml", "image/svg+xml; charset=utf-8"] {
        logo("logo.png", content_type).request(&api()).unwrap();
    }
}

#[test]
fn what_was_refused_first_is_told_however_long_it_was() {
    let long = "\u{1}".repeat(100_000);
    for (endpoint, text) in [
        (AddOrganizationLogo::new("..", "light", &long, &long, b""), "org_code"),
        (AddOrganizationLogo::new("org_17", "", &long, &long, b""), "type"),
        (AddOrganizationLogo::new("org_17", "light", &long, "image/png", b""), "file_name"),
        (AddOrganizationLogo::new("org_17", "light", "logo.png", &long, b""), "content_type"),
    ] {
        let error = endpoint.request(&api()).unwrap_err().to_string();
        assert!(error.contains(&format!("`{text}`")) && error.len() < 400, "{error}");
    }
}

#[test]
fn debug_shows_the_length_of_the_image() {
    let shown = format!("{:?}", logo("logo.svg", "image/svg+xml"));
    assert_eq!(
        shown,
        "AddOrganizationLogo { org_code: OrgCode(\"org_17\"), type: Light, file_name: \"logo.svg\", \
         content_type: \"image/svg+xml\", bytes: 6 bytes }"
    );
}

#[test]
fn deleting_is_a_success_with_and_without_a_body() {
    let endpoint = DeleteOrganizationLogo::new("org_17", LogoType::Dark);
    let deleted = endpoint.response(&response(200, r#"{"code":"OK","message":"Success"}"#)).unwrap();
    assert_eq!(deleted, success());
    let was_not_there = endpoint.response(&response(204, "")).unwrap();
    assert_eq!(was_not_there, output!(SuccessResponse {}));
}

#[test]
fn an_unknown_type_is_sent_and_kept() {
    let request = DeleteOrganizationLogo::new("org_17", "sepia").request(&api()).unwrap();
    assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/organizations/org_17/logos/sepia");
    let logos = read(&ReadOrganizationLogo::new("org_17"), r#"{"logos":[{"type":"sepia"}]}"#).logos;
    assert_eq!(logos, [output!(OrganizationLogo { r#type: Some(LogoType::Unknown("sepia".to_owned())) })]);
}
