//! Where the emulator is: what it listens on, and what clients call it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};

/// Where it listens, and by which names it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    /// As it was asked for.
    host: String,
    /// The names that were given beside it.
    names: Vec<String>,
    pub(crate) addresses: Vec<SocketAddr>,
}

impl Site {
    /// Looks the host up.
    pub(crate) fn find(host: &str, port: u16, names: Vec<String>) -> io::Result<Self> {
        let host = host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        let addresses = (host.as_str(), port).to_socket_addrs()?.collect();
        Ok(Self { host, names, addresses })
    }

    /// Whether this machine alone can reach it.
    pub(crate) fn is_loopback(&self) -> bool {
        !self.addresses.is_empty() && self.addresses.iter().all(|address| address.ip().is_loopback())
    }

    /// What clients are told: a name that was given, else the host, else, of one that stands for all addresses, loopback.
    fn public_host(&self) -> String {
        if let Some(name) = self.names.first() {
            return name.clone();
        }
        match self.host.parse() {
            Ok(IpAddr::V4(address)) if address.is_unspecified() => Ipv4Addr::LOCALHOST.to_string(),
            Ok(IpAddr::V6(address)) if address.is_unspecified() => format!("[{}]", Ipv6Addr::LOCALHOST),
            Ok(IpAddr::V6(address)) => format!("[{address}]"),
            _ => self.host.clone(),
        }
    }

    pub(crate) fn domain(&self, has_tls: bool, port: u16) -> String {
        let scheme = if has_tls { "https" } else { "http" };
        format!("{scheme}://{}:{port}", self.public_host())
    }

    /// All that a certificate has to be for.
    pub(crate) fn certificate_names(&self) -> Vec<String> {
        let mut names = vec!["localhost".to_owned(), Ipv4Addr::LOCALHOST.to_string(), Ipv6Addr::LOCALHOST.to_string()];
        for name in std::iter::once(&self.host).chain(&self.names) {
            let is_unspecified = name.parse().is_ok_and(|address: IpAddr| address.is_unspecified());
            if !is_unspecified && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// Whether a `Host` header is one of this emulator's. A page that a browser got under another name, which was made
    /// to lead here, sends that name.
    pub(crate) fn is_own_host(&self, header: &str) -> bool {
        let host = header.to_ascii_lowercase();
        let host = match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => host.as_str(),
        };
        let bare = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.');
        let is_own_name = bare == "localhost" || bare == self.host || self.names.iter().any(|name| name == bare);
        // A name in a browser's page leads here by a resolver; an address needs none.
        is_own_name || bare.parse::<IpAddr>().is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    fn site(host: &str, names: &[&str]) -> Site {
        Site::find(host, 0, names.iter().map(ToString::to_string).collect()).unwrap()
    }

    #[test]
    fn knows_loopback() {
        for (host, is_loopback) in [("127.0.0.1", true), ("127.1.2.3", true), ("::1", true), ("[::1]", true)]
            .into_iter()
            .chain([("0.0.0.0", false), ("::", false), ("192.0.2.1", false)])
        {
            assert_eq!(site(host, &[]).is_loopback(), is_loopback, "{host}");
        }
    }

    #[test]
    fn tells_clients_where_it_is() {
        for (host, names, has_tls, domain) in [
            ("127.0.0.1", &[][..], false, "http://127.0.0.1:80"),
            ("::1", &[], true, "https://[::1]:80"),
            ("0.0.0.0", &[], false, "http://127.0.0.1:80"),
            ("0.0.0.0", &["kinde", "other"], true, "https://kinde:80"),
        ] {
            assert_eq!(site(host, names).domain(has_tls, 80), domain);
        }
    }

    #[test]
    fn has_a_certificate_for_all_that_it_is_called() {
        assert_eq!(site("0.0.0.0", &["kinde"]).certificate_names(), ["localhost", "127.0.0.1", "::1", "kinde"]);
        assert_eq!(site("127.0.0.9", &[]).certificate_names(), ["localhost", "127.0.0.1", "::1", "127.0.0.9"]);
    }

    #[test]
    fn knows_its_own_hosts() {
        let site = site("127.0.0.1", &["kinde"]);
        for host in ["127.0.0.1:80", "localhost", "LocalHost:8080", "[::1]:80", "kinde:443", "10.0.0.1"] {
            assert!(site.is_own_host(host), "{host}");
        }
        for host in ["", "example.com", "example.com:80", "localhost.example.com", "127.0.0.1.example.com", "kinde2"] {
            assert!(!site.is_own_host(host), "{host}");
        }
    }
}
