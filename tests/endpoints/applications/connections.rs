use kinde_api::Endpoint;
use kinde_api::applications::{
    Connection, EnableConnection, GetApplicationConnections, GetConnectionsResponse, RemoveConnection,
};

use crate::wire::{RequestCase, assert_answer, output, read, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetApplicationConnections::new("app_17"),
            "GET https://acme.kinde.com/api/v1/applications/app_17/connections
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            EnableConnection::new("app_17", "conn_17"),
            "POST https://acme.kinde.com/api/v1/applications/app_17/connections/conn_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            RemoveConnection::new("app_17", "conn_17"),
            "DELETE https://acme.kinde.com/api/v1/applications/app_17/connections/conn_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetApplicationConnections::new("app_17"),
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
        assert_answer(&RemoveConnection::new("app_17", "conn_17"), &success()),
    ]
}

#[test]
fn a_connection_is_read_as_the_live_api_sends_it() {
    let expected = output!(GetConnectionsResponse {
        connections: vec![output!(Connection { id: some("conn_17"), strategy: some("email:otp") })],
    });
    let body = r#"{"connections":[{"id":"conn_17","strategy":"email:otp"}]}"#;
    assert_eq!(read(&GetApplicationConnections::new("app_17"), body), expected);
}

#[test]
fn enabling_takes_any_body_of_a_success() {
    for body in ["", "{}", "null", "[]", "<html>", "\u{feff}", "{\"code\":"] {
        for status in [200, 201, 204, 299] {
            EnableConnection::new("app_17", "conn_17").response(&response(status, body)).unwrap();
        }
    }
}
