use kinde_api::Endpoint;
use kinde_api::environments::{
    AddLogo, DeleteLogo, EnvironmentLogo, LogoType, ReadEnvLogoResponse, ReadLogo, SuccessResponse,
};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            ReadLogo::new(),
            "GET https://acme.kinde.com/api/v1/environment/logos
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            AddLogo::new(LogoType::Light, "logo.png", "image/png", b"\x89PNG\r\n\x1a\n"),
            r#"PUT https://acme.kinde.com/api/v1/environment/logos/light
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
            DeleteLogo::new(LogoType::Dark),
            "DELETE https://acme.kinde.com/api/v1/environment/logos/dark
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &ReadLogo::new(),
            &output!(ReadEnvLogoResponse {
                code: some("OK"),
                message: some("Two logos"),
                logos: vec![
                    output!(EnvironmentLogo { r#type: Some(LogoType::Light), file_name: some("logo.png") }),
                    output!(EnvironmentLogo { r#type: Some(LogoType::Dark), file_name: some("logo \"dark\".svg") }),
                ],
            }),
        ),
        assert_answer(&AddLogo::new("light", "logo.png", "image/png", b"\x89PNG"), &success()),
        assert_answer(&DeleteLogo::new(LogoType::Dark), &success()),
    ]
}

#[test]
fn debug_shows_the_length_of_the_image() {
    assert_eq!(
        format!("{:?}", AddLogo::new("light", "logo.svg", "image/svg+xml", "<svg/>")),
        "AddLogo { type: Light, file_name: \"logo.svg\", content_type: \"image/svg+xml\", bytes: 6 bytes }"
    );
}

#[test]
fn deleting_is_a_success_with_and_without_a_body() {
    let endpoint = DeleteLogo::new("dark");
    let deleted = endpoint.response(&response(200, r#"{"code":"OK","message":"Success"}"#)).unwrap();
    assert_eq!(deleted, success());
    let was_not_there = endpoint.response(&response(204, "")).unwrap();
    assert_eq!(was_not_there, output!(SuccessResponse {}));
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<EnvironmentLogo>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(ReadLogo::default(), ReadLogo::new());
}
