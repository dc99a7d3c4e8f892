//! Agents of the caller's own, set to do what the transport promises not to.

use std::sync::mpsc;
use std::time::Duration;

use http::{Request, Uri};
use kinde_api::organizations::GetOrganization;
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Client, Credentials, Error, Transport};
use transport::{Answer, Server, chain};
use ureq::config::{Config, RedirectAuthHeaders};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

use crate::{TOKEN, client, get_organization, outcome, over, printed};

/// Follows redirects with the token, makes an error of a status, and sends nothing but https.
fn contrary_agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(true)
        .max_redirects(10)
        .max_redirects_will_error(true)
        .redirect_auth_headers(RedirectAuthHeaders::SameHost)
        .https_only(true)
        .timeout_global(Some(Duration::from_secs(5)))
        .build()
        .new_agent()
}

fn contrary_client(server: &Server) -> Client<UreqTransport> {
    over(UreqTransport::new(contrary_agent()), &server.origin(), Credentials::token(TOKEN)).0
}

#[test]
fn a_redirect_is_an_answer_and_the_other_host_sees_nothing() {
    let other = Server::constant(Answer::json(r#"{"name":"Forged"}"#));
    for status in [301, 302, 303, 307, 308] {
        let location = format!("Location: {}/api/v1/organization", other.origin());
        let server = Server::constant(Answer::new(status, &[&location], ""));
        for client in [client(&server.origin()).0, contrary_client(&server)] {
            let error = get_organization(&client).unwrap_err();
            let answer = error.response().unwrap();
            assert_eq!(answer.status().as_u16(), status);
            assert_eq!(answer.headers()["location"], format!("{}/api/v1/organization", other.origin()));
            assert_eq!((error.attempts(), error.is_retryable()), (1, false));
        }
        assert_eq!(server.received().len(), 2);
    }
    assert_eq!(other.connections(), 0);
}

#[test]
fn a_redirect_to_the_same_host_is_not_followed_either() {
    let server = Server::constant(Answer::new(302, &["Location: /login"], ""));
    let text = "getOrganization did not succeed: 302 Found";
    for client in [client(&server.origin()).0, contrary_client(&server)] {
        assert_eq!(outcome(get_organization(&client)), Err((text.to_owned(), 1, false)));
    }
    assert_eq!(server.targets(), ["GET /api/v1/organization?code=org_1"; 2]);
}

#[test]
fn a_status_is_an_answer() {
    let body = r#"{"errors":[{"code":"ORGANIZATION_INVALID","message":"No such organization"}]}"#;
    let server = Server::constant(Answer::new(400, &[], body));
    let error = get_organization(&contrary_client(&server)).unwrap_err();
    assert_eq!(
        printed(&error),
        "getOrganization did not succeed: 400 Bad Request: ORGANIZATION_INVALID: No such organization"
    );
    assert_eq!(error.response().unwrap().body(), body.as_bytes());
}

#[test]
fn plain_http_reaches_loopback_over_an_agent_for_https_only() {
    let server = Server::constant(Answer::json(r#"{"name":"Acme"}"#));
    assert_eq!(outcome(get_organization(&contrary_client(&server))), Ok(Some("Acme".to_owned())));
    let by_name = format!("http://localhost:{}", server.address().port());
    let (client, _) = over(UreqTransport::new(contrary_agent()), &by_name, Credentials::token(TOKEN));
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
}

#[test]
fn plain_http_to_any_other_host_is_refused_before_anything_is_sent() {
    let proxy = Server::constant(Answer::json("{}"));
    let agent =
        ureq::Agent::config_builder().proxy(Some(ureq::Proxy::new(&proxy.origin()).unwrap())).build().new_agent();
    for transport in [UreqTransport::default(), UreqTransport::new(contrary_agent()), UreqTransport::new(agent)] {
        for uri in [
            "http://example.com/",
            "http://0.0.0.0/",
            "http://127.0.0.1.example.com/",
            "http://localhost.example.com/",
            "http://127.0.0.1@example.com/",
            "http://127.0.0.1:80@example.com/",
            "http://[::2]/",
            "ftp://127.0.0.1/",
            "/api/v1/organization",
            "127.0.0.1:80",
        ] {
            let request = Request::get(uri).header("authorization", TOKEN).body(Vec::new()).unwrap();
            let error = transport.send(request).unwrap_err();
            assert!(matches!(error, UreqError::Scheme), "{uri} {error:?}");
            assert!(!transport.is_retryable(&error));
            assert_eq!(chain(&error), "requests go over https only, or over plain http to loopback hosts");
        }
    }
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn a_request_that_was_changed_to_another_host_does_not_leave_in_the_clear() {
    let server = Server::constant(Answer::json("{}"));
    let (client, _) = client(&server.origin());
    let endpoint = GetOrganization::new("org_1");
    let mut request = client.request(&endpoint).unwrap();
    *request.uri_mut() = "http://example.com/api/v1/organization".parse().unwrap();
    let error = client.send_request(&endpoint, request).unwrap_err();
    assert!(matches!(error, Error::Transport { source: UreqError::Scheme, .. }), "{error:?}");
    assert_eq!(
        printed(&error),
        "getOrganization got no answer from 127.0.0.1:PORT: requests go over https only, or over plain http to loopback hosts"
    );
}

/// Tells by which time limits a host is looked up, the first thing that is done for a call.
#[derive(Debug)]
struct Watching(mpsc::Sender<[Option<Duration>; 3]>);

impl Resolver for Watching {
    fn resolve(&self, uri: &Uri, config: &Config, left: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let timeouts = config.timeouts();
        self.0.send([timeouts.resolve, timeouts.connect, timeouts.global]).unwrap();
        DefaultResolver::default().resolve(uri, config, left)
    }
}

#[test]
fn ten_seconds_to_connect_and_sixty_for_the_call_unless_the_agent_or_the_transport_says_otherwise() {
    fn seconds(limits: [u64; 3]) -> [Option<Duration>; 3] {
        limits.map(|limit| Some(Duration::from_secs(limit)))
    }

    let server = Server::constant(Answer::json("{}"));
    let plain = ureq::Agent::config_builder().build();
    let [resolve, connect, global] = seconds([5, 1, 2]);
    let limited =
        ureq::Agent::config_builder().timeout_resolve(resolve).timeout_connect(connect).timeout_global(global).build();
    let ready_made = UreqTransport::config_builder().unwrap().build();
    let set = |transport: UreqTransport| transport.with_timeouts(Duration::from_secs(3), Duration::from_secs(4));
    let as_it_is = |transport| transport;
    let cases: [(_, &dyn Fn(_) -> _, _); 6] = [
        (&plain, &as_it_is, seconds([10, 10, 60])),
        (&ready_made, &as_it_is, seconds([10, 10, 60])),
        (&limited, &as_it_is, seconds([1, 1, 2])),
        (&plain, &set, seconds([3, 3, 4])),
        (&ready_made, &set, seconds([3, 3, 4])),
        (&limited, &set, seconds([3, 3, 4])),
    ];
    for (config, finish, expected) in cases {
        let (sender, seen) = mpsc::channel();
        let agent = ureq::Agent::with_parts(config.clone(), DefaultConnector::default(), Watching(sender));
        let transport = finish(UreqTransport::new(agent));
        transport.send(Request::get("http://example.com/").body(Vec::new()).unwrap()).unwrap_err();
        assert!(seen.try_recv().is_err(), "a host that is refused is not looked up");
        transport.send(Request::get(server.origin()).body(Vec::new()).unwrap()).unwrap();
        assert_eq!(seen.try_recv(), Ok(expected));
    }
}

/// A resolver that never answers in time.
#[derive(Debug)]
struct Silent;

impl Resolver for Silent {
    fn resolve(&self, _: &Uri, _: &Config, left: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        Err(ureq::Error::Timeout(left.reason))
    }
}

#[test]
fn a_name_is_looked_up_no_longer_than_connecting_may_take() {
    let config = UreqTransport::config_builder().unwrap().build();
    let agent = ureq::Agent::with_parts(config, DefaultConnector::default(), Silent);
    let transport = UreqTransport::new(agent);
    let error = transport.send(Request::get("http://localhost:1/").body(Vec::new()).unwrap()).unwrap_err();
    assert_eq!(chain(&error), "the call took too long: timeout: resolve");
    assert!(transport.is_retryable(&error) && transport.was_not_sent(&error));
}
