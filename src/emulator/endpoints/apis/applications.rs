//! The applications that may use an API, and the scopes that they have there.

use std::collections::btree_map::Entry;

use serde::Deserialize;
use serde_json::json;

use super::api;
use crate::ScopeId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, IdChange, bulk};
use crate::emulator::state::Business;
use crate::emulator::state::register::Number;
use crate::emulator::unknown::Unknown;

/// All of it or nothing; the answer has what has changed.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        applications: Option<Vec<IdChange>>,
    }

    api(business, call)?;
    let body: Body = call.json()?;
    let changes = bulk(body.applications, "applications")?;
    let numbers: Vec<Number> =
        changes.iter().map(|change| business.applications.number(&change.id)).collect::<Result<_, Unknown>>()?;
    let api = business.apis.get_mut(call.path("api_id"))?;
    let (mut connected, mut disconnected) = (Vec::new(), Vec::new());
    for (change, number) in changes.iter().zip(numbers) {
        if change.removes() {
            disconnected.extend(api.applications.remove(&number).map(|_| &change.id));
        } else if let Entry::Vacant(place) = api.applications.entry(number) {
            place.insert(Vec::new());
            connected.push(&change.id);
        }
    }
    let content = json!({"applications_disconnected": disconnected, "applications_connected": connected});
    Ok(Answer::coded("API_APPLICATIONS_UPDATED", "API applications updated", content))
}

/// Answers without a body.
pub(super) fn add_scope(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (application, scope) = application_and_scope(business, call)?;
    let given = given(business, call, application)?;
    if !given.contains(&scope) {
        given.push(scope);
    }
    Ok(Answer::without_body())
}

/// Answers without a body.
pub(super) fn delete_scope(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (application, scope) = application_and_scope(business, call)?;
    let given = given(business, call, application)?;
    let position = given.iter().position(|known| *known == scope);
    let position =
        position.ok_or_else(|| Refusal::bad("SCOPE_NOT_ASSIGNED", "the application does not have the scope"))?;
    given.remove(position);
    Ok(Answer::without_body())
}

fn application_and_scope(business: &Business, call: &Call<'_>) -> Result<(Number, ScopeId), Unknown> {
    let api = api(business, call)?;
    let application = business.applications.number(call.path("application_id"))?;
    Ok((application, api.scope(call.path("scope_id"))?.id.clone()))
}

/// The scopes that an application has, which may use the API at all.
fn given<'a>(
    business: &'a mut Business,
    call: &Call<'_>,
    application: Number,
) -> Result<&'a mut Vec<ScopeId>, Refusal> {
    let api = business.apis.get_mut(call.path("api_id"))?;
    let not_connected = || Refusal::bad("APPLICATION_NOT_CONNECTED", "the application may not use the API");
    api.applications.get_mut(&application).ok_or_else(not_connected)
}
