//! Connected apps: tokens of other services, for a user or an organization.

use serde_json::json;

use super::Entry;
use crate::connected_apps::{GetConnectedAppAuthUrl, GetConnectedAppToken, RevokeConnectedAppToken};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::clock::date_time;
use crate::emulator::state::Business;
use crate::emulator::state::connected_apps::ConnectedAppSession;
use crate::{OrgCode, Secret, UserId};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetConnectedAppAuthUrl>(auth_url).declares_not_found_as_list(),
    Entry::of::<GetConnectedAppToken>(token),
    Entry::of::<RevokeConnectedAppToken>(revoke),
];

/// Begins a session: for a user or for an organization, and it must be said for which.
fn auth_url(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let key_code_ref = call.required_query("key_code_ref")?;
    business.connected_apps.check(key_code_ref)?;
    let (user_id, org_code) = (call.query("user_id"), call.query("org_code"));
    if user_id.is_none() && org_code.is_none() {
        return Err(Refusal::missing("user_id or org_code"));
    }
    user_id.map(|id| business.users.get(id)).transpose()?;
    org_code.map(|code| business.organizations.get(code)).transpose()?;

    let id = Secret::from(business.random.secret());
    let callback = call.query("override_callback_url").unwrap_or("https://app.example/callback");
    let callback = percent_encoding::utf8_percent_encode(callback, percent_encoding::NON_ALPHANUMERIC);
    let url = format!("https://{key_code_ref}.example/authorize?state={}&redirect_uri={callback}", id.expose());
    business.connected_apps.begin(ConnectedAppSession {
        id: id.clone(),
        user_id: user_id.map(UserId::from),
        org_code: org_code.map(OrgCode::from),
        access_token: None,
    });
    Ok(Answer::plain(&json!({"url": url, "session_id": id})))
}

fn token(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let session = business.connected_apps.session_mut(call.required_query("session_id")?)?;
    match &session.access_token {
        Some((token, expiry)) if *expiry > call.now => {
            Ok(Answer::plain(&json!({"access_token": token, "access_token_expiry": date_time(*expiry)})))
        }
        Some(_) => Err(Refusal::bad("SESSION_EXPIRED", "the token of the connected app has expired")),
        None => Err(Refusal::bad("SESSION_NOT_AUTHENTICATED", "nobody has signed in to the connected app yet")),
    }
}

fn revoke(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let session = business.connected_apps.session_mut(call.required_query("session_id")?)?;
    if session.access_token.take().is_none() {
        return Err(Refusal::bad("SESSION_NOT_AUTHENTICATED", "the session has no tokens"));
    }
    Ok(Answer::success())
}
