//! The ready-made blocking transport, over [`ureq`](https://docs.rs/ureq/3).
//!
//! [`client`] and [`client_from_env`] make a [`Client`] that is ready for use; [`UreqTransport`] also takes an agent of
//! your own.
//!
//! # Whose certificates are trusted
//!
//! Certificates of the authorities that Mozilla trusts, as of the release of `webpki-roots` that the program was built
//! with, and no others: neither those of the system nor those of `SSL_CERT_FILE`. A company whose firewall looks into
//! TLS has an authority of its own, which only the system knows. The feature `ureq-platform-verifier` trusts what the
//! system trusts instead: on Windows and macOS the system's own check, elsewhere the usual directories of certificates,
//! or what `SSL_CERT_FILE` and `SSL_CERT_DIR` name. They are read once, at the first connection.
//!
//! # Proxies
//!
//! One proxy is used for everything: that of the first of these environment variables that is set and not empty:
//! `ALL_PROXY`, `all_proxy`, `HTTPS_PROXY`, `https_proxy`, `HTTP_PROXY`, `http_proxy`. Its value is
//! `[http|https]://[user:password@]host[:port]`; with the feature `ureq-socks-proxy` also `socks4`, `socks4a`, `socks5`
//! and `socks5h`. Hosts that `NO_PROXY` (or else `no_proxy`) names are reached without it: names separated by commas,
//! without spaces; `.example.com` for all below `example.com`, `*` for all.
//!
//! A variable that is set but can't be used is an error that names it: of [`client`], and of each call over a
//! [`UreqTransport::default`]. So a typing error never sends anything past the proxy. Loopback hosts are never reached
//! through a proxy.
//!
//! # Cookies
//!
//! No cookie is kept, unless any crate of the program switches on the feature `cookies` of `ureq`: the transport and
//! its clones then keep the cookies that a host sets, and send them to that host.
//!
//! # What `ureq` does itself
//!
//! It looks up the host for each call, even if a connection is open already, on a thread of its own so that the time
//! limits hold. `SECURITY.md` says what else is known of it.

mod error;
mod proxy;
mod transport;

pub use error::{UreqError, UreqFailure};
pub use transport::UreqTransport;

#[cfg(feature = "ureq")]
use crate::token::credentials;
#[cfg(feature = "ureq")]
use crate::{Credentials, RequestError};

/// A client over `ureq`.
///
/// ```
/// use kinde_api::Retry;
///
/// struct Sync {
///     kinde: kinde_api::ureq::Client,
/// }
///
/// fn impatient(sync: Sync) -> Sync {
///     Sync { kinde: sync.kinde.with_retry(Retry::none()) }
/// }
/// ```
pub type Client = crate::Client<UreqTransport>;

/// A client over `ureq` with rustls that is ready for use.
///
/// ```no_run
/// use kinde_api::Credentials;
/// use kinde_api::organizations::GetOrganizationUsers;
///
/// let client = kinde_api::ureq::client("https://acme.kinde.com", Credentials::client("an-id", "a-secret"))?;
/// for member in client.items(GetOrganizationUsers::new("org_1ccfb819462").page_size(500)) {
///     println!("{:?}", member?.full_name);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`Client::new`], and [`RequestError::Environment`], which names the [variable](self#proxies) of a proxy that can't
/// be used.
#[cfg(feature = "ureq")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq")))]
pub fn client(origin: &str, credentials: Credentials) -> Result<Client, RequestError> {
    let transport = UreqTransport::ready_made()?;
    Client::new(transport, origin, credentials)
}

/// Like [`client`], with the origin of `KINDE_DOMAIN` and [`Credentials::from_env`].
///
/// `KINDE_DOMAIN` is an origin or a bare host, such as `acme.kinde.com`, which means https.
///
/// ```no_run
/// use kinde_api::organizations::GetOrganizations;
///
/// let client = kinde_api::ureq::client_from_env()?;
/// for organization in client.items(GetOrganizations::new()) {
///     println!("{:?}", organization?.name);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`RequestError::Environment`], which names the variable that is missing or can't be used, and as [`Client::new`].
#[cfg(feature = "ureq")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq")))]
pub fn client_from_env() -> Result<Client, RequestError> {
    let origin = credentials::origin_from_variables(&|name| std::env::var_os(name))?;
    client(&origin, Credentials::from_env()?)
}
