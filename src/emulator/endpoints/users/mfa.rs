//! The second factors of a user.

use serde_json::json;

use super::{user, user_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::unknown::{Thing, Unknown};

/// One factor: the document has no list.
pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let factor = user(business, call)?.factors.first().ok_or_else(|| none(call))?;
    Ok(Answer::envelope(json!({"mfa": factor})))
}

pub(super) fn reset_all(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let factors = &mut user_mut(business, call)?.factors;
    if factors.is_empty() {
        return Err(none(call).into());
    }
    factors.clear();
    Ok(Answer::success())
}

pub(super) fn reset(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    user_mut(business, call)?.remove_factor(call.path("factor_id"))?;
    Ok(Answer::success())
}

fn none(call: &Call<'_>) -> Unknown {
    Thing::MfaFactor.unknown(format!("of {}", call.path("user_id")))
}
