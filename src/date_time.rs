//! A time as Kinde sends it: kept as its text, read on demand.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::id::text_type;

/// From here on a whole number is a count of milliseconds: as seconds it would be the year 5138.
const FIRST_MILLISECONDS: i64 = 100_000_000_000;

/// A moment, as the text in which Kinde sent it.
///
/// Kinde writes times in several forms, of which some are not RFC 3339 (`2024-11-18T13:32:03+11`), and an event's time as
/// a number in one place and as text in another. The text is kept as it came, and two times are equal if their texts
/// are. [`unix_seconds`](Self::unix_seconds) and [`to_system_time`](Self::to_system_time) read every form that Kinde is
/// known to send.
///
/// ```
/// use kinde_api::DateTime;
///
/// let created_on = DateTime::from("2024-11-18T13:32:03+11");
/// assert_eq!(created_on.as_str(), "2024-11-18T13:32:03+11");
/// assert_eq!(created_on.unix_seconds(), Some(1_731_897_123));
/// assert_eq!(DateTime::from("1731897123000").unix_seconds(), Some(1_731_897_123));
/// assert_eq!(DateTime::from("yesterday").unix_seconds(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct DateTime(String);

impl DateTime {
    /// The text as it came; of a number, its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whole seconds since 1970 in UTC, negative before; `None` where the text is in no known form.
    ///
    /// A fraction of a second is cut off, toward the past. A whole number counts seconds, or milliseconds from 10^11 on.
    ///
    /// ```
    /// use kinde_api::DateTime;
    ///
    /// assert_eq!(DateTime::from("1970-01-01T00:01:00.999Z").unix_seconds(), Some(60));
    /// assert_eq!(DateTime::from("1969-12-31T23:59:59Z").unix_seconds(), Some(-1));
    /// ```
    #[must_use]
    pub fn unix_seconds(&self) -> Option<i64> {
        self.parts().map(|(seconds, _)| seconds)
    }

    /// The moment as std has it, to the nanosecond; `None` where the text is in no known form, or out of range.
    ///
    /// ```
    /// use std::time::{Duration, UNIX_EPOCH};
    /// use kinde_api::DateTime;
    ///
    /// let moment = DateTime::from("1970-01-01T00:01:00.5Z").to_system_time();
    /// assert_eq!(moment, Some(UNIX_EPOCH + Duration::from_millis(60_500)));
    /// ```
    #[must_use]
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let (seconds, nanoseconds) = self.parts()?;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let start = if seconds < 0 { UNIX_EPOCH.checked_sub(whole) } else { UNIX_EPOCH.checked_add(whole) };
        start?.checked_add(Duration::from_nanos(u64::from(nanoseconds)))
    }

    fn parts(&self) -> Option<(i64, u32)> {
        match self.0.parse::<i64>() {
            Ok(number) => Some(of_number(number)),
            Err(_) => parse_iso_8601(&self.0),
        }
    }
}

fn of_number(number: i64) -> (i64, u32) {
    if number < FIRST_MILLISECONDS {
        return (number, 0);
    }
    let milliseconds = u32::try_from(number % 1000).unwrap_or_default();
    (number / 1000, milliseconds * 1_000_000)
}

impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self(text)
    }
}

text_type!(DateTime);

/// From a text or a whole number.
impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateTimeVisitor)
    }
}

struct DateTimeVisitor;

impl Visitor<'_> for DateTimeVisitor {
    type Value = DateTime;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a time as text or as a whole number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DateTime, E> {
        Ok(DateTime::from(text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<DateTime, E> {
        Ok(DateTime(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<DateTime, E> {
        Ok(DateTime(number.to_string()))
    }
}

/// Seconds since 1970 and nanoseconds beyond them. Without an offset it is UTC. `None` where it is in another form.
pub(crate) fn parse_iso_8601(text: &str) -> Option<(i64, u32)> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let offset_start = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (time, offset) = rest.split_at(offset_start);
    let (time, fraction) = time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let local = days_before(year, month, day)? * 86_400 + hour * 3600 + minute * 60 + second;
    Some((local - offset_seconds(offset)?, fraction.map_or(Some(0), nanoseconds)?))
}

/// The first nine digits of a fraction; what is beyond them is cut off.
fn nanoseconds(fraction: &str) -> Option<u32> {
    if !is_digits(fraction) {
        return None;
    }
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
    Some(digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn numbers(text: &str, separator: char, lengths: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; 3];
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let part = parts.next().filter(|part| part.len() == length && is_digits(part))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

/// Days from 1970 to a date of the calendar; negative before it.
fn days_before(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days_of_month = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return None,
    };
    if !(1..=days_of_month).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let days_of_years = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(days_of_years + (153 * month_from_march + 2) / 5 + day - 1 - 719_468)
}

/// `Z`, nothing, `+11`, `+1100` or `+11:00`.
fn offset_seconds(offset: &str) -> Option<i64> {
    if matches!(offset, "" | "Z" | "z") {
        return Some(0);
    }
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let digits = offset.get(1..)?;
    let (hours, minutes) = match digits.len() {
        2 => (digits, "00"),
        4 => digits.split_at_checked(2)?,
        5 => digits.split_once(':').filter(|(hours, _)| hours.len() == 2)?,
        _ => return None,
    };
    if !is_digits(hours) || !is_digits(minutes) {
        return None;
    }
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::DateTime;

    const NOON: i64 = 1_767_268_800;

    #[test]
    fn reads_every_form_that_kinde_sends() {
        for text in [
            "2026-01-01T12:00:00",
            "2026-01-01 12:00:00z",
            "2026-01-01T12:00:00+0000",
            "2026-01-01T23:00:00+11",
            "2026-01-01T23:00:00+11:00",
            "2026-01-01T06:30:00-0530",
            "2026-01-01T12:00:00.999999Z",
            "2026-01-01T12:00:00.0123456789+00:00",
            "1767268800",
            "1767268800000",
            "1767268800999",
        ] {
            assert_eq!(DateTime::from(text).unix_seconds(), Some(NOON), "{text}");
        }
    }

    #[test]
    fn knows_leap_years() {
        for (text, seconds) in [
            ("2024-02-29T00:00:00Z", Some(1_709_164_800)),
            ("2000-02-29T00:00:00Z", Some(951_782_400)),
            ("1900-02-28T00:00:00Z", Some(-2_203_977_600)),
            ("1900-02-29T00:00:00Z", None),
            ("2026-02-29T00:00:00Z", None),
        ] {
            assert_eq!(DateTime::from(text).unix_seconds(), seconds, "{text}");
        }
    }

    #[test]
    fn knows_seconds_from_milliseconds() {
        for (text, seconds) in [
            ("0", 0),
            ("-1", -1),
            ("99999999999", 99_999_999_999),
            ("100000000000", 100_000_000),
            ("-100000000000", -100_000_000_000),
        ] {
            assert_eq!(DateTime::from(text).unix_seconds(), Some(seconds), "{text}");
        }
    }

    #[test]
    fn keeps_fractions_in_a_moment() {
        let noon = UNIX_EPOCH + Duration::from_secs(1_767_268_800);
        for (text, nanoseconds) in [
            ("2026-01-01T12:00:00.5Z", 500_000_000),
            ("2026-01-01T12:00:00.0000000019Z", 1),
            ("1767268800001", 1_000_000),
        ] {
            let moment = DateTime::from(text).to_system_time();
            assert_eq!(moment, Some(noon + Duration::from_nanos(nanoseconds)), "{text}");
        }
        let before = DateTime::from("1969-12-31T23:59:59.5Z").to_system_time();
        assert_eq!(before, Some(UNIX_EPOCH - Duration::from_millis(500)));
        // Whether std can hold it depends on the system: it is a moment or nothing, and never a panic.
        let _ = DateTime::from("-9223372036854775808").to_system_time();
    }

    #[test]
    fn gives_nothing_for_other_texts() {
        for text in [
            "",
            "T",
            "tomorrow",
            "2026-01-01",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00+24:00",
            "2026-01-01T00:00:00+00:60",
            "2026-01-01T00:00:00++1",
            "2026-01-01T00:00:00+-1",
            "1.5",
            "1e3",
        ] {
            let time = DateTime::from(text);
            assert_eq!((time.unix_seconds(), time.to_system_time()), (None, None), "{text}");
        }
    }

    #[test]
    fn is_its_text_in_json_and_reads_numbers() {
        for (json, text) in [(r#""2024-11-18T13:32:03+11""#, "2024-11-18T13:32:03+11"), ("1731897123", "1731897123")] {
            let time: DateTime = serde_json::from_str(json).unwrap();
            assert_eq!(time, text);
            assert_eq!(serde_json::to_string(&time).unwrap(), format!("\"{text}\""));
        }
        assert_eq!(serde_json::from_str::<DateTime>("-1").unwrap(), "-1");
        assert_eq!(
            serde_json::from_str::<DateTime>("true").unwrap_err().to_string(),
            "invalid type: boolean `true`, expected a time as text or as a whole number at line 1 column 4"
        );
    }
}
