//! Applications: their settings, connections, access roles, properties and tokens.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::applications::*;

use crate::operation::operations;

operations! {
    "getApplications" GET "/api/v1/applications" "read:applications"
        GetApplications::new() { sort: Query text, page_size: Query count, next_token: Query text }
        -> applications::GetApplicationsResponse listing applications;
    "createApplication" POST "/api/v1/applications" "create:applications"
        CreateApplication::new(name: Body text, r#type: Body text) { org_code: Body nullable }
        -> applications::CreateApplicationResponse;
    "getApplication" GET "/api/v1/applications/{application_id}" "read:applications"
        GetApplication::new(application_id: Path text) {}
        -> applications::GetApplicationResponse;
    "updateApplication" PATCH "/api/v1/applications/{application_id}" "update:applications"
        UpdateApplication::new(application_id: Path text)
        {
            name: Body text, language_key: Body text, logout_uris: Body texts, redirect_uris: Body texts,
            login_uri: Body text, homepage_uri: Body text, is_allow_faceless_auth: Body flag,
            is_ask_for_name: Body flag, has_marketing_consent: Body flag, has_sign_in_link_on_sign_up_page: Body flag,
            has_register_link_on_sign_in_page: Body flag, has_sign_in_with_sso_button: Body flag,
            use_gravatar_fallback: Body flag, is_access_control_enabled: Body flag,
        }
        -> nothing;
    "deleteApplication" DELETE "/api/v1/applications/{application_id}" "delete:applications"
        DeleteApplication::new(application_id: Path text) {}
        -> SuccessResponse;
    "GetApplicationConnections" GET "/api/v1/applications/{application_id}/connections"
        "read:application_connections"
        GetApplicationConnections::new(application_id: Path text) {}
        -> connections::GetConnectionsResponse listing connections;
    "EnableConnection" POST "/api/v1/applications/{application_id}/connections/{connection_id}"
        "create:application_connections"
        EnableConnection::new(application_id: Path text, connection_id: Path text) {}
        -> nothing;
    "RemoveConnection" DELETE "/api/v1/applications/{application_id}/connections/{connection_id}"
        "delete:application_connections"
        RemoveConnection::new(application_id: Path text, connection_id: Path text) {}
        -> SuccessResponse;
    "GetApplicationAccessRoles" GET "/api/v1/applications/{application_id}/access_roles" "read:applications"
        GetApplicationAccessRoles::new(application_id: Path text)
        { page_size: Query count, starting_after: Query text, ending_before: Query text }
        -> applications::GetApplicationAccessRolesResponse listing roles;
    "AddApplicationAccessRole" POST "/api/v1/applications/{application_id}/access_roles/{role_id}"
        "update:applications"
        AddApplicationAccessRole::new(application_id: Path text, role_id: Path text) {}
        -> SuccessResponse;
    "RemoveApplicationAccessRole" DELETE "/api/v1/applications/{application_id}/access_roles/{role_id}"
        "update:applications"
        RemoveApplicationAccessRole::new(application_id: Path text, role_id: Path text) {}
        -> SuccessResponse;
    "getApplicationPropertyValues" GET "/api/v1/applications/{application_id}/properties"
        "read:application_properties"
        GetApplicationPropertyValues::new(application_id: Path text) {}
        -> properties::GetPropertyValuesResponse listing properties;
    "updateApplicationsProperty" PUT "/api/v1/applications/{application_id}/properties/{property_key}"
        "update:application_properties"
        UpdateApplicationsProperty::new(application_id: Path text, property_key: Path text, value: Body nonnull) {}
        -> SuccessResponse;
    "updateApplicationTokens" PATCH "/api/v1/applications/{application_id}/tokens" "update:application_tokens"
        UpdateApplicationTokens::new(application_id: Path text)
        {
            access_token_lifetime: Body seconds, refresh_token_lifetime: Body seconds,
            id_token_lifetime: Body seconds, authenticated_session_lifetime: Body seconds,
            is_hasura_mapping_enabled: Body flag,
        }
        -> SuccessResponse;
}
