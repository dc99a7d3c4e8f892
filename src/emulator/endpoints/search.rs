//! Search for users.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Entry;
use super::users::{organization_codes, short_identities, signs};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::users::User;
use crate::search::SearchUsers;

pub(super) static TABLE: &[Entry] = &[Entry::of::<SearchUsers>(users)];

const PAGE_SIZE: usize = 10;

/// Matches everybody.
const EVERYBODY: &str = "*";

/// Of several conditions all must hold; of several values of a property, one.
fn users(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let text = call.query("query").filter(|text| *text != EVERYBODY).map(str::to_lowercase);
    let scopes = call.query_list("api_scopes");
    let properties = properties(call);
    let is_wanted = |user: &&User| {
        text.as_deref().is_none_or(|text| is_named(user, text))
            && properties
                .iter()
                .all(|(key, values)| user.properties.get(*key).is_some_and(|value| values.contains(&value.as_str())))
            && (scopes.is_empty() || scopes_of(business, user).any(|(_, _, key)| scopes.contains(&key)))
    };
    let (users, _) = page.of_list(business.users.iter().filter(is_wanted), |user| user.id.as_str())?;
    let results: Vec<Value> = users.into_iter().map(|user| view(business, user, call)).collect();
    Ok(Answer::envelope(json!({"results": results})))
}

/// `properties[k]=a&properties[k]=b` and `properties[k]=a,b` are the same.
fn properties<'a>(call: &'a Call<'_>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut properties: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, values) in call.query_in("properties") {
        properties.entry(key).or_default().extend(values.split(','));
    }
    properties
}

/// Whether a name or the address has a text in it, which is in lower case.
fn is_named(user: &User, text: &str) -> bool {
    user.full_name().to_lowercase().contains(text)
        || user.email().is_some_and(|email| email.to_lowercase().contains(text))
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
        view["properties"] = json!(user.properties);
    }
    view
}
