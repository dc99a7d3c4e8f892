//! Logos of an organization.

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::OrgCode;
use crate::emulator::answer::{Answer, Refusal, response};
use crate::emulator::call::Call;
use crate::emulator::form;
use crate::emulator::state::{Business, Logo};
use crate::organizations::LogoType;

/// Logos are smaller than this.
const TOO_LARGE: usize = 1_000_000;

/// What a form may hold beside the logo.
const FORM_OVERHEAD: usize = 64 * 1024;

const IMAGES: [&str; 6] = ["image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/avif", "image/webp"];

/// Where a logo is, relative to the origin.
pub(super) fn path(code: &OrgCode, r#type: &LogoType) -> String {
    format!("{}?p_org_code={code}", route(r#type))
}

fn route(r#type: &LogoType) -> &'static str {
    if *r#type == LogoType::Dark { "/logo_dark" } else { "/logo" }
}

/// The image itself, at the path that the API tells: `None` where the path is none of a logo.
pub(crate) fn logo_file(business: &Business, path: &str, query: &[(String, String)]) -> Option<Response<Vec<u8>>> {
    let r#type = [LogoType::Light, LogoType::Dark].into_iter().find(|r#type| route(r#type) == path)?;
    let code = query.iter().find(|(name, _)| name == "p_org_code").map(|(_, code)| code.as_str())?;
    let logo = business.organizations.get(code).ok()?.logos.get(&r#type)?;
    let mut response = response(StatusCode::OK);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_str(&logo.content_type).ok()?);
    response.body_mut().clone_from(&logo.bytes);
    Some(response)
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let logos: Vec<Value> = organization
        .logos
        .iter()
        .map(|(r#type, logo)| {
            json!({"type": r#type, "file_name": logo.file_name, "path": path(&organization.code, r#type)})
        })
        .collect();
    Ok(Answer::envelope(json!({"logos": logos})))
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let r#type = logo_type(call)?;
    let logo = logo(call)?;
    organization_mut(business, call)?.logos.insert(r#type, logo);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let r#type = logo_type(call)?;
    match organization_mut(business, call)?.logos.remove(&r#type) {
        Some(_) => Ok(Answer::success()),
        None => Ok(Answer::no_content()),
    }
}

fn logo_type(call: &Call) -> Result<LogoType, Refusal> {
    match LogoType::from(call.path("type")) {
        LogoType::Unknown(other) => {
            Err(Refusal::bad("LOGO_TYPE_INVALID", format!("`{other}` is neither light nor dark")))
        }
        known => Ok(known),
    }
}

/// The logo of the form that is the body.
fn logo(call: &Call) -> Result<Logo, Refusal> {
    let too_large = || Refusal::bad("LOGO_TOO_LARGE", "a logo is smaller than 1 MB");
    if call.body.len() >= TOO_LARGE + FORM_OVERHEAD {
        return Err(too_large());
    }
    let content_type = call.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let parts = form::read(content_type, call.body).map_err(|error| Refusal::bad("FORM_INVALID", error.to_string()))?;
    let part = parts.into_iter().find(|part| part.name == "logo");
    let part = part.ok_or_else(|| Refusal::bad("LOGO_MISSING", "the form has no part named logo"))?;
    let media_type = part.content_type.as_deref().unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !IMAGES.contains(&essence.as_str()) {
        return Err(Refusal::bad("LOGO_FORMAT_INVALID", format!("`{essence}` is no type of image that logos have")));
    }
    if part.content.len() >= TOO_LARGE {
        return Err(too_large());
    }
    let file_name = part.file_name.ok_or_else(|| Refusal::bad("LOGO_MISSING", "the part named logo is no file"))?;
    Ok(Logo { file_name, content_type: essence, bytes: part.content.to_vec() })
}
