//! What goes through a proxy, and what doesn't.

use std::process::Command;

use http::Request;
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Credentials, Transport};
use transport::{Answer, Server, page_of_members};

use crate::{TOKEN, get_organization, outcome, over};

fn through(proxy: &Server) -> UreqTransport {
    let proxy = ureq::Proxy::new(&proxy.origin()).unwrap();
    UreqTransport::new(ureq::Agent::config_builder().proxy(Some(proxy)).build().new_agent())
}

#[test]
fn loopback_is_never_reached_by_a_proxy() {
    let proxy = Server::constant(Answer::json(r#"{"name":"Forged"}"#));
    let server = Server::constant(Answer::json(r#"{"name":"Acme"}"#));
    let port = server.address().port();
    for origin in [server.origin(), format!("http://localhost:{port}"), format!("http://LOCALHOST:{port}")] {
        let (client, _) = over(through(&proxy), &origin, Credentials::token(TOKEN));
        assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())), "{origin}");
    }
    assert_eq!((server.connections(), proxy.connections()), (3, 0));
}

#[test]
fn the_other_loopback_addresses_are_not_reached_by_a_proxy_either() {
    let proxy = Server::constant(Answer::json("{}"));
    let transport = through(&proxy);
    // Nobody is there, which is all that matters: it was tried without the proxy.
    for uri in ["http://[::1]:1/", "https://[::1]:1/", "https://127.0.0.1:1/", "http://127.255.255.254:1/"] {
        let error = transport.send(Request::get(uri).body(Vec::new()).unwrap()).unwrap_err();
        assert!(matches!(error, UreqError::Connection(_)), "{uri} {error:?}");
    }
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn https_goes_through_the_agent_s_proxy_which_does_not_see_the_token() {
    let proxy = Server::constant(Answer::new(502, &[], ""));
    let (client, clock) = over(through(&proxy), "https://acme.example.com", Credentials::token(TOKEN));
    let error = "getOrganization got no answer after 5 attempts: the connection was not made, or broke: \
                 CONNECT proxy failed: proxy server responded 502/502";
    assert_eq!(outcome(get_organization(&client)), Err((error.to_owned(), 5, true)));
    assert_eq!(clock.waits(), [500, 1000, 2000, 4000]);
    assert_eq!(proxy.targets(), ["CONNECT acme.example.com:443"; 5]);
    for request in proxy.received() {
        assert!(!format!("{request:?}").contains("s3cret"), "{request:?}");
    }
}

/// In a process of its own, since the environment belongs to all tests of this one.
#[test]
fn a_proxy_of_the_environment_is_not_for_loopback_either() {
    let proxy = Server::constant(Answer::json("{}"));
    let server = Server::constant(Answer::json(page_of_members(1, 3, None)));
    let output = Command::new(env!("CARGO_BIN_EXE_count_members"))
        .arg("org_1")
        .env_clear()
        .envs(
            ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
                .map(|name| (name, proxy.origin())),
        )
        .env("KINDE_DOMAIN", server.origin())
        .env("KINDE_TOKEN", TOKEN)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "3\n");
    assert_eq!((server.connections(), proxy.connections()), (1, 0));
}

#[test]
fn a_proxy_of_the_environment_is_used_for_https() {
    let proxy = Server::constant(Answer::new(407, &[], ""));
    let output = Command::new(env!("CARGO_BIN_EXE_count_members"))
        .arg("org_1")
        .env_clear()
        .env("HTTPS_PROXY", proxy.origin())
        .env("KINDE_DOMAIN", "acme.example.com")
        .env("KINDE_TOKEN", TOKEN)
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "GetOrganizationUsers got no answer: the connection was not made, or broke: \
         CONNECT proxy failed: proxy server responded 407/407\n"
    );
    assert_eq!(proxy.targets(), ["CONNECT acme.example.com:443"]);
}
