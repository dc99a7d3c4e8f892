//! TLS: whom the transport trusts.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Credentials, Error, Retry};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{HandshakeKind, ServerConfig, ServerConnection, StreamOwned};
use tempfile::NamedTempFile;
use transport::{Answer, Received, Server, page_of_members};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::{TOKEN, get_organization, outcome, over, printed};

/// An authority that the test makes up.
fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new([]).unwrap();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A server for `name` with a certificate of the authority's, or with one that it signed itself.
fn server(name: &str, authority: Option<&CertifiedIssuer<'static, KeyPair>>) -> Server {
    with_certificate(&CertificateParams::new([name.to_owned()]).unwrap(), authority)
}

fn with_certificate(params: &CertificateParams, authority: Option<&CertifiedIssuer<'static, KeyPair>>) -> Server {
    let key = KeyPair::generate().unwrap();
    let certificate = match authority {
        Some(authority) => params.signed_by(&key, authority).unwrap(),
        None => params.self_signed(&key).unwrap(),
    };
    let config = config(certificate.der().clone(), key.into());
    let wrap = move |stream| {
        let connection = ServerConnection::new(config.clone()).ok()?;
        Some(StreamOwned::new(connection, stream))
    };
    Server::over(wrap, |_| Answer::json(r#"{"name":"Acme"}"#))
}

/// A server for `localhost` that keeps how each of its connections began.
fn counting(
    authority: &CertifiedIssuer<'static, KeyPair>,
    answer: impl Fn(&Received) -> Answer + Send + Sync + 'static,
) -> (Server, Arc<Mutex<Vec<HandshakeKind>>>) {
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, authority).unwrap();
    let config = config(certificate.der().clone(), key.into());
    let handshakes = Arc::new(Mutex::new(Vec::new()));
    let kept = handshakes.clone();
    let wrap = move |mut stream| {
        let mut connection = ServerConnection::new(config.clone()).ok()?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream).ok()?;
        }
        kept.lock().unwrap().push(connection.handshake_kind()?);
        Some(StreamOwned::new(connection, stream))
    };
    (Server::over(wrap, answer), handshakes)
}

/// A full handshake, and then resumed ones.
fn one_full_handshake_of(count: usize) -> Vec<HandshakeKind> {
    let mut handshakes = vec![HandshakeKind::Resumed; count];
    handshakes[0] = HandshakeKind::Full;
    handshakes
}

fn config(certificate: CertificateDer<'static>, key: PrivateKeyDer<'static>) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap())
}

fn trusting(authority: &CertifiedIssuer<'static, KeyPair>) -> UreqTransport {
    let config = UreqTransport::config_builder().unwrap().tls_config(tls_trusting(authority));
    UreqTransport::new(config.build().new_agent())
}

fn tls_trusting(authority: &CertifiedIssuer<'static, KeyPair>) -> TlsConfig {
    let certificate = Certificate::from_der(authority.der()).to_owned();
    TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[certificate])).build()
}

fn origin(server: &Server) -> String {
    format!("https://localhost:{}", server.address().port())
}

fn refused(transport: UreqTransport, server: &Server) -> String {
    let (client, clock) = over(transport, &origin(server), Credentials::token(TOKEN));
    let error = get_organization(&client).unwrap_err();
    assert!(matches!(error, Error::Transport { source: UreqError::Tls(_), .. }), "{error:?}");
    assert_eq!((error.attempts(), error.is_retryable(), clock.waits()), (1, false, vec![]));
    assert_eq!((server.received(), server.connections()), (vec![], 1));
    printed(&error)
}

fn unknown_authority() -> String {
    let advice = if cfg!(feature = "platform-verifier") {
        "add it to those that the system trusts"
    } else {
        "switch on the feature `ureq-platform-verifier`, which trusts what the system trusts"
    };
    format!(
        "getOrganization got no answer from localhost:PORT: the certificate comes from an authority that is not \
         trusted: \
         where it is your company's, {advice}: io: invalid peer certificate: UnknownIssuer"
    )
}

#[test]
fn an_authority_that_the_caller_trusts_is_trusted() {
    let authority = authority("Ours");
    let server = server("localhost", Some(&authority));
    let (client, _) = over(trusting(&authority), &origin(&server), Credentials::token(TOKEN));
    for _ in 0..2 {
        assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    }
    assert_eq!((server.received().len(), server.connections()), (2, 1));
    assert_eq!(server.received()[0].header("authorization"), Some("Bearer s3cret-token"));
}

#[test]
fn a_certificate_that_nobody_signed_is_refused() {
    let server = server("localhost", None);
    assert_eq!(refused(UreqTransport::default(), &server), unknown_authority());
}

#[test]
fn a_certificate_of_an_authority_that_nobody_knows_is_refused() {
    let server = server("localhost", Some(&authority("Theirs")));
    assert_eq!(refused(trusting(&authority("Ours")), &server), unknown_authority());
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let authority = authority("Ours");
    let server = server("example.com", Some(&authority));
    assert_eq!(
        refused(trusting(&authority), &server),
        "getOrganization got no answer from localhost:PORT: the certificate is for another name (is the domain \
         right?): \
         io: invalid peer certificate: certificate not valid for name \"localhost\"; certificate is only valid for DnsName(\"example.com\")"
    );
}

#[test]
fn a_certificate_that_has_expired_is_refused() {
    let authority = authority("Ours");
    let mut params = CertificateParams::new(["localhost".to_owned()]).unwrap();
    params.not_after = date_time_ymd(2020, 1, 1);
    let text = refused(trusting(&authority), &with_certificate(&params, Some(&authority)));
    let expected = "getOrganization got no answer from localhost:PORT: the certificate is not valid at this time \
                    (is the clock right?): io: invalid peer certificate: certificate expired: verification time ";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn of_fifty_connections_one_begins_with_a_full_handshake() {
    let authority = authority("Ours");
    let closing = Answer::new(200, &["connection: close"], "{}").then_close();
    let (server, handshakes) = counting(&authority, move |_| closing.clone());
    let (client, _) = over(trusting(&authority), &origin(&server), Credentials::token(TOKEN));
    for _ in 0..50 {
        get_organization(&client).unwrap();
    }
    assert_eq!(*handshakes.lock().unwrap(), one_full_handshake_of(50));
}

#[test]
fn an_agent_with_all_settings_but_one_works_as_well_with_full_handshakes() {
    let authority = authority("Ours");
    let closing = Answer::new(200, &["connection: close"], "{}").then_close();
    let (server, handshakes) = counting(&authority, move |_| closing.clone());
    let config = UreqTransport::config_builder().unwrap().tls_config(tls_trusting(&authority)).max_redirects(1);
    let transport = UreqTransport::new(config.build().new_agent());
    let (client, _) = over(transport, &origin(&server), Credentials::token(TOKEN));
    for _ in 0..3 {
        get_organization(&client).unwrap();
    }
    assert_eq!(*handshakes.lock().unwrap(), [HandshakeKind::Full; 3]);
}

/// Lists members in a process of its own, where the system trusts the authorities of one file.
fn list_where_the_system_trusts(authorities: &Path, server: &Server) -> Output {
    Command::new(env!("CARGO_BIN_EXE_count_members"))
        .arg("org_1")
        .env_clear()
        .env("SSL_CERT_FILE", authorities)
        .env("KINDE_DOMAIN", origin(server))
        .env("KINDE_TOKEN", TOKEN)
        .output()
        .unwrap()
}

fn authority_file(authority: &CertifiedIssuer<'static, KeyPair>) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    let certificate = BASE64_STANDARD.encode(authority.der());
    fs::write(&file, format!("-----BEGIN CERTIFICATE-----\n{certificate}\n-----END CERTIFICATE-----\n")).unwrap();
    file
}

#[cfg(feature = "platform-verifier")]
#[test]
fn what_the_system_trusts_is_trusted_and_read_once() {
    const PAGES: usize = 50;

    let authority = authority("The company's");
    let file = authority_file(&authority);
    let path = file.path().to_owned();
    let (server, handshakes) = counting(&authority, move |request| {
        // Whoever looks again finds nothing that can be trusted.
        let _ = fs::remove_file(&path);
        let next = (request.number < PAGES).then(|| request.number.to_string());
        let page = page_of_members(request.number, request.number, next.as_deref());
        Answer::new(200, &["connection: close"], page).then_close()
    });
    let output = list_where_the_system_trusts(file.path(), &server);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "50\n");
    assert_eq!(*handshakes.lock().unwrap(), one_full_handshake_of(PAGES));
}

#[cfg(not(feature = "platform-verifier"))]
#[test]
fn what_the_system_alone_trusts_is_refused_with_the_way_out() {
    let authority = authority("The company's");
    let (server, _) = counting(&authority, |_| Answer::json(page_of_members(1, 3, None)));
    let output = list_where_the_system_trusts(authority_file(&authority).path(), &server);
    assert_eq!(
        transport::without_ports(&String::from_utf8_lossy(&output.stderr)),
        "GetOrganizationUsers got no answer from localhost:PORT: the certificate comes from an authority that is not \
         trusted: where it is your company's, switch on the feature `ureq-platform-verifier`, which trusts what the \
         system trusts: io: invalid peer certificate: UnknownIssuer\n"
    );
    assert_eq!(server.received(), []);
}

#[test]
fn a_server_that_speaks_no_tls_is_refused() {
    let server = Server::over(
        |mut stream| {
            std::io::Write::write_all(&mut stream, b"220 smtp.example.com ESMTP\r\n").ok()?;
            Some(stream)
        },
        |_| Answer::hang_up(),
    );
    assert_eq!(
        refused(UreqTransport::default(), &server),
        "getOrganization got no answer from localhost:PORT: no secure connection could be made: io: received corrupt \
         message of type InvalidContentType"
    );
}

#[test]
fn a_server_that_says_nothing_is_given_up_in_time() {
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let origin = format!("https://{}", silent.local_addr().unwrap());
    let transport = UreqTransport::default().with_timeouts(Duration::from_millis(50), Duration::from_secs(5));
    let (client, _) = over(transport, &origin, Credentials::token(TOKEN));
    let start = Instant::now();
    assert_eq!(
        outcome(get_organization(&client.with_retry(Retry::none()))),
        Err((
            "getOrganization got no answer from 127.0.0.1:PORT: the call took too long: timeout: connect".to_owned(),
            1,
            true
        ))
    );
    assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
}
