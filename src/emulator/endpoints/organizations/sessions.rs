//! Sessions of an organization's members.

use serde::Deserialize;

use super::{organization, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::organizations::SsoSessionPersistenceMode;

#[derive(Deserialize)]
struct Body {
    is_use_org_sso_session_policy: Option<bool>,
    sso_session_persistence_mode: Option<String>,
    is_use_org_authenticated_session_lifetime: Option<bool>,
    authenticated_session_lifetime: Option<u64>,
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let body: Body = call.json()?;
    let mode = body.sso_session_persistence_mode.as_deref().map(persistence_mode).transpose()?;
    let sessions = &mut organization_mut(business, call)?.sessions;
    sessions.is_use_org_sso_session_policy =
        body.is_use_org_sso_session_policy.or(sessions.is_use_org_sso_session_policy);
    sessions.sso_session_persistence_mode = mode.or(sessions.sso_session_persistence_mode.take());
    sessions.is_use_org_authenticated_session_lifetime =
        body.is_use_org_authenticated_session_lifetime.or(sessions.is_use_org_authenticated_session_lifetime);
    sessions.authenticated_session_lifetime =
        body.authenticated_session_lifetime.or(sessions.authenticated_session_lifetime);
    Ok(Answer::success())
}

/// Kinde once wrote it with a hyphen, and some of its own clients still do.
fn persistence_mode(text: &str) -> Result<SsoSessionPersistenceMode, Refusal> {
    match text {
        "persistent" => Ok(SsoSessionPersistenceMode::Persistent),
        "non_persistent" | "non-persistent" => Ok(SsoSessionPersistenceMode::NonPersistent),
        other => Err(Refusal::bad_value("sso_session_persistence_mode", format_args!("`{other}` is unknown"))),
    }
}
