//! The members of an organization.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::answer::{Answer, Refusal};
use super::super::call::{Call, Object};
use super::super::clock::date_time;
use super::super::members::{Members, Membership};
use super::super::paging::Page;
use super::super::state::{Business, Organization, User};
use super::super::unknown::Unknown;
use super::{member_number, organization};
use crate::{RoleKey, UserId};

const SORTS: &[&str] = &["name_asc", "name_desc", "email_asc", "email_desc"];

/// How many users a bulk call takes.
const LARGEST_BULK: usize = 100;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let page = Page::of(call, SORTS)?;
    let numbers: Vec<usize> = match Filter::of(business, call) {
        Some(filter) => {
            let matches = filter.matches(&organization.members, business.users.len());
            let sorted = organization.members.sorted(page.sort);
            sorted.filter(|number| matches.get(*number) == Some(&true)).skip(page.offset).take(page.size).collect()
        }
        None => organization.members.sorted(page.sort).skip(page.offset).take(page.size).collect(),
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
        roles: business.roles.at(&membership.roles).map(|role| &role.key).collect(),
    })
}

/// The roles and permissions that a member must hold, all of them.
struct Filter {
    /// Positions of roles; `None` for one that the business doesn't have.
    roles: Vec<Option<usize>>,
    permissions: Vec<RequiredPermission>,
}

struct RequiredPermission {
    position: Option<usize>,
    /// The roles that bring it.
    roles: Vec<usize>,
}

impl Filter {
    /// `None` where nothing is filtered.
    fn of(business: &Business, call: &Call) -> Option<Self> {
        let keys = |name| call.query(name).unwrap_or_default().split(',').filter(|key| !key.is_empty());
        let roles: Vec<_> = keys("roles").map(|key| business.roles.by_key(key).ok()).collect();
        let permissions: Vec<_> = keys("permissions").map(|key| RequiredPermission::of(business, key)).collect();
        (!roles.is_empty() || !permissions.is_empty()).then_some(Self { roles, permissions })
    }

    /// For each user of the business, by number, whether it is a member who matches.
    fn matches(&self, members: &Members, users: usize) -> Vec<bool> {
        let mut matches = vec![false; users];
        for (number, membership) in members.iter() {
            if let Some(slot) = matches.get_mut(number) {
                *slot = self.is_match(membership);
            }
        }
        matches
    }

    fn is_match(&self, membership: &Membership) -> bool {
        let holds = |role: &Option<usize>| role.is_some_and(|role| membership.roles.contains(&role));
        self.roles.iter().all(holds) && self.permissions.iter().all(|permission| permission.is_held(membership))
    }
}

impl RequiredPermission {
    fn of(business: &Business, key: &str) -> Self {
        let brings = |role: &usize| business.roles.0[*role].permissions.iter().any(|brought| brought.as_str() == key);
        Self {
            position: business.permissions.by_key(key).ok(),
            roles: (0..business.roles.0.len()).filter(brings).collect(),
        }
    }

    fn is_held(&self, membership: &Membership) -> bool {
        let itself = self.position.is_some_and(|position| membership.permissions.contains(&position));
        itself || membership.roles.iter().any(|role| self.roles.contains(role))
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

/// What a bulk call is to do to one user, once all of it has been looked up.
pub(in super::super) struct Change {
    pub(in super::super) number: usize,
    pub(in super::super) removes: bool,
    pub(in super::super) roles: Option<Vec<usize>>,
    pub(in super::super) permissions: Option<Vec<usize>>,
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

impl Change {
    pub(in super::super) fn of(
        business: &Business,
        id: &str,
        removes: bool,
        roles: Option<&[impl AsRef<str>]>,
        permissions: Option<&[impl AsRef<str>]>,
    ) -> Result<Self, Unknown> {
        Ok(Self {
            number: business.users.number(id)?,
            removes,
            roles: positions(roles, |key| business.roles.by_key(key))?,
            permissions: positions(permissions, |key| business.permissions.by_key(key))?,
        })
    }
}

/// Each once, in the order given.
fn positions(
    keys: Option<&[impl AsRef<str>]>,
    position: impl Fn(&str) -> Result<usize, Unknown>,
) -> Result<Option<Vec<usize>>, Unknown> {
    let Some(keys) = keys else {
        return Ok(None);
    };
    let mut positions = Vec::with_capacity(keys.len());
    for key in keys {
        let position = position(key.as_ref())?;
        if !positions.contains(&position) {
            positions.push(position);
        }
    }
    Ok(Some(positions))
}

/// Makes a user a member; one who is a member already stays as it is. Whether it was made one.
pub(in super::super) fn add_member(organization: &mut Organization, user: &User, change: Change, now: u64) -> bool {
    if organization.members.contains(change.number) {
        return false;
    }
    let membership = Membership {
        joined_on: now,
        roles: change.roles.unwrap_or_default(),
        permissions: change.permissions.unwrap_or_default(),
        ..Membership::default()
    };
    organization.members.insert(change.number, user, membership);
    true
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
        } else if let Ok(membership) = organization.members.get_mut(change.number, user.id.as_str()) {
            membership.roles = change.roles.unwrap_or_else(|| std::mem::take(&mut membership.roles));
            membership.permissions = change.permissions.unwrap_or_else(|| std::mem::take(&mut membership.permissions));
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
