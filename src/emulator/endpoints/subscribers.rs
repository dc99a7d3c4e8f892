//! Subscribers: people who asked to hear from the business.

use serde_json::json;

use super::Entry;
use crate::SubscriberId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required_text};
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::subscribers::Subscriber;
use crate::subscribers::{CreateSubscriber, GetSubscriber, GetSubscribers};

pub(super) static TABLE: &[Entry] =
    &[Entry::of::<GetSubscribers>(list), Entry::of::<CreateSubscriber>(create), Entry::of::<GetSubscriber>(get)];

const SORTS: &[&str] = &["name_asc", "name_desc", "email_asc", "email_desc"];

fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, SORTS)?;
    let mut subscribers: Vec<&Subscriber> = business.subscribers.iter().collect();
    page.sort(&mut subscribers, |one, field| if field == "email" { one.email.clone() } else { one.full_name() });
    let item = |one: &Subscriber| {
        json!({
            "id": one.id,
            "email": one.email,
            "full_name": one.full_name(),
            "first_name": one.first_name,
            "last_name": one.last_name,
        })
    };
    let (subscribers, next_token) = page.of_list(subscribers, item);
    Ok(Answer::page("subscribers", &subscribers, next_token))
}

/// A list of one, with other names than in the list of all.
fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let one = business.subscribers.get(call.path("subscriber_id"))?;
    let subscriber = json!({
        "id": one.id,
        "preferred_email": one.email,
        "first_name": one.first_name,
        "last_name": one.last_name,
    });
    Ok(Answer::envelope(json!({"subscribers": [subscriber]})))
}

/// Everything is in the query; names may be empty.
fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let name = |name| call.required_query(name).map(|name| Some(name.to_owned()).filter(|name| !name.is_empty()));
    let (first_name, last_name) = (name("first_name")?, name("last_name")?);
    let email = required_text(call.query("email").map(str::to_owned), "email")?;
    let id = SubscriberId::from(business.random.id("subscriber_"));
    let data = json!({"subscriber": {"id": id, "email": email, "first_name": first_name, "last_name": last_name}});
    business.subscribers.add(Subscriber { id: id.clone(), email, first_name, last_name });
    business.record(EventType::SubscriberCreated, &data);
    let content = json!({"subscriber": {"subscriber_id": id}});
    Ok(Answer::plain(&content).with_status(http::StatusCode::CREATED))
}
