//! Where a user is signed in.

use serde_json::{Value, json};

use super::user;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::clock::date_time;
use crate::emulator::state::Business;

/// Those that have not expired, the oldest first.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = user(business, call)?;
    let number = business.users.number(user.id.as_str())?;
    let sessions = business.sessions.of(number).iter().filter(|session| session.expires_on > call.now);
    let sessions: Vec<Value> = sessions
        .map(|session| {
            json!({
                "user_id": user.id,
                "org_code": session.org_code,
                "client_id": session.client_id,
                "expires_on": date_time(session.expires_on),
                "session_id": session.id,
                "started_on": date_time(session.started_on),
                "updated_on": date_time(session.updated_on),
                "connection_id": session.connection_id,
                "last_ip_address": session.ip_address,
                "last_user_agent": session.user_agent,
                "initial_ip_address": session.ip_address,
                "initial_user_agent": session.user_agent,
            })
        })
        .collect();
    Ok(Answer::envelope(json!({"has_more": false, "sessions": sessions})))
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.users.number(call.path("user_id"))?;
    business.sessions.remove_all(number);
    Ok(Answer::success())
}
