//! How many connections are made.

use std::thread;

use kinde_api::organizations::{GetOrganization, GetOrganizationUsers};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Client, Credentials};
use transport::{Answer, Server, page_of_members};

use crate::{TOKEN, client, get_organization, outcome};

#[test]
fn page_after_page_comes_over_one_connection() {
    let server = Server::new(|request| match request.number {
        number @ 1..20 => Answer::json(page_of_members(number, number, Some(&number.to_string()))),
        _ => Answer::json(page_of_members(20, 20, None)),
    });
    let (client, _) = client(&server.origin());
    assert_eq!(client.items(GetOrganizationUsers::new("org_1")).map(Result::unwrap).count(), 20);
    assert_eq!((server.received().len(), server.connections()), (20, 1));
}

#[test]
fn a_chunked_body_leaves_the_connection_for_the_next_call() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n7\r\n\"Acme\"}\r\n0\r\n\r\n";
    let server = Server::constant(Answer::raw(chunked));
    let (client, _) = client(&server.origin());
    for _ in 0..3 {
        assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    }
    assert_eq!(server.connections(), 1);
}

#[test]
fn an_error_leaves_the_connection_for_the_next_call() {
    let server = Server::sequence([
        Answer::new(404, &[], r#"{"errors":{"code":"ROUTE_NOT_FOUND","message":"No route"}}"#),
        Answer::new(501, &[], "<html>".repeat(10_000)),
        Answer::raw("HTTP/1.1 403 Forbidden\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
        Answer::new(302, &["Location: /elsewhere"], "moved"),
        Answer::new(200, &[], "no JSON"),
        Answer::json("{}"),
    ]);
    let (client, _) = client(&server.origin());
    let statuses: Vec<_> = (0..6)
        .map(|_| get_organization(&client).map_err(|error| error.response().unwrap().status().as_u16()).map(drop))
        .collect();
    assert_eq!(statuses, [Err(404), Err(501), Err(403), Err(302), Err(200), Ok(())]);
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_connection_that_the_server_announces_to_close_is_not_used_again() {
    let server = Server::constant(Answer::new(200, &["connection: close"], "{}").then_close());
    let (client, clock) = client(&server.origin());
    for connections in 1..=3 {
        get_organization(&client).unwrap();
        assert_eq!(server.connections(), connections);
    }
    assert_eq!(clock.waits(), [0_u128; 0]);
}

#[test]
fn an_http_1_0_server_is_asked_over_a_new_connection() {
    let answer = "HTTP/1.0 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Acme\"}";
    let server = Server::constant(Answer::raw(answer).then_close());
    let (client, _) = client(&server.origin());
    for connections in 1..=3 {
        assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
        assert_eq!(server.connections(), connections);
    }
}

#[test]
fn a_connection_that_the_server_closed_without_a_word_is_no_error() {
    let server = Server::constant(Answer::json(r#"{"name":"Acme"}"#).then_close());
    let (client, _) = client(&server.origin());
    for _ in 0..10 {
        assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    }
}

#[test]
fn the_ready_made_agent_keeps_a_connection_for_each_of_32_threads() {
    let server = Server::constant(Answer::json("{}"));
    let (client, _) = client(&server.origin());
    for _ in 0..3 {
        thread::scope(|scope| {
            for _ in 0..32 {
                scope.spawn(|| get_organization(&client).unwrap());
            }
        });
    }
    assert_eq!(server.received().len(), 96);
    assert!(server.connections() <= 32, "{}", server.connections());
}

#[test]
fn clones_share_the_connections_also_where_the_caller_s_agent_has_settings_of_its_own() {
    let server = Server::constant(Answer::json("{}"));
    let agent = ureq::Agent::config_builder()
        .user_agent("somebody/1")
        .accept_encoding("gzip")
        .https_only(true)
        .proxy(Some(ureq::Proxy::new("http://127.0.0.1:1").unwrap()))
        .build()
        .new_agent();
    let transport = UreqTransport::new(agent).with_user_agent("sync/1").unwrap();
    let client = Client::new(transport, &server.origin(), Credentials::token(TOKEN)).unwrap();
    for _ in 0..3 {
        client.clone().send(&GetOrganization::new("org_1")).unwrap();
    }
    assert_eq!(server.connections(), 1);
}
