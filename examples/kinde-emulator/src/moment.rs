//! Times, as people and programs read them.

use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The time since 1970 as RFC 3339, to the millisecond.
pub(crate) fn rfc_3339(since_1970: Duration) -> String {
    let whole = Duration::new(since_1970.as_secs(), since_1970.subsec_millis() * 1_000_000);
    let moment = OffsetDateTime::UNIX_EPOCH.checked_add(time::Duration::try_from(whole).unwrap_or(time::Duration::MAX));
    // Beyond the year 9999 nothing can be written.
    moment.and_then(|moment| moment.format(&Rfc3339).ok()).unwrap_or_else(|| "9999-12-31T23:59:59Z".to_owned())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::rfc_3339;

    #[test]
    fn writes_milliseconds() {
        assert_eq!(rfc_3339(Duration::from_micros(1_767_225_600_017_999)), "2026-01-01T00:00:00.017Z");
        assert_eq!(rfc_3339(Duration::MAX), "9999-12-31T23:59:59Z");
    }
}
