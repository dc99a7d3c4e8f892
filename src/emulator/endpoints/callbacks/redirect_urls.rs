//! Where users may be sent after they have signed in.

use serde_json::json;

use super::application;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::applications::Application;

fn urls(application: &mut Application) -> &mut Vec<String> {
    &mut application.redirect_urls
}

/// Without an envelope.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::plain(&json!({"redirect_urls": application(business, call)?.redirect_urls})))
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    super::add(business, call, urls)
}

pub(super) fn replace(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    super::replace(business, call, urls)
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    super::delete(business, call, urls)
}
