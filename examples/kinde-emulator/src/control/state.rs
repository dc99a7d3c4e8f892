//! What the business holds, told and put in.

use super::{Answer, Refusal, told};
use crate::business::Business;
use crate::state::{State, read, tell};

/// Nothing changes meanwhile: requests wait.
pub(super) fn tell(business: &Business) -> Result<Answer, Refusal> {
    let fresh = business.settings.fresh();
    let inside = business.inside();
    told(&tell::state(&inside.emulator, &fresh)?)
}

pub(super) fn put(business: &Business, body: &[u8]) -> Result<Answer, Refusal> {
    let state: State = read::json(body)?;
    business.begin_with(&state).map_err(|problem| problem.located_in(body))?;
    Ok(Answer::NoContent)
}
