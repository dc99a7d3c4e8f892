//! Who made an answer, where it was not Kinde: told by what caches, proxies and firewalls send.

use std::fmt;

use http::HeaderMap;

use crate::wire::error::Excerpt;
use crate::wire::response::{WAF_ACTION, is_html};

/// What firewalls send.
const FIREWALLS: [&str; 3] = [WAF_ACTION_NAME, "cf-mitigated", "x-sucuri-block"];

const WAF_ACTION_NAME: &str = "x-amzn-waf-action";

/// What caches and proxies send, of their own answers and of those that they pass on.
const PROXIES: [&str; 8] =
    ["server", "via", "x-cache", "cf-cache-status", "x-served-by", "x-varnish", "x-amz-cf-pop", "proxy-status"];

/// The longest part of a header's value that is shown.
const MOST_OF_A_VALUE: usize = 60;

/// Who made an answer, as far as its headers tell.
pub(crate) struct Sender<'a> {
    is_html: bool,
    is_firewall: bool,
    signs: Vec<(&'static str, &'a str)>,
}

impl<'a> Sender<'a> {
    pub(crate) fn of(headers: &'a HeaderMap) -> Self {
        let signs = FIREWALLS.into_iter().chain(PROXIES).filter_map(|name| {
            let value = headers.get(name)?.to_str().ok()?.trim();
            (!value.is_empty()).then_some((name, value))
        });
        let signs: Vec<_> = signs.collect();
        let is_firewall = signs.first().is_some_and(|(name, _)| FIREWALLS.contains(name));
        Self { is_html: is_html(headers), is_firewall: is_firewall || headers.contains_key(WAF_ACTION), signs }
    }

    /// Whether it certainly was not Kinde.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.is_html || self.is_firewall
    }
}

/// The end of a sentence about the answer; nothing where the headers tell nothing.
impl fmt::Display for Sender<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_html && self.signs.is_empty() {
            return formatter.write_str(": HTML, not from Kinde");
        }
        if self.signs.is_empty() && !self.is_firewall {
            return Ok(());
        }
        let what = if self.is_html { "HTML" } else { "the answer" };
        let who = if self.is_firewall { "a firewall" } else { "a proxy or a cache" };
        if self.is_elsewhere() {
            write!(formatter, ": {what} from {who}")?;
        } else {
            write!(formatter, ", perhaps from {who}")?;
        }
        for (index, (name, value)) in self.signs.iter().enumerate() {
            let value = value.get(..MOST_OF_A_VALUE).unwrap_or(value);
            write!(formatter, "{}{name}: {}", if index == 0 { " (" } else { ", " }, Excerpt(value))?;
        }
        formatter.write_str(if self.signs.is_empty() { ", not from Kinde" } else { "), not from Kinde" })
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::Sender;

    #[test]
    fn says_what_answered_in_kindes_place() {
        let html = ("content-type", "text/html; charset=utf-8");
        for (headers, text) in [
            (&[][..], ""),
            (&[("content-type", "application/json"), ("date", "x")], ""),
            (&[html], ": HTML, not from Kinde"),
            (&[html, ("server", "awselb/2.0")], ": HTML from a proxy or a cache (server: awselb/2.0), not from Kinde"),
            (
                &[("server", "CloudFront"), ("x-cache", "Error from cloudfront")],
                ", perhaps from a proxy or a cache (server: CloudFront, x-cache: Error from cloudfront), not from Kinde",
            ),
            (
                &[("x-amzn-waf-action", "challenge"), ("server", "awselb/2.0")],
                ": the answer from a firewall (x-amzn-waf-action: challenge, server: awselb/2.0), not from Kinde",
            ),
            (&[("x-amzn-waf-action", "")], ": the answer from a firewall, not from Kinde"),
            (
                &[html, ("cf-mitigated", "challenge"), ("server", "cloudflare")],
                ": HTML from a firewall (cf-mitigated: challenge, server: cloudflare), not from Kinde",
            ),
        ] {
            let headers: HeaderMap = headers
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            assert_eq!(Sender::of(&headers).to_string(), text);
        }
    }

    #[test]
    fn shows_the_beginning_of_a_value() {
        let headers = HeaderMap::from_iter([(http::header::SERVER, HeaderValue::from_str(&"x".repeat(100)).unwrap())]);
        let text = format!(", perhaps from a proxy or a cache (server: {}), not from Kinde", "x".repeat(60));
        assert_eq!(Sender::of(&headers).to_string(), text);
    }
}
