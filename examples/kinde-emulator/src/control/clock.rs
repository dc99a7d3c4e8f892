//! The emulator's time, which can be moved on.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use super::{Answer, Refusal, told};
use crate::business::Business;
use crate::moment::rfc_3339;
use crate::state::problem::Problem;
use crate::state::read;

/// A hundred years: beyond it, times could not be written any more.
const FURTHEST: u64 = 100 * 366 * 86_400;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: u64,
}

pub(super) fn tell(business: &Business) -> Result<Answer, Refusal> {
    let now = business.inside().emulator.now();
    told(&json!({"now": rfc_3339(now), "unix_seconds": now.as_secs()}))
}

pub(super) fn advance(business: &Business, body: &[u8]) -> Result<Answer, Refusal> {
    let Advance { advance_seconds } = read::json(body)?;
    let now = business.inside().emulator.now().as_secs();
    let furthest = FURTHEST.saturating_sub(now.saturating_sub(4_102_444_800));
    if advance_seconds > furthest {
        let problem = Problem::at("advance_seconds", "is more than a hundred years");
        return Err(problem.located_in(body).into());
    }
    business.inside().emulator.advance(Duration::from_secs(advance_seconds));
    tell(business)
}
