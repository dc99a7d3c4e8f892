//! Organizations themselves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, nullable, required, scalar_text};
use crate::emulator::clock::date_time;
use crate::emulator::events::organization_data;
use crate::emulator::logo;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::billing::{Agreement, Customer, CustomerOwner};
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::feature_flags::OverrideLevel;
use crate::emulator::state::organizations::{Organization, Settings};
use crate::organizations::{BillingAgreement, LogoType, OrganizationBilling, ThemeCode};
use crate::{FeatureFlagKey, Nullable, OrgCode};

const SORTS: &[&str] = &["name_asc", "name_desc", "email_asc", "email_desc"];

/// What both creating and updating take; what is for one alone is ignored by the other.
#[derive(Debug, Deserialize)]
struct OrganizationBody {
    name: Option<String>,
    handle: Option<String>,
    external_id: Option<String>,
    background_color: Option<String>,
    button_color: Option<String>,
    button_text_color: Option<String>,
    link_color: Option<String>,
    background_color_dark: Option<String>,
    button_color_dark: Option<String>,
    button_text_color_dark: Option<String>,
    link_color_dark: Option<String>,
    theme_code: Option<ThemeCode>,
    is_allow_registrations: Option<bool>,
    is_auto_membership_enabled: Option<bool>,
    #[serde(default, deserialize_with = "nullable")]
    sender_name: Nullable<String>,
    #[serde(default, deserialize_with = "nullable")]
    sender_email: Nullable<String>,
    // Creating alone.
    feature_flags: Option<BTreeMap<FeatureFlagKey, Value>>,
    is_create_billing_customer: Option<bool>,
    billing_email: Option<String>,
    billing_plan_code: Option<String>,
    // Updating alone.
    is_auto_join_domain_list: Option<bool>,
    allowed_domains: Option<Vec<String>>,
    is_enable_advanced_orgs: Option<bool>,
    is_enforce_mfa: Option<bool>,
    is_suspended: Option<bool>,
}

impl OrganizationBody {
    /// What is wrong with a body by itself, and with its handle beside those of other organizations.
    fn check(&self, business: &Business, own: Option<&OrgCode>) -> Result<(), Refusal> {
        if self.name.as_deref().is_some_and(|name| name.trim().is_empty()) {
            return Err(Refusal::bad_value("name", "is empty"));
        }
        if let Some(theme_code @ ThemeCode::Unknown(_)) = &self.theme_code {
            return Err(Refusal::bad_value("theme_code", format_args!("`{theme_code}` is unknown")));
        }
        let Some(handle) = &self.handle else {
            return Ok(());
        };
        if handle.is_empty() {
            return Err(Refusal::bad_value("handle", "is empty"));
        }
        let mut others = business.organizations.iter().filter(|other| Some(&other.code) != own);
        if others.any(|other| other.handle.as_ref() == Some(handle)) {
            return Err(Refusal::bad("HANDLE_ALREADY_EXISTS", format!("the handle `{handle}` is taken")));
        }
        Ok(())
    }

    /// Takes over what both creating and updating can set.
    fn set(&self, organization: &mut Organization) {
        if let Some(name) = &self.name {
            organization.name.clone_from(name);
        }
        set(&mut organization.handle, self.handle.as_ref());
        let settings = &mut organization.settings;
        set(&mut settings.external_id, self.external_id.as_ref());
        set(&mut settings.theme_code, self.theme_code.as_ref());
        set(&mut settings.is_allow_registrations, self.is_allow_registrations.as_ref());
        set(&mut settings.is_auto_membership_enabled, self.is_auto_membership_enabled.as_ref());
        set_nullable(&mut settings.sender_name, &self.sender_name);
        set_nullable(&mut settings.sender_email, &self.sender_email);
        for (name, color) in [
            ("background_color", &self.background_color),
            ("button_color", &self.button_color),
            ("button_text_color", &self.button_text_color),
            ("link_color", &self.link_color),
            ("background_color_dark", &self.background_color_dark),
            ("button_color_dark", &self.button_color_dark),
            ("button_text_color_dark", &self.button_text_color_dark),
            ("link_color_dark", &self.link_color_dark),
        ] {
            if let Some(color) = color {
                settings.colors.insert(name, color.clone());
            }
        }
    }

    /// Takes over what updating alone can set.
    fn set_more(&self, organization: &mut Organization, now: u64) {
        let settings = &mut organization.settings;
        set(&mut settings.is_auto_join_domain_list, self.is_auto_join_domain_list.as_ref());
        set(&mut settings.is_enable_advanced_orgs, self.is_enable_advanced_orgs.as_ref());
        set(&mut settings.is_enforce_mfa, self.is_enforce_mfa.as_ref());
        if let Some(allowed_domains) = &self.allowed_domains {
            settings.allowed_domains.clone_from(allowed_domains);
        }
        match self.is_suspended {
            Some(true) => organization.suspended_on = organization.suspended_on.or(Some(now)),
            Some(false) => organization.suspended_on = None,
            None => {}
        }
    }
}

fn set<T: Clone>(field: &mut Option<T>, value: Option<&T>) {
    if let Some(value) = value {
        *field = Some(value.clone());
    }
}

fn set_nullable(field: &mut Option<String>, value: &Nullable<String>) {
    if !value.is_absent() {
        *field = value.value().cloned();
    }
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, SORTS)?;
    let mut organizations: Vec<&Organization> = business.organizations.iter().collect();
    // An organization has no address to sort by.
    page.sort(&mut organizations, |each, field| if field == "name" { each.name.clone() } else { String::new() });
    let (organizations, next_token) = page.of_list(organizations, item);
    Ok(Answer::page("organizations", &organizations, next_token))
}

fn item(organization: &Organization) -> Value {
    json!({
        "code": organization.code,
        "name": organization.name,
        "handle": organization.handle,
        "is_default": organization.is_default,
        "external_id": organization.settings.external_id,
        "is_auto_membership_enabled": organization.settings.is_auto_membership_enabled.unwrap_or(false),
    })
}

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let with_billing = call.expands("billing");
    let code = call.query("code").unwrap_or(business.default_organization.as_str());
    let organization = business.organizations.get(code)?;
    let customer = with_billing.then(|| business.customer_of(organization)).flatten();
    Ok(Answer::plain(&View::of(organization, customer.map(billing))))
}

/// An organization as it is read: flat, with its own code.
#[derive(Serialize)]
struct View<'a> {
    code: &'a OrgCode,
    name: &'a str,
    handle: Option<&'a str>,
    is_default: bool,
    external_id: Option<&'a str>,
    is_auto_membership_enabled: bool,
    logo: Option<String>,
    logo_dark: Option<String>,
    favicon_svg: Option<String>,
    favicon_fallback: Option<String>,
    allowed_domains: &'a [String],
    #[serde(flatten)]
    colors: BTreeMap<&'static str, Option<Value>>,
    button_border_radius: Option<u32>,
    card_border_radius: Option<u32>,
    input_border_radius: Option<u32>,
    theme_code: &'a str,
    color_scheme: &'a str,
    created_on: String,
    is_allow_registrations: Option<bool>,
    sender_name: Option<&'a str>,
    sender_email: Option<&'a str>,
    is_suspended: bool,
    suspended_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing: Option<OrganizationBilling>,
}

impl<'a> View<'a> {
    fn of(organization: &'a Organization, billing: Option<OrganizationBilling>) -> Self {
        let settings = &organization.settings;
        let theme_code = settings.theme_code.as_ref().unwrap_or(&ThemeCode::Light);
        let logo = |r#type: LogoType| {
            let logo = organization.logos.contains_key(&r#type);
            logo.then(|| logo::path(Some(&organization.code), &r#type))
        };
        Self {
            code: &organization.code,
            name: &organization.name,
            handle: organization.handle.as_deref(),
            is_default: organization.is_default,
            external_id: settings.external_id.as_deref(),
            is_auto_membership_enabled: settings.is_auto_membership_enabled.unwrap_or(false),
            logo: logo(LogoType::Light),
            logo_dark: logo(LogoType::Dark),
            favicon_svg: None,
            favicon_fallback: None,
            allowed_domains: &settings.allowed_domains,
            colors: colors(settings),
            button_border_radius: None,
            card_border_radius: None,
            input_border_radius: None,
            theme_code: theme_code.as_str(),
            color_scheme: match theme_code {
                ThemeCode::Dark => "dark",
                ThemeCode::UserPreference => "light dark",
                _ => "light",
            },
            created_on: date_time(organization.created_on),
            is_allow_registrations: settings.is_allow_registrations,
            sender_name: settings.sender_name.as_deref(),
            sender_email: settings.sender_email.as_deref(),
            is_suspended: organization.suspended_on.is_some(),
            suspended_on: organization.suspended_on.map(date_time),
            billing,
        }
    }
}

const COLORS: [&str; 8] = [
    "link_color",
    "background_color",
    "button_color",
    "button_text_color",
    "link_color_dark",
    "background_color_dark",
    "button_text_color_dark",
    "button_color_dark",
];

fn colors(settings: &Settings) -> BTreeMap<&'static str, Option<Value>> {
    COLORS.into_iter().map(|name| (name, settings.colors.get(name).map(|raw| color(raw)))).collect()
}

/// A colour in three notations; in its own alone where that isn't `#rgb` or `#rrggbb`.
fn color(raw: &str) -> Value {
    let Some([red, green, blue]) = channels(raw) else {
        return json!({"raw": raw, "hex": null, "hsl": null});
    };
    json!({
        "raw": raw,
        "hex": format!("#{red:02x}{green:02x}{blue:02x}"),
        "hsl": hsl([red, green, blue].map(|channel| f64::from(channel) / 255.0)),
    })
}

fn channels(raw: &str) -> Option<[u8; 3]> {
    let digits: Vec<u8> = raw
        .strip_prefix('#')?
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    match digits[..] {
        [red, green, blue] => Some([red, green, blue].map(|digit| digit * 17)),
        [r1, r2, g1, g2, b1, b2] => Some([(r1, r2), (g1, g2), (b1, b2)].map(|(high, low)| high * 16 + low)),
        _ => None,
    }
}

fn hsl([red, green, blue]: [f64; 3]) -> String {
    let (largest, smallest) = (red.max(green).max(blue), red.min(green).min(blue));
    let (lightness, range) = (f64::midpoint(largest, smallest), largest - smallest);
    let (mut hue, mut saturation) = (0.0, 0.0);
    if range > 0.0 {
        saturation = range / (1.0 - (2.0 * lightness - 1.0).abs());
        hue = if largest <= red {
            ((green - blue) / range).rem_euclid(6.0)
        } else if largest <= green {
            (blue - red) / range + 2.0
        } else {
            (red - green) / range + 4.0
        };
    }
    format!("hsl({:.0}, {:.0}%, {:.0}%)", hue * 60.0, saturation * 100.0, lightness * 100.0)
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let body: OrganizationBody = call.json()?;
    body.check(business, None)?;
    let name = required(body.name.clone(), "name")?;
    let is_customer = body.is_create_billing_customer.unwrap_or(false);
    if is_customer && body.billing_email.as_deref().unwrap_or_default().is_empty() {
        return Err(Refusal::bad_value("billing_email", "is required for a billing customer"));
    }
    body.billing_plan_code.as_deref().map(|code| business.billing.plan(code)).transpose()?;
    let mut overrides = BTreeMap::new();
    for (key, value) in body.feature_flags.iter().flatten() {
        let (key, level) = (key.as_str(), OverrideLevel::Organization);
        let value = business.feature_flags.override_value(key, level, &scalar_text(value)?)?;
        overrides.insert(FeatureFlagKey::from(key), value);
    }
    let code = business.organizations.add(name, call.now, &mut business.random);
    let organization = business.organizations.get_mut(code.as_str())?;
    body.set(organization);
    organization.feature_flags = overrides;
    let mut created = json!({"code": code});
    if is_customer {
        let customer_id = business.add_customer(CustomerOwner::Organization(code.clone()));
        // The default plan, where none is named.
        business.agree(customer_id.as_str(), body.billing_plan_code.as_deref().unwrap_or("default"))?;
        created["billing_customer_id"] = json!(customer_id);
    }
    business.record_organization(EventType::OrganizationCreated, code.as_str());
    Ok(Answer::envelope(json!({"organization": created})))
}

/// What a customer has agreed to, as an organization tells of it.
fn billing(customer: &Customer) -> OrganizationBilling {
    let agreement = |agreement: &Agreement| BillingAgreement {
        plan_code: Some(agreement.plan_code.clone()),
        agreement_id: Some(agreement.id.to_string()),
    };
    OrganizationBilling {
        billing_customer_id: Some(customer.id.to_string()),
        agreements: customer.current().map(agreement).collect(),
    }
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let found = organization(business, call)?;
    let body: OrganizationBody = call.json()?;
    body.check(business, Some(&found.code))?;
    if body.is_suspended == Some(true) && found.is_default {
        let message = "the default organization can't be suspended";
        return Err(Refusal::bad("DEFAULT_ORGANIZATION_CANNOT_BE_SUSPENDED", message));
    }
    let organization = organization_mut(business, call)?;
    body.set(organization);
    body.set_more(organization, call.now);
    business.record_organization(EventType::OrganizationUpdated, call.path("org_code"));
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let code = call.path("org_code");
    if organization(business, call)?.is_default {
        let message = "the default organization can't be deleted";
        return Err(Refusal::bad("DEFAULT_ORGANIZATION_CANNOT_BE_DELETED", message));
    }
    let organization = business.remove_organization(code)?;
    business.record(EventType::OrganizationDeleted, &organization_data(&organization));
    Ok(Answer::success())
}

pub(super) fn delete_handle(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization_mut(business, call)?.handle = None;
    business.record_organization(EventType::OrganizationUpdated, call.path("org_code"));
    Ok(Answer::success())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::color;

    #[test]
    fn writes_a_colour_in_three_notations() {
        assert_eq!(color("#0056F1"), json!({"raw": "#0056F1", "hex": "#0056f1", "hsl": "hsl(219, 100%, 47%)"}));
        assert_eq!(color("#fff"), json!({"raw": "#fff", "hex": "#ffffff", "hsl": "hsl(0, 0%, 100%)"}));
        assert_eq!(color("#ff0080"), json!({"raw": "#ff0080", "hex": "#ff0080", "hsl": "hsl(330, 100%, 50%)"}));
        assert_eq!(color("#123"), json!({"raw": "#123", "hex": "#112233", "hsl": "hsl(210, 50%, 13%)"}));
        for raw in ["red", "#", "#ff", "#gggggg", "#é"] {
            assert_eq!(color(raw), json!({"raw": raw, "hex": null, "hsl": null}));
        }
    }
}
