//! Roles: their permissions, their scopes, and who holds them.
//!
//! A role is known by its [id](crate::RoleId) in the endpoints for a single role and by its [key](crate::RoleKey) in
//! bulk calls, invites, filters and tokens. To give one to a member by its key:
//!
//! ```
//! # #[cfg(feature = "emulator")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::emulator::{Emulator, User};
//! use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers, CreateOrganizationUserRole};
//! use kinde_api::roles::{CreateRole, GetRoles};
//! # let emulator = Emulator::new();
//! # let client = emulator.client();
//! # let (organization, user) = (emulator.default_organization(), emulator.add_user(User::new("member@example.com")));
//! # client.send(&AddOrganizationUsers::new(&organization, [AddOrganizationUser::new(&user)]))?;
//!
//! client.send(&CreateRole::new("Administrator", "admin"))?;
//!
//! for role in client.items(GetRoles::new()) {
//!     let role = role?;
//!     if let (Some(id), Some(key)) = (role.id, role.key) {
//!         if key == "admin" {
//!             client.send(&CreateOrganizationUserRole::new(&organization, &user, id))?;
//!         }
//!     }
//! }
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "emulator"))]
//! # fn main() {}
//! ```

mod permissions;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod roles;
mod scopes;
mod system_permissions;
mod users;

pub use permissions::{
    GetRolePermissions, PermissionOperation, RemoveRolePermission, RolePermissionsResponse, UpdateRolePermission,
    UpdateRolePermissions, UpdateRolePermissionsResponse,
};
pub use roles::{
    CreateRole, CreateRolesResponse, CreatedRole, DeleteRole, GetRole, GetRoleResponse, GetRoles, GetRolesResponse,
    Role, RoleSort, UpdateRoles,
};
pub use scopes::{
    AddRoleScope, AddRoleScopeResponse, DeleteRoleScope, DeleteRoleScopeResponse, GetRoleScopes, RoleScope,
    RoleScopesResponse,
};
pub use system_permissions::{
    GetRoleSystemPermissions, GetSystemPermissions, GetSystemPermissionsResponse, RoleSystemPermissionsResponse,
    SystemPermission, SystemPermissionSort, UpdateRoleSystemPermission, UpdateRoleSystemPermissions,
    UpdateRoleSystemPermissionsResponse,
};
pub use users::{GetRoleUsers, GetRoleUsersResponse, RoleUser};

use crate::Operation;
pub use crate::SuccessResponse;
pub use crate::permissions::{Permission, PermissionSort};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::roles::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "GetRoles"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetRoles>(),
    Operation::of::<CreateRole>(),
    Operation::of::<GetRole>(),
    Operation::of::<UpdateRoles>(),
    Operation::of::<DeleteRole>(),
    Operation::of::<GetRoleScopes>(),
    Operation::of::<AddRoleScope>(),
    Operation::of::<DeleteRoleScope>(),
    Operation::of::<GetRolePermissions>(),
    Operation::of::<UpdateRolePermissions>(),
    Operation::of::<GetRoleSystemPermissions>(),
    Operation::of::<UpdateRoleSystemPermissions>(),
    Operation::of::<GetRoleUsers>(),
    Operation::of::<RemoveRolePermission>(),
    Operation::of::<GetSystemPermissions>(),
];
