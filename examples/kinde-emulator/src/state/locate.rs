//! On which line a field of a JSON stands, for what is wrong with it beyond its type.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Line and column of a field such as `users[3].email`, or of the nearest thing around it that is found.
pub(crate) fn locate(json: &[u8], field: &str) -> Option<(usize, usize)> {
    let steps = steps(field);
    (0..=steps.len()).rev().find_map(|length| at(json, &steps[..length]))
}

/// `serde_json` tells where it was when a visitor failed: this one fails at the field that is looked for.
fn at(json: &[u8], steps: &[Step<'_>]) -> Option<(usize, usize)> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let error = Search(steps).deserialize(&mut deserializer).err()?;
    (error.to_string().starts_with(FOUND) && error.line() > 0).then(|| (error.line(), error.column()))
}

const FOUND: &str = "here it is";

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// A key that has a dot of its own is not understood; what is around it is found then.
fn steps(field: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in field.split('.') {
        let (key, indexes) = part.split_once('[').unwrap_or((part, ""));
        if !key.is_empty() {
            steps.push(Step::Key(key));
        }
        let indexes = indexes.split('[').filter_map(|index| index.strip_suffix(']')?.parse().ok());
        steps.extend(indexes.map(Step::Index));
    }
    steps
}

struct Search<'a>(&'a [Step<'a>]);

impl<'de> DeserializeSeed<'de> for Search<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Search<'_> {
    fn end<E: Error>(&self) -> Result<(), E> {
        if self.0.is_empty() { Err(E::custom(FOUND)) } else { Ok(()) }
    }
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.end()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.end()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.end()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.end()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.end()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.end()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some((Step::Index(wanted), rest)) = self.0.split_first() else {
            self.end()?;
            while items.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        };
        for _ in 0..*wanted {
            if items.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        items.next_element_seed(Search(rest))?;
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.end()?;
        while let Some(key) = members.next_key::<String>()? {
            match self.0.split_first() {
                Some((Step::Key(wanted), rest)) if key == *wanted => members.next_value_seed(Search(rest))?,
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::locate;

    const JSON: &[u8] = b"{\n  \"users\": [\n    {\"email\": \"a\"},\n    {\"email\": \"b\",\n     \"x.y\": 1}\n  ]\n}";

    #[test]
    fn finds_the_line_of_a_field() {
        assert_eq!(locate(JSON, "users[0].email"), Some((3, 17)));
        assert_eq!(locate(JSON, "users[1].email"), Some((4, 17)));
    }

    #[test]
    fn finds_what_is_around_a_field_that_is_not_there() {
        let user = locate(JSON, "users[1]");
        assert_eq!(user.map(|(line, _)| line), Some(4));
        for field in ["users[1].phone", "users[1].x.y", "users[1].email.more"] {
            assert_eq!(locate(JSON, field).map(|(line, _)| line), Some(4), "{field}");
        }
        assert_eq!(locate(JSON, "nothing").map(|(line, _)| line), Some(2), "where the whole has its first member");
        assert_eq!(locate(b"", "users"), None);
    }
}
