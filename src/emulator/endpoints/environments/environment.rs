//! What the environment is set to.

use serde_json::{Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::clock::date_time;
use crate::emulator::logo::path;
use crate::emulator::state::Business;
use crate::environments::LogoType;

/// Nobody has styled it: what no operation sets is absent.
pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let environment = &business.environment;
    let logo = |r#type| environment.logos.contains_key(&r#type).then(|| path(None, &r#type));
    let mut view = json!({
        "code": environment.code,
        "name": environment.name,
        "hotjar_site_id": null,
        "google_analytics_tag": null,
        "contentsquare_tag_id": null,
        "is_default": true,
        "is_live": true,
        "kinde_domain": call.origin,
        "custom_domain": null,
        "logo": logo(LogoType::Light),
        "logo_dark": logo(LogoType::Dark),
        "favicon_svg": null,
        "favicon_fallback": null,
        "button_border_radius": null,
        "card_border_radius": null,
        "input_border_radius": null,
        "theme_code": "light",
        "color_scheme": "light",
        "created_on": date_time(environment.created_on),
    });
    for color in ["link_color", "background_color", "button_color", "button_text_color"] {
        view[color] = Value::Null;
        view[format!("{color}_dark")] = Value::Null;
    }
    Ok(Answer::envelope(json!({"environment": view})))
}
