//! The 45 operations, a file for each family as in [`crate::organizations`].

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

use super::answer::{Answer, Refusal};
use super::call::Call;
use super::members::Membership;
use super::state::{Business, Organization};
use super::unknown::{Thing, Unknown};

pub(super) use logos::logo_file;
pub(super) use users::{Change, add_member};

/// What carries out an operation.
pub(super) type Handler = fn(&mut Business, &Call<'_>) -> Result<Answer, Refusal>;

/// The handler of an operation, by Kinde's name.
pub(super) fn handler(operation_id: &str) -> Option<Handler> {
    Some(match operation_id {
        "getOrganizationInvites" => invites::list,
        "createOrganizationInvite" => invites::create,
        "getOrganizationInvite" => invites::get,
        "deleteOrganizationInvite" => invites::revoke,
        "getOrganization" => organization::get,
        "createOrganization" => organization::create,
        "getOrganizations" => organization::list,
        "updateOrganization" => organization::update,
        "deleteOrganization" => organization::delete,
        "GetOrganizationUsers" => users::list,
        "AddOrganizationUsers" => users::add,
        "UpdateOrganizationUsers" => users::update,
        "GetOrganizationUserRoles" => user_roles::list,
        "CreateOrganizationUserRole" => user_roles::create,
        "DeleteOrganizationUserRole" => user_roles::delete,
        "GetOrganizationRoleUsers" => roles::users,
        "GetOrganizationRoleUsersCount" => roles::users_count,
        "GetOrganizationRoleActiveUsersCount" => roles::active_users_count,
        "GetOrganizationUserPermissions" => user_permissions::list,
        "CreateOrganizationUserPermission" => user_permissions::create,
        "DeleteOrganizationUserPermission" => user_permissions::delete,
        "RemoveOrganizationUser" => users::remove,
        "addOrganizationUserAPIScope" => user_api_scopes::add,
        "deleteOrganizationUserAPIScope" => user_api_scopes::delete,
        "GetOrgUserMFA" => user_mfa::get,
        "ResetOrgUserMFAAll" => user_mfa::reset_all,
        "ResetOrgUserMFA" => user_mfa::reset,
        "GetOrganizationFeatureFlags" => feature_flags::list,
        "DeleteOrganizationFeatureFlagOverrides" => feature_flags::delete_all,
        "DeleteOrganizationFeatureFlagOverride" => feature_flags::delete,
        "UpdateOrganizationFeatureFlagOverride" => feature_flags::update,
        "UpdateOrganizationProperty" => properties::update_one,
        "GetOrganizationPropertyValues" => properties::list,
        "UpdateOrganizationProperties" => properties::update,
        "ReplaceOrganizationMFA" => mfa::replace,
        "GetOrganizationPasskey" => passkey::get,
        "UpdateOrganizationPasskey" => passkey::update,
        "DeleteOrganizationHandle" => organization::delete_handle,
        "ReadOrganizationLogo" => logos::list,
        "AddOrganizationLogo" => logos::add,
        "DeleteOrganizationLogo" => logos::delete,
        "GetOrganizationConnections" => connections::list,
        "EnableOrgConnection" => connections::enable,
        "RemoveOrgConnection" => connections::remove,
        "UpdateOrganizationSessions" => sessions::update,
        _ => return None,
    })
}

/// Whether the document declares a 404 for an operation: only there is something unknown one.
pub(super) fn declares_not_found(operation_id: &str) -> bool {
    matches!(
        operation_id,
        "getOrganizationInvite"
            | "deleteOrganizationInvite"
            | "deleteOrganization"
            | "GetOrgUserMFA"
            | "ResetOrgUserMFAAll"
            | "ResetOrgUserMFA"
    )
}

/// The organization that the path names.
fn organization<'a>(business: &'a Business, call: &Call) -> Result<&'a Organization, Unknown> {
    business.organizations.get(call.path("org_code"))
}

fn organization_mut<'a>(business: &'a mut Business, call: &Call) -> Result<&'a mut Organization, Unknown> {
    business.organizations.get_mut(call.path("org_code"))
}

/// The number of the member that the path names.
fn member_number(business: &Business, call: &Call) -> Result<usize, Unknown> {
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

#[cfg(test)]
mod tests {
    use super::{declares_not_found, handler};
    use crate::organizations::OPERATIONS;

    #[test]
    fn carries_out_every_operation() {
        for operation in &OPERATIONS {
            assert!(handler(operation.operation_id).is_some(), "{}", operation.operation_id);
        }
        assert!(handler("getUsers").is_none());
    }

    #[test]
    fn knows_what_can_be_not_found() {
        let declared = OPERATIONS.iter().filter(|operation| declares_not_found(operation.operation_id)).count();
        assert_eq!(declared, 6);
    }
}
