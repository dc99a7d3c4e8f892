//! Writes JSON as Kinde wants it, where that is not what serde derives.

use serde::Serializer;
use serde_json::Value;

/// A value where Kinde wants a text: a string as it is, anything else as its JSON. For `#[serde(serialize_with)]`.
pub(crate) fn value_as_text<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Value::String(text) => serializer.serialize_str(text),
        other => serializer.collect_str(other),
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Value, json};

    #[derive(Serialize)]
    struct Flag {
        #[serde(serialize_with = "super::value_as_text")]
        value: Value,
    }

    #[test]
    fn a_value_is_written_as_a_text() {
        for (value, body) in [
            (json!("dark"), r#"{"value":"dark"}"#),
            (json!(17), r#"{"value":"17"}"#),
            (json!(true), r#"{"value":"true"}"#),
            (json!(["a"]), r#"{"value":"[\"a\"]"}"#),
        ] {
            assert_eq!(serde_json::to_string(&Flag { value }).unwrap(), body);
        }
    }
}
