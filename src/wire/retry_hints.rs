//! What a response says of trying again: whether what it tells of is passing, and how long to wait.

use std::time::Duration;

use http::header::{DATE, HeaderName, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

use crate::date_time::parse_iso_8601;

const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// The later of the times that the server asks to wait.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let resets = headers.get_all(RATE_LIMIT_RESET).iter().filter_map(|value| whole_seconds(value.as_bytes()));
    let afters = headers.get_all(RETRY_AFTER).iter().filter_map(|value| {
        let value = value.as_bytes();
        whole_seconds(value).or_else(|| until(value, headers))
    });
    resets.chain(afters).max()
}

/// From the date of the answer to another one, by the server's own clock: this machine's may be wrong.
fn until(date: &[u8], headers: &HeaderMap) -> Option<Duration> {
    let (then, now) = (http_date(date)?, http_date(headers.get(DATE)?.as_bytes())?);
    Some(Duration::from_secs(u64::try_from(then - now).unwrap_or_default()))
}

/// The seconds since 1970 of the form of a date that RFC 9110, section 5.6.7, has every server send:
/// `Tue, 24 Nov 2026 00:00:00 GMT`.
fn http_date(date: &[u8]) -> Option<i64> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    let (_, date) = std::str::from_utf8(date).ok()?.trim().split_once(", ")?;
    let mut parts = date.split(' ');
    let (day, month, year, time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    if parts.next() != Some("GMT") || parts.next().is_some() {
        return None;
    }
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    parse_iso_8601(&format!("{year}-{month:02}-{day}T{time}Z")).map(|(seconds, _)| seconds)
}

/// A number too large to hold is a wait too long to make: as long as can be said.
fn whole_seconds(digits: &[u8]) -> Option<Duration> {
    let digits = digits.trim_ascii();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let seconds =
        digits.iter().fold(0_u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    Some(Duration::from_secs(seconds))
}

/// A status that tells of the state of the server or of what stands before it, not of the call.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::INTERNAL_SERVER_ERROR
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::retry_after;

    #[test]
    fn waits_for_the_later_header_in_whole_seconds() {
        let seconds = |pairs: &[(&'static str, &'static str)]| {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            retry_after(&headers).map(|wait| wait.as_secs())
        };
        assert_eq!(seconds(&[]), None);
        assert_eq!(seconds(&[("ratelimit-reset", "30")]), Some(30));
        assert_eq!(seconds(&[("retry-after", " 7 ")]), Some(7));
        assert_eq!(seconds(&[("ratelimit-reset", "30"), ("retry-after", "31")]), Some(31));
        assert_eq!(seconds(&[("ratelimit-reset", "30"), ("retry-after", "0")]), Some(30));
        for absent in ["", "-1", "+1", "NaN", "1.5", "1 2", "Tue, 24 Nov 2026 00:00:00 GMT"] {
            assert_eq!(seconds(&[("retry-after", absent)]), None, "{absent}");
            assert_eq!(seconds(&[("retry-after", absent), ("ratelimit-reset", "3")]), Some(3), "{absent}");
        }
        let date = |date: &'static str, after: &'static str| seconds(&[("date", date), ("retry-after", after)]);
        let now = "Tue, 24 Nov 2026 23:59:30 GMT";
        assert_eq!(date(now, "Wed, 25 Nov 2026 00:00:00 GMT"), Some(30));
        assert_eq!(date("Thu, 31 Dec 2026 23:59:30 GMT", "Fri, 01 Jan 2027 00:00:00 GMT"), Some(30));
        assert_eq!(date("Sun, 28 Feb 2027 23:59:30 GMT", "Mon, 01 Mar 2027 00:00:00 GMT"), Some(30));
        assert_eq!(date(now, now), Some(0));
        assert_eq!(date(now, "Mon, 23 Nov 2026 00:00:00 GMT"), Some(0));
        for absent in [
            "Wed, 25 Nov 2026 00:00:00",
            "Wed, 25 Nov 2026 00:00:00 UTC",
            "Wed, 25 Nov 2026 00:00:00 GMT x",
            "Wed, 32 Nov 2026 00:00:00 GMT",
            "Wed, 25 Nev 2026 00:00:00 GMT",
            "Wednesday, 25-Nov-26 00:00:00 GMT",
            "2026-11-25T00:00:00Z",
        ] {
            assert_eq!(date(now, absent), None, "{absent}");
            assert_eq!(date(absent, now), None, "{absent}");
        }
        let longest = Duration::from_secs(u64::MAX).as_secs();
        assert_eq!(seconds(&[("retry-after", "99999999999999999999999")]), Some(longest));
    }
}
