//! All operations in one list.

use super::{
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
use crate::Operation;

/// All operations of the Organizations API, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::organizations::OPERATIONS;
///
/// let writes = OPERATIONS.iter().filter(|operation| operation.method != http::Method::GET).count();
/// assert_eq!((OPERATIONS.len(), writes), (45, 29));
/// ```
pub static OPERATIONS: [Operation; 45] = [
    Operation::of::<GetOrganizationInvites>(),
    Operation::of::<CreateOrganizationInvite>(),
    Operation::of::<GetOrganizationInvite>(),
    Operation::of::<DeleteOrganizationInvite>(),
    Operation::of::<GetOrganization>(),
    Operation::of::<CreateOrganization>(),
    Operation::of::<GetOrganizations>(),
    Operation::of::<UpdateOrganization>(),
    Operation::of::<DeleteOrganization>(),
    Operation::of::<GetOrganizationUsers>(),
    Operation::of::<AddOrganizationUsers>(),
    Operation::of::<UpdateOrganizationUsers>(),
    Operation::of::<GetOrganizationUserRoles>(),
    Operation::of::<CreateOrganizationUserRole>(),
    Operation::of::<DeleteOrganizationUserRole>(),
    Operation::of::<GetOrganizationRoleUsers>(),
    Operation::of::<GetOrganizationRoleUsersCount>(),
    Operation::of::<GetOrganizationRoleActiveUsersCount>(),
    Operation::of::<GetOrganizationUserPermissions>(),
    Operation::of::<CreateOrganizationUserPermission>(),
    Operation::of::<DeleteOrganizationUserPermission>(),
    Operation::of::<RemoveOrganizationUser>(),
    Operation::of::<AddOrganizationUserApiScope>(),
    Operation::of::<DeleteOrganizationUserApiScope>(),
    Operation::of::<GetOrgUserMfa>(),
    Operation::of::<ResetOrgUserMfaAll>(),
    Operation::of::<ResetOrgUserMfa>(),
    Operation::of::<GetOrganizationFeatureFlags>(),
    Operation::of::<DeleteOrganizationFeatureFlagOverrides>(),
    Operation::of::<DeleteOrganizationFeatureFlagOverride>(),
    Operation::of::<UpdateOrganizationFeatureFlagOverride>(),
    Operation::of::<UpdateOrganizationProperty>(),
    Operation::of::<GetOrganizationPropertyValues>(),
    Operation::of::<UpdateOrganizationProperties>(),
    Operation::of::<ReplaceOrganizationMfa>(),
    Operation::of::<GetOrganizationPasskey>(),
    Operation::of::<UpdateOrganizationPasskey>(),
    Operation::of::<DeleteOrganizationHandle>(),
    Operation::of::<ReadOrganizationLogo>(),
    Operation::of::<AddOrganizationLogo>(),
    Operation::of::<DeleteOrganizationLogo>(),
    Operation::of::<GetOrganizationConnections>(),
    Operation::of::<EnableOrgConnection>(),
    Operation::of::<RemoveOrgConnection>(),
    Operation::of::<UpdateOrganizationSessions>(),
];
