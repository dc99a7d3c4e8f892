//! The emulator behind a socket, as the examples serve it, spoken to byte by byte.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use http::StatusCode;
use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
use serde_json::{Value, json};

#[path = "../../examples/loopback/mod.rs"]
mod serving;

#[path = "../../examples/loopback/seed.rs"]
mod seed;

fn served() -> (Emulator, SocketAddr) {
    let emulator = Emulator::new();
    emulator.declare_token("a-token", ["read:organizations", "create:organizations"]);
    let address = serving::serve(emulator.clone(), 0).unwrap();
    (emulator, address)
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
}

fn get(last: bool) -> String {
    let close = if last { "Connection: close\r\n" } else { "" };
    format!("GET /api/v1/organizations HTTP/1.1\r\nHost: localhost\r\nAuthorization: bearer a-token\r\n{close}\r\n")
}

/// All that comes until the connection is closed, even where it breaks.
fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    while let Ok(length @ 1..) = stream.read(&mut chunk) {
        bytes.extend_from_slice(&chunk[..length]);
    }
    String::from_utf8(bytes).unwrap()
}

fn exchange(address: SocketAddr, request: &str) -> String {
    let mut stream = connect(address);
    stream.write_all(request.as_bytes()).unwrap();
    rest(&mut stream)
}

/// Status line, content length if there is one, and body.
fn parts(response: &str) -> (&str, Option<usize>, &str) {
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    (head.lines().next().unwrap(), length.map(|length| length.parse().unwrap()), body)
}

#[test]
fn answers_and_keeps_the_connection() {
    let (emulator, address) = served();
    let mut stream = connect(address);
    stream.write_all(get(false).as_bytes()).unwrap();
    let mut first = [0; 15];
    stream.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200 OK");
    stream.write_all(get(true).as_bytes()).unwrap();
    let rest = rest(&mut stream);
    assert_eq!(rest.matches("HTTP/1.1 200 OK").count(), 1, "{rest}");
    let requests = emulator.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests.iter().all(|request| format!("{request:?}").contains(r#""authorization": Sensitive"#)));
}

#[test]
fn serves_many_connections_at_once() {
    let (emulator, address) = served();
    let mut streams: Vec<TcpStream> = (0..64).map(|_| connect(address)).collect();
    for stream in &mut streams {
        stream.write_all(get(true).as_bytes()).unwrap();
    }
    for stream in streams.iter_mut().rev() {
        let response = rest(stream);
        assert_eq!(parts(&response).0, "HTTP/1.1 200 OK");
    }
    assert_eq!(emulator.requests().len(), 64);
}

#[test]
fn answers_whoever_waits_for_100_continue() {
    let (_, address) = served();
    let mut stream = connect(address);
    let head = "POST /api/v1/organization HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer a-token\r\n\
        Content-Type: application/json\r\nContent-Length: 15\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut interim = [0; 25];
    stream.read_exact(&mut interim).unwrap();
    assert_eq!(&interim, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(br#"{"name":"Acme"}"#).unwrap();
    let response = rest(&mut stream);
    let (status, length, body) = parts(&response);
    assert_eq!((status, length), ("HTTP/1.1 200 OK", Some(body.len())));
}

#[test]
fn does_not_keep_what_no_operation_takes() {
    let (emulator, address) = served();
    let mut stream = connect(address);
    let length = 16 * 1024 * 1024 + 1;
    write!(stream, "POST /api/v1/organization HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n")
        .unwrap();
    // The connection may break before all of it is written.
    let _ = stream.write_all(&vec![b' '; length]);
    assert_eq!(rest(&mut stream), "");
    assert!(emulator.requests().is_empty());
}

#[test]
fn closes_without_an_answer() {
    let (emulator, address) = served();
    emulator.misbehave(Misbehaviour::new(Fault::Closed).times(1));
    assert_eq!(exchange(address, &get(false)), "");
    assert_eq!(parts(&exchange(address, &get(true))).0, "HTTP/1.1 200 OK");
}

#[test]
fn announces_more_than_it_sends_of_a_truncated_body() {
    let (emulator, address) = served();
    let whole = exchange(address, &get(true));
    let (_, length, body) = parts(&whole);
    emulator.misbehave(Misbehaviour::new(Fault::TruncatedBody));
    let cut = exchange(address, &get(false));
    assert_eq!(parts(&cut), ("HTTP/1.1 200 OK", length, &body[..body.len() / 2]));
}

#[test]
fn sends_empty_bodies_and_html() {
    let (emulator, address) = served();
    emulator.misbehave(Misbehaviour::new(Fault::EmptyBody).times(1));
    assert_eq!(parts(&exchange(address, &get(true))), ("HTTP/1.1 200 OK", Some(0), ""));
    emulator.misbehave(Misbehaviour::new(Fault::ServerError(StatusCode::BAD_GATEWAY)).times(1));
    let html = exchange(address, &get(true));
    assert_eq!(parts(&html).0, "HTTP/1.1 502 Bad Gateway");
    assert!(html.contains("content-type: text/html\r\n"));
}

#[test]
fn takes_its_time() {
    let (emulator, address) = served();
    let time = Duration::from_millis(30);
    emulator.misbehave(Misbehaviour::new(Fault::Slow(time)).times(1));
    let start = Instant::now();
    assert_eq!(parts(&exchange(address, &get(true))).0, "HTTP/1.1 200 OK");
    assert!(start.elapsed() >= time);
}

#[test]
fn is_seeded_with_something_for_every_operation() {
    let emulator = Emulator::new();
    let seed = seed::fill(&emulator).unwrap();
    let count = |name: &str| seed[name].as_array().unwrap().len();
    assert_eq!(seed["default_organization"], emulator.default_organization().as_str());
    assert_eq!((count("users"), count("roles"), count("permissions"), count("properties")), (600, 2, 2, 2));
    assert_eq!((count("apis"), count("connections"), count("mfa_factors")), (1, 2, 2));
    let types: Vec<&Value> = seed["feature_flags"].as_array().unwrap().iter().map(|flag| &flag["type"]).collect();
    assert_eq!(types, ["str", "int", "bool"]);
    assert_eq!(seed["users"][599]["email"], "member600@example.com");
    assert_eq!(seed["apis"][0]["scopes"].as_array().unwrap().len(), 2);
    for factor in seed["mfa_factors"].as_array().unwrap() {
        assert_eq!(factor["user_id"], seed["users"][0]["id"]);
    }
    assert_eq!((count("applications"), count("property_categories"), count("subscribers")), (3, 3, 3));
    assert_eq!(seed["applications"][2]["id"], emulator.client_id());
    assert_eq!((count("system_permissions"), count("identities"), count("sessions")), (8, 6, 2));
    let types: Vec<&Value> = seed["identities"].as_array().unwrap().iter().map(|one| &one["type"]).collect();
    assert_eq!(types, ["email", "phone", "username", "email", "phone", "username"]);
    assert_eq!((count("events"), count("connected_apps"), count("billing")), (1, 1, 1));
    assert_eq!((&seed["billing"][0]["plan_code"], &seed["environment"]["code"]), (&json!("pro"), &json!("production")));
    assert!(seed["business"]["code"].as_str().unwrap().starts_with("bus_"));
}
