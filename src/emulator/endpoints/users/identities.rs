//! Identities of a user.

use serde::Deserialize;
use serde_json::{Value, json};

use super::user;
use crate::ConnectionId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::endpoints::identities::view;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::identities::{Identity, IdentityKind, NewIdentity};

const PAGE_SIZE: usize = 10;

/// In the order in which they were made.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let identities = user(business, call)?.identities().iter();
    let page = IdPage::of(call, PAGE_SIZE)?;
    let (identities, has_more) = page.of_list(identities, |identity: &&Identity| identity.id.as_str())?;
    let identities: Vec<Value> = identities.into_iter().map(view).collect();
    Ok(Answer::envelope(json!({"identities": identities, "has_more": has_more})))
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Type {
    Email,
    Username,
    Phone,
    Enterprise,
    Social,
}

#[derive(Deserialize)]
struct Body {
    value: Option<String>,
    r#type: Option<Type>,
    phone_country_id: Option<String>,
    connection_id: Option<ConnectionId>,
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = business.users.number(call.path("user_id"))?;
    let body: Body = call.json()?;
    let r#type = required(body.r#type, "type")?;
    let value = required_text(body.value, "value")?;
    body.connection_id.as_ref().map(|id| business.connections.get(id.as_str())).transpose()?;
    let (kind, value) = match r#type {
        Type::Email => (IdentityKind::Email, value),
        Type::Username => (IdentityKind::Username, value),
        Type::Phone => {
            let country = required_text(body.phone_country_id, "phone_country_id")?;
            (IdentityKind::Phone, e164(&value, Some(&country))?)
        }
        Type::Enterprise | Type::Social => (connection(business, body.connection_id)?, value),
    };
    business.check_identity(&kind, &value)?;
    let id = business.add_identity(number, NewIdentity { kind, value, is_verified: false });
    business.record_user(EventType::UserUpdated, number);
    Ok(Answer::created("OK", "Success", json!({"identity": {"id": id}})))
}

fn connection(business: &Business, id: Option<ConnectionId>) -> Result<IdentityKind, Refusal> {
    let id = required(id, "connection_id")?;
    let strategy = business.connections.get(id.as_str())?.strategy.as_str().into();
    Ok(IdentityKind::Connection { strategy, connection_id: Box::new(id) })
}

/// Codes of some countries, by which national numbers are completed.
const COUNTRIES: [(&str, &str); 12] = [
    ("au", "61"),
    ("br", "55"),
    ("ca", "1"),
    ("de", "49"),
    ("es", "34"),
    ("fr", "33"),
    ("gb", "44"),
    ("in", "91"),
    ("it", "39"),
    ("jp", "81"),
    ("nz", "64"),
    ("us", "1"),
];

/// A number as it is listed, whether it was given with the code of its country or without.
pub(super) fn e164(number: &str, country: Option<&str>) -> Result<String, Refusal> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err(Refusal::bad_value("phone", "has no digits"));
    }
    if number.trim_start().starts_with('+') {
        return Ok(format!("+{digits}"));
    }
    let country = country.map(str::to_ascii_lowercase);
    let code = COUNTRIES.iter().find(|(id, _)| Some(*id) == country.as_deref()).map_or("", |(_, code)| code);
    Ok(format!("+{code}{}", digits.trim_start_matches('0')))
}
