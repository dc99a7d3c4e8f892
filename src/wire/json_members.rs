//! Finds members of JSON by their names, with the places of their values.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::IgnoredAny;

/// A name, and the place of a value.
pub(crate) type Found<'a> = (Cow<'a, str>, Range<usize>);

/// The values of all members, however deep, that have such a name, in their order: of a text, what stands between its
/// quotes. None where the text is not JSON.
pub(crate) fn secret_values<'a>(json: &'a str, is_wanted: &dyn Fn(&str) -> bool) -> Option<Vec<Found<'a>>> {
    serde_json::from_str::<IgnoredAny>(json).ok()?;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(length) = json[at..].find('"') {
        let start = at + length;
        at = end_of_text(json, start)?;
        let value = json[at..].trim_start();
        let Some(value) = value.strip_prefix(':').map(str::trim_start) else {
            continue;
        };
        let name = name(&json[start..at])?;
        if is_wanted(&name) {
            let value_start = json.len() - value.len();
            let value_end = end_of_value(json, value_start)?;
            let is_text = value.starts_with('"');
            found.push((name, if is_text { value_start + 1..value_end - 1 } else { value_start..value_end }));
            at = value_end;
        }
    }
    Some(found)
}

fn name(quoted: &str) -> Option<Cow<'_, str>> {
    let plain = &quoted[1..quoted.len() - 1];
    if plain.contains('\\') { serde_json::from_str(quoted).ok().map(Cow::Owned) } else { Some(Cow::Borrowed(plain)) }
}

/// What follows the text whose first quote is here.
fn end_of_text(json: &str, start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match json.as_bytes().get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// What follows the value that begins here.
fn end_of_value(json: &str, start: usize) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_str(&json[start..]).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(start + values.byte_offset())
}
