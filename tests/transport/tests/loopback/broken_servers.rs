//! Servers that break off, dribble, or send no HTTP.

use std::io;
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use kinde_api::organizations::CreateOrganization;
use kinde_api::ureq::UreqTransport;
use kinde_api::{Credentials, Retry};
use transport::{Answer, Server, refusing_address};

use crate::{TOKEN, client, get_organization, outcome, over, printed};

fn failure(answer: Answer) -> (String, u32, bool) {
    let server = Server::constant(answer);
    let (client, _) = client(&server.origin());
    let failure = outcome(get_organization(&client)).unwrap_err();
    assert_eq!(server.received().len(), failure.1 as usize, "{failure:?}");
    failure
}

fn connection_failed(cause: &str) -> (String, u32, bool) {
    (
        format!(
            "getOrganization got no answer from 127.0.0.1:PORT after 5 attempts: the connection could not be made, \
             or it broke: {cause}"
        ),
        5,
        true,
    )
}

/// The system's own words.
fn refusal(address: SocketAddr) -> io::Error {
    TcpStream::connect(address).unwrap_err()
}

#[test]
fn a_refused_connection_is_tried_again() {
    let (address, _socket) = refusing_address();
    let (client, clock) = client(&format!("http://{address}"));
    let text =
        "getOrganization got no answer from 127.0.0.1:PORT after 5 attempts: the host accepts no connection: io:";
    assert_eq!(outcome(get_organization(&client)), Err((format!("{text} {}", refusal(address)), 5, true)));
    assert_eq!(clock.waits(), [500, 1000, 2000, 4000]);
}

#[test]
fn a_post_whose_connection_was_refused_is_tried_again_since_it_was_not_sent() {
    let (address, _socket) = refusing_address();
    let (client, clock) = client(&format!("http://{address}"));
    let error = client.send(&CreateOrganization::new("Acme")).unwrap_err();
    let text =
        "createOrganization got no answer from 127.0.0.1:PORT after 5 attempts: the host accepts no connection: io:";
    assert_eq!(printed(&error), format!("{text} {}", refusal(address)));
    assert_eq!((error.attempts(), error.is_retryable(), error.may_be_done()), (5, true, false));
    assert_eq!(clock.waits(), [500, 1000, 2000, 4000]);
}

#[test]
fn a_post_whose_connection_broke_is_not_tried_again() {
    let server = Server::constant(Answer::hang_up());
    let (client, clock) = client(&server.origin());
    let error = client.send(&CreateOrganization::new("Acme")).unwrap_err();
    assert_eq!((error.attempts(), error.is_retryable(), error.may_be_done()), (1, false, true));
    assert_eq!((server.received().len(), clock.waits()), (1, vec![]));
}

#[test]
fn closed_before_the_answer() {
    assert_eq!(failure(Answer::hang_up()), connection_failed("io: Peer disconnected"));
}

#[test]
fn closed_in_the_middle_of_the_head() {
    for head in ["H", "HTTP/1.1 200 OK\r\ncontent-le", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n"] {
        assert_eq!(failure(Answer::raw(head).then_close()), connection_failed("io: Peer disconnected"), "{head:?}");
    }
}

#[test]
fn closed_in_the_middle_of_the_body() {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{\"name\":\"Acme\"}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"nam",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n",
    ] {
        assert_eq!(failure(Answer::raw(answer).then_close()), connection_failed("io: Peer disconnected"), "{answer:?}");
    }
}

#[test]
fn a_body_that_ends_where_the_connection_does_may_be_cut_short_unseen() {
    let error = failure(Answer::raw("HTTP/1.1 200 OK\r\n\r\n{\"name\":\"Ac").then_close());
    assert_eq!(
        error,
        (
            "getOrganization did not succeed: 200 OK: the body is not what was expected: \
             an unexpected end of the JSON at line 1 column 11"
                .to_owned(),
            1,
            false
        )
    );
}

#[test]
fn a_good_answer_after_broken_ones() {
    let server = Server::sequence([
        Answer::hang_up(),
        Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{").then_close(),
        Answer::json(r#"{"name":"Acme"}"#),
    ]);
    let (client, clock) = client(&server.origin());
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    assert_eq!(clock.waits(), [500, 1000]);
}

#[test]
fn what_is_no_http_is_not_asked_for_again() {
    for (answer, cause) in [
        ("SSH-2.0-OpenSSH_9.2\r\n\r\n", "protocol: http parse fail: invalid HTTP version"),
        ("HTTP/1.1 20\r\n\r\n", "protocol: http parse fail: invalid response status"),
        ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "protocol: http parse fail: invalid header name"),
        ("HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}", "protocol: content-length header not a number"),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
            "protocol: chunk length cannot be read as a number",
        ),
    ] {
        assert_eq!(
            failure(Answer::raw(answer).then_close()),
            (
                format!(
                    "getOrganization got no answer from 127.0.0.1:PORT: the server and the client don't understand \
                     each other: {cause}"
                ),
                1,
                false
            ),
            "{answer:?}"
        );
    }
}

#[test]
fn bytes_after_the_announced_body_are_no_answer_to_the_next_request() {
    let too_much = "HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Acme\"}HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"name\":\"Forged\"}";
    let server = Server::constant(Answer::raw(too_much));
    let (client, _) = client(&server.origin());
    for connection in [1, 2] {
        assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
        assert_eq!(server.connections(), connection);
    }
}

#[test]
fn an_answer_before_the_answer_is_passed_over() {
    let answer = "HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Acme\"}";
    let server = Server::constant(Answer::raw(answer));
    let (client, _) = client(&server.origin());
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
}

#[test]
fn a_dribble_does_not_outlive_the_time_limit() {
    let in_the_head = Answer::json("{}").dribbled(Duration::from_millis(10));
    let in_the_body = Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n");
    let servers = [Server::constant(in_the_head), Server::constant(in_the_body)];
    thread::scope(|scope| {
        for server in &servers {
            scope.spawn(|| {
                let transport =
                    UreqTransport::default().with_timeouts(Duration::from_secs(1), Duration::from_millis(60));
                let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
                let start = Instant::now();
                assert_eq!(
                    outcome(get_organization(&client.with_retry(Retry::none()))),
                    Err((
                        "getOrganization got no answer from 127.0.0.1:PORT: the call took too long: timeout: global"
                            .to_owned(),
                        1,
                        true
                    ))
                );
                assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
            });
        }
    });
}

#[test]
fn an_agent_s_own_time_limit_is_kept() {
    let server = Server::constant(Answer::json("{}").dribbled(Duration::from_millis(10)));
    let agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_millis(40))).build().new_agent();
    let (client, clock) = over(UreqTransport::new(agent), &server.origin(), Credentials::token(TOKEN));
    let mut retry = Retry::default();
    retry.max_attempts = 2;
    assert_eq!(
        outcome(get_organization(&client.with_retry(retry))),
        Err((
            "getOrganization got no answer from 127.0.0.1:PORT after 2 attempts: the call took too long: timeout: \
             global"
                .to_owned(),
            2,
            true
        ))
    );
    assert_eq!(clock.waits(), [500]);
}

#[test]
fn a_time_limit_of_the_transport_comes_before_the_agent_s() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Acme\"}";
    let server = Server::constant(Answer::raw(answer).dribbled(Duration::from_millis(1)));
    let agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_millis(5))).build().new_agent();
    let transport = UreqTransport::new(agent).with_timeouts(Duration::from_secs(5), Duration::from_secs(5));
    let (client, _) = over(transport, &server.origin(), Credentials::token(TOKEN));
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
}
