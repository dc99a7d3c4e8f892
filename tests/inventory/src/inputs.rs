//! The values that requests are made of.

use std::fmt;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value};

/// Values to draw from, one after the other and from the first again; any of each kind may be there.
#[derive(Clone, Default, Arbitrary)]
pub struct Inputs {
    /// Ids, keys, names, dates and the like.
    pub texts: Vec<String>,
    /// Counts and durations, and how long lists are.
    pub numbers: Vec<u64>,
    /// Flags, and which optional parameters are set.
    pub flags: Vec<bool>,
    /// The values of feature flags and properties.
    #[arbitrary(with = values)]
    pub values: Vec<Value>,
    /// Passwords, codes of sessions and the like.
    pub secrets: Vec<String>,
    /// The content of a file.
    pub bytes: Vec<u8>,
}

impl Inputs {
    /// Values that nothing refuses, each text another one; every optional parameter is set, and every list has one item.
    #[must_use]
    pub fn plain() -> Self {
        Self {
            texts: (0..40).map(|number| format!("text-{number}")).collect(),
            numbers: vec![1],
            flags: vec![true],
            values: vec![Value::from("a-value")],
            secrets: (0..10).map(|number| format!("secret-{number}")).collect(),
            bytes: b"\x89PNG\r\n\x1a\n".to_vec(),
        }
    }
}

/// A file may be large: its length tells enough.
impl fmt::Debug for Inputs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Inputs")
            .field("texts", &self.texts)
            .field("numbers", &self.numbers)
            .field("flags", &self.flags)
            .field("values", &self.values)
            .field("secrets", &self.secrets)
            .field("bytes", &String::from_utf8_lossy(&self.bytes))
            .finish()
    }
}

fn values(bytes: &mut Unstructured<'_>) -> Result<Vec<Value>> {
    let count = bytes.int_in_range(0..=6)?;
    (0..count).map(|_| value(bytes, 3)).collect()
}

fn value(bytes: &mut Unstructured<'_>, depth: u8) -> Result<Value> {
    let most = if depth == 0 { 4 } else { 6 };
    Ok(match bytes.int_in_range(0..=most)? {
        0 => Value::Null,
        1 => Value::from(bool::arbitrary(bytes)?),
        2 => Value::from(i64::arbitrary(bytes)?),
        // Exact in binary and in decimal, so that a reader need not round.
        3 => Value::from(f64::from(i32::arbitrary(bytes)?) / 8.0),
        4 => Value::from(String::arbitrary(bytes)?),
        5 => (0..bytes.int_in_range(0..=3)?).map(|_| value(bytes, depth - 1)).collect::<Result<Vec<_>>>()?.into(),
        _ => (0..bytes.int_in_range(0..=3)?)
            .map(|_| Ok((String::arbitrary(bytes)?, value(bytes, depth - 1)?)))
            .collect::<Result<Map<_, _>>>()?
            .into(),
    })
}
