//! Who holds a role in an organization.

use serde_json::{Value, json};

use super::organization;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::clock::date_time;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::users::User;
use crate::emulator::unknown::Unknown;

/// A period of so many seconds is too long.
const TOO_LONG: u64 = 3 * 86_400;

pub(super) fn users(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, &[])?;
    let holders = holders(business, call)?.skip(page.skipped()).take(page.size + 1);
    let (users, next_token) = page.cut(holders.map(|user| json!({"id": user.id})).collect::<Vec<Value>>());
    Ok(Answer::envelope(json!({"users": users, "next_token": next_token})))
}

pub(super) fn users_count(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let count = holders(business, call)?.count();
    Ok(Answer::envelope(json!({"count": count})))
}

pub(super) fn active_users_count(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let holders = holders(business, call)?;
    let (from, _) = moment(call, "date_time_from")?;
    let (to, has_fraction) = moment(call, "date_time_to")?;
    let to = to + u64::from(has_fraction);
    if to < from {
        return Err(Refusal::bad("DATE_TIME_RANGE_INVALID", "date_time_to is before date_time_from"));
    }
    if to - from >= TOO_LONG {
        return Err(Refusal::bad("DATE_TIME_RANGE_TOO_LARGE", "the period is three days or longer"));
    }
    let is_active = |user: &&User| user.signed_in_on.iter().any(|moment| (from..=to).contains(moment));
    let active_users_count = holders.filter(is_active).count();
    Ok(Answer::envelope(json!({
        "active_users_count": active_users_count,
        "date_time_from": date_time(from),
        "date_time_to": date_time(to),
    })))
}

/// The members who hold the role that the path names.
fn holders<'a>(business: &'a Business, call: &Call) -> Result<impl Iterator<Item = &'a User>, Unknown> {
    let members = &organization(business, call)?.members;
    let role = business.roles.number(call.path("role_id"))?;
    Ok(members.with_role(role).filter_map(|number| business.users.at(number)))
}

fn moment(call: &Call, name: &str) -> Result<(u64, bool), Refusal> {
    required(call.moment(name)?, name)
}
