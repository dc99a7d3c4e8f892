//! What a logo is, and where it lies.

use std::collections::BTreeMap;

use http::header::CONTENT_TYPE;

use super::answer::Refusal;
use super::call::Call;
use super::form;
use crate::OrgCode;
use crate::organizations::LogoType;

/// Logos are smaller than this.
const TOO_LARGE: usize = 1_000_000;

/// What a form may hold beside the logo.
const FORM_OVERHEAD: usize = 64 * 1024;

const IMAGES: [&str; 6] = ["image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/avif", "image/webp"];

/// The logos of an organization or of the environment.
pub(super) type Logos = BTreeMap<LogoType, Logo>;

#[derive(Clone, Debug)]
pub(super) struct Logo {
    pub(super) file_name: String,
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
}

impl Logo {
    /// The logo of the form that is the body.
    pub(super) fn of(call: &Call) -> Result<Self, Refusal> {
        let too_large = || Refusal::bad("LOGO_TOO_LARGE", "a logo is smaller than 1 MB");
        if call.body.len() >= TOO_LARGE + FORM_OVERHEAD {
            return Err(too_large());
        }
        let content_type = call.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let parts =
            form::read(content_type, call.body).map_err(|error| Refusal::bad("FORM_INVALID", error.to_string()))?;
        let part = parts.into_iter().find(|part| part.name == "logo");
        let part = part.ok_or_else(|| Refusal::bad("LOGO_MISSING", "the form has no part named logo"))?;
        let media_type = part.content_type.as_deref().unwrap_or_default();
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !IMAGES.contains(&essence.as_str()) {
            return Err(Refusal::bad(
                "LOGO_FORMAT_INVALID",
                format!("`{essence}` is not a type of image that a logo can have"),
            ));
        }
        if part.content.len() >= TOO_LARGE {
            return Err(too_large());
        }
        let file_name =
            part.file_name.ok_or_else(|| Refusal::bad("LOGO_MISSING", "the part named logo is not a file"))?;
        Ok(Self { file_name, content_type: essence, bytes: part.content.to_vec() })
    }
}

/// The type of a logo that the path names.
pub(super) fn logo_type(call: &Call) -> Result<LogoType, Refusal> {
    match LogoType::from(call.path("type")) {
        LogoType::Unknown(other) => {
            Err(Refusal::bad("LOGO_TYPE_INVALID", format!("`{other}` is neither light nor dark")))
        }
        known => Ok(known),
    }
}

/// Where a logo is, relative to the origin: the environment's where no organization is named.
pub(super) fn path(organization: Option<&OrgCode>, r#type: &LogoType) -> String {
    match organization {
        None => route(r#type).to_owned(),
        Some(code) => format!("{}?p_org_code={code}", route(r#type)),
    }
}

/// The type of the logos at a path without its query.
pub(super) fn type_at(path: &str) -> Option<LogoType> {
    [LogoType::Light, LogoType::Dark].into_iter().find(|r#type| route(r#type) == path)
}

fn route(r#type: &LogoType) -> &'static str {
    if *r#type == LogoType::Dark { "/logo_dark" } else { "/logo" }
}
