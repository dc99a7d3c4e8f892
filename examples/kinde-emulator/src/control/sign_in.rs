//! A user signs in, which no operation does.

use kinde_api::UserId;
use kinde_api::emulator::Emulator;
use kinde_api::users::{GetUserData, GetUsers};
use serde::Deserialize;
use serde_json::json;

use super::{Answer, Refusal};
use crate::business::Business;
use crate::state::problem::Problem;
use crate::state::{direct, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    /// An id, an address, a phone number or a username.
    user: String,
    /// The code of the organization: the default one unless said.
    organization: Option<String>,
}

pub(super) fn sign_in(business: &Business, body: &[u8]) -> Result<Answer, Refusal> {
    let order: SignIn = read::json(body)?;
    let mut inside = business.inside();
    let emulator = inside.emulator.clone();
    happen(&emulator, &order).map_err(|problem| problem.located_in(body))?;
    business.tell_webhooks(&mut inside);
    Ok(Answer::NoContent)
}

fn happen(emulator: &Emulator, order: &SignIn) -> Result<(), Problem> {
    let user =
        find(emulator, &order.user).ok_or_else(|| Problem::at("user", format!("there is no user `{}`", order.user)))?;
    let organization =
        order.organization.as_ref().map_or_else(|| emulator.default_organization(), |code| code.as_str().into());
    emulator
        .sign_in(&organization, &user)
        .map_err(|unknown| Problem::at("organization", format!("{unknown} in `{organization}`")))?;
    emulator.add_event("user.authenticated", json!({"user": {"id": user}, "organization": {"code": organization}}));
    Ok(())
}

fn find(emulator: &Emulator, name: &str) -> Option<UserId> {
    let client = direct::client(emulator);
    let first = |endpoint: GetUsers| client.send(&endpoint).ok()?.users.into_iter().next()?.id;
    // A name that can't be one of a kind finds nothing by it.
    client
        .send(&GetUserData::new(name))
        .ok()
        .and_then(|user| user.id)
        .or_else(|| first(GetUsers::new().email([name])))
        .or_else(|| first(GetUsers::new().phone([name])))
        .or_else(|| first(GetUsers::new().username([name])))
}
