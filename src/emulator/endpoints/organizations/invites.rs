//! Invitations to an organization.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::clock::date_time;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::organizations::{Invite, Organization};
use crate::emulator::state::register::Number;
use crate::emulator::state::roles::Role;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{InviteCode, RoleKey};

const SORTS: &[&str] = &["created_on_asc", "created_on_desc", "email_asc", "email_desc", "name_asc", "name_desc"];

/// In characters, as RFC 5321 has it for addresses.
const LONGEST_EMAIL: usize = 254;
const LONGEST_NAME: usize = 64;

#[derive(Deserialize)]
struct Body {
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    /// A list of keys. Looked at by itself, since a bare string has an error of its own.
    roles: Option<Value>,
    send_email: Option<bool>,
}

#[derive(Serialize)]
struct View<'a> {
    id: &'a str,
    code: &'a InviteCode,
    email: &'a str,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    full_name: String,
    created_on: String,
    is_sent: bool,
    accepted_on: Option<String>,
    roles: Vec<RoleView<'a>>,
    is_revoked: bool,
    invite_link: &'a str,
}

#[derive(Serialize)]
struct RoleView<'a> {
    key: &'a RoleKey,
    name: &'a str,
}

fn view<'a>(business: &'a Business, invite: &'a Invite) -> View<'a> {
    let role = |role: &'a Role| RoleView { key: &role.key, name: &role.name };
    View {
        id: &invite.id,
        code: &invite.code,
        email: &invite.email,
        first_name: invite.first_name.as_deref(),
        last_name: invite.last_name.as_deref(),
        full_name: invite.full_name(),
        created_on: date_time(invite.created_on),
        is_sent: invite.is_sent,
        accepted_on: invite.accepted_on.map(date_time),
        roles: business.roles.of(&invite.roles).map(role).collect(),
        is_revoked: invite.is_revoked,
        invite_link: &invite.link,
    }
}

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let page = Page::of(call, SORTS)?;
    let (with_revoked, with_accepted) = (call.flag("include_revoked")?, call.flag("include_accepted")?);
    let is_listed =
        |invite: &&Invite| (with_revoked || !invite.is_revoked) && (with_accepted || invite.accepted_on.is_none());
    let mut invites: Vec<&Invite> = organization.invites.iter().filter(is_listed).collect();
    // They are kept in the order of creation, and sorts are stable.
    match page.sort {
        "created_on_desc" => invites.reverse(),
        "email_asc" => invites.sort_by_cached_key(|invite| invite.email.to_lowercase()),
        "email_desc" => invites.sort_by_cached_key(|invite| Reverse(invite.email.to_lowercase())),
        "name_asc" => invites.sort_by_cached_key(|invite| invite.full_name().to_lowercase()),
        "name_desc" => invites.sort_by_cached_key(|invite| Reverse(invite.full_name().to_lowercase())),
        _ => {}
    }
    let listed = invites.into_iter().skip(page.skipped()).take(page.size + 1).map(|invite| view(business, invite));
    let (invites, next_token) = page.cut(listed.collect());
    Ok(Answer::envelope(json!({"invites": invites, "next_token": next_token})))
}

/// Flat: its `code` is that of the invitation.
pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Serialize)]
    struct Flat<'a> {
        message: &'static str,
        #[serde(flatten)]
        invite: View<'a>,
    }

    let organization = organization(business, call)?;
    let position = position(organization, call)?;
    Ok(Answer::plain(&Flat { message: "Success", invite: view(business, &organization.invites[position]) }))
}

/// Where the invitation that the path names is among those of the organization.
fn position(organization: &Organization, call: &Call) -> Result<usize, Unknown> {
    let code = call.path("invite_code");
    let position = organization.invites.iter().position(|invite| invite.code.as_str() == code);
    position.ok_or_else(|| Thing::Invitation.unknown(code))
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let body: Body = call.json()?;
    let email = checked_email(body.email)?;
    let first_name = checked_name(body.first_name, "FIRST_NAME_TOO_LONG")?;
    let last_name = checked_name(body.last_name, "LAST_NAME_TOO_LONG")?;
    let roles = roles(business, body.roles)?;
    let code = business.random.id("inv_");
    let invite = Invite {
        id: business.random.id("inv_"),
        link: format!("{}/team_invitation?code={code}", call.origin),
        code: InviteCode::from(code),
        email,
        first_name,
        last_name,
        created_on: call.now,
        is_sent: body.send_email.unwrap_or(false),
        accepted_on: None,
        is_revoked: false,
        roles,
    };
    let content = json!({"invite": view(business, &invite)});
    organization_mut(business, call)?.invites.push(invite);
    Ok(Answer::created("INVITATION_CREATED", "Invitation successfully created.", content))
}

fn checked_email(email: Option<String>) -> Result<String, Refusal> {
    let email = email.ok_or_else(|| Refusal::bad_value("email", "is required"))?;
    if email.chars().count() > LONGEST_EMAIL {
        return Err(Refusal::bad("EMAIL_TOO_LONG", format!("an address has at most {LONGEST_EMAIL} characters")));
    }
    match email.split_once('@') {
        Some((local, domain)) if !local.is_empty() && !domain.is_empty() => Ok(email),
        _ => Err(Refusal::bad("EMAIL_INVALID", "the email is not an address")),
    }
}

fn checked_name(name: Option<String>, code: &'static str) -> Result<Option<String>, Refusal> {
    match name {
        Some(name) if name.chars().count() > LONGEST_NAME => {
            Err(Refusal::bad(code, format!("a name has at most {LONGEST_NAME} characters")))
        }
        name => Ok(name.filter(|name| !name.is_empty())),
    }
}

/// Numbers of the roles that a list of keys names.
fn roles(business: &Business, roles: Option<Value>) -> Result<Vec<Number>, Refusal> {
    let roles = roles.ok_or_else(|| Refusal::bad_value("roles", "is required"))?;
    let keys: Vec<String> =
        serde_json::from_value(roles).map_err(|_| Refusal::bad("ROLES_INVALID_FORMAT", "roles are a list of keys"))?;
    if keys.is_empty() {
        return Err(Refusal::bad_value("roles", "is empty"));
    }
    let mut numbers = Vec::new();
    for key in keys {
        let number = business.roles.number_by_key(&key)?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

/// Revoking keeps the invitation, so that it can still be read.
pub(super) fn revoke(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization_mut(business, call)?;
    let position = position(organization, call)?;
    let invite = &mut organization.invites[position];
    if invite.is_revoked || invite.accepted_on.is_some() {
        return Err(Refusal::bad("INVITATION_NOT_PENDING", "the invitation was revoked or accepted before"));
    }
    invite.is_revoked = true;
    Ok(Answer::success())
}
