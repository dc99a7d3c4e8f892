//! Roles: their permissions, their scopes, and who holds them.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::roles::*;

use crate::operation::{operations, parts};

parts! {
    permission: UpdateRolePermission::new(id: Body text) { operation: Body text }
    system_permission: UpdateRoleSystemPermission::new(id: Body text) { operation: Body text }
}

operations! {
    "GetRoles" GET "/api/v1/roles" "read:roles"
        GetRoles::new()
        { sort: Query text, page_size: Query count, next_token: Query text }
        -> roles::GetRolesResponse listing roles;
    "CreateRole" POST "/api/v1/roles" "create:roles"
        CreateRole::new(name: Body text, key: Body text)
        { description: Body text, is_default_role: Body flag, assignment_permission_id: Body nullable }
        -> roles::CreateRolesResponse;
    "GetRole" GET "/api/v1/roles/{role_id}" "read:roles"
        GetRole::new(role_id: Path text) {}
        -> roles::GetRoleResponse;
    "UpdateRoles" PATCH "/api/v1/roles/{role_id}" "update:roles"
        UpdateRoles::new(role_id: Path text, name: Body text, key: Body text)
        { description: Body text, is_default_role: Body flag, assignment_permission_id: Body nullable }
        -> SuccessResponse;
    "DeleteRole" DELETE "/api/v1/roles/{role_id}" "delete:roles"
        DeleteRole::new(role_id: Path text) {}
        -> SuccessResponse;
    "GetRoleScopes" GET "/api/v1/roles/{role_id}/scopes" "read:role_scopes"
        GetRoleScopes::new(role_id: Path text) {}
        -> roles::RoleScopesResponse listing scopes;
    "AddRoleScope" POST "/api/v1/roles/{role_id}/scopes" "create:role_scopes"
        AddRoleScope::new(role_id: Path text, scope_id: Body text) {}
        -> roles::AddRoleScopeResponse;
    "DeleteRoleScope" DELETE "/api/v1/roles/{role_id}/scopes/{scope_id}" "delete:role_scopes"
        DeleteRoleScope::new(role_id: Path text, scope_id: Path text) {}
        -> roles::DeleteRoleScopeResponse;
    "GetRolePermissions" GET "/api/v1/roles/{role_id}/permissions" "read:role_permissions"
        GetRolePermissions::new(role_id: Path text)
        { sort: Query text, page_size: Query count, next_token: Query text }
        -> roles::RolePermissionsResponse listing permissions;
    "UpdateRolePermissions" PATCH "/api/v1/roles/{role_id}/permissions" "update:role_permissions"
        UpdateRolePermissions::new(role_id: Path text, permissions: Body objects(permission)) {}
        -> roles::UpdateRolePermissionsResponse;
    "GetRoleSystemPermissions" GET "/api/v1/roles/{role_id}/system_permissions" "read:role_system_permissions"
        GetRoleSystemPermissions::new(role_id: Path text)
        { sort: Query text, page_size: Query count, next_token: Query text }
        -> roles::RoleSystemPermissionsResponse listing system_permissions;
    "UpdateRoleSystemPermissions" PATCH "/api/v1/roles/{role_id}/system_permissions" "update:role_system_permissions"
        UpdateRoleSystemPermissions::new(role_id: Path text, system_permissions: Body objects(system_permission)) {}
        -> roles::UpdateRoleSystemPermissionsResponse;
    "GetRoleUsers" GET "/api/v1/roles/{role_id}/users" "read:organization_user_roles"
        GetRoleUsers::new(role_id: Path text)
        { page_size: Query count, next_token: Query text }
        -> roles::GetRoleUsersResponse listing users;
    "RemoveRolePermission" DELETE "/api/v1/roles/{role_id}/permissions/{permission_id}" "delete:role_permissions"
        RemoveRolePermission::new(role_id: Path text, permission_id: Path text) {}
        -> SuccessResponse;
    "GetSystemPermissions" GET "/api/v1/system_permissions" "read:system_permissions"
        GetSystemPermissions::new()
        { sort: Query text, page_size: Query count, next_token: Query text }
        -> roles::GetSystemPermissionsResponse listing system_permissions;
}
