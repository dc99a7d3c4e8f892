//! Permissions, which roles are made of.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::permissions::*;

use crate::operation::operations;

operations! {
    "GetPermissions" GET "/api/v1/permissions" "read:permissions"
        GetPermissions::new() { sort: Query text, page_size: Query count, next_token: Query text }
        -> permissions::GetPermissionsResponse listing permissions;
    "CreatePermission" POST "/api/v1/permissions" "create:permissions"
        CreatePermission::new(name: Body text, key: Body text) { description: Body text }
        -> permissions::CreatePermissionResponse;
    "UpdatePermissions" PATCH "/api/v1/permissions/{permission_id}" "update:permissions"
        UpdatePermissions::new(permission_id: Path text) { name: Body text, description: Body text, key: Body text }
        -> SuccessResponse;
    "DeletePermission" DELETE "/api/v1/permissions/{permission_id}" "delete:permissions"
        DeletePermission::new(permission_id: Path text) {}
        -> SuccessResponse;
}
