//! The time zones that a business can be in.

use crate::emulator::unknown::{Thing, Unknown};

/// Key and name of each.
pub(crate) const TIMEZONES: &[(&str, &str)] = &[
    ("honolulu_hawaii_standard_time", "Honolulu (Hawaii Standard Time) [-10:00]"),
    ("anchorage_alaska_standard_time", "Anchorage (Alaska Standard Time) [-09:00]"),
    ("los_angeles_pacific_standard_time", "Los Angeles (Pacific Standard Time) [-08:00]"),
    ("denver_mountain_standard_time", "Denver (Mountain Standard Time) [-07:00]"),
    ("chicago_central_standard_time", "Chicago (Central Standard Time) [-06:00]"),
    ("new_york_eastern_standard_time", "New York (Eastern Standard Time) [-05:00]"),
    ("halifax_atlantic_standard_time", "Halifax (Atlantic Standard Time) [-04:00]"),
    ("sao_paulo_brasilia_standard_time", "São Paulo (Brasília Standard Time) [-03:00]"),
    ("london_greenwich_mean_time", "London (Greenwich Mean Time) [+00:00]"),
    ("berlin_central_european_standard_time", "Berlin (Central European Standard Time) [+01:00]"),
    ("johannesburg_south_africa_standard_time", "Johannesburg (South Africa Standard Time) [+02:00]"),
    ("nairobi_east_africa_time", "Nairobi (East Africa Time) [+03:00]"),
    ("dubai_gulf_standard_time", "Dubai (Gulf Standard Time) [+04:00]"),
    ("karachi_pakistan_standard_time", "Karachi (Pakistan Standard Time) [+05:00]"),
    ("kolkata_india_standard_time", "Kolkata (India Standard Time) [+05:30]"),
    ("dhaka_bangladesh_standard_time", "Dhaka (Bangladesh Standard Time) [+06:00]"),
    ("bangkok_indochina_time", "Bangkok (Indochina Time) [+07:00]"),
    ("singapore_singapore_standard_time", "Singapore (Singapore Standard Time) [+08:00]"),
    ("perth_australian_western_standard_time", "Perth (Australian Western Standard Time) [+08:00]"),
    ("tokyo_japan_standard_time", "Tokyo (Japan Standard Time) [+09:00]"),
    ("adelaide_australian_central_standard_time", "Adelaide (Australian Central Standard Time) [+09:30]"),
    ("sydney_australian_eastern_standard_time", "Sydney (Australian Eastern Standard Time) [+10:00]"),
    ("auckland_new_zealand_standard_time", "Auckland (New Zealand Standard Time) [+12:00]"),
];

/// The name of a time zone.
pub(crate) fn timezone(key: &str) -> Result<&'static str, Unknown> {
    let found = TIMEZONES.iter().find(|(known, _)| *known == key);
    found.map(|(_, name)| *name).ok_or_else(|| Thing::Timezone.unknown(key))
}
