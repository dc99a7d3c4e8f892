//! The roles that let users into an application.

use serde_json::{Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::applications::{Application, ApplicationType};
use crate::emulator::state::register::Number;

const PAGE_SIZE: usize = 10;

/// Kinde refuses larger pages here, where it gives fewer elsewhere.
const LARGEST_PAGE: usize = 100;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let application = application(business, call)?;
    let page = IdPage::of(call, PAGE_SIZE)?.at_most(LARGEST_PAGE)?;
    let roles = business.roles.of(&application.access_roles);
    let (roles, has_more) = page.of_list(roles, |role| role.id.as_str())?;
    let roles: Vec<Value> = roles
        .into_iter()
        .map(|role| json!({"id": role.id, "key": role.key, "name": role.name, "description": role.description}))
        .collect();
    Ok(Answer::envelope(json!({"roles": roles, "has_more": has_more})))
}

/// An application that has users; here, what is unknown has codes of its own.
fn application<'a>(business: &'a Business, call: &Call<'_>) -> Result<&'a Application, Refusal> {
    let found = business.applications.get(call.path("application_id"));
    let application = found.map_err(|unknown| Refusal::bad("APPLICATION_NOT_FOUND", unknown.to_string()))?;
    if application.r#type == ApplicationType::M2m {
        return Err(Refusal::bad("APPLICATION_TYPE_NOT_SUPPORTED", "the application has no users"));
    }
    Ok(application)
}

fn role(business: &Business, call: &Call<'_>) -> Result<Number, Refusal> {
    let number = business.roles.number(call.path("role_id"));
    number.map_err(|unknown| Refusal::bad("ROLE_NOT_FOUND", unknown.to_string()))
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    application(business, call)?;
    let role = role(business, call)?;
    let roles = &mut super::application_mut(business, call)?.access_roles;
    if !roles.contains(&role) {
        roles.push(role);
    }
    Ok(Answer::success())
}

pub(super) fn remove(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    application(business, call)?;
    let role = role(business, call)?;
    let roles = &mut super::application_mut(business, call)?.access_roles;
    let Some(place) = roles.iter().position(|known| *known == role) else {
        return Err(Refusal::bad("ROLE_NOT_FOUND", "the role is not an access role of the application"));
    };
    roles.remove(place);
    Ok(Answer::success())
}
