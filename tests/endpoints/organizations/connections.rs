use kinde_api::Endpoint;
use kinde_api::organizations::{
    Connection, EnableOrgConnection, GetConnectionsResponse, GetOrganizationConnections, RemoveOrgConnection,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizationConnections::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organizations/org_17/connections
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            EnableOrgConnection::new("org_17", "conn_17"),
            "POST https://acme.kinde.com/api/v1/organizations/org_17/connections/conn_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            RemoveOrgConnection::new("org_17", "conn_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/connections/conn_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetOrganizationConnections::new("org_17"),
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
                        strategy: some("oauth2:google"),
                    }),
                    output!(Connection {
                        code: some("OK"),
                        message: some("On"),
                        id: some("conn_18"),
                        name: some("saml"),
                        display_name: some("Single sign-on"),
                        strategy: some("saml:custom"),
                    }),
                ],
                has_more: Some(false),
            }),
        ),
        assert_answer(&RemoveOrgConnection::new("org_17", "conn_17"), &success()),
    ]
}

#[test]
fn a_connection_is_read_nested_and_flat() {
    let expected = output!(GetConnectionsResponse {
        connections: vec![output!(Connection { id: some("conn_17"), name: some("google"), strategy: some("oauth2") })],
        has_more: Some(true),
    });
    for body in [
        r#"{"connections":[{"id":"conn_17","name":"google","strategy":"oauth2"}],"has_more":true}"#,
        r#"{"connections":[{"connection":{"id":"conn_17","name":"google","strategy":"oauth2"}}],"has_more":true}"#,
        r#"{"connections":[{"connection":null,"id":"conn_17","name":"google","strategy":"oauth2"}],"has_more":true}"#,
        r#"{"connections":[null,{"connection":{"id":"conn_17","name":"google"},"strategy":"oauth2"}],"has_more":true}"#,
    ] {
        assert_eq!(read(&GetOrganizationConnections::new("org_17"), body), expected, "{body}");
    }
}

#[test]
fn enabling_takes_any_body_of_a_success() {
    for body in ["", "{}", "null", "<html>", "\u{feff}", "{\"code\":"] {
        for status in [200, 201, 202, 204, 299] {
            EnableOrgConnection::new("org_17", "conn_17").response(&response(status, body)).unwrap();
        }
    }
    EnableOrgConnection::new("org_17", "conn_17").response(&response(200, b"\xff")).unwrap();
}
