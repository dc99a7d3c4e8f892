//! Organizations, a file for each family as in [`crate::organizations`].

mod connections;
mod feature_flags;
mod invites;
mod logos;
mod mfa;
mod organization;
mod passkey;
mod properties;
mod roles;
mod sessions;
mod user_api_scopes;
mod user_mfa;
mod user_permissions;
mod user_roles;
mod users;

use super::Entry;
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::members::Membership;
use crate::emulator::state::organizations::Organization;
use crate::emulator::state::register::Number;
use crate::emulator::unknown::{Thing, Unknown};
use crate::organizations::{
    AddOrganizationLogo, AddOrganizationUserApiScope, AddOrganizationUsers, CreateOrganization,
    CreateOrganizationInvite, CreateOrganizationUserPermission, CreateOrganizationUserRole, DeleteOrganization,
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, DeleteOrganizationHandle,
    DeleteOrganizationInvite, DeleteOrganizationLogo, DeleteOrganizationUserApiScope, DeleteOrganizationUserPermission,
    DeleteOrganizationUserRole, EnableOrgConnection, GetOrgUserMfa, GetOrganization, GetOrganizationConnections,
    GetOrganizationFeatureFlags, GetOrganizationInvite, GetOrganizationInvites, GetOrganizationPasskey,
    GetOrganizationPropertyValues, GetOrganizationRoleActiveUsersCount, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationUserPermissions, GetOrganizationUserRoles, GetOrganizationUsers,
    GetOrganizations, ReadOrganizationLogo, RemoveOrgConnection, RemoveOrganizationUser, ReplaceOrganizationMfa,
    ResetOrgUserMfa, ResetOrgUserMfaAll, UpdateOrganization, UpdateOrganizationFeatureFlagOverride,
    UpdateOrganizationPasskey, UpdateOrganizationProperties, UpdateOrganizationProperty, UpdateOrganizationSessions,
    UpdateOrganizationUsers,
};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetOrganizationInvites>(invites::list),
    Entry::of::<CreateOrganizationInvite>(invites::create),
    Entry::of::<GetOrganizationInvite>(invites::get).declares_not_found(),
    Entry::of::<DeleteOrganizationInvite>(invites::revoke).declares_not_found(),
    Entry::of::<GetOrganization>(organization::get),
    Entry::of::<CreateOrganization>(organization::create),
    Entry::of::<GetOrganizations>(organization::list),
    Entry::of::<UpdateOrganization>(organization::update),
    Entry::of::<DeleteOrganization>(organization::delete).declares_not_found(),
    Entry::of::<GetOrganizationUsers>(users::list),
    Entry::of::<AddOrganizationUsers>(users::add),
    Entry::of::<UpdateOrganizationUsers>(users::update),
    Entry::of::<GetOrganizationUserRoles>(user_roles::list),
    Entry::of::<CreateOrganizationUserRole>(user_roles::create),
    Entry::of::<DeleteOrganizationUserRole>(user_roles::delete),
    Entry::of::<GetOrganizationRoleUsers>(roles::users),
    Entry::of::<GetOrganizationRoleUsersCount>(roles::users_count),
    Entry::of::<GetOrganizationRoleActiveUsersCount>(roles::active_users_count),
    Entry::of::<GetOrganizationUserPermissions>(user_permissions::list),
    Entry::of::<CreateOrganizationUserPermission>(user_permissions::create),
    Entry::of::<DeleteOrganizationUserPermission>(user_permissions::delete),
    Entry::of::<RemoveOrganizationUser>(users::remove),
    Entry::of::<AddOrganizationUserApiScope>(user_api_scopes::add),
    Entry::of::<DeleteOrganizationUserApiScope>(user_api_scopes::delete),
    Entry::of::<GetOrgUserMfa>(user_mfa::get).declares_not_found(),
    Entry::of::<ResetOrgUserMfaAll>(user_mfa::reset_all).declares_not_found(),
    Entry::of::<ResetOrgUserMfa>(user_mfa::reset).declares_not_found(),
    Entry::of::<GetOrganizationFeatureFlags>(feature_flags::list),
    Entry::of::<DeleteOrganizationFeatureFlagOverrides>(feature_flags::delete_all),
    Entry::of::<DeleteOrganizationFeatureFlagOverride>(feature_flags::delete),
    Entry::of::<UpdateOrganizationFeatureFlagOverride>(feature_flags::update),
    Entry::of::<UpdateOrganizationProperty>(properties::update_one),
    Entry::of::<GetOrganizationPropertyValues>(properties::list),
    Entry::of::<UpdateOrganizationProperties>(properties::update),
    Entry::of::<ReplaceOrganizationMfa>(mfa::replace),
    Entry::of::<GetOrganizationPasskey>(passkey::get),
    Entry::of::<UpdateOrganizationPasskey>(passkey::update),
    Entry::of::<DeleteOrganizationHandle>(organization::delete_handle),
    Entry::of::<ReadOrganizationLogo>(logos::list),
    Entry::of::<AddOrganizationLogo>(logos::add),
    Entry::of::<DeleteOrganizationLogo>(logos::delete),
    Entry::of::<GetOrganizationConnections>(connections::list),
    Entry::of::<EnableOrgConnection>(connections::enable),
    Entry::of::<RemoveOrgConnection>(connections::remove),
    Entry::of::<UpdateOrganizationSessions>(sessions::update),
];

/// The organization that the path names.
fn organization<'a>(business: &'a Business, call: &Call) -> Result<&'a Organization, Unknown> {
    business.organizations.get(call.path("org_code"))
}

fn organization_mut<'a>(business: &'a mut Business, call: &Call) -> Result<&'a mut Organization, Unknown> {
    business.organizations.get_mut(call.path("org_code"))
}

/// The number of the member that the path names.
fn member_number(business: &Business, call: &Call) -> Result<Number, Unknown> {
    let organization = organization(business, call)?;
    let id = call.path("user_id");
    let number = business.users.number(id).map_err(|_| Thing::Member.unknown(id))?;
    organization.members.get(number, id).map(|_| number)
}

/// The membership of the member that the path names.
fn member<'a>(business: &'a Business, call: &Call) -> Result<&'a Membership, Unknown> {
    let number = member_number(business, call)?;
    organization(business, call)?.members.get(number, call.path("user_id"))
}

fn member_mut<'a>(business: &'a mut Business, call: &Call) -> Result<&'a mut Membership, Unknown> {
    let number = member_number(business, call)?;
    organization_mut(business, call)?.members.get_mut(number, call.path("user_id"))
}
