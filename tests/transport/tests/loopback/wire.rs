//! What goes over the wire, byte for byte.

use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUserApiScope, CreateOrganization, DeleteOrganizationHandle, GetOrganization,
    LogoType, ReplaceOrganizationMfa, UpdateOrganization, UpdateOrganizationFeatureFlagOverride,
    UpdateOrganizationProperty,
};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Credentials, Endpoint, RequestError};
use transport::{Answer, Server};

use crate::{TOKEN, over};

/// The whole request, with the port as `PORT`.
fn sent<E: Endpoint>(endpoint: &E) -> String {
    sent_by(UreqTransport::default(), endpoint)
}

fn sent_by<E: Endpoint>(transport: UreqTransport, endpoint: &E) -> String {
    let server = Server::constant(Answer::json("{}"));
    let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
    client.send(endpoint).unwrap();
    let [request] = server.received().try_into().unwrap();
    let text = request.head + &String::from_utf8_lossy(&request.body);
    text.replace(&format!("127.0.0.1:{}", server.address().port()), "127.0.0.1:PORT")
}

#[test]
fn get() {
    assert_eq!(
        sent(&GetOrganization::new("org_1")),
        "GET /api/v1/organization?code=org_1 HTTP/1.1\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n"
    );
}

#[test]
fn delete() {
    assert_eq!(
        sent(&DeleteOrganizationHandle::new("org_1")),
        "DELETE /api/v1/organization/org_1/handle HTTP/1.1\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n"
    );
}

#[test]
fn post_without_a_body() {
    assert_eq!(
        sent(&AddOrganizationUserApiScope::new("org_1", "kp_1", "api_1", "scope_1")),
        "POST /api/v1/organizations/org_1/users/kp_1/apis/api_1/scopes/scope_1 HTTP/1.1\r\n\
         content-length: 0\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n"
    );
}

#[test]
fn put_without_a_body() {
    assert_eq!(
        sent(&UpdateOrganizationProperty::new("org_1", "kp_org_city", "Sydney & beyond")),
        "PUT /api/v1/organizations/org_1/properties/kp_org_city?value=Sydney%20%26%20beyond HTTP/1.1\r\n\
         content-length: 0\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n"
    );
}

#[test]
fn patch_without_a_body() {
    assert_eq!(
        sent(&UpdateOrganizationFeatureFlagOverride::new("org_1", "theme", true)),
        "PATCH /api/v1/organizations/org_1/feature_flags/theme?value=true HTTP/1.1\r\n\
         content-length: 0\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n"
    );
}

#[test]
fn post_of_json() {
    assert_eq!(
        sent(&CreateOrganization::new("Größe")),
        "POST /api/v1/organization HTTP/1.1\r\n\
         content-length: 18\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         content-type: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n\
         {\"name\":\"Größe\"}"
    );
}

#[test]
fn put_of_json() {
    assert_eq!(
        sent(&ReplaceOrganizationMfa::new("org_1", ["mfa:email"])),
        "PUT /api/v1/organizations/org_1/mfa HTTP/1.1\r\n\
         content-length: 33\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         content-type: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n\
         {\"enabled_factors\":[\"mfa:email\"]}"
    );
}

#[test]
fn patch_of_json() {
    assert_eq!(
        sent(&UpdateOrganization::new("org_1").name("Acme")),
        "PATCH /api/v1/organization/org_1 HTTP/1.1\r\n\
         content-length: 15\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         content-type: application/json\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n\
         {\"name\":\"Acme\"}"
    );
}

#[test]
fn post_of_a_logo() {
    assert_eq!(
        sent(&AddOrganizationLogo::new("org_1", LogoType::Dark, "logo.svg", "image/svg+xml", "<svg/>")),
        "POST /api/v1/organizations/org_1/logos/dark HTTP/1.1\r\n\
         content-length: 237\r\n\
         host: 127.0.0.1:PORT\r\n\
         authorization: Bearer s3cret-token\r\n\
         accept: application/json\r\n\
         content-type: multipart/form-data; boundary=------------------------------------------------------------0\r\n\
         user-agent: kinde-api/0.1.0\r\n\r\n\
         --------------------------------------------------------------0\r\n\
         Content-Disposition: form-data; name=\"logo\"; filename=\"logo.svg\"\r\n\
         Content-Type: image/svg+xml\r\n\r\n\
         <svg/>\r\n\
         --------------------------------------------------------------0--\r\n"
    );
}

#[test]
fn the_user_agent_is_this_crate_and_what_the_caller_adds() {
    let user_agent = |transport: UreqTransport| {
        let request = sent_by(transport, &GetOrganization::new("org_1"));
        request.lines().filter_map(|line| line.strip_prefix("user-agent: ").map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(user_agent(UreqTransport::default()), ["kinde-api/0.1.0"]);
    let with = |addition| UreqTransport::default().with_user_agent(addition);
    assert_eq!(user_agent(with("acme-sync/2 (nightly)").unwrap()), ["kinde-api/0.1.0 acme-sync/2 (nightly)"]);
    assert_eq!(user_agent(with("").unwrap()), ["kinde-api/0.1.0"]);
    let agent = ureq::Agent::config_builder().user_agent("somebody/1").build().new_agent();
    assert_eq!(user_agent(UreqTransport::new(agent)), ["kinde-api/0.1.0"]);
    for refused in ["a\r\nx: y", "a\tb", "ä", "\0"] {
        let error = with(refused).unwrap_err();
        assert!(matches!(error, RequestError::UserAgent { .. }), "{error:?}");
    }
}

#[test]
fn no_compression_is_asked_for_even_where_the_agent_would() {
    let agent = ureq::Agent::config_builder().accept_encoding("gzip").build().new_agent();
    let request = sent_by(UreqTransport::new(agent), &GetOrganization::new("org_1"));
    assert!(!request.to_lowercase().contains("accept-encoding"), "{request}");
}
