//! Logos of an organization.

use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::logo::{Logo, logo_type, path};
use crate::emulator::state::Business;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let logos: Vec<Value> = organization
        .logos
        .iter()
        .map(|(r#type, logo)| {
            json!({"type": r#type, "file_name": logo.file_name, "path": path(Some(&organization.code), r#type)})
        })
        .collect();
    Ok(Answer::envelope(json!({"logos": logos})))
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let r#type = logo_type(call)?;
    let logo = Logo::of(call)?;
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
