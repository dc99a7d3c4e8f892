//! Organizations, and everything in them: members, their roles and permissions, invites, flags, properties, logos.
//!
//! To create one, make somebody its admin, and see who is a member:
//!
//! ```
//! # #[cfg(feature = "emulator")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::emulator::{Emulator, User};
//! use kinde_api::organizations::{
//!     AddOrganizationUser, AddOrganizationUsers, CreateOrganization, GetOrganizationUsers,
//! };
//! use kinde_api::roles::CreateRole;
//! # let emulator = Emulator::new();
//! # let user = emulator.add_user(User::new("member17@example.com"));
//! # let client = emulator.client();
//!
//! client.send(&CreateRole::new("Administrator", "admin"))?;
//! let created = client.send(&CreateOrganization::new("Acme"))?.organization;
//! let acme = created.and_then(|organization| organization.code).ok_or("Kinde sent no code")?;
//!
//! let admin = AddOrganizationUser::new(&user).roles(["admin"]);
//! client.send(&AddOrganizationUsers::new(&acme, [admin]))?;
//!
//! for member in client.items(GetOrganizationUsers::new(&acme)) {
//!     let member = member?;
//!     assert_eq!(member.email.as_deref(), Some("member17@example.com"));
//!     assert_eq!(member.roles, ["admin"]);
//! }
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "emulator"))]
//! # fn main() {}
//! ```

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

pub use crate::SuccessResponse;
pub use crate::connections::{Connection, GetConnectionsResponse};
pub use crate::environments::{Color, ColorScheme, LogoType, PasskeyPolicy, ThemeCode};
pub use crate::feature_flags::FeatureFlagType;
pub use crate::mfa::MfaFactor;
pub use crate::properties::{GetPropertyValuesResponse, PropertyValue};
pub use crate::users::{GetUserMfaResponse, UserMfa};
pub use connections::{EnableOrgConnection, GetOrganizationConnections, RemoveOrgConnection};
pub use feature_flags::{
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, GetOrganizationFeatureFlags,
    GetOrganizationFeatureFlagsResponse, OrganizationFeatureFlag, UpdateOrganizationFeatureFlagOverride,
};
pub use invites::{
    CreateOrganizationInvite, CreateOrganizationInviteResponse, DeleteOrganizationInvite, GetOrganizationInvite,
    GetOrganizationInviteResponse, GetOrganizationInvites, GetOrganizationInvitesResponse, InviteSort,
    OrganizationInvite, OrganizationInviteRole,
};
pub use logos::{
    AddOrganizationLogo, DeleteOrganizationLogo, OrganizationLogo, ReadLogoResponse, ReadOrganizationLogo,
};
pub use mfa::ReplaceOrganizationMfa;
pub use organization::{
    BillingAgreement, CreateOrganization, CreateOrganizationResponse, CreatedOrganization, DeleteOrganization,
    DeleteOrganizationHandle, GetOrganization, GetOrganizationResponse, GetOrganizations, GetOrganizationsResponse,
    OrganizationBilling, OrganizationExpand, OrganizationItem, Sort, UpdateOrganization,
};
pub use passkey::{
    GetOrganizationPasskey, GetOrganizationPasskeyResponse, UpdateOrganizationPasskey,
    UpdateOrganizationPasskeyResponse,
};
pub use properties::{GetOrganizationPropertyValues, UpdateOrganizationProperties, UpdateOrganizationProperty};
pub use roles::{
    GetOrganizationRoleActiveUsersCount, GetOrganizationRoleActiveUsersCountResponse, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationRoleUsersCountResponse, GetOrganizationRoleUsersResponse,
    OrganizationRoleUser,
};
pub use sessions::{SsoSessionPersistenceMode, UpdateOrganizationSessions};
pub use user_api_scopes::{AddOrganizationUserApiScope, DeleteOrganizationUserApiScope};
pub use user_mfa::{GetOrgUserMfa, ResetOrgUserMfa, ResetOrgUserMfaAll};
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
    GetOrganizationUsersResponse, MAX_USERS, OrganizationUser, RemoveOrganizationUser, UpdateOrganizationUser,
    UpdateOrganizationUsers, UpdateOrganizationUsersResponse, UserOperation,
};

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::organizations::OPERATIONS;
///
/// let first = &OPERATIONS[0];
/// assert_eq!((first.operation_id, first.scope), ("getOrganizationInvites", "read:organization_invites"));
/// ```
pub static OPERATIONS: &[Operation] = &[
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
