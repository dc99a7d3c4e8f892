//! The second factors of a member.

use serde_json::json;

use super::member_number;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::users::User;
use crate::emulator::unknown::{Thing, Unknown};

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = user(business, call)?;
    let factor = user.factors.first().ok_or_else(|| none(call))?;
    Ok(Answer::envelope(json!({"mfa": factor})))
}

pub(super) fn reset_all(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = user(business, call)?;
    if user.factors.is_empty() {
        return Err(none(call).into());
    }
    user.factors.clear();
    Ok(Answer::success())
}

pub(super) fn reset(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = user(business, call)?;
    user.remove_factor(call.path("factor_id"))?;
    Ok(Answer::success())
}

fn user<'a>(business: &'a mut Business, call: &Call) -> Result<&'a mut User, Unknown> {
    member_number(business, call)?;
    business.users.get_mut(call.path("user_id"))
}

fn none(call: &Call) -> Unknown {
    Thing::MfaFactor.unknown(format!("of {}", call.path("user_id")))
}
