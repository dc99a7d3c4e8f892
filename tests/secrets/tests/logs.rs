//! What `ureq` and all below it log while secrets go through them, down to the level `debug`.
//!
//! At `trace`, `ureq-proto` logs the bytes that go over the wire, with the token in them: nobody should turn that on.

use std::sync::Mutex;

use kinde_api::organizations::GetOrganization;
use kinde_api::ureq::UreqTransport;
use kinde_api::{Client, Credentials, Retry};
use log::{LevelFilter, Log, Metadata, Record};
use secrets::{CONTENT, EchoServer, SECRET, TOKEN, assert_text};

struct Kept(Mutex<String>);

static LOG: Kept = Kept(Mutex::new(String::new()));

impl Log for Kept {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = format!("{} {} {}\n", record.level(), record.target(), record.args());
        self.0.lock().unwrap().push_str(&line);
    }

    fn flush(&self) {}
}

#[test]
fn show_no_secret_of_a_request_or_of_an_answer() {
    log::set_logger(&LOG).unwrap();
    log::set_max_level(LevelFilter::Debug);
    let body = format!(r#"{{"access_token":"{TOKEN}","name":"{CONTENT}"}}"#);
    let length = body.len();
    for answer in [
        format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nset-cookie: {SECRET}\r\nx-echo: {TOKEN}\r\n\r\n{body}"),
        format!("HTTP/1.1 503 {TOKEN}\r\ncontent-length: 1000\r\nretry-after: {TOKEN}\r\n\r\n{body}"),
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{TOKEN}\r\n"),
    ] {
        let server = EchoServer::new(answer);
        for credentials in [Credentials::token(TOKEN), Credentials::client("an-id", SECRET)] {
            let client = Client::new(UreqTransport::default(), server.origin(), credentials).unwrap();
            // Whether it works is not what this is about.
            let _ = client.with_retry(Retry::none()).send(&GetOrganization::new("org_17"));
        }
    }
    let log = LOG.0.lock().unwrap();
    assert!(log.contains("POST http://127.0.0.1:"), "the requests were logged: {log}");
    assert_text(&log);
}
