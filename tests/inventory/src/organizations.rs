//! Organizations, their members, and what they have of their own.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::organizations::*;

use crate::operation::{operations, parts};

parts! {
    user_to_add: AddOrganizationUser::new(id: Body text) { roles: Body texts, permissions: Body texts }
    user_to_update: UpdateOrganizationUser::new(id: Body text)
        { operation: Body text, roles: Body texts, permissions: Body texts }
}

operations! {
    "getOrganizationInvites" GET "/api/v1/organization/{org_code}/invites" "read:organization_invites"
        GetOrganizationInvites::new(org_code: Path text)
        {
            sort: Query text, page_size: Query count, next_token: Query text, include_revoked: Query flag,
            include_accepted: Query flag,
        }
        -> organizations::GetOrganizationInvitesResponse listing invites;
    "createOrganizationInvite" POST "/api/v1/organization/{org_code}/invites" "create:organization_invites"
        CreateOrganizationInvite::new(org_code: Path text, email: Body text, roles: Body texts)
        { first_name: Body nullable, last_name: Body nullable, send_email: Body flag }
        -> organizations::CreateOrganizationInviteResponse;
    "getOrganizationInvite" GET "/api/v1/organization/{org_code}/invites/{invite_code}" "read:organization_invites"
        GetOrganizationInvite::new(org_code: Path text, invite_code: Path text) {}
        -> organizations::GetOrganizationInviteResponse;
    "deleteOrganizationInvite" DELETE "/api/v1/organization/{org_code}/invites/{invite_code}"
        "delete:organization_invites"
        DeleteOrganizationInvite::new(org_code: Path text, invite_code: Path text) {}
        -> SuccessResponse;
    "getOrganization" GET "/api/v1/organization" "read:organizations"
        GetOrganization::new(code: Query nonempty) { expand: Query text }
        -> organizations::GetOrganizationResponse;
    "getOrganization" GET "/api/v1/organization" "read:organizations"
        GetOrganization::default() { code: Query nonempty, expand: Query text }
        -> organizations::GetOrganizationResponse;
    "createOrganization" POST "/api/v1/organization" "create:organizations"
        CreateOrganization::new(name: Body text)
        {
            feature_flags: Body pairs, external_id: Body text, background_color: Body text, button_color: Body text,
            button_text_color: Body text, link_color: Body text, background_color_dark: Body text,
            button_color_dark: Body text, button_text_color_dark: Body text, link_color_dark: Body text,
            theme_code: Body text, handle: Body text, is_allow_registrations: Body flag,
            is_auto_membership_enabled: Body flag, sender_name: Body nullable, sender_email: Body nullable,
            is_create_billing_customer: Body flag, billing_email: Body text, billing_plan_code: Body text,
        }
        -> organizations::CreateOrganizationResponse;
    "getOrganizations" GET "/api/v1/organizations" "read:organizations"
        GetOrganizations::new() { sort: Query text, page_size: Query count, next_token: Query text }
        -> organizations::GetOrganizationsResponse listing organizations;
    "updateOrganization" PATCH "/api/v1/organization/{org_code}" "update:organizations"
        UpdateOrganization::new(org_code: Path text)
        {
            expand: Query text, name: Body text, external_id: Body text, background_color: Body text,
            button_color: Body text, button_text_color: Body text, link_color: Body text,
            background_color_dark: Body text, button_color_dark: Body text, button_text_color_dark: Body text,
            link_color_dark: Body text, theme_code: Body text, handle: Body text, is_allow_registrations: Body flag,
            is_auto_membership_enabled: Body flag, is_auto_join_domain_list: Body flag, allowed_domains: Body texts,
            is_enable_advanced_orgs: Body flag, is_enforce_mfa: Body flag, sender_name: Body nullable,
            sender_email: Body nullable, is_suspended: Body flag,
        }
        -> SuccessResponse;
    "deleteOrganization" DELETE "/api/v1/organization/{org_code}" "delete:organizations"
        DeleteOrganization::new(org_code: Path text) {}
        -> SuccessResponse;
    "GetOrganizationUsers" GET "/api/v1/organizations/{org_code}/users" "read:organization_users"
        GetOrganizationUsers::new(org_code: Path text)
        {
            sort: Query text, page_size: Query count, next_token: Query text, permissions: Query texts,
            roles: Query texts,
        }
        -> organizations::GetOrganizationUsersResponse listing organization_users;
    "AddOrganizationUsers" POST "/api/v1/organizations/{org_code}/users" "create:organization_users"
        AddOrganizationUsers::new(org_code: Path text, users: Body objects(user_to_add)) {}
        -> organizations::AddOrganizationUsersResponse;
    "UpdateOrganizationUsers" PATCH "/api/v1/organizations/{org_code}/users" "update:organization_users"
        UpdateOrganizationUsers::new(org_code: Path text, users: Body objects(user_to_update)) {}
        -> organizations::UpdateOrganizationUsersResponse;
    "GetOrganizationUserRoles" GET "/api/v1/organizations/{org_code}/users/{user_id}/roles"
        "read:organization_user_roles"
        GetOrganizationUserRoles::new(org_code: Path text, user_id: Path text) {}
        -> organizations::GetOrganizationsUserRolesResponse listing roles;
    "CreateOrganizationUserRole" POST "/api/v1/organizations/{org_code}/users/{user_id}/roles"
        "create:organization_user_roles"
        CreateOrganizationUserRole::new(org_code: Path text, user_id: Path text, role_id: Body text) {}
        -> SuccessResponse;
    "DeleteOrganizationUserRole" DELETE "/api/v1/organizations/{org_code}/users/{user_id}/roles/{role_id}"
        "delete:organization_user_roles"
        DeleteOrganizationUserRole::new(org_code: Path text, user_id: Path text, role_id: Path text) {}
        -> SuccessResponse;
    "GetOrganizationRoleUsers" GET "/api/v1/organizations/{org_code}/roles/{role_id}/users"
        "read:organization_user_roles"
        GetOrganizationRoleUsers::new(org_code: Path text, role_id: Path text)
        { page_size: Query count, next_token: Query text }
        -> organizations::GetOrganizationRoleUsersResponse listing users;
    "GetOrganizationRoleUsersCount" GET "/api/v1/organizations/{org_code}/roles/{role_id}/users/count"
        "read:organization_user_roles"
        GetOrganizationRoleUsersCount::new(org_code: Path text, role_id: Path text) {}
        -> organizations::GetOrganizationRoleUsersCountResponse;
    "GetOrganizationRoleActiveUsersCount" GET "/api/v1/organizations/{org_code}/roles/{role_id}/active_users/count"
        "read:organization_user_roles"
        GetOrganizationRoleActiveUsersCount::new(
            org_code: Path text, role_id: Path text, date_time_from: Query text, date_time_to: Query text
        ) {}
        -> organizations::GetOrganizationRoleActiveUsersCountResponse;
    "GetOrganizationUserPermissions" GET "/api/v1/organizations/{org_code}/users/{user_id}/permissions"
        "read:organization_user_permissions"
        GetOrganizationUserPermissions::new(org_code: Path text, user_id: Path text) { expand: Query text }
        -> organizations::GetOrganizationsUserPermissionsResponse listing permissions;
    "CreateOrganizationUserPermission" POST "/api/v1/organizations/{org_code}/users/{user_id}/permissions"
        "create:organization_user_permissions"
        CreateOrganizationUserPermission::new(org_code: Path text, user_id: Path text, permission_id: Body text) {}
        -> SuccessResponse;
    "DeleteOrganizationUserPermission"
        DELETE "/api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id}"
        "delete:organization_user_permissions"
        DeleteOrganizationUserPermission::new(org_code: Path text, user_id: Path text, permission_id: Path text) {}
        -> SuccessResponse;
    "RemoveOrganizationUser" DELETE "/api/v1/organizations/{org_code}/users/{user_id}" "delete:organization_users"
        RemoveOrganizationUser::new(org_code: Path text, user_id: Path text) {}
        -> SuccessResponse;
    "addOrganizationUserAPIScope"
        POST "/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}"
        "create:organization_user_api_scopes"
        AddOrganizationUserApiScope::new(
            org_code: Path text, user_id: Path text, api_id: Path text, scope_id: Path text
        ) {}
        -> nothing;
    "deleteOrganizationUserAPIScope"
        DELETE "/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}"
        "delete:organization_user_api_scopes"
        DeleteOrganizationUserApiScope::new(
            org_code: Path text, user_id: Path text, api_id: Path text, scope_id: Path text
        ) {}
        -> nothing;
    "GetOrgUserMFA" GET "/api/v1/organizations/{org_code}/users/{user_id}/mfa" "read:organization_user_mfa"
        GetOrgUserMfa::new(org_code: Path text, user_id: Path text) {}
        -> users::GetUserMfaResponse;
    "ResetOrgUserMFAAll" DELETE "/api/v1/organizations/{org_code}/users/{user_id}/mfa" "delete:organization_user_mfa"
        ResetOrgUserMfaAll::new(org_code: Path text, user_id: Path text) {}
        -> SuccessResponse;
    "ResetOrgUserMFA" DELETE "/api/v1/organizations/{org_code}/users/{user_id}/mfa/{factor_id}"
        "delete:organization_user_mfa"
        ResetOrgUserMfa::new(org_code: Path text, user_id: Path text, factor_id: Path text) {}
        -> SuccessResponse;
    "GetOrganizationFeatureFlags" GET "/api/v1/organizations/{org_code}/feature_flags" "read:organization_feature_flags"
        GetOrganizationFeatureFlags::new(org_code: Path text) {}
        -> organizations::GetOrganizationFeatureFlagsResponse;
    "DeleteOrganizationFeatureFlagOverrides" DELETE "/api/v1/organizations/{org_code}/feature_flags"
        "delete:organization_feature_flags"
        DeleteOrganizationFeatureFlagOverrides::new(org_code: Path text) {}
        -> SuccessResponse;
    "DeleteOrganizationFeatureFlagOverride"
        DELETE "/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}" "delete:organization_feature_flags"
        DeleteOrganizationFeatureFlagOverride::new(org_code: Path text, feature_flag_key: Path text) {}
        -> SuccessResponse;
    "UpdateOrganizationFeatureFlagOverride"
        PATCH "/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}" "update:organization_feature_flags"
        UpdateOrganizationFeatureFlagOverride::new(
            org_code: Path text, feature_flag_key: Path text, value: Query value
        ) {}
        -> SuccessResponse;
    "UpdateOrganizationProperty" PUT "/api/v1/organizations/{org_code}/properties/{property_key}"
        "update:organization_properties"
        UpdateOrganizationProperty::new(org_code: Path text, property_key: Path text, value: Query value) {}
        -> SuccessResponse;
    "GetOrganizationPropertyValues" GET "/api/v1/organizations/{org_code}/properties" "read:organization_properties"
        GetOrganizationPropertyValues::new(org_code: Path text) {}
        -> properties::GetPropertyValuesResponse listing properties;
    "UpdateOrganizationProperties" PATCH "/api/v1/organizations/{org_code}/properties" "update:organization_properties"
        UpdateOrganizationProperties::new(org_code: Path text, properties: Body pairs) {}
        -> SuccessResponse;
    "ReplaceOrganizationMFA" PUT "/api/v1/organizations/{org_code}/mfa" "update:organization_mfa"
        ReplaceOrganizationMfa::new(org_code: Path text, enabled_factors: Body texts)
        { is_recovery_codes_enabled: Body flag }
        -> SuccessResponse;
    "GetOrganizationPasskey" GET "/api/v1/organizations/{org_code}/passkey" "read:organization_passkey"
        GetOrganizationPasskey::new(org_code: Path text) {}
        -> organizations::GetOrganizationPasskeyResponse;
    "UpdateOrganizationPasskey" PUT "/api/v1/organizations/{org_code}/passkey" "update:organization_passkey"
        UpdateOrganizationPasskey::new(org_code: Path text)
        { policy: Body text, is_override_environment_passkey_settings: Body flag }
        -> organizations::UpdateOrganizationPasskeyResponse;
    "DeleteOrganizationHandle" DELETE "/api/v1/organization/{org_code}/handle" "delete:organization_handles"
        DeleteOrganizationHandle::new(org_code: Path text) {}
        -> SuccessResponse;
    "ReadOrganizationLogo" GET "/api/v1/organizations/{org_code}/logos" "read:organizations"
        ReadOrganizationLogo::new(org_code: Path text) {}
        -> organizations::ReadLogoResponse listing logos;
    "AddOrganizationLogo" POST "/api/v1/organizations/{org_code}/logos/{type}" "update:organizations"
        AddOrganizationLogo::new(
            org_code: Path text, r#type: Path text, file_name: Body file_name, content_type: Body content_type,
            bytes: Body bytes
        ) {}
        -> SuccessResponse;
    "DeleteOrganizationLogo" DELETE "/api/v1/organizations/{org_code}/logos/{type}" "update:organizations"
        DeleteOrganizationLogo::new(org_code: Path text, r#type: Path text) {}
        -> SuccessResponse;
    "GetOrganizationConnections" GET "/api/v1/organizations/{org_code}/connections" "read:organization_connections"
        GetOrganizationConnections::new(org_code: Path text) {}
        -> connections::GetConnectionsResponse listing connections;
    "EnableOrgConnection" POST "/api/v1/organizations/{org_code}/connections/{connection_id}"
        "create:organization_connections"
        EnableOrgConnection::new(org_code: Path text, connection_id: Path text) {}
        -> nothing;
    "RemoveOrgConnection" DELETE "/api/v1/organizations/{org_code}/connections/{connection_id}"
        "delete:organization_connections"
        RemoveOrgConnection::new(org_code: Path text, connection_id: Path text) {}
        -> SuccessResponse;
    "UpdateOrganizationSessions" PATCH "/api/v1/organizations/{org_code}/sessions" "update:organizations"
        UpdateOrganizationSessions::new(org_code: Path text)
        {
            is_use_org_sso_session_policy: Body flag, sso_session_persistence_mode: Body text,
            is_use_org_authenticated_session_lifetime: Body flag, authenticated_session_lifetime: Body seconds,
        }
        -> SuccessResponse;
}
