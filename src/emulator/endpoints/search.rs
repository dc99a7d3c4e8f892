//! Search for users.

use std::collections::BTreeMap;
use std::iter;

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

fn users(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let search = Search::of(call);
    let users: Vec<&User> = match page.place {
        Place::First => search.among(business, business.users.iter()).take(page.size).collect(),
        Place::After(id) => {
            let number = search.cursor(business, "starting_after", id)?;
            search.among(business, business.users.after(number)).take(page.size).collect()
        }
        Place::Before(id) => {
            let number = search.cursor(business, "ending_before", id)?;
            let before = business.users.before(number).rev();
            let mut users: Vec<&User> = search.among(business, before).take(page.size).collect();
            users.reverse();
            users
        }
    };
    let results: Vec<Value> = users.into_iter().map(|user| view(business, user, call)).collect();
    Ok(Answer::envelope(json!({"results": results})))
}

/// What is searched for. Of several conditions all must hold; of several values of a property, one.
struct Search<'a> {
    /// In lower case and not empty; `None` is everybody.
    text: Option<String>,
    properties: BTreeMap<&'a str, Vec<&'a str>>,
    scopes: Vec<&'a str>,
}

impl<'a> Search<'a> {
    fn of(call: &'a Call<'_>) -> Self {
        let text = call.query("query").filter(|text| !is_everybody(text)).map(str::to_lowercase);
        Self { text, properties: properties(call), scopes: call.query_list("api_scopes") }
    }

    /// Those of some users who are found.
    fn among<'b>(
        &'b self,
        business: &'b Business,
        users: impl Iterator<Item = &'b User> + 'b,
    ) -> Box<dyn Iterator<Item = &'b User> + 'b> {
        let with_properties = users.filter(|user| self.has_properties(user));
        let named: Box<dyn Iterator<Item = &User>> = match &self.text {
            Some(text) => Box::new(named(with_properties, text)),
            None => Box::new(with_properties),
        };
        Box::new(named.filter(|user| self.has_scope(business, user)))
    }

    fn has_properties(&self, user: &User) -> bool {
        let has =
            |key: &str, values: &[&str]| user.properties.get(key).is_some_and(|value| values.contains(&value.as_str()));
        self.properties.iter().all(|(key, values)| has(key, values))
    }

    fn has_scope(&self, business: &Business, user: &User) -> bool {
        self.scopes.is_empty() || scopes_of(business, user).any(|(_, _, key)| self.scopes.contains(&key))
    }

    /// The number of the user whom a cursor names: one whom the search finds.
    fn cursor(&self, business: &Business, name: &str, id: &str) -> Result<Number, Refusal> {
        let number = business.users.number(id).ok();
        let is_found = |user| self.among(business, iter::once(user)).next().is_some();
        let found = number.filter(|number| business.users.at(*number).is_some_and(is_found));
        found.ok_or_else(|| not_listed(name, id))
    }
}

/// `properties[k]=a&properties[k]=b` and `properties[k]=a,b` are the same.
fn properties<'a>(call: &'a Call<'_>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut properties: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, values) in call.query_in("properties") {
        properties.entry(key).or_default().extend(values.split(','));
    }
    properties
}

/// How many users' texts are found before any is looked at.
const BATCH: usize = 64;

/// Those of some users whose name or address has a text in it, which is in lower case and not empty.
///
/// The texts of many are found first, and looked at then: a processor fetches them from all over the memory at once so,
/// where it would wait for one after the other.
fn named<'a>(mut users: impl Iterator<Item = &'a User>, text: &str) -> impl Iterator<Item = &'a User> {
    let batches = iter::from_fn(move || {
        let batch: Vec<Texts> = users.by_ref().take(BATCH).map(Texts::of).collect();
        (!batch.is_empty()).then_some(batch)
    });
    let mut full_name = String::new();
    let found = batches.flatten().filter(move |texts| texts.have(text, &mut full_name));
    found.map(|texts| texts.user)
}

/// What a user is found by.
struct Texts<'a> {
    user: &'a User,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    email: Option<&'a str>,
}

impl<'a> Texts<'a> {
    fn of(user: &'a User) -> Self {
        Self { user, first_name: user.first_name(), last_name: user.last_name(), email: user.email() }
    }

    /// Whether one has a text in it. The buffer spares making a name for each user.
    fn have(&self, text: &str, full_name: &mut String) -> bool {
        full_name.clear();
        for part in [self.first_name, self.last_name].into_iter().flatten() {
            if !full_name.is_empty() {
                full_name.push(' ');
            }
            full_name.push_str(part);
        }
        has(full_name, text) || self.email.is_some_and(|email| has(email, text))
    }
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
