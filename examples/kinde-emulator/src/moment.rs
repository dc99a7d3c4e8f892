//! Times, as people and programs read them.

use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The time since 1970 as RFC 3339, with three digits for the milliseconds, so that lines with it line up.
pub(crate) fn rfc_3339(since_1970: Duration) -> String {
    let seconds = i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX);
    let moment = OffsetDateTime::from_unix_timestamp(seconds).ok().and_then(|moment| moment.format(&Rfc3339).ok());
    // Beyond the year 9999 nothing can be written.
    let moment = moment.unwrap_or_else(|| "9999-12-31T23:59:59Z".to_owned());
    format!("{}.{:03}Z", moment.trim_end_matches('Z'), since_1970.subsec_millis())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::rfc_3339;

    #[test]
    fn writes_milliseconds() {
        assert_eq!(rfc_3339(Duration::from_micros(1_767_225_600_017_999)), "2026-01-01T00:00:00.017Z");
        assert_eq!(rfc_3339(Duration::from_secs(1_767_225_600)), "2026-01-01T00:00:00.000Z");
        assert_eq!(rfc_3339(Duration::MAX), "9999-12-31T23:59:59.999Z");
    }
}
