//! Authentication connections: how users sign in, from passwords to SAML.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::connections::*;

use crate::operation::{operations, parts};

parts! {
    options: ConnectionOptions::new()
        {
            client_id: Body text, client_secret: Body secret, is_use_custom_domain: Body flag, is_trusted: Body flag,
            home_realm_domains: Body texts, entra_id_domain: Body text, is_use_common_endpoint: Body flag,
            is_sync_user_profile_on_login: Body flag, is_retrieve_provider_user_groups: Body flag,
            is_extended_attributes_required: Body flag, is_auto_join_organization_enabled: Body flag,
            is_create_missing_user: Body flag, is_force_show_sso_button: Body flag, upstream_params: Body value,
            saml_entity_id: Body text, saml_idp_metadata_url: Body text, saml_idp_metadata_xml: Body text,
            saml_sign_in_url: Body text, sign_request_algorithm: Body text, protocol_binding: Body text,
            name_id_format: Body text, saml_email_key_attr: Body text, saml_user_id_key_attr: Body text,
            saml_first_name_key_attr: Body text, saml_last_name_key_attr: Body text,
            saml_signing_certificate: Body text, saml_signing_private_key: Body secret,
        }
}

operations! {
    "GetConnections" GET "/api/v1/connections" "read:connections"
        GetConnections::new()
        {
            page_size: Query count, home_realm_domain: Query text, starting_after: Query text,
            ending_before: Query text,
        }
        -> connections::GetConnectionsResponse listing connections;
    "CreateConnection" POST "/api/v1/connections" "create:connections"
        CreateConnection::new(name: Body text, display_name: Body text, strategy: Body text)
        { enabled_applications: Body texts, organization_code: Body nullable, options: Body object(options) }
        -> connections::CreateConnectionResponse;
    "GetConnection" GET "/api/v1/connections/{connection_id}" "read:connections"
        GetConnection::new(connection_id: Path text) {}
        -> connections::Connection;
    "UpdateConnection" PATCH "/api/v1/connections/{connection_id}" "update:connections"
        UpdateConnection::new(connection_id: Path text)
        { name: Body text, display_name: Body text, enabled_applications: Body texts, options: Body object(options) }
        -> SuccessResponse;
    "ReplaceConnection" PUT "/api/v1/connections/{connection_id}" "update:connections"
        ReplaceConnection::new(connection_id: Path text)
        { name: Body text, display_name: Body text, enabled_applications: Body texts, options: Body object(options) }
        -> SuccessResponse;
    "deleteConnection" DELETE "/api/v1/connections/{connection_id}" "delete:connections"
        DeleteConnection::new(connection_id: Path text) {}
        -> SuccessResponse;
}
