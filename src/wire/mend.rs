//! Makes JSON that others read without complaint into JSON that serde's types read too.
//!
//! Everything keeps its place, so that an error in what is mended tells where it is in what came.

use std::borrow::Cow;
use std::ops::Range;

/// Nesting beyond this is not read anyway.
const DEEPEST: usize = 128;

/// How many names an object may have of which one has an escape: each is decoded for as long as they are sorted.
const MOST_ESCAPED: usize = 10_000;

/// A text in which of each member only the last one of its name is left, and half a surrogate pair is U+FFFD.
pub(crate) struct Mended {
    json: Vec<u8>,
    /// Where numbers stand that no `f64` holds.
    out_of_range: Vec<Range<usize>>,
}

impl Mended {
    /// Mends a text that is known to be JSON; none where there is nothing to mend.
    pub(crate) fn of(json: &str) -> Option<Self> {
        let mut mender = Mender { json: json.as_bytes().to_vec(), ..Mender::default() };
        mender.run()?;
        let Mender { json, mut out_of_range, is_changed, .. } = mender;
        // Some may have been in members that are gone.
        out_of_range.retain(|number| json[number.start] != b' ');
        (is_changed || !out_of_range.is_empty()).then_some(Self { json, out_of_range })
    }

    /// Whether there are numbers that no `f64` holds.
    pub(crate) fn has_out_of_range(&self) -> bool {
        !self.out_of_range.is_empty()
    }

    /// The text with another one in the place of each number out of range, none of which is shorter than five bytes.
    pub(crate) fn with(&mut self, replacement: &str) -> &str {
        for range in &self.out_of_range {
            let place = &mut self.json[range.clone()];
            place.fill(b' ');
            for (byte, new) in place.iter_mut().zip(replacement.bytes()) {
                *byte = new;
            }
        }
        // Whole escapes, members and numbers were replaced by ASCII, so this can't fail; nothing is not JSON either.
        std::str::from_utf8(&self.json).unwrap_or_default()
    }
}

/// A list or an object that is not closed yet.
struct Open {
    is_object: bool,
    /// How many of the members are of those around it.
    outer_members: usize,
}

#[derive(Default)]
struct Mender {
    json: Vec<u8>,
    at: usize,
    open: Vec<Open>,
    /// Where the names of the members of all open objects start.
    members: Vec<u32>,
    out_of_range: Vec<Range<usize>>,
    is_changed: bool,
}

impl Mender {
    fn run(&mut self) -> Option<()> {
        let mut is_name_next = false;
        while let Some(byte) = self.json.get(self.at) {
            match byte {
                b'{' | b'[' => {
                    is_name_next = *byte == b'{';
                    self.open(is_name_next)?;
                }
                b'}' | b']' => {
                    self.close()?;
                    is_name_next = false;
                }
                b',' => {
                    is_name_next = self.open.last()?.is_object;
                    self.at += 1;
                }
                b'"' => {
                    if is_name_next {
                        self.members.push(u32::try_from(self.at).ok()?);
                        is_name_next = false;
                    }
                    self.string()?;
                }
                b'-' | b'0'..=b'9' => self.number(),
                _ => self.at += 1,
            }
        }
        Some(())
    }

    fn open(&mut self, is_object: bool) -> Option<()> {
        if self.open.len() == DEEPEST {
            return None;
        }
        self.open.push(Open { is_object, outer_members: self.members.len() });
        self.at += 1;
        Some(())
    }

    fn close(&mut self) -> Option<()> {
        let closed = self.open.pop()?;
        if closed.is_object {
            self.blank_all_but_the_last(closed.outer_members)?;
        }
        self.at += 1;
        Some(())
    }

    fn blank_all_but_the_last(&mut self, outer_members: usize) -> Option<()> {
        for (start, end) in self.earlier_members(outer_members)? {
            self.json[start as usize..end as usize].fill(b' ');
            self.is_changed = true;
        }
        self.members.truncate(outer_members);
        Some(())
    }

    /// Where the members of the innermost object start and end that have a later one of the same name.
    fn earlier_members(&self, outer_members: usize) -> Option<Vec<(u32, u32)>> {
        let members = &self.members[outer_members..];
        if members.len() < 2 {
            return Some(Vec::new());
        }
        let name = |start: u32| name_at(&self.json, start as usize);
        let mut order = members.to_vec();
        if members.iter().any(|start| matches!(name(*start), Cow::Owned(_))) {
            if members.len() > MOST_ESCAPED {
                return None;
            }
            order.sort_by_cached_key(|start| (name(*start), *start));
        } else {
            order.sort_unstable_by(|left, right| name(*left).cmp(&name(*right)).then(left.cmp(right)));
        }
        let same = order.windows(2).filter(|pair| name(pair[0]) == name(pair[1]));
        // There is a later one, so that this one ends where the next begins, behind its comma.
        let end = |start| members.get(members.partition_point(|other| *other <= start)).copied();
        same.map(|pair| Some((pair[0], end(pair[0])?))).collect()
    }

    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.json.get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' if self.json.get(self.at + 1) == Some(&b'u') => self.unicode_escape()?,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    /// `\u0041`, or both halves of a surrogate pair.
    fn unicode_escape(&mut self) -> Option<()> {
        let start = self.at;
        let is_high = |unit| (0xd800..0xdc00).contains(&unit);
        let is_low = |unit| (0xdc00..0xe000).contains(&unit);
        let unit = escaped_unit(&self.json[start..])?;
        self.at = start + ESCAPE;
        if is_high(unit) && escaped_unit(&self.json[self.at..]).is_some_and(is_low) {
            self.at += ESCAPE;
        } else if is_high(unit) || is_low(unit) {
            self.json[start..self.at].copy_from_slice(b"\\ufffd");
            self.is_changed = true;
        }
        Some(())
    }

    fn number(&mut self) {
        let start = self.at;
        let is_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let length = self.json[start..].iter().take_while(|byte| is_number(byte)).count();
        self.at = start + length;
        let number = std::str::from_utf8(&self.json[start..self.at]).unwrap_or_default();
        if number.parse().is_ok_and(f64::is_infinite) {
            self.out_of_range.push(start..self.at);
        }
    }
}

/// The length of `\u0041`.
const ESCAPE: usize = 6;

/// The UTF-16 unit of the escape that a text begins with.
fn escaped_unit(json: &[u8]) -> Option<u16> {
    let digits = std::str::from_utf8(json.get(..ESCAPE)?).ok()?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok()
}

/// The name of the member that begins here; owned where it had to be decoded.
fn name_at(json: &[u8], start: usize) -> Cow<'_, [u8]> {
    let rest = &json[start..];
    let mut end = 1;
    let mut is_escaped = false;
    while let Some(byte) = rest.get(end).filter(|byte| **byte != b'"') {
        is_escaped |= *byte == b'\\';
        end += if *byte == b'\\' { 2 } else { 1 };
    }
    let name = rest.get(1..end).unwrap_or_default();
    if is_escaped {
        if let Ok(decoded) = serde_json::from_slice::<String>(rest.get(..=end).unwrap_or_default()) {
            return Cow::Owned(decoded.into_bytes());
        }
    }
    Cow::Borrowed(name)
}

#[cfg(test)]
mod tests {
    use super::Mended;

    fn mended(json: &str) -> Option<String> {
        Mended::of(json).map(|mut mended| mended.with("null").to_owned())
    }

    #[test]
    fn leaves_alone_what_is_in_order() {
        for json in [
            "{}",
            "[]",
            "7",
            r#""""#,
            r#"{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}"#,
            r#"{"a":"a","b":"a","a,":[1,2],"\"a":0}"#,
            r#"["\ud83d\ude00","\\ud800","\u0041",1e308,-0.1E-999,123456789012345678901234567890]"#,
        ] {
            assert_eq!(mended(json), None, "{json}");
        }
    }

    #[test]
    fn the_last_of_each_name_is_left_in_its_place() {
        for (json, expected) in [
            (r#"{"a":1,"a":2}"#, r#"{      "a":2}"#),
            (r#"{"a":1,"b":2,"a":3,"a":4,"c":5}"#, r#"{      "b":2,      "a":4,"c":5}"#),
            (r#"{"a":{"b":1,"b":2},"b":0,"a":[{"c":1,"c":2}]}"#, r#"{                  "b":0,"a":[{      "c":2}]}"#),
            (r#"{"\u0061":1,"a":2}"#, r#"{           "a":2}"#),
            ("[{\"é\" : \"}\" ,\n\"é\":0}]", "[{             \"é\":0}]"),
        ] {
            assert_eq!(mended(json).as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn half_a_pair_is_a_replacement_character() {
        for (json, expected) in [
            (r#""\ud800""#, r#""\ufffd""#),
            (r#""\uDC00\uD83D\uDE00\uD83Dx\uD83D\n""#, r#""\ufffd\uD83D\uDE00\ufffdx\ufffd\n""#),
            (r#"{"\ud800":1,"\ufffd":2}"#, r#"{           "\ufffd":2}"#),
        ] {
            assert_eq!(mended(json).as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn a_number_out_of_range_is_whatever_is_asked_for() {
        let mut mended = Mended::of(r#"{"a":1e999,"b":[-9e9999, 1e5]}"#).unwrap();
        assert!(mended.has_out_of_range());
        assert_eq!(mended.with("[[]]"), r#"{"a":[[]] ,"b":[[[]]   , 1e5]}"#);
        assert_eq!(mended.with("null"), r#"{"a":null ,"b":[null   , 1e5]}"#);
        let mut mended = Mended::of(r#"{"a":1e999,"a":1}"#).unwrap();
        assert!(!mended.has_out_of_range());
        assert_eq!(mended.with("null"), r#"{          "a":1}"#);
    }

    #[test]
    #[cfg_attr(miri, ignore = "so many names take minutes")]
    fn no_more_than_ten_thousand_names_with_escapes_are_compared() {
        let object = |members: usize| format!("{{{}}}", vec![r#""\u0061":1"#; members].join(","));
        let left = |members: usize| mended(&object(members)).map(|json| json.matches("u0061").count());
        assert_eq!((left(10_000), left(10_001)), (Some(1), None));
    }

    #[test]
    fn is_no_deeper_than_what_is_read() {
        let nested = |depth| ["[".repeat(depth), r#"{"a":1,"a":2}"#.to_owned(), "]".repeat(depth)].concat();
        assert!(mended(&nested(127)).is_some());
        assert_eq!(mended(&nested(128)), None);
    }
}
