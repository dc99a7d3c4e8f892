//! Whether the proxy that is set can be used.
//!
//! `ureq` passes over a variable that it can't read, and goes past a SOCKS proxy that it wasn't built for. Either would
//! show a third party what should go through the proxy alone.

use std::ffi::OsString;

use ::ureq::{Agent, Proxy, ProxyProtocol};
use http::Uri;

use crate::RequestError;

/// In the order in which `ureq` looks at them.
const VARIABLES: [&str; 6] = ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

/// A variable of the environment whose proxy can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnusableVariable {
    name: &'static str,
    reason: &'static str,
}

impl From<UnusableVariable> for RequestError {
    fn from(UnusableVariable { name, reason }: UnusableVariable) -> Self {
        Self::Environment { name, reason }
    }
}

/// Why an agent must not send anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unusable {
    /// Where the proxy comes from, if not with the agent.
    pub(super) variable: Option<&'static str>,
    /// What is wrong with it.
    pub(super) reason: &'static str,
}

impl From<UnusableVariable> for Unusable {
    fn from(UnusableVariable { name, reason }: UnusableVariable) -> Self {
        Self { variable: Some(name), reason }
    }
}

/// Looks at the variable that `ureq` would take the proxy from.
pub(super) fn check_environment(variables: &dyn Fn(&str) -> Option<OsString>) -> Result<(), UnusableVariable> {
    let set = VARIABLES.into_iter().find_map(|name| Some((name, variables(name).filter(|value| !value.is_empty())?)));
    let Some((name, value)) = set else {
        return Ok(());
    };
    let unusable = |reason| UnusableVariable { name, reason };
    let value = value.to_str().ok_or(unusable("is not text"))?;
    let proxy = Proxy::new(value).ok().filter(|proxy| has_host_and_port(proxy.uri()));
    let proxy = proxy.ok_or(unusable("is not the URL of a proxy, such as http://host:3128"))?;
    check_protocol(&proxy).map_err(unusable)
}

/// `ureq` takes the default port where it can't read the one that is given.
fn has_host_and_port(uri: &Uri) -> bool {
    let Some(authority) = uri.authority() else {
        return false;
    };
    let host = authority.host();
    let host_and_port = authority.as_str().rsplit('@').next().unwrap_or_default();
    let port = host_and_port.strip_prefix(host).unwrap_or_default();
    let is_port = |port: &str| port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    !host.is_empty() && (port.is_empty() || is_port(port))
}

/// Looks at the proxy that an agent came with.
pub(super) fn check_agent(agent: &Agent) -> Result<(), Unusable> {
    let checked = agent.config().proxy().map_or(Ok(()), check_protocol);
    checked.map_err(|reason| Unusable { variable: None, reason })
}

fn check_protocol(proxy: &Proxy) -> Result<(), &'static str> {
    let is_spoken = matches!(proxy.protocol(), ProxyProtocol::Http | ProxyProtocol::Https);
    if is_spoken || cfg!(feature = "ureq-socks-proxy") {
        return Ok(());
    }
    Err("names a SOCKS proxy, which needs the feature `ureq-socks-proxy` of kinde-api")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{UnusableVariable, check_environment};

    fn check(variables: &[(&str, &str)]) -> Result<(), UnusableVariable> {
        check_environment(&|name| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn proxies_that_can_be_used() {
        assert_eq!(check(&[]), Ok(()));
        for value in [
            "http://10.0.0.1:3128",
            "https://user:pass@proxy.example.com",
            "proxy.example.com:3128",
            "proxy",
            "[::1]:3128",
            "",
        ] {
            assert_eq!(check(&[("HTTPS_PROXY", value)]), Ok(()), "{value}");
        }
    }

    #[test]
    fn a_variable_that_can_t_be_used_is_named() {
        let reason = "is not the URL of a proxy, such as http://host:3128";
        for value in [
            "http://",
            "ftp://proxy",
            "a b",
            " http://proxy",
            "\"http://proxy\"",
            "http://proxy:port",
            "proxy:65536",
            "http://:3128",
        ] {
            for name in super::VARIABLES {
                assert_eq!(check(&[(name, value)]), Err(UnusableVariable { name, reason }), "{value}");
            }
        }
    }

    #[test]
    fn only_the_first_that_is_set_counts() {
        let [usable, not_usable] = ["http://proxy", "ftp://proxy"];
        assert_eq!(check(&[("http_proxy", not_usable), ("ALL_PROXY", usable)]), Ok(()));
        assert_eq!(check(&[("all_proxy", ""), ("HTTPS_PROXY", usable), ("https_proxy", not_usable)]), Ok(()));
        let named = check(&[("HTTP_PROXY", usable), ("all_proxy", not_usable)]).map_err(|unusable| unusable.name);
        assert_eq!(named, Err("all_proxy"));
    }

    #[test]
    fn socks_is_spoken_with_a_feature() {
        for value in ["socks4://proxy", "socks4a://proxy", "socks5://proxy:1080", "SOCKS5H://proxy", "socks://proxy"] {
            let reason = "names a SOCKS proxy, which needs the feature `ureq-socks-proxy` of kinde-api";
            let refused = Err(UnusableVariable { name: "ALL_PROXY", reason });
            let expected = if cfg!(feature = "ureq-socks-proxy") { Ok(()) } else { refused };
            assert_eq!(check(&[("ALL_PROXY", value)]), expected, "{value}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_variable_that_is_no_text_is_named() {
        use std::os::unix::ffi::OsStringExt;

        let not_text = check_environment(&|_| Some(OsString::from_vec(vec![0xff])));
        assert_eq!(not_text, Err(UnusableVariable { name: "ALL_PROXY", reason: "is not text" }));
    }
}
