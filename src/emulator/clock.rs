//! The emulator's time, and how it is written.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::date_time;

/// 2026-01-01T00:00:00Z: where every emulator begins.
const BEGINNING: Duration = Duration::from_secs(1_767_225_600);

const SECONDS_A_DAY: u64 = 86_400;

/// Stands still until it is moved, unless it follows the wall clock.
#[derive(Debug, Default)]
pub(super) struct Clock {
    follows_wall_clock: bool,
    advanced: Duration,
}

impl Clock {
    /// The time since 1970.
    pub(super) fn now(&self) -> Duration {
        let base = if self.follows_wall_clock {
            // A wall clock before 1970 is as good as none.
            SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(BEGINNING)
        } else {
            BEGINNING
        };
        base.saturating_add(self.advanced)
    }

    pub(super) fn advance(&mut self, time: Duration) {
        self.advanced = self.advanced.saturating_add(time);
    }

    pub(super) fn follow_wall_clock(&mut self) {
        self.follows_wall_clock = true;
        self.advanced = Duration::ZERO;
    }

    pub(super) fn follows_wall_clock(&self) -> bool {
        self.follows_wall_clock
    }
}

/// Whole seconds since 1970 as RFC 3339 in UTC.
pub(super) fn date_time(seconds: u64) -> String {
    let (year, month, day) = date(seconds / SECONDS_A_DAY);
    let time = seconds % SECONDS_A_DAY;
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", time / 3600, time / 60 % 60, time % 60)
}

/// Years that begin in March have their leap day at the end, which makes the days before each month regular.
fn date(days_since_1970: u64) -> (u64, u64, u64) {
    const DAYS_BEFORE_1970: u64 = 719_468;
    const DAYS_OF_400_YEARS: u64 = 146_097;
    let days = days_since_1970 + DAYS_BEFORE_1970;
    let day_of_era = days % DAYS_OF_400_YEARS;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (days / DAYS_OF_400_YEARS * 400 + year_of_era + u64::from(month <= 2), month, day)
}

/// A moment as ISO 8601 writes it: seconds since 1970, and whether there was a fraction of a second beyond them.
///
/// `None` where it is not one, or before 1970.
pub(super) fn parse_date_time(text: &str) -> Option<(u64, bool)> {
    let (seconds, nanoseconds) = date_time::parse_iso_8601(text)?;
    Some((u64::try_from(seconds).ok()?, nanoseconds > 0))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Clock, date_time, parse_date_time};

    #[test]
    fn stands_still_until_it_is_moved() {
        let mut clock = Clock::default();
        assert_eq!(date_time(clock.now().as_secs()), "2026-01-01T00:00:00Z");
        clock.advance(Duration::from_secs(86_461));
        assert_eq!(date_time(clock.now().as_secs()), "2026-01-02T00:01:01Z");
        clock.advance(Duration::MAX);
        assert_eq!(date_time(clock.now().as_secs()), "584554051223-11-09T07:00:15Z");
    }

    #[test]
    fn writes_what_it_reads() {
        for text in [
            "1970-01-01T00:00:00Z",
            "1999-12-31T23:59:59Z",
            "2000-02-29T12:00:00Z",
            "2023-03-01T00:00:00Z",
            "2024-02-29T00:00:00Z",
            "2100-02-28T00:00:00Z",
            "9999-12-31T23:59:59Z",
        ] {
            assert_eq!(parse_date_time(text).map(|(seconds, _)| date_time(seconds)).as_deref(), Some(text));
        }
    }

    #[test]
    fn reads_offsets_and_fractions() {
        let noon = 1_767_268_800;
        for (text, read) in [
            ("2026-01-01T12:00:00", (noon, false)),
            ("2026-01-01 12:00:00z", (noon, false)),
            ("2026-01-01T12:00:00+0000", (noon, false)),
            ("2026-01-01T23:00:00+11", (noon, false)),
            ("2026-01-01T23:00:00+11:00", (noon, false)),
            ("2026-01-01T06:30:00-0530", (noon, false)),
            ("2026-01-01T12:00:00.000000Z", (noon, false)),
            ("2026-01-01T12:00:00.5+00:00", (noon, true)),
        ] {
            assert_eq!(parse_date_time(text), Some(read), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_moment() {
        for text in [
            "",
            "T",
            "2026-01-01",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00Z",
            "2026-1-1T00:00:00Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00+1",
            "2026-01-01T00:00:00+é1",
            "2026-01-01T00:00:00+1é",
            "2026-01-01T00:00:00ZZ",
            "1969-12-31T23:59:59Z",
            "tomorrow",
        ] {
            assert_eq!(parse_date_time(text), None, "{text}");
        }
    }
}
