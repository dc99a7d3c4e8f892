//! The members of an organization.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{member_number, organization};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, Object};
use crate::emulator::clock::date_time;
use crate::emulator::membership::{Change, MemberChange};
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::members::{Cut, Members};
use crate::emulator::state::organizations::Organization;
use crate::emulator::state::register::Number;
use crate::{RoleKey, UserId};

const SORTS: &[&str] = &["name_asc", "name_desc", "email_asc", "email_desc"];

/// How many users a bulk call takes.
const LARGEST_BULK: usize = 100;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let page = Page::of(call, SORTS)?;
    let numbers = match matches(business, &organization.members, call) {
        // Those who match are in the order of creation already.
        Some(matches) if !SORTS.contains(&page.sort) => {
            matches.numbers().skip(page.skipped()).take(page.size).collect()
        }
        Some(matches) => {
            let is_wanted = |number| matches.contains(number);
            let cut = Cut { is_wanted, wanted: matches.numbers().count(), skipped: page.skipped(), size: page.size };
            organization.members.cut(page.sort, &cut)
        }
        None => organization.members.sorted(page.sort, page.skipped(), page.size),
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
    full_name: String,
    last_name: Option<&'a str>,
    first_name: Option<&'a str>,
    picture: Option<&'a str>,
    joined_on: String,
    last_accessed_on: Option<String>,
    is_suspended: bool,
    roles: Vec<&'a RoleKey>,
}

fn view<'a>(business: &'a Business, organization: &'a Organization, number: Number) -> Option<View<'a>> {
    let user = business.users.at(number)?;
    let membership = organization.members.get(number, user.id.as_str()).ok()?;
    Some(View {
        id: &user.id,
        email: user.email(),
        full_name: user.full_name(),
        last_name: user.last_name(),
        first_name: user.first_name(),
        picture: user.picture.as_deref(),
        joined_on: date_time(membership.joined_on),
        last_accessed_on: membership.last_accessed_on.map(date_time),
        is_suspended: user.is_suspended,
        roles: business.roles.of(membership.roles()).map(|role| &role.key).collect(),
    })
}

/// The members who hold all of the roles and permissions that are asked for; `None` where nothing is asked for.
fn matches(business: &Business, members: &Members, call: &Call) -> Option<Matches> {
    let with_role = |key| with_role(business, members, key);
    let with_permission = |key| with_permission(business, members, key);
    let roles = call.query_list("roles").into_iter().map(with_role);
    let permissions = call.query_list("permissions").into_iter().map(with_permission);
    roles.chain(permissions).reduce(Matches::and)
}

/// Nobody, where the business doesn't have the role.
fn with_role(business: &Business, members: &Members, key: &str) -> Matches {
    let role = business.roles.number_by_key(key).ok();
    role.into_iter().flat_map(|role| members.with_role(role)).collect()
}

/// Those who hold the permission itself, and those who hold a role that brings it.
fn with_permission(business: &Business, members: &Members, key: &str) -> Matches {
    let Ok(permission) = business.permissions.number_by_key(key) else {
        return Matches::default();
    };
    let roles = business.roles.numbered().filter(|(_, role)| role.permissions.contains(&permission));
    let by_role = roles.flat_map(|(role, _)| members.with_role(role));
    members.with_permission(permission).chain(by_role).collect()
}

/// Numbers of users, as one flag for each user: whether one is in it is asked as often as there are members.
#[derive(Debug, Default)]
struct Matches(Vec<bool>);

impl Matches {
    fn contains(&self, number: Number) -> bool {
        usize::try_from(number).is_ok_and(|index| self.0.get(index) == Some(&true))
    }

    fn numbers(&self) -> impl Iterator<Item = Number> {
        (0..).zip(&self.0).filter(|(_, is_in)| **is_in).map(|(number, _)| number)
    }

    fn and(mut self, other: Self) -> Self {
        self.0.truncate(other.0.len());
        self.0.iter_mut().zip(other.0).for_each(|(flag, other)| *flag &= other);
        self
    }
}

impl FromIterator<Number> for Matches {
    fn from_iter<I: IntoIterator<Item = Number>>(numbers: I) -> Self {
        let mut flags = Vec::new();
        for index in numbers.into_iter().filter_map(|number| usize::try_from(number).ok()) {
            if flags.len() <= index {
                flags.resize(index + 1, false);
            }
            flags[index] = true;
        }
        Self(flags)
    }
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
    let organization = organization(business, call)?.number;
    let changes = changes(business, call)?;
    let mut users_added = Vec::new();
    for change in changes {
        let number = change.number;
        if business.add_member(organization, change) {
            users_added.extend(business.users.at(number).map(|user| user.id.clone()));
            business.record_user(EventType::UserUpdated, number);
        }
    }
    Ok(Answer::envelope(json!({"users_added": users_added})))
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let found = organization(business, call)?;
    let organization = found.number;
    let changes = changes(business, call)?;
    for change in changes.iter().filter(|change| change.removes) {
        let id = business.users.at(change.number).map_or("", |user| user.id.as_str());
        found.members.get(change.number, id)?;
    }
    let (mut users_added, mut users_updated, mut users_removed) = (Vec::new(), Vec::new(), Vec::new());
    for change in changes {
        let number = change.number;
        let id = business.users.at(number).map(|user| user.id.clone());
        match business.change_member(organization, change) {
            MemberChange::Added => users_added.extend(id),
            MemberChange::Updated => users_updated.extend(id),
            MemberChange::Removed => users_removed.extend(id),
            MemberChange::Nothing => continue,
        }
        business.record_user(EventType::UserUpdated, number);
    }
    Ok(Answer::envelope(
        json!({"users_added": users_added, "users_updated": users_updated, "users_removed": users_removed}),
    ))
}

pub(super) fn remove(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = member_number(business, call)?;
    let organization = organization(business, call)?.number;
    business.leave(organization, number);
    business.record_user(EventType::UserUpdated, number);
    Ok(Answer::success())
}
