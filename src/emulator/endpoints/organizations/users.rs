//! The members of an organization.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{member_number, organization};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, Object};
use crate::emulator::clock::date_time;
use crate::emulator::membership::{Change, add_member};
use crate::emulator::paging::Page;
use crate::emulator::state::members::Members;
use crate::emulator::state::{Business, Organization, Role};
use crate::{RoleKey, UserId};

const SORTS: &[&str] = &["name_asc", "name_desc", "email_asc", "email_desc"];

/// How many users a bulk call takes.
const LARGEST_BULK: usize = 100;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let page = Page::of(call, SORTS)?;
    let numbers: Vec<usize> = match matches(business, &organization.members, call) {
        Some(matches) => {
            let sorted = organization.members.sorted(page.sort);
            sorted.filter(|number| matches.get(*number) == Some(&true)).skip(page.skipped()).take(page.size).collect()
        }
        None => organization.members.sorted(page.sort).skip(page.skipped()).take(page.size).collect(),
    };
    let organization_users: Vec<View> =
        numbers.iter().filter_map(|number| view(business, organization, *number)).collect();
    // Kinde's habit: a token on the last page too, behind which there is an empty one.
    let next_token = (!numbers.is_empty()).then(|| page.token_after(numbers.len()));
    Ok(Answer::envelope(Users { organization_users, next_token }))
}

#[derive(Serialize)]
struct Users<'a> {
    organization_users: Vec<View<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<String>,
}

#[derive(Serialize)]
struct View<'a> {
    id: &'a UserId,
    email: Option<&'a str>,
    full_name: &'a str,
    last_name: Option<&'a str>,
    first_name: Option<&'a str>,
    picture: Option<&'a str>,
    joined_on: String,
    last_accessed_on: Option<String>,
    is_suspended: bool,
    roles: Vec<&'a RoleKey>,
}

fn view<'a>(business: &'a Business, organization: &'a Organization, number: usize) -> Option<View<'a>> {
    let user = business.users.at(number)?;
    let membership = organization.members.get(number, user.id.as_str()).ok()?;
    Some(View {
        id: &user.id,
        email: user.email.as_deref(),
        full_name: &user.full_name,
        last_name: user.last_name.as_deref(),
        first_name: user.first_name.as_deref(),
        picture: user.picture.as_deref(),
        joined_on: date_time(membership.joined_on),
        last_accessed_on: membership.last_accessed_on.map(date_time),
        is_suspended: user.is_suspended,
        roles: business.roles.at(membership.roles()).map(|role| &role.key).collect(),
    })
}

/// For each user of the business, by number, whether it is a member who holds all of the roles and permissions that are
/// asked for; `None` where nothing is asked for.
fn matches(business: &Business, members: &Members, call: &Call) -> Option<Vec<bool>> {
    let keys = |name| call.query(name).unwrap_or_default().split(',').filter(|key| !key.is_empty());
    let with_role = |key| with_role(business, members, key);
    let with_permission = |key| with_permission(business, members, key);
    let required = keys("roles").map(with_role).chain(keys("permissions").map(with_permission));
    required.reduce(|mut all, each| {
        all.iter_mut().zip(each).for_each(|(all, each)| *all &= each);
        all
    })
}

/// Nobody, where the business doesn't have the role.
fn with_role(business: &Business, members: &Members, key: &str) -> Vec<bool> {
    let role = business.roles.by_key(key).ok();
    flags(business, role.into_iter().flat_map(|role| members.with_role(role)))
}

/// Those who hold the permission itself, and those who hold a role that brings it.
fn with_permission(business: &Business, members: &Members, key: &str) -> Vec<bool> {
    let permission = business.permissions.by_key(key).ok();
    let brings = |role: &Role| role.permissions.iter().any(|brought| brought.as_str() == key);
    let roles = business.roles.0.iter().enumerate().filter(|(_, role)| brings(role));
    let by_role = roles.flat_map(|(role, _)| members.with_role(role));
    let by_itself = permission.into_iter().flat_map(|permission| members.with_permission(permission));
    flags(business, by_itself.chain(by_role))
}

fn flags(business: &Business, numbers: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut flags = vec![false; business.users.len()];
    for number in numbers {
        if let Some(flag) = flags.get_mut(number) {
            *flag = true;
        }
    }
    flags
}

#[derive(Deserialize)]
struct UsersBody {
    users: Option<Vec<Object<UserBody>>>,
}

#[derive(Deserialize)]
struct UserBody {
    id: String,
    operation: Option<String>,
    roles: Option<Vec<String>>,
    permissions: Option<Vec<String>>,
}

/// Looks everything up before anything is changed: a bulk call is carried out as a whole or not at all.
fn changes(business: &Business, call: &Call) -> Result<Vec<Change>, Refusal> {
    let body: UsersBody = call.json()?;
    let users = body.users.ok_or_else(|| Refusal::bad_value("users", "is required"))?;
    if users.len() > LARGEST_BULK {
        return Err(Refusal::bad("TOO_MANY_USERS", format!("a call takes at most {LARGEST_BULK} users")));
    }
    users.iter().map(|user| change(business, &user.0)).collect()
}

fn change(business: &Business, user: &UserBody) -> Result<Change, Refusal> {
    let removes = match user.operation.as_deref() {
        None => false,
        Some("delete") => true,
        Some(other) => return Err(Refusal::bad_value("operation", format_args!("`{other}` is unknown"))),
    };
    let (roles, permissions) = (user.roles.as_deref(), user.permissions.as_deref());
    Ok(Change::of(business, &user.id, removes, roles, permissions)?)
}

pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let changes = changes(business, call)?;
    let mut users_added = Vec::new();
    let organization = business.organizations.get_mut(call.path("org_code"))?;
    for change in changes {
        if let Some(user) = business.users.at(change.number) {
            if add_member(organization, user, change, call.now) {
                users_added.push(&user.id);
            }
        }
    }
    Ok(Answer::envelope(json!({"users_added": users_added})))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let found = organization(business, call)?;
    let changes = changes(business, call)?;
    for change in changes.iter().filter(|change| change.removes) {
        let id = business.users.at(change.number).map_or("", |user| user.id.as_str());
        found.members.get(change.number, id)?;
    }
    let (mut users_added, mut users_updated, mut users_removed) = (Vec::new(), Vec::new(), Vec::new());
    let organization = business.organizations.get_mut(call.path("org_code"))?;
    for change in changes {
        let Some(user) = business.users.at(change.number) else {
            continue;
        };
        if change.removes {
            if organization.members.remove(change.number, user) {
                users_removed.push(&user.id);
            }
        } else if organization.members.contains(change.number) {
            if let Some(roles) = change.roles {
                organization.members.set_roles(change.number, roles);
            }
            if let Some(permissions) = change.permissions {
                organization.members.set_permissions(change.number, permissions);
            }
            users_updated.push(&user.id);
        } else {
            add_member(organization, user, change, call.now);
            users_added.push(&user.id);
        }
    }
    Ok(Answer::envelope(
        json!({"users_added": users_added, "users_updated": users_updated, "users_removed": users_removed}),
    ))
}

pub(super) fn remove(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let organization = business.organizations.get_mut(call.path("org_code"))?;
    if let Some(user) = business.users.at(number) {
        organization.members.remove(number, user);
    }
    Ok(Answer::success())
}
