//! TLS: whom the transport trusts.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Credentials, Error, Retry};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use transport::{Answer, Server};
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
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new([name.to_owned()]).unwrap();
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

fn config(certificate: CertificateDer<'static>, key: PrivateKeyDer<'static>) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap())
}

fn trusting(authority: &CertifiedIssuer<'static, KeyPair>) -> UreqTransport {
    let certificate = Certificate::from_der(authority.der()).to_owned();
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[certificate])).build();
    UreqTransport::new(ureq::Agent::config_builder().tls_config(tls).build().new_agent())
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
    assert_eq!(
        refused(UreqTransport::default(), &server),
        "getOrganization got no answer: there is no secure connection: io: invalid peer certificate: UnknownIssuer"
    );
}

#[test]
fn a_certificate_of_an_authority_that_nobody_knows_is_refused() {
    let server = server("localhost", Some(&authority("Theirs")));
    assert_eq!(
        refused(trusting(&authority("Ours")), &server),
        "getOrganization got no answer: there is no secure connection: io: invalid peer certificate: UnknownIssuer"
    );
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let authority = authority("Ours");
    let server = server("example.com", Some(&authority));
    assert_eq!(
        refused(trusting(&authority), &server),
        "getOrganization got no answer: there is no secure connection: io: invalid peer certificate: \
         certificate not valid for name \"localhost\"; certificate is only valid for DnsName(\"example.com\")"
    );
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
        "getOrganization got no answer: there is no secure connection: io: received corrupt message of type InvalidContentType"
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
        Err(("getOrganization got no answer: the call took too long: timeout: connect".to_owned(), 1, true))
    );
    assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
}
