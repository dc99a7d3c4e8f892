//! How long the tokens and sessions of an application live.

use serde::Deserialize;

use super::{application, application_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;

/// What is not given stays.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        access_token_lifetime: Option<u64>,
        refresh_token_lifetime: Option<u64>,
        id_token_lifetime: Option<u64>,
        authenticated_session_lifetime: Option<u64>,
        is_hasura_mapping_enabled: Option<bool>,
    }

    application(business, call)?;
    let body: Body = call.json()?;
    let tokens = &mut application_mut(business, call)?.tokens;
    for (lifetime, change) in [
        (&mut tokens.access_token_lifetime, body.access_token_lifetime),
        (&mut tokens.refresh_token_lifetime, body.refresh_token_lifetime),
        (&mut tokens.id_token_lifetime, body.id_token_lifetime),
        (&mut tokens.authenticated_session_lifetime, body.authenticated_session_lifetime),
    ] {
        *lifetime = change.or(*lifetime);
    }
    tokens.is_hasura_mapping_enabled = body.is_hasura_mapping_enabled.or(tokens.is_hasura_mapping_enabled);
    Ok(Answer::success())
}
