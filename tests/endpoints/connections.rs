use kinde_api::Endpoint;
use kinde_api::connections::{
    Connection, ConnectionOptions, CreateConnection, CreateConnectionResponse, CreatedConnection, DeleteConnection,
    GetConnection, GetConnections, GetConnectionsResponse, ReplaceConnection, UpdateConnection,
};

use serde_json::json;

use crate::wire::{RequestCase, api, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetConnections::new(),
            "GET https://acme.kinde.com/api/v1/connections
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetConnections::new()
                .page_size(17)
                .home_realm_domain("home_realm_domain_17")
                .starting_after("starting_after_17")
                .ending_before("ending_before_17"),
            "GET https://acme.kinde.com/api/v1/connections
                ?page_size=17
                &home_realm_domain=home_realm_domain_17
                &starting_after=starting_after_17
                &ending_before=ending_before_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateConnection::new("name_17", "display_name_17", "wsfed:azure_ad"),
            r#"POST https://acme.kinde.com/api/v1/connections
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","display_name":"display_name_17","strategy":"wsfed:azure_ad"}"#,
        ),
        request(
            CreateConnection::new("name_17", "display_name_17", "wsfed:azure_ad")
                .enabled_applications(["enabled_applications_17", "enabled_applications_18"])
                .organization_code("organization_code_17")
                .options(every_option()),
            r#"POST https://acme.kinde.com/api/v1/connections
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","display_name":"display_name_17","strategy":"wsfed:azure_ad","enabled_applications":["enabled_applications_17","enabled_applications_18"],"organization_code":"organization_code_17","options":{"client_id":"client_id_17","client_secret":"client_secret_17",
            "entra_id_domain":"entra_id_domain_17","home_realm_domains":["example.com","example.org"],
            "is_auto_join_organization_enabled":true,"is_create_missing_user":true,
            "is_extended_attributes_required":true,"is_force_show_sso_button":true,
            "is_retrieve_provider_user_groups":true,"is_sync_user_profile_on_login":true,"is_trusted":true,
            "is_use_common_endpoint":true,"is_use_custom_domain":true,"name_id_format":"Persistent",
            "protocol_binding":"HTTP-POST","saml_email_key_attr":"saml_email_key_attr_17",
            "saml_entity_id":"saml_entity_id_17","saml_first_name_key_attr":"saml_first_name_key_attr_17",
            "saml_idp_metadata_url":"saml_idp_metadata_url_17",
            "saml_idp_metadata_xml":"saml_idp_metadata_xml_17",
            "saml_last_name_key_attr":"saml_last_name_key_attr_17",
            "saml_sign_in_url":"saml_sign_in_url_17",
            "saml_signing_certificate":"saml_signing_certificate_17",
            "saml_signing_private_key":"saml_signing_private_key_17",
            "saml_user_id_key_attr":"saml_user_id_key_attr_17","sign_request_algorithm":"RSA-SHA256",
            "upstream_params":"login"}}"#,
        ),
        request(
            GetConnection::new("connection_id_17"),
            "GET https://acme.kinde.com/api/v1/connections/connection_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateConnection::new("connection_id_17"),
            "PATCH https://acme.kinde.com/api/v1/connections/connection_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateConnection::new("connection_id_17")
                .name("name_17")
                .display_name("display_name_17")
                .enabled_applications(["enabled_applications_17", "enabled_applications_18"])
                .options(every_option()),
            r#"PATCH https://acme.kinde.com/api/v1/connections/connection_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","display_name":"display_name_17","enabled_applications":["enabled_applications_17","enabled_applications_18"],"options":{"client_id":"client_id_17","client_secret":"client_secret_17",
            "entra_id_domain":"entra_id_domain_17","home_realm_domains":["example.com","example.org"],
            "is_auto_join_organization_enabled":true,"is_create_missing_user":true,
            "is_extended_attributes_required":true,"is_force_show_sso_button":true,
            "is_retrieve_provider_user_groups":true,"is_sync_user_profile_on_login":true,"is_trusted":true,
            "is_use_common_endpoint":true,"is_use_custom_domain":true,"name_id_format":"Persistent",
            "protocol_binding":"HTTP-POST","saml_email_key_attr":"saml_email_key_attr_17",
            "saml_entity_id":"saml_entity_id_17","saml_first_name_key_attr":"saml_first_name_key_attr_17",
            "saml_idp_metadata_url":"saml_idp_metadata_url_17",
            "saml_idp_metadata_xml":"saml_idp_metadata_xml_17",
            "saml_last_name_key_attr":"saml_last_name_key_attr_17",
            "saml_sign_in_url":"saml_sign_in_url_17",
            "saml_signing_certificate":"saml_signing_certificate_17",
            "saml_signing_private_key":"saml_signing_private_key_17",
            "saml_user_id_key_attr":"saml_user_id_key_attr_17","sign_request_algorithm":"RSA-SHA256",
            "upstream_params":"login"}}"#,
        ),
        request(
            ReplaceConnection::new("connection_id_17"),
            "PUT https://acme.kinde.com/api/v1/connections/connection_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            ReplaceConnection::new("connection_id_17")
                .name("name_17")
                .display_name("display_name_17")
                .enabled_applications(["enabled_applications_17", "enabled_applications_18"])
                .options(every_option()),
            r#"PUT https://acme.kinde.com/api/v1/connections/connection_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"name_17","display_name":"display_name_17","enabled_applications":["enabled_applications_17","enabled_applications_18"],"options":{"client_id":"client_id_17","client_secret":"client_secret_17",
            "entra_id_domain":"entra_id_domain_17","home_realm_domains":["example.com","example.org"],
            "is_auto_join_organization_enabled":true,"is_create_missing_user":true,
            "is_extended_attributes_required":true,"is_force_show_sso_button":true,
            "is_retrieve_provider_user_groups":true,"is_sync_user_profile_on_login":true,"is_trusted":true,
            "is_use_common_endpoint":true,"is_use_custom_domain":true,"name_id_format":"Persistent",
            "protocol_binding":"HTTP-POST","saml_email_key_attr":"saml_email_key_attr_17",
            "saml_entity_id":"saml_entity_id_17","saml_first_name_key_attr":"saml_first_name_key_attr_17",
            "saml_idp_metadata_url":"saml_idp_metadata_url_17",
            "saml_idp_metadata_xml":"saml_idp_metadata_xml_17",
            "saml_last_name_key_attr":"saml_last_name_key_attr_17",
            "saml_sign_in_url":"saml_sign_in_url_17",
            "saml_signing_certificate":"saml_signing_certificate_17",
            "saml_signing_private_key":"saml_signing_private_key_17",
            "saml_user_id_key_attr":"saml_user_id_key_attr_17","sign_request_algorithm":"RSA-SHA256",
            "upstream_params":"login"}}"#,
        ),
        request(
            DeleteConnection::new("connection_id_17"),
            "DELETE https://acme.kinde.com/api/v1/connections/connection_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

/// Options of all strategies at once, which nobody sends.
fn every_option() -> ConnectionOptions {
    ConnectionOptions::new()
        .client_id("client_id_17")
        .client_secret("client_secret_17")
        .is_use_custom_domain(true)
        .is_trusted(true)
        .home_realm_domains(["example.com", "example.org"])
        .entra_id_domain("entra_id_domain_17")
        .is_use_common_endpoint(true)
        .is_sync_user_profile_on_login(true)
        .is_retrieve_provider_user_groups(true)
        .is_extended_attributes_required(true)
        .is_auto_join_organization_enabled(true)
        .is_create_missing_user(true)
        .is_force_show_sso_button(true)
        .upstream_params("login")
        .saml_entity_id("saml_entity_id_17")
        .saml_idp_metadata_url("saml_idp_metadata_url_17")
        .saml_idp_metadata_xml("saml_idp_metadata_xml_17")
        .saml_sign_in_url("saml_sign_in_url_17")
        .sign_request_algorithm("RSA-SHA256")
        .protocol_binding("HTTP-POST")
        .name_id_format("Persistent")
        .saml_email_key_attr("saml_email_key_attr_17")
        .saml_user_id_key_attr("saml_user_id_key_attr_17")
        .saml_first_name_key_attr("saml_first_name_key_attr_17")
        .saml_last_name_key_attr("saml_last_name_key_attr_17")
        .saml_signing_certificate("saml_signing_certificate_17")
        .saml_signing_private_key("saml_signing_private_key_17")
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetConnections::new(),
            &output!(GetConnectionsResponse {
                code: some("OK"),
                message: some("Two connections"),
                connections: vec![
                    output!(Connection {
                        code: some("OK"),
                        message: some("On"),
                        id: some("conn_17"),
                        name: some("google"),
                        display_name: some("Google"),
                        strategy: some("oauth2:google")
                    }),
                    output!(Connection {
                        code: some("OK"),
                        message: some("On"),
                        id: some("conn_18"),
                        name: some("saml"),
                        display_name: some("Single sign-on"),
                        strategy: some("saml:custom")
                    })
                ],
                has_more: Some(false)
            }),
        ),
        assert_answer(
            &CreateConnection::new("name_17", "display_name_17", "wsfed:azure_ad"),
            &output!(CreateConnectionResponse {
                code: some("CONNECTION_CREATED"),
                message: some("Connection created"),
                connection: Some(output!(CreatedConnection { id: some("conn_17") }))
            }),
        ),
        assert_answer(
            &GetConnection::new("connection_id_17"),
            &output!(Connection {
                code: some("OK"),
                message: some("One connection"),
                id: some("conn_17"),
                name: some("google"),
                display_name: some("Google"),
                strategy: some("oauth2:google")
            }),
        ),
        assert_answer(&UpdateConnection::new("connection_id_17"), &success()),
        assert_answer(&ReplaceConnection::new("connection_id_17"), &success()),
        assert_answer(&DeleteConnection::new("connection_id_17"), &success()),
    ]
}

#[test]
fn a_connection_comes_with_and_without_an_envelope() {
    let expected = output!(Connection { id: some("conn_17"), strategy: some("email:password") });
    for body in [
        r#"{"connection":{"id":"conn_17","strategy":"email:password"}}"#,
        r#"{"id":"conn_17","strategy":"email:password"}"#,
    ] {
        assert_eq!(read(&GetConnection::new("conn_17"), body), expected, "{body}");
    }
}

#[test]
fn options_are_sent_by_their_names_whichever_way_they_got_in() {
    let fields = json!({"is_trusted": true, "home_realm_domains": ["example.com"], "new": 1});
    let fields = fields.as_object().cloned().unwrap_or_default();
    let by_name = ConnectionOptions::new().set("new", 1).is_trusted(true).home_realm_domains(["example.com"]);
    assert_eq!(ConnectionOptions::from(fields), by_name);
}

#[test]
fn what_may_be_secret_is_hidden() {
    let options = ConnectionOptions::new()
        .client_id("client_17")
        .saml_signing_private_key("s3cret")
        .upstream_params("s3cret")
        .set("later_secret", "s3cret");
    assert_eq!(
        format!("{options:?}"),
        r#"ConnectionOptions {"client_id": String("client_17"), "later_secret": .., "saml_signing_private_key": .., "upstream_params": ..}"#
    );
    let request = UpdateConnection::new("conn_17").options(options).request(&api()).unwrap();
    assert!(!kinde_api::to_curl(&request).contains("s3cret"));
    let options = ConnectionOptions::new().is_trusted(true);
    for (request, body) in [
        (UpdateConnection::new("conn_17").name("Name").request(&api()), r#"'{"name":"Name"}'"#),
        (UpdateConnection::new("conn_17").options(options).request(&api()), r#"'{"options":{"is_trusted":true}}'"#),
    ] {
        let command = kinde_api::to_curl(&request.unwrap());
        assert!(command.ends_with(&format!("--data-raw {body}")), "{command}");
    }
}
