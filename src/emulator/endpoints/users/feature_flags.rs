//! Feature flags that a user overrides.

use super::{record_update, user, user_mut};
use crate::FeatureFlagKey;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::feature_flags::OverrideLevel;

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    user(business, call)?;
    let key = call.path("feature_flag_key");
    let value = call.required_query("value")?;
    let value = business.feature_flags.override_value(key, OverrideLevel::User, value)?;
    user_mut(business, call)?.feature_flags.insert(FeatureFlagKey::from(key), value);
    record_update(business, call)?;
    Ok(Answer::success())
}
