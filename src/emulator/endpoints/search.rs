//! Search for users.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Entry;
use super::users::{organization_codes, short_identities, signs};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::paging::{IdPage, Place, not_listed};
use crate::emulator::state::Business;
use crate::emulator::state::register::Number;
use crate::emulator::state::users::User;
use crate::search::SearchUsers;

pub(super) static TABLE: &[Entry] = &[Entry::of::<SearchUsers>(users)];

const PAGE_SIZE: usize = 10;

/// Whether a text matches everybody.
fn is_everybody(text: &str) -> bool {
    matches!(text, "" | "*")
}

/// Of several conditions all must hold; of several values of a property, one.
fn users(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let text = call.query("query").filter(|text| !is_everybody(text)).map(str::to_lowercase);
    let scopes = call.query_list("api_scopes");
    let properties = properties(call);
    let mut buffer = String::new();
    let mut is_wanted = |user: &&User| {
        properties
            .iter()
            .all(|(key, values)| user.properties.get(*key).is_some_and(|value| values.contains(&value.as_str())))
            && text.as_deref().is_none_or(|text| is_named(user, text, &mut buffer))
            && (scopes.is_empty() || scopes_of(business, user).any(|(_, _, key)| scopes.contains(&key)))
    };
    let users: Vec<&User> = match page.place {
        Place::First => business.users.iter().filter(is_wanted).take(page.size).collect(),
        Place::After(id) => {
            let number = cursor(business, "starting_after", id, &mut is_wanted)?;
            business.users.after(number).filter(is_wanted).take(page.size).collect()
        }
        Place::Before(id) => {
            let number = cursor(business, "ending_before", id, &mut is_wanted)?;
            let mut users: Vec<&User> = business.users.before(number).rev().filter(is_wanted).take(page.size).collect();
            users.reverse();
            users
        }
    };
    let results: Vec<Value> = users.into_iter().map(|user| view(business, user, call)).collect();
    Ok(Answer::envelope(json!({"results": results})))
}

/// The number of the user whom a cursor names: one whom the search finds.
fn cursor(
    business: &Business,
    name: &str,
    id: &str,
    is_wanted: &mut impl FnMut(&&User) -> bool,
) -> Result<Number, Refusal> {
    let number = business.users.number(id).ok();
    let found = number.filter(|number| business.users.at(*number).is_some_and(|user| is_wanted(&user)));
    found.ok_or_else(|| not_listed(name, id))
}

/// `properties[k]=a&properties[k]=b` and `properties[k]=a,b` are the same.
fn properties<'a>(call: &'a Call<'_>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut properties: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, values) in call.query_in("properties") {
        properties.entry(key).or_default().extend(values.split(','));
    }
    properties
}

/// Whether a name or the address has a text in it, which is in lower case and not empty. The buffer spares making a text for
/// each user.
fn is_named(user: &User, text: &str, buffer: &mut String) -> bool {
    buffer.clear();
    for part in [user.first_name(), user.last_name()].into_iter().flatten() {
        if !buffer.is_empty() {
            buffer.push(' ');
        }
        buffer.push_str(part);
    }
    has(buffer, text) || user.email().is_some_and(|email| has(email, text))
}

/// Whether a text has another in it, which is in lower case and not empty. Most texts are short, and have no letter beyond
/// ASCII: to look at each place is faster there than a search that prepares itself.
fn has(text: &str, part: &str) -> bool {
    if text.is_ascii() {
        let mut places = text.as_bytes().windows(part.len());
        return places.any(|place| place.eq_ignore_ascii_case(part.as_bytes()));
    }
    text.to_lowercase().contains(part)
}

/// The scopes of APIs that a user has, each with the organization and the API.
fn scopes_of<'a>(business: &'a Business, user: &'a User) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
    let memberships = business.organizations.of(user.organizations()).filter_map(|organization| {
        let number = business.users.number(user.id.as_str()).ok()?;
        Some((organization, organization.members.get(number, user.id.as_str()).ok()?))
    });
    memberships.flat_map(|(organization, membership)| {
        membership.api_scopes.iter().filter_map(|id| {
            let (api, scope) = business.apis.scope(id.as_str()).ok()?;
            Some((organization.code.as_str(), api.id.as_str(), scope.key.as_str()))
        })
    })
}

fn view(business: &Business, user: &User, call: &Call<'_>) -> Value {
    let scopes = scopes_of(business, user);
    let scopes = scopes.map(|(code, api, scope)| json!({"org_code": code, "scope": scope, "api_id": api}));
    let mut view = json!({
        "id": user.id,
        "provided_id": user.provided_id,
        "email": user.email(),
        "username": user.username(),
        "last_name": user.last_name(),
        "first_name": user.first_name(),
        "is_suspended": user.is_suspended,
        "picture": user.picture,
        "api_scopes": scopes.collect::<Vec<_>>(),
    });
    signs(&mut view, user);
    if call.expands("organizations") {
        view["organizations"] = organization_codes(business, user);
    }
    if call.expands("identities") {
        view["identities"] = short_identities(user);
    }
    if call.expands("properties") {
        view["properties"] = json!(*user.properties);
    }
    view
}
