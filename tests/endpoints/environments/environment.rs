use kinde_api::environments::{Color, ColorScheme, Environment, GetEnvironment, GetEnvironmentResponse, ThemeCode};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![request(
        GetEnvironment::new(),
        "GET https://acme.kinde.com/api/v1/environment
            authorization: Bearer a-token
            accept: application/json",
    )]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetEnvironment::new(),
        &output!(GetEnvironmentResponse {
            code: some("OK"),
            message: some("The environment"),
            environment: Some(output!(Environment {
                code: some("production"),
                name: some("Production"),
                hotjar_site_id: some("404017"),
                google_analytics_tag: some("G-1234517"),
                contentsquare_tag_id: some("a17b18c19"),
                is_default: Some(true),
                is_live: Some(false),
                kinde_domain: some("acme.kinde.com"),
                custom_domain: some("login.example.com"),
                logo: some("https://acme.kinde.com/logo?cache=17"),
                logo_dark: some("https://acme.kinde.com/logo_dark?cache=18"),
                favicon_svg: some("https://acme.kinde.com/favicon_svg?cache=19"),
                favicon_fallback: some("https://acme.kinde.com/favicon_fallback?cache=20"),
                link_color: Some(color("blue", "#0000ff", "hsl(240, 100%, 50%)")),
                background_color: Some(color("#fff", "#ffffff", "hsl(0, 0%, 100%)")),
                button_color: Some(color("lime", "#00ff00", "hsl(120, 100%, 50%)")),
                button_text_color: Some(color("#111", "#111111", "hsl(0, 0%, 7%)")),
                link_color_dark: Some(color("aqua", "#00ffff", "hsl(180, 100%, 50%)")),
                background_color_dark: Some(color("#000", "#000000", "hsl(0, 0%, 0%)")),
                button_text_color_dark: Some(color("#eee", "#eeeeee", "hsl(0, 0%, 93%)")),
                button_color_dark: Some(color("red", "#ff0000", "hsl(0, 100%, 50%)")),
                button_border_radius: some("8"),
                card_border_radius: some("16"),
                input_border_radius: some("4"),
                theme_code: Some(ThemeCode::UserPreference),
                color_scheme: Some(ColorScheme::LightDark),
                created_on: some("2026-01-02T03:04:05+11"),
            })),
        }),
    )]
}

fn color(raw: &str, hex: &str, hsl: &str) -> Color {
    output!(Color { raw: some(raw), hex: some(hex), hsl: some(hsl) })
}

#[test]
fn radii_and_the_site_at_hotjar_are_numbers_or_texts() {
    for body in [
        r#"{"environment":{"hotjar_site_id":404017,"button_border_radius":8,"card_border_radius":0.5}}"#,
        r#"{"environment":{"hotjar_site_id":"404017","button_border_radius":"8","card_border_radius":"0.5"}}"#,
    ] {
        let expected = output!(Environment {
            hotjar_site_id: some("404017"),
            button_border_radius: some("8"),
            card_border_radius: some("0.5"),
        });
        assert_eq!(read(&GetEnvironment::new(), body).environment, Some(expected));
    }
}

#[test]
fn an_unknown_theme_is_kept() {
    let body = r#"{"environment":{"theme_code":"sepia","color_scheme":"only light"}}"#;
    let expected = output!(Environment {
        theme_code: Some(ThemeCode::Unknown("sepia".to_owned())),
        color_scheme: Some(ColorScheme::Unknown("only light".to_owned())),
    });
    assert_eq!(read(&GetEnvironment::new(), body).environment, Some(expected));
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<Environment>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetEnvironment::default(), GetEnvironment::new());
}
