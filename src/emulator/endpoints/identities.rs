//! Identities: the ways in which a user signs in.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::clock::date_time;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::identities::{Identity, IdentityKind};
use crate::identities::{DeleteIdentity, GetIdentity, UpdateIdentity};

pub(super) static TABLE: &[Entry] =
    &[Entry::of::<GetIdentity>(get), Entry::of::<UpdateIdentity>(update), Entry::of::<DeleteIdentity>(delete)];

/// In an envelope, as the live API has it, and not as the document says.
fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (_, identity) = business.users.by_identity(call.path("identity_id"))?;
    Ok(Answer::envelope(json!({"identity": view(identity)})))
}

/// An identity, also as a user's are listed.
pub(super) fn view(identity: &Identity) -> Value {
    let email = (identity.kind == IdentityKind::Email).then_some(&identity.value);
    json!({
        "id": identity.id,
        "type": identity.kind,
        "is_confirmed": identity.is_confirmed,
        "created_on": date_time(identity.created_on),
        "last_login_on": identity.last_login_on.map(date_time),
        "total_logins": identity.total_logins,
        "name": identity.value,
        "email": email,
        "connection_id": identity.kind.connection_id(),
        "is_primary": identity.is_primary,
    })
}

/// An identity stops to be the primary one when another of its kind becomes it.
fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        is_primary: Option<bool>,
    }

    let id = call.path("identity_id");
    let (user, identity) = business.users.by_identity(id)?;
    let is_primary = identity.is_primary;
    let body: Body = call.json()?;
    match (required(body.is_primary, "is_primary")?, is_primary) {
        (true, false) => business.promote_identity(id)?,
        (false, true) => {
            return Err(Refusal::bad_value("is_primary", "make another identity of its kind the primary one"));
        }
        _ => return Ok(Answer::success()),
    }
    business.record_user(EventType::UserUpdated, user);
    Ok(Answer::success())
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (user, _) = business.users.by_identity(call.path("identity_id"))?;
    business.remove_identity(call.path("identity_id"))?;
    business.record_user(EventType::UserUpdated, user);
    Ok(Answer::success())
}
