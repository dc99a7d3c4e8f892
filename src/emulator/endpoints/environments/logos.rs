//! Logos of the environment.

use serde_json::{Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::logo::{Logo, logo_type};
use crate::emulator::state::Business;

pub(super) fn list(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let logos = &business.environment.logos;
    let logos: Vec<Value> =
        logos.iter().map(|(r#type, logo)| json!({"type": r#type, "file_name": logo.file_name})).collect();
    Ok(Answer::envelope(json!({"logos": logos})))
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let r#type = logo_type(call)?;
    let logo = Logo::of(call)?;
    business.environment.logos.insert(r#type, logo);
    Ok(Answer::success())
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    match business.environment.logos.remove(&logo_type(call)?) {
        Some(_) => Ok(Answer::success()),
        None => Ok(Answer::no_content()),
    }
}
