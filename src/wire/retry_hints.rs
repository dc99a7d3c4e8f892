//! What a response says of trying again: whether what it tells of is passing, and how long to wait.

use std::time::Duration;

use http::header::{HeaderName, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// The later of the times that the server asks to wait.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = [RATE_LIMIT_RESET, RETRY_AFTER];
    seconds.iter().flat_map(|name| headers.get_all(name)).filter_map(|value| whole_seconds(value.as_bytes())).max()
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
        let longest = Duration::from_secs(u64::MAX).as_secs();
        assert_eq!(seconds(&[("retry-after", "99999999999999999999999")]), Some(longest));
    }
}
