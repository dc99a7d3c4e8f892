//! An authority of the emulator's own, and a certificate by it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use time::{Duration, OffsetDateTime};

use crate::failure::Failure;
use crate::folder;

/// What clients have to trust, and what the server needs.
#[derive(Debug)]
pub(crate) struct Tls {
    /// The authority's certificate as PEM.
    pub(crate) authority: PathBuf,
    pub(crate) config: Arc<ServerConfig>,
}

/// Takes the authority from a folder, or makes one, and makes a certificate for some names.
pub(crate) fn set_up(folder: &Path, names: &[String]) -> Result<Tls, Failure> {
    let authority = folder.join("authority.pem");
    let key = authority_key(&folder.join("authority.key.pem"))?;
    let certificate = || {
        let certificate = authority_params().self_signed(&key).map_err(Failure::other)?;
        Ok(pem("CERTIFICATE", certificate.der()))
    };
    if !authority.exists() {
        folder::write_once(&authority, certificate()?.as_bytes()).map_err(|error| Failure::file(&authority, error))?;
    }
    let read = CertificateDer::from_pem_file(&authority);
    let authority_der = read.map_err(|error| Failure::file(&authority, format!("is not a certificate: {error}")))?;
    let (leaf, leaf_key) = leaf(names, &key).map_err(Failure::other)?;
    let path = folder.join("certificate.pem");
    folder::write(&path, pem("CERTIFICATE", &leaf).as_bytes()).map_err(|error| Failure::file(&path, error))?;
    let config = config(vec![leaf, authority_der], leaf_key).map_err(Failure::other)?;
    Ok(Tls { authority, config: Arc::new(config) })
}

/// A leaf's signature is checked by this key alone, so that the authority's certificate never has to be read.
fn authority_key(path: &Path) -> Result<KeyPair, Failure> {
    if !path.exists() {
        let key = KeyPair::generate().map_err(Failure::other)?;
        let pem = pem("PRIVATE KEY", key.serialized_der());
        folder::write_once(path, pem.as_bytes()).map_err(|error| Failure::file(path, error))?;
    }
    let unfit = |error: &dyn std::fmt::Display| Failure::file(path, format!("is not a key of the emulator's: {error}"));
    let der = PrivatePkcs8KeyDer::from_pem_file(path).map_err(|error| unfit(&error))?;
    KeyPair::try_from(&der).map_err(|error| unfit(&error))
}

/// The same at every start: the certificate that clients trust and the issuer of the leaf have to agree.
fn authority_params() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = called("kinde-emulator: an authority for tests");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let now = OffsetDateTime::now_utc();
    (params.not_before, params.not_after) = (now - Duration::days(1), now + Duration::days(3650));
    params
}

/// Made anew at each start, and so never out of date.
fn leaf(
    names: &[String],
    authority: &KeyPair,
) -> Result<(CertificateDer<'static>, PrivateKeyDer<'static>), rcgen::Error> {
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name = called("kinde-emulator");
    params.use_authority_key_identifier_extension = true;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let now = OffsetDateTime::now_utc();
    // No client takes one that is good for more than 825 days.
    (params.not_before, params.not_after) = (now - Duration::days(1), now + Duration::days(365));
    let key = KeyPair::generate()?;
    let certificate = params.signed_by(&key, &Issuer::new(authority_params(), authority))?;
    Ok((certificate.der().clone(), PrivatePkcs8KeyDer::from(key.serialize_der()).into()))
}

fn called(name: &str) -> DistinguishedName {
    let mut called = DistinguishedName::new();
    called.push(DnType::CommonName, name);
    called
}

fn config(chain: Vec<CertificateDer<'static>>, key: PrivateKeyDer<'static>) -> Result<ServerConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut config = config.with_no_client_auth().with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn pem(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::set_up;

    #[test]
    fn keeps_its_authority() {
        let folder = tempfile::tempdir().unwrap();
        let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
        let first = std::fs::read(set_up(folder.path(), &names).unwrap().authority).unwrap();
        assert_eq!(std::fs::read(set_up(folder.path(), &names).unwrap().authority).unwrap(), first);
    }

    #[test]
    fn says_which_file_is_unfit() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("authority.key.pem"), "no key").unwrap();
        let failure = set_up(folder.path(), &["localhost".to_owned()]).unwrap_err().to_string();
        assert!(failure.contains("authority.key.pem: is not a key of the emulator's"), "{failure}");
    }
}
