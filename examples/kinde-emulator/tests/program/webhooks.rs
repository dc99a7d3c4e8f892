//! Webhooks: what is sent to a receiver on this machine, and what is told of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use serde_json::{Value, json};

use super::running::Running;

/// The head and body of the next request to a receiver, which is answered with 200.
fn receive(receiver: &TcpListener) -> (String, String) {
    let mut stream = BufReader::new(receiver.accept().unwrap().0);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        stream.read_line(&mut head).unwrap();
    }
    let head = head.to_ascii_lowercase();
    let length = head.split_once("content-length: ").unwrap().1.split("\r\n").next().unwrap().parse().unwrap();
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    stream.get_mut().write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
    (head, String::from_utf8(body).unwrap())
}

fn set_up(program: &Running, endpoint: &str) {
    let webhook = json!({"endpoint": endpoint, "event_types": ["user.created"], "name": "Receiver"});
    assert_eq!(program.api().call("POST", "webhooks", &webhook.to_string()).status, 200);
}

fn create_user(program: &Running) {
    let user = r#"{"identities": [{"type": "email", "details": {"email": "a@example.com"}}]}"#;
    assert_eq!(program.api().call("POST", "user", user).status, 200);
}

#[test]
fn are_delivered_signed() {
    let program = Running::start(&["--seed", "empty", "--deliver-webhooks"]);
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    set_up(&program, &format!("http://{}/kinde?a=b", receiver.local_addr().unwrap()));
    create_user(&program);
    let (head, token) = receive(&receiver);
    assert!(head.starts_with("post /kinde?a=b http/1.1\r\n"), "{head}");
    assert!(head.contains("content-type: application/jwt") && head.contains("webhook-id: event_"), "{head}");

    let (signed, signature) = token.rsplit_once('.').unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let jwk = &program.send("GET", "/.well-known/jwks", &[], "").json["keys"][0];
    let header: Value = serde_json::from_slice(&decode(header)).unwrap();
    assert_eq!((&header["alg"], &header["kid"]), (&json!("RS256"), &jwk["kid"]));
    let key = RsaPublicKeyComponents { n: decode(jwk["n"].as_str().unwrap()), e: decode(jwk["e"].as_str().unwrap()) };
    key.verify(&RSA_PKCS1_2048_8192_SHA256, signed.as_bytes(), &decode(signature)).unwrap();
    let claims: Value = serde_json::from_slice(&decode(claims)).unwrap();
    assert_eq!((&claims["type"], &claims["data"]["user"]["email"]), (&json!("user.created"), &json!("a@example.com")));
}

#[test]
fn are_told_where_they_are_not_delivered() {
    let program = Running::start(&["--seed", "empty"]);
    set_up(&program, "http://localhost:9/kinde");
    create_user(&program);
    let told = program.steer("GET", "webhooks", "").json["webhooks"].clone();
    assert_eq!(told.as_array().unwrap().len(), 1);
    assert_eq!(told[0]["endpoint"], "http://localhost:9/kinde");
    assert_eq!(told[0]["event"]["type"], "user.created");
    assert_eq!(told[0]["outcome"], json!({"not_sent": "--deliver-webhooks was not given"}));
    assert_eq!(program.steer("DELETE", "webhooks", "").status, 204);
    assert_eq!(program.steer("GET", "webhooks", "").json, json!({"webhooks": []}));
}

#[test]
fn are_never_sent_to_another_machine() {
    let program = Running::start(&["--seed", "empty", "--deliver-webhooks"]);
    set_up(&program, "https://example.com/kinde");
    create_user(&program);
    let told = program.steer("GET", "webhooks", "").json;
    assert_eq!(told["webhooks"][0]["outcome"], json!({"not_sent": "the endpoint is not one of plain HTTP"}));
}

#[test]
fn tell_of_sign_ins() {
    let program = Running::start(&["--deliver-webhooks"]);
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}/", receiver.local_addr().unwrap());
    let webhook = json!({"endpoint": endpoint, "event_types": ["user.authenticated"], "name": "Receiver"});
    program.api().call("POST", "webhooks", &webhook.to_string());
    program.steer("POST", "sign_in", r#"{"user": "member1@example.com"}"#);
    let (_, token) = receive(&receiver);
    let claims: Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap();
    assert_eq!((&claims["type"], &claims["data"]["user"]["id"]), (&json!("user.authenticated"), &json!("kp_member1")));
}
