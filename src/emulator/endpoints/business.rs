//! The business itself: its name, its contact details and its locale.

use serde::Deserialize;
use serde_json::json;

use super::Entry;
use crate::Nullable;
use crate::business::{GetBusiness, UpdateBusiness};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, nullable, required_text};
use crate::emulator::clock::date_time;
use crate::emulator::state::Business;
use crate::emulator::state::industries::industry;
use crate::emulator::state::timezones::timezone;

pub(super) static TABLE: &[Entry] = &[Entry::of::<GetBusiness>(get), Entry::of::<UpdateBusiness>(update)];

/// Industry and time zone are told by name and set by key.
fn get(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let details = &business.details;
    let industry = details.industry_key.as_deref().map(industry).transpose()?;
    let timezone = details.timezone_key.as_deref().map(timezone).transpose()?;
    Ok(Answer::envelope(json!({
        "business": {
            "code": details.code,
            "name": details.name,
            "phone": details.phone,
            "email": details.email,
            "industry": industry,
            "timezone": timezone,
            "privacy_url": details.privacy_url,
            "terms_url": details.terms_url,
            "has_clickwrap": details.has_clickwrap,
            "has_kinde_branding": details.has_kinde_branding,
            "created_on": date_time(details.created_on),
        }
    })))
}

#[derive(Deserialize)]
struct Change {
    business_name: Option<String>,
    #[serde(default, deserialize_with = "nullable")]
    email: Nullable<String>,
    #[serde(default, deserialize_with = "nullable")]
    industry_key: Nullable<String>,
    is_click_wrap: Option<bool>,
    is_show_kinde_branding: Option<bool>,
    #[serde(rename = "kinde_perk_code")]
    _kinde_perk_code: Option<String>,
    #[serde(default, deserialize_with = "nullable")]
    phone: Nullable<String>,
    #[serde(default, deserialize_with = "nullable")]
    privacy_url: Nullable<String>,
    #[serde(default, deserialize_with = "nullable")]
    terms_url: Nullable<String>,
    #[serde(default, deserialize_with = "nullable")]
    timezone_key: Nullable<String>,
}

/// A null clears what can be absent, and leaves what can't.
fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let change: Change = call.json()?;
    let name = change.business_name.map(|name| required_text(Some(name), "business_name")).transpose()?;
    change.industry_key.value().map(|key| industry(key)).transpose()?;
    change.timezone_key.value().map(|key| timezone(key)).transpose()?;
    let details = &mut business.details;
    if let Some(name) = name {
        details.name = name;
    }
    details.has_clickwrap = change.is_click_wrap.unwrap_or(details.has_clickwrap);
    details.has_kinde_branding = change.is_show_kinde_branding.unwrap_or(details.has_kinde_branding);
    for (text, change) in [
        (&mut details.email, change.email),
        (&mut details.industry_key, change.industry_key),
        (&mut details.phone, change.phone),
        (&mut details.privacy_url, change.privacy_url),
        (&mut details.terms_url, change.terms_url),
        (&mut details.timezone_key, change.timezone_key),
    ] {
        if !change.is_absent() {
            *text = change.value().cloned();
        }
    }
    Ok(Answer::success())
}
