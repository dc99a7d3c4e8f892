//! The 45 operations of Kinde's Organizations API: endpoints, their inputs, outputs and enums, by Kinde's names.

mod connections;
mod feature_flags;
mod invites;
mod logos;
mod mfa;
mod operations;
mod organization;
mod passkey;
mod properties;
mod roles;
mod sessions;
mod setters;
mod success;
mod user_api_scopes;
mod user_mfa;
mod user_permissions;
mod user_roles;
mod users;

pub use connections::{
    Connection, EnableOrgConnection, GetConnectionsResponse, GetOrganizationConnections, RemoveOrgConnection,
};
pub use feature_flags::{
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, FeatureFlagType,
    GetOrganizationFeatureFlags, GetOrganizationFeatureFlagsResponse, OrganizationFeatureFlag,
    UpdateOrganizationFeatureFlagOverride,
};
pub use invites::{
    CreateOrganizationInvite, CreateOrganizationInviteResponse, DeleteOrganizationInvite, GetOrganizationInvite,
    GetOrganizationInviteResponse, GetOrganizationInvites, GetOrganizationInvitesResponse, InviteSort,
    OrganizationInvite, OrganizationInviteRole,
};
pub use logos::{
    AddOrganizationLogo, DeleteOrganizationLogo, LogoType, OrganizationLogo, ReadLogoResponse, ReadOrganizationLogo,
};
pub use mfa::{MfaFactor, ReplaceOrganizationMfa};
pub use operations::OPERATIONS;
pub use organization::{
    BillingAgreement, Color, ColorScheme, CreateOrganization, CreateOrganizationResponse, CreatedOrganization,
    DeleteOrganization, DeleteOrganizationHandle, GetOrganization, GetOrganizationResponse, GetOrganizations,
    GetOrganizationsResponse, OrganizationBilling, OrganizationExpand, OrganizationItem, Sort, ThemeCode,
    UpdateOrganization,
};
pub use passkey::{
    GetOrganizationPasskey, GetOrganizationPasskeyResponse, PasskeyPolicy, UpdateOrganizationPasskey,
    UpdateOrganizationPasskeyResponse,
};
pub use properties::{
    GetOrganizationPropertyValues, GetPropertyValuesResponse, PropertyValue, UpdateOrganizationProperties,
    UpdateOrganizationProperty,
};
pub use roles::{
    GetOrganizationRoleActiveUsersCount, GetOrganizationRoleActiveUsersCountResponse, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationRoleUsersCountResponse, GetOrganizationRoleUsersResponse,
    OrganizationRoleUser,
};
pub use sessions::{SsoSessionPersistenceMode, UpdateOrganizationSessions};
pub use success::SuccessResponse;
pub use user_api_scopes::{AddOrganizationUserApiScope, DeleteOrganizationUserApiScope};
pub use user_mfa::{GetOrgUserMfa, GetUserMfaResponse, ResetOrgUserMfa, ResetOrgUserMfaAll, UserMfa};
pub use user_permissions::{
    CreateOrganizationUserPermission, DeleteOrganizationUserPermission, GetOrganizationUserPermissions,
    GetOrganizationsUserPermissionsResponse, OrganizationUserPermission, OrganizationUserPermissionRole,
    PermissionExpand,
};
pub use user_roles::{
    CreateOrganizationUserRole, DeleteOrganizationUserRole, GetOrganizationUserRoles,
    GetOrganizationsUserRolesResponse, OrganizationUserRole,
};
pub use users::{
    AddOrganizationUser, AddOrganizationUsers, AddOrganizationUsersResponse, GetOrganizationUsers,
    GetOrganizationUsersResponse, OrganizationUser, RemoveOrganizationUser, UpdateOrganizationUser,
    UpdateOrganizationUsers, UpdateOrganizationUsersResponse, UserOperation,
};
