//! Users themselves.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::identities::e164;
use super::user;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, Object};
use crate::emulator::clock::date_time;
use crate::emulator::events::user_data;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::identities::{Identity, IdentityKind, NewIdentity};
use crate::emulator::state::register::Number;
use crate::emulator::state::users::{NewUser, User};
use crate::emulator::unknown::Unknown;
use crate::{BillingCustomerId, ConnectionId, OrgCode, UserId};

/// The conditions of a list: of several values of one, one must hold; of several conditions, all.
struct Filter<'a> {
    ids: Vec<&'a str>,
    identities: Vec<(IdentityKind, Vec<&'a str>)>,
    has_organization: Option<bool>,
    /// By whole seconds, as people sign in here.
    active_since: Option<u64>,
}

impl<'a> Filter<'a> {
    fn read(call: &'a Call<'_>) -> Result<Self, Refusal> {
        let identities = [
            (IdentityKind::Email, call.query_list("email")),
            (IdentityKind::Username, call.query_list("username")),
            (IdentityKind::Phone, call.query_list("phone")),
        ];
        Ok(Self {
            ids: call.query_list("user_id"),
            identities: identities.into_iter().filter(|(_, values)| !values.is_empty()).collect(),
            has_organization: call.optional_flag("has_organization")?,
            active_since: call.moment("active_since")?.map(|(since, has_fraction)| since + u64::from(has_fraction)),
        })
    }

    /// By the indexes, where one of the conditions has one: it takes no longer for many users.
    fn candidates(&self, business: &Business) -> Option<Vec<Number>> {
        let mut numbers: Vec<Number> = if self.ids.is_empty() {
            let (kind, values) = self.identities.first()?;
            values.iter().filter_map(|value| business.users.holder(kind, value)).collect()
        } else {
            self.ids.iter().filter_map(|id| business.users.number(id).ok()).collect()
        };
        numbers.sort_unstable();
        numbers.dedup();
        Some(numbers)
    }

    fn matches_everybody(&self) -> bool {
        self.ids.is_empty()
            && self.identities.is_empty()
            && self.has_organization.is_none()
            && self.active_since.is_none()
    }

    fn matches(&self, user: &User) -> bool {
        (self.ids.is_empty() || self.ids.contains(&user.id.as_str()))
            && self.identities.iter().all(|(kind, values)| has_one_of(user, kind, values))
            && self.has_organization.is_none_or(|has| user.organizations().is_empty() != has)
            && self.active_since.is_none_or(|since| user.last_signed_in().is_some_and(|last| last >= since))
    }
}

fn has_one_of(user: &User, kind: &IdentityKind, values: &[&str]) -> bool {
    let has = |value: &&str| user.identities().iter().any(|identity| identity.address() == kind.address(value));
    values.iter().any(has)
}

/// The oldest first.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, &[])?;
    let filter = Filter::read(call)?;
    let expanded = Expanded::read(call);
    let item = |user| item(business, user, expanded);
    let (users, next_token) = match filter.candidates(business) {
        Some(numbers) => {
            let found = numbers.into_iter().filter_map(|number| business.users.at(number));
            page.of_list(found.filter(|user| filter.matches(user)), item)
        }
        // Nobody is looked at who is on an earlier page.
        None if filter.matches_everybody() => page.of_list(business.users.iter(), item),
        None => page.of_list(business.users.iter().filter(|user| filter.matches(user)), item),
    };
    Ok(Answer::page("users", &users, next_token))
}

/// A user in a list: written as it is, since there may be five hundred on a page.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a UserId,
    provided_id: Option<&'a str>,
    email: Option<&'a str>,
    phone: Option<&'a str>,
    username: Option<&'a str>,
    last_name: Option<&'a str>,
    first_name: Option<&'a str>,
    is_suspended: bool,
    picture: Option<&'a str>,
    total_sign_ins: usize,
    failed_sign_ins: usize,
    last_signed_in: Option<String>,
    created_on: String,
    last_organization_sign_ins: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organizations: Option<Vec<&'a OrgCode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identities: Option<Vec<ItemIdentity<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing: Option<ItemBilling<'a>>,
}

#[derive(Serialize)]
struct ItemIdentity<'a> {
    r#type: &'a IdentityKind,
    identity: &'a str,
    connection_id: Option<&'a ConnectionId>,
}

#[derive(Serialize)]
struct ItemBilling<'a> {
    customer_id: Option<&'a BillingCustomerId>,
}

/// What an item has beside what it always has.
#[derive(Clone, Copy)]
struct Expanded {
    organizations: bool,
    identities: bool,
    billing: bool,
}

impl Expanded {
    fn read(call: &Call<'_>) -> Self {
        Self {
            organizations: call.expands("organizations"),
            identities: call.expands("identities"),
            billing: call.expands("billing"),
        }
    }
}

fn item<'a>(business: &'a Business, user: &'a User, expanded: Expanded) -> Item<'a> {
    let organizations = || business.organizations.of(user.organizations()).map(|organization| &organization.code);
    let identity = |one: &'a Identity| ItemIdentity {
        r#type: &one.kind,
        identity: &one.value,
        connection_id: one.kind.connection_id(),
    };
    Item {
        id: &user.id,
        provided_id: user.provided_id.as_deref(),
        email: user.email(),
        phone: user.phone(),
        username: user.username(),
        last_name: user.last_name(),
        first_name: user.first_name(),
        is_suspended: user.is_suspended,
        picture: user.picture.as_deref(),
        total_sign_ins: user.total_sign_ins(),
        failed_sign_ins: 0,
        last_signed_in: user.last_signed_in().map(date_time),
        created_on: date_time(user.created_on),
        last_organization_sign_ins: organization_sign_ins(business, user),
        organizations: expanded.organizations.then(|| organizations().collect()),
        identities: expanded.identities.then(|| user.identities().iter().map(identity).collect()),
        billing: expanded.billing.then_some(ItemBilling { customer_id: user.customer_id.as_deref() }),
    }
}

/// Only of organizations that the user has signed in to.
fn organization_sign_ins(business: &Business, user: &User) -> Vec<Value> {
    if user.last_signed_in().is_none() {
        return Vec::new();
    }
    let sign_ins = business.organizations.of(user.organizations()).filter_map(|organization| {
        let number = business.users.number(user.id.as_str()).ok()?;
        let last = organization.members.get(number, user.id.as_str()).ok()?.last_accessed_on?;
        Some(json!({"org_code": organization.code, "last_signed_in": date_time(last)}))
    });
    sign_ins.collect()
}

/// A single user, whose address is called otherwise than in a list.
fn view(business: &Business, user: &User, call: &Call<'_>) -> Value {
    let mut view = json!({
        "id": user.id,
        "provided_id": user.provided_id,
        "preferred_email": user.email(),
        "phone": user.phone(),
        "username": user.username(),
        "last_name": user.last_name(),
        "first_name": user.first_name(),
        "is_suspended": user.is_suspended,
        "picture": user.picture,
    });
    signs(&mut view, user);
    if call.expands("organizations") {
        view["organizations"] = organization_codes(business, user);
    }
    if call.expands("identities") {
        view["identities"] = short_identities(user);
    }
    if call.expands("billing") {
        view["billing"] = json!({"customer_id": user.customer_id});
    }
    view
}

/// When the user came, and when the user was there.
pub(in crate::emulator::endpoints) fn signs(view: &mut Value, user: &User) {
    view["total_sign_ins"] = user.total_sign_ins().into();
    view["failed_sign_ins"] = 0.into();
    view["last_signed_in"] = json!(user.last_signed_in().map(date_time));
    view["created_on"] = date_time(user.created_on).into();
}

pub(in crate::emulator::endpoints) fn organization_codes(business: &Business, user: &User) -> Value {
    business.organizations.of(user.organizations()).map(|organization| json!(organization.code)).collect()
}

/// Without the connection, which lists alone have.
pub(in crate::emulator::endpoints) fn short_identities(user: &User) -> Value {
    user.identities().iter().map(|one| json!({"type": one.kind, "identity": one.value})).collect()
}

/// The user that the query names.
fn user_of_query<'a>(business: &'a Business, call: &Call<'_>) -> Result<&'a User, Refusal> {
    let id = call.query("id").filter(|id| !id.is_empty());
    let id = id.ok_or_else(|| Refusal::bad("ID_REQUIRED", "id: is required"))?;
    Ok(business.users.get(id)?)
}

/// Without an envelope.
pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = user_of_query(business, call)?;
    Ok(Answer::plain(&view(business, user, call)))
}

#[derive(Deserialize)]
struct Profile {
    given_name: Option<String>,
    family_name: Option<String>,
    picture: Option<String>,
}

#[derive(Deserialize)]
struct NewIdentityBody {
    r#type: Option<NewIdentityType>,
    is_verified: Option<bool>,
    details: Option<Object<Details>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum NewIdentityType {
    Email,
    Phone,
    Username,
}

#[derive(Default, Deserialize)]
struct Details {
    email: Option<String>,
    phone: Option<String>,
    phone_country_id: Option<String>,
    username: Option<String>,
}

/// Without an envelope. A taken address is refused, and nothing is made.
pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        profile: Option<Object<Profile>>,
        organization_code: Option<OrgCode>,
        provided_id: Option<String>,
        identities: Option<Vec<Object<NewIdentityBody>>>,
    }

    let body: Body = call.json()?;
    let organization = body.organization_code.map(|code| organization(business, &code)).transpose()?;
    let given = body.identities.unwrap_or_default();
    let identities = given.into_iter().map(|identity| new_identity(identity.0)).collect::<Result<Vec<_>, _>>()?;
    for (place, identity) in identities.iter().enumerate() {
        business.check_identity(&identity.kind, &identity.value)?;
        let address = identity.kind.address(&identity.value);
        if identities[..place].iter().any(|other| other.kind.address(&other.value) == address) {
            return Err(Refusal::bad_value("identities", "the same one is there twice"));
        }
    }
    let results: Vec<Value> =
        identities.iter().map(|one| json!({"type": one.kind, "result": {"created": true}})).collect();
    let profile = body.profile.map(|profile| profile.0);
    let (first_name, last_name, picture) =
        profile.map_or((None, None, None), |profile| (profile.given_name, profile.family_name, profile.picture));
    let (first_name, last_name) = (not_empty(first_name), not_empty(last_name));
    let provided_id = body.provided_id;
    let new = NewUser { provided_id, first_name, last_name, picture, is_suspended: false, identities };
    let number = business.add_user(new);
    if let Some(organization) = organization {
        business.join(organization, number);
    }
    business.record_user(EventType::UserCreated, number);
    let id = business.users.at(number).map(|user| user.id.clone());
    Ok(Answer::plain(&json!({"id": id, "created": true, "identities": results})))
}

fn organization(business: &Business, code: &OrgCode) -> Result<Number, Unknown> {
    business.organizations.get(code.as_str()).map(|organization| organization.number)
}

fn new_identity(body: NewIdentityBody) -> Result<NewIdentity, Refusal> {
    let details = body.details.map(|details| details.0).unwrap_or_default();
    let r#type = body.r#type.ok_or_else(|| Refusal::missing("type"))?;
    let (kind, value, name) = match r#type {
        NewIdentityType::Email => (IdentityKind::Email, details.email, "email"),
        NewIdentityType::Username => (IdentityKind::Username, details.username, "username"),
        NewIdentityType::Phone => {
            let country = details.phone_country_id;
            let number = details.phone.map(|number| e164(&number, country.as_deref())).transpose()?;
            (IdentityKind::Phone, number, "phone")
        }
    };
    let value = value.filter(|value| !value.trim().is_empty()).ok_or_else(|| Refusal::missing(name))?;
    Ok(NewIdentity { kind, value, is_verified: body.is_verified.unwrap_or(false) })
}

/// Names can be changed, and not emptied. Without an envelope.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        given_name: Option<String>,
        family_name: Option<String>,
        picture: Option<String>,
        is_suspended: Option<bool>,
        is_password_reset_requested: Option<bool>,
        provided_id: Option<String>,
    }

    let number = business.users.number(user_of_query(business, call)?.id.as_str())?;
    let body: Body = call.json()?;
    business.set_names(number, not_empty(body.given_name), not_empty(body.family_name));
    if let Some(user) = business.users.at_mut(number) {
        user.picture = body.picture.map(Into::into).or(user.picture.take());
        user.provided_id = body.provided_id.map(Into::into).or(user.provided_id.take());
        user.is_suspended = body.is_suspended.unwrap_or(user.is_suspended);
        user.is_password_reset_requested = body.is_password_reset_requested.unwrap_or(user.is_password_reset_requested);
    }
    business.record_user(EventType::UserUpdated, number);
    let user = user_of_query(business, call)?;
    Ok(Answer::plain(&json!({
        "id": user.id,
        "given_name": user.first_name(),
        "family_name": user.last_name(),
        "email": user.email(),
        "is_suspended": user.is_suspended,
        "is_password_reset_requested": user.is_password_reset_requested,
        "picture": user.picture,
    })))
}

fn not_empty(name: Option<String>) -> Option<String> {
    name.filter(|name| !name.is_empty())
}

/// With the profile, subscribers of the address go too.
pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let user = user_of_query(business, call)?;
    let with_profile = call.flag("is_delete_profile")?;
    let (id, data) = (user.id.clone(), user_data(business, user));
    let addresses = user.identities().iter().filter(|one| one.kind == IdentityKind::Email);
    let addresses: Vec<String> = addresses.map(|one: &Identity| one.value.to_string()).collect();
    business.remove_user(id.as_str())?;
    if with_profile {
        for address in &addresses {
            business.remove_subscribers(address);
        }
    }
    business.record(EventType::UserDeleted, &data);
    Ok(Answer::success())
}

/// Nothing is cached here, so that there is nothing to forget.
pub(super) fn refresh_claims(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    user(business, call)?;
    Ok(Answer::success())
}
