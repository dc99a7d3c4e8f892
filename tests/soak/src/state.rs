//! The state of the emulator as it is, read in memory and without faults.

use http::StatusCode;
use kinde_api::emulator::Emulator;
use kinde_api::organizations::{
    CreateOrganization, DeleteOrganization, GetOrganizationFeatureFlags, GetOrganizationInvites,
    GetOrganizationPropertyValues, GetOrganizationUsers, GetOrganizations, LogoType, OrganizationInvite,
    OrganizationUser,
};
use kinde_api::{Client, Endpoint, OrgCode, Paged};

use crate::ledger::{Fact, State};
use crate::quiet_client;

/// The value of the feature flag where an organization does not override it.
pub(crate) const DEFAULT_THEME: &str = "blue";

/// Creates an organization with a label, which is its name as well.
pub(crate) fn create(emulator: &Emulator, label: &str) -> OrgCode {
    let created = quiet_client(emulator).send(&CreateOrganization::new(label).external_id(label)).expect("it works");
    created.organization.and_then(|organization| organization.code).expect("it has a code")
}

/// Deletes all organizations but the default one.
pub(crate) fn clear(emulator: &Emulator) {
    let client = quiet_client(emulator);
    for (_, code, _) in organizations(&client) {
        client.send(&DeleteOrganization::new(code)).expect("it is there");
    }
}

/// All facts of all organizations.
///
/// # Panics
///
/// Where one is there twice: it was made twice.
pub(crate) fn read(emulator: &Emulator) -> State {
    let client = quiet_client(emulator);
    let mut state = State::new();
    for (label, code, name) in organizations(&client) {
        let mut facts = vec![(Fact::Organization, "there".to_owned()), (Fact::Name, name)];
        facts.extend(members(&client, &code));
        facts.extend(invites(&client, &code));
        facts.extend(
            property(&send(&client, &GetOrganizationPropertyValues::new(&code))).map(|it| (Fact::Property, it)),
        );
        facts.extend(flag(&send(&client, &GetOrganizationFeatureFlags::new(&code))).map(|it| (Fact::Flag, it)));
        let logo = emulator.organization_logo(&code, LogoType::Light).expect("the organization is there");
        facts.extend(logo.map(|bytes| (Fact::Logo, String::from_utf8(bytes).expect("it is text"))));
        for (fact, value) in facts {
            let before = state.insert((label.clone(), fact.clone()), value);
            assert_eq!(before, None, "{fact:?} of {label} is there twice");
        }
    }
    state
}

fn send<E: Endpoint>(client: &Client<Emulator>, endpoint: &E) -> E::Output {
    client.send(endpoint).expect("nothing goes wrong in memory")
}

fn all<P: Paged>(client: &Client<Emulator>, endpoint: P) -> impl Iterator<Item = P::Item> {
    client.items(endpoint).map(|item| item.expect("nothing goes wrong in memory"))
}

/// Label, code and name of all but the default organization.
fn organizations(client: &Client<Emulator>) -> Vec<(String, OrgCode, String)> {
    let created = all(client, GetOrganizations::new().page_size(500)).filter(|each| each.is_default == Some(false));
    created.filter_map(|each| Some((each.external_id?, each.code?, each.name?))).collect()
}

fn members(client: &Client<Emulator>, code: &OrgCode) -> impl Iterator<Item = (Fact, String)> {
    all(client, GetOrganizationUsers::new(code).page_size(500)).filter_map(|user| member(&user))
}

fn invites(client: &Client<Emulator>, code: &OrgCode) -> impl Iterator<Item = (Fact, String)> {
    let invites = GetOrganizationInvites::new(code).page_size(500).include_revoked(true);
    all(client, invites).filter_map(|each| invite(&each))
}

/// A member, as a fact.
pub(crate) fn member(user: &OrganizationUser) -> Option<(Fact, String)> {
    let roles: Vec<&str> = user.roles.iter().map(kinde_api::RoleKey::as_str).collect();
    Some((Fact::Member(user.id.as_ref()?.to_string()), roles.join(",")))
}

/// An invitation, as a fact.
pub(crate) fn invite(invite: &OrganizationInvite) -> Option<(Fact, String)> {
    let state = if invite.is_revoked? { "revoked" } else { "pending" };
    Some((Fact::Invite(invite.email.clone()?), state.to_owned()))
}

/// The property's value, if it has one.
pub(crate) fn property(values: &kinde_api::organizations::GetPropertyValuesResponse) -> Option<String> {
    let value = values.properties.first()?.value.as_ref()?;
    value.as_str().map(str::to_owned)
}

/// The override of the feature flag, if there is one.
pub(crate) fn flag(flags: &kinde_api::organizations::GetOrganizationFeatureFlagsResponse) -> Option<String> {
    let value = flags.feature_flags.values().next()?.value.as_ref()?.as_str()?;
    (value != DEFAULT_THEME).then(|| value.to_owned())
}

/// Whether a request is known not to have been carried out by its answer.
pub(crate) fn is_not_carried_out(status: Option<StatusCode>) -> bool {
    matches!(status, Some(StatusCode::TOO_MANY_REQUESTS | StatusCode::UNAUTHORIZED))
}
