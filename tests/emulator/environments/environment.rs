use kinde_api::environments::{AddLogo, GetEnvironment, LogoType};
use serde_json::json;

use crate::world::{ORIGIN, World, envelope};

#[test]
fn is_told_whole() {
    let world = World::new();
    let environment = |logo: Option<&str>| {
        let environment = json!({
            "code": "production",
            "name": "Production",
            "hotjar_site_id": null,
            "google_analytics_tag": null,
            "contentsquare_tag_id": null,
            "is_default": true,
            "is_live": true,
            "kinde_domain": ORIGIN,
            "custom_domain": null,
            "logo": logo,
            "logo_dark": null,
            "favicon_svg": null,
            "favicon_fallback": null,
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
        });
        envelope(200, json!({"environment": environment}))
    };
    assert_eq!(world.answer(&GetEnvironment::new()), environment(None));
    world.send(&AddLogo::new(LogoType::Light, "logo.png", "image/png", *b"x")).unwrap();
    assert_eq!(world.answer(&GetEnvironment::new()), environment(Some("/logo")));
}
