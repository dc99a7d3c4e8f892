//! What goes through a proxy, and what doesn't.

#[cfg(feature = "socks-proxy")]
use std::net::TcpStream;
use std::process::Command;

use http::Request;
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Credentials, Transport};
use transport::{Answer, Server, page_of_members, without_ports};

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
        assert!(matches!(error, UreqError::NotConnected(_)), "{uri} {error:?}");
    }
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn https_goes_through_the_agent_s_proxy_which_does_not_see_the_token() {
    let proxy = Server::constant(Answer::new(502, &[], ""));
    let (client, clock) = over(through(&proxy), "https://acme.example.com", Credentials::token(TOKEN));
    let error = "getOrganization got no answer from acme.example.com after 5 attempts: the proxy 127.0.0.1:PORT has \
                 no connection to \
                 the host: CONNECT proxy failed: proxy server responded 502/502";
    assert_eq!(outcome(get_organization(&client)), Err((error.to_owned(), 5, true)));
    assert_eq!(clock.waits(), [500, 1000, 2000, 4000]);
    assert_eq!(proxy.targets(), ["CONNECT acme.example.com:443"; 5]);
    for request in proxy.received() {
        assert!(!format!("{request:?}").contains("s3cret"), "{request:?}");
    }
}

#[test]
fn a_proxy_that_refuses_the_client_is_not_asked_again() {
    let proxy = Server::constant(Answer::new(407, &[], ""));
    let (client, clock) = over(through(&proxy), "https://acme.example.com", Credentials::token(TOKEN));
    let error = "getOrganization got no answer from acme.example.com: the proxy 127.0.0.1:PORT refuses to connect \
                 to the host: \
                 CONNECT proxy failed: proxy server responded 407/407";
    assert_eq!(outcome(get_organization(&client)), Err((error.to_owned(), 1, false)));
    assert_eq!((proxy.received().len(), clock.waits()), (1, vec![]));
}

/// Lists the members of an organization in a process of its own, since the environment belongs to all tests of this one.
fn list_with(variables: &[(&str, &str)], domain: &str) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_count_members"))
        .arg("org_1")
        .env_clear()
        .env("KINDE_DOMAIN", domain)
        .env("KINDE_TOKEN", TOKEN)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    (String::from_utf8(output.stdout).unwrap(), without_ports(&String::from_utf8(output.stderr).unwrap()))
}

const VARIABLES: [&str; 6] = ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

#[test]
fn a_proxy_of_the_environment_is_not_for_loopback_either() {
    let proxy = Server::constant(Answer::json("{}"));
    let server = Server::constant(Answer::json(page_of_members(1, 3, None)));
    let variables = VARIABLES.map(|name| (name, proxy.origin()));
    let variables = variables.each_ref().map(|(name, origin)| (*name, origin.as_str()));
    assert_eq!(list_with(&variables, &server.origin()), ("3\n".to_owned(), String::new()));
    assert_eq!((server.connections(), proxy.connections()), (1, 0));
}

#[test]
fn a_proxy_of_the_environment_is_used_for_https() {
    for variable in VARIABLES {
        let proxy = Server::constant(Answer::new(407, &[], ""));
        let (output, error) = list_with(&[(variable, &proxy.origin())], "acme.example.com");
        assert_eq!(output, "");
        assert_eq!(
            error,
            "GetOrganizationUsers got no answer from acme.example.com: the proxy 127.0.0.1:PORT refuses to connect \
             to the host: \
             CONNECT proxy failed: proxy server responded 407/407\n"
        );
        assert_eq!(proxy.targets(), ["CONNECT acme.example.com:443"]);
    }
}

#[test]
fn an_empty_variable_is_as_if_it_were_not_set() {
    let server = Server::constant(Answer::json(page_of_members(1, 3, None)));
    let variables = VARIABLES.map(|name| (name, ""));
    assert_eq!(list_with(&variables, &server.origin()), ("3\n".to_owned(), String::new()));
}

#[test]
fn a_variable_that_can_t_be_used_is_an_error_before_anything_is_sent() {
    let server = Server::constant(Answer::json(page_of_members(1, 3, None)));
    let usable = Server::constant(Answer::json("{}"));
    for name in ["ALL_PROXY", "https_proxy"] {
        for (value, what) in [
            ("http://10.0.0.1:port", "is not the URL of a proxy, such as http://host:3128"),
            ("ftp://10.0.0.1", "is not the URL of a proxy, such as http://host:3128"),
            #[cfg(not(feature = "socks-proxy"))]
            (
                "socks5://somebody:s3cret@127.0.0.1:1080",
                "names a SOCKS proxy, which needs the feature `ureq-socks-proxy` of kinde-api",
            ),
        ] {
            let expected = (String::new(), format!("the environment variable {name} {what}\n"));
            // Neither past it nor by another one.
            let variables = [(name, value), ("HTTP_PROXY", &*usable.origin())];
            assert_eq!(list_with(&variables, &server.origin()), expected);
            assert_eq!(list_with(&variables, "acme.example.com"), expected);
        }
    }
    assert_eq!((server.connections(), usable.connections()), (0, 0));
}

#[test]
fn a_default_transport_says_so_when_it_should_send() {
    let server = Server::constant(Answer::json(page_of_members(1, 3, None)));
    let variables = [("HTTPS_PROXY", "ftp://10.0.0.1"), ("OVER_DEFAULT_TRANSPORT", "yes")];
    for (domain, host) in [(&*server.origin(), "127.0.0.1:PORT"), ("https://acme.example.com", "acme.example.com")] {
        let error = format!(
            "GetOrganizationUsers got no answer from {host}: the environment variable HTTPS_PROXY is not the URL of a \
             proxy, such as http://host:3128\n"
        );
        assert_eq!(list_with(&variables, domain), (String::new(), error));
    }
    assert_eq!(server.connections(), 0);
}

#[cfg(not(feature = "socks-proxy"))]
#[test]
fn a_caller_s_agent_does_not_go_past_a_socks_proxy_either() {
    let server = Server::constant(Answer::json("{}"));
    let proxy = ureq::Proxy::new("socks5://somebody:s3cret@127.0.0.1:1080").unwrap();
    let sender = UreqTransport::new(ureq::Agent::config_builder().proxy(Some(proxy)).build().new_agent());
    for uri in ["https://acme.example.com/", &*server.origin()] {
        let error = sender.send(Request::get(uri).body(Vec::new()).unwrap()).unwrap_err();
        assert!(matches!(error, UreqError::Proxy { variable: None, .. }), "{error:?}");
        assert_eq!(
            transport::chain(&error),
            "the agent names a SOCKS proxy, which needs the feature `ureq-socks-proxy` of kinde-api"
        );
        assert!(!sender.is_retryable(&error));
    }
    assert_eq!(server.connections(), 0);
}

#[cfg(feature = "socks-proxy")]
#[test]
fn a_socks_proxy_is_used_with_the_feature() {
    // It hangs up, but it was asked.
    let proxy = Server::over(|_| None::<TcpStream>, |_| Answer::hang_up());
    let origin = proxy.origin().replace("http:", "socks5h:");
    let (output, error) = list_with(&[("ALL_PROXY", &origin)], "acme.example.com");
    assert_eq!((output.as_str(), proxy.connections()), ("", 1), "{error}");
    assert!(error.starts_with("GetOrganizationUsers got no answer from acme.example.com: "), "{error}");
}
