//! From bytes to what they say, or to what is wrong with them.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::marker::PhantomData;
use std::path::Path;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};

use super::State;
use super::problem::Problem;

/// Bytes of a state beyond which it is refused.
pub(crate) const LARGEST_STATE: usize = 32 * 1024 * 1024;

/// Reads a JSON, and tells line, column and field of what it may not be.
pub(crate) fn json<T: DeserializeOwned>(json: &[u8]) -> Result<T, Problem> {
    if json.trim_ascii().is_empty() {
        let message = "there is nothing in it".to_owned();
        return Err(Problem { message, field: None, line: Some(1), column: Some(0) });
    }
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let Object(value) = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        problem(error.inner(), Some(path).filter(|path| path != "."))
    })?;
    deserializer.end().map_err(|error| problem(&error, None))?;
    Ok(value)
}

/// What has fields, and is nothing but an object: serde would take a list of their values for it too.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(members))
    }
}

/// For a field that is an object.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Object::deserialize(deserializer).map(|Object(value)| value)
}

/// For a field that is a list of objects.
pub(crate) fn objects<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let objects = Vec::<Object<T>>::deserialize(deserializer)?;
    Ok(objects.into_iter().map(|Object(value)| value).collect())
}

fn problem(error: &serde_json::Error, field: Option<String>) -> Problem {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = text.strip_suffix(&place).unwrap_or(&text).to_owned();
    let (line, column) = (error.line() > 0).then(|| (error.line(), error.column())).unzip();
    Problem { message, field, line, column }
}

/// Reads a seed file.
pub(crate) fn file(path: &Path) -> Result<(State, Vec<u8>), Problem> {
    let unreadable = |error| Problem::new(format!("can't be read: {error}"));
    let mut bytes = Vec::new();
    let limit = LARGEST_STATE as u64 + 1;
    File::open(path).map_err(unreadable)?.take(limit).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LARGEST_STATE {
        return Err(Problem::new(too_large()));
    }
    Ok((json(&bytes)?, bytes))
}

pub(crate) fn too_large() -> String {
    format!("is larger than {} MiB", LARGEST_STATE >> 20)
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::super::problem::Problem;
    use super::json;

    #[test]
    fn tells_where_something_is_wrong() {
        for (text, expected) in [
            (
                "{\n \"users\": [\n  {\"email\": 1}]}",
                "line 3, column 13: users[0].email: invalid type: integer `1`, expected a string",
            ),
            ("{\"roles\": [{}]}", "line 1, column 13: roles[0]: missing field `key`"),
            ("{\"webhooks\": 1}", "line 1, column 14: webhooks: invalid type: integer `1`, expected a sequence"),
            ("", "line 1, column 0: there is nothing in it"),
            (" \n", "line 1, column 0: there is nothing in it"),
            ("[]", "line 1, column 0: invalid type: sequence, expected an object"),
            ("{\"users\": [[]]}", "line 1, column 11: users[0]: invalid type: sequence, expected an object"),
            ("{\"environment\": []}", "line 1, column 16: environment: invalid type: sequence, expected an object"),
            ("{} x", "line 1, column 4: trailing characters"),
        ] {
            let problem = json::<State>(text.as_bytes()).unwrap_err();
            assert_eq!(problem.to_string(), expected);
        }
    }

    #[test]
    fn knows_no_unknown_fields() {
        let Problem { message, line, .. } = json::<State>(b"{\n\"user\": []}").unwrap_err();
        assert!(message.starts_with("unknown field `user`, expected one of"), "{message}");
        assert_eq!(line, Some(2));
    }
}
