//! What Kinde's document declares of each operation beside its route: what it takes, and what it answers.
//!
//! `declared.jsonl` has a line for each operation, in the order of [`operations`](crate::operations). A shape is JSON:
//!
//! - `"text"`, `"whole"` (a number), `"flag"`, `"object"` (of any fields), `"any"`, a choice of words such as
//!   `"user|organization"`, or alternatives such as `"flag/text"`;
//! - `[shape]`, a list;
//! - `{"name": shape}`, an object with these fields. A name that ends with `!` is required where it is sent;
//!   `{"*": shape}` is a map, whose keys are the caller's own.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

/// What is declared of an operation.
#[derive(Debug, Deserialize)]
pub struct Declared {
    /// The operation's id.
    pub id: String,
    /// The shapes of the parameters of the query.
    #[serde(default)]
    pub query: Map<String, Value>,
    /// The shape of a body of JSON.
    pub body: Option<Value>,
    /// The shape of a form.
    pub form: Option<Value>,
    /// All statuses, in their order.
    pub statuses: Vec<u16>,
    /// Whether the `errors` of a 404 are an object, unlike all others, or a list.
    pub not_found: Option<NotFound>,
    /// The shape of the body of a success.
    pub answer: Option<Value>,
}

/// What `errors` is in a 404.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NotFound {
    /// An object.
    Object,
    /// A list, as in all other statuses.
    List,
}

static ALL: LazyLock<Vec<Declared>> = LazyLock::new(|| {
    let lines = include_str!("declared.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect("each line is what is declared of an operation")).collect()
});

/// What is declared of all operations, in the order of Kinde's reference within each area.
pub fn declarations() -> impl Iterator<Item = &'static Declared> {
    ALL.iter()
}

impl Declared {
    /// The status of a success.
    #[must_use]
    pub fn success(&self) -> u16 {
        self.statuses[0]
    }

    /// The status where something that is named isn't there.
    #[must_use]
    pub fn unknown(&self) -> u16 {
        if self.not_found.is_some() { 404 } else { 400 }
    }

    /// Where the body of a success is another than declared: each place once, with what is wrong there.
    #[must_use]
    pub fn misfits(&self, body: &Value) -> Vec<String> {
        let mut misfits = Vec::new();
        if let Some(answer) = &self.answer {
            compare(answer, body, "", &mut misfits);
        }
        misfits.sort();
        misfits.dedup();
        misfits
    }
}

/// The name of a field, and whether it is required.
#[must_use]
pub fn field(name: &str) -> (&str, bool) {
    name.strip_suffix('!').map_or((name, false), |name| (name, true))
}

/// The words of a choice; none where the shape is something else.
#[must_use]
pub fn words(shape: &Value) -> Vec<&str> {
    shape.as_str().filter(|shape| shape.contains('|')).map(|shape| shape.split('|').collect()).unwrap_or_default()
}

/// A null is no misfit: hardly anything is declared nullable, and hardly anything always has a value.
fn compare(shape: &Value, value: &Value, place: &str, misfits: &mut Vec<String>) {
    match (shape, value) {
        (_, Value::Null) => {}
        (Value::Array(item), Value::Array(values)) => {
            if values.is_empty() {
                misfits.push(format!("{place}[] has nothing to look at"));
            }
            for value in values {
                compare(&item[0], value, &format!("{place}[]"), misfits);
            }
        }
        (Value::Object(fields), Value::Object(values)) => compare_fields(fields, values, place, misfits),
        (Value::String(kind), value) if is_of(kind, value) => {}
        (shape, value) => misfits.push(format!("{place} is no {shape}: {value}")),
    }
}

fn compare_fields(fields: &Map<String, Value>, values: &Map<String, Value>, place: &str, misfits: &mut Vec<String>) {
    if let Some(shape) = fields.get("*") {
        if values.is_empty() {
            misfits.push(format!("{place}.* has nothing to look at"));
        }
        for value in values.values() {
            compare(shape, value, &format!("{place}.*"), misfits);
        }
        return;
    }
    for (name, shape) in fields {
        match values.get(field(name).0) {
            Some(value) => compare(shape, value, &format!("{place}.{}", field(name).0), misfits),
            None => misfits.push(format!("{place}.{} is not there", field(name).0)),
        }
    }
    let is_declared = |name: &String| fields.keys().any(|known| field(known).0 == name);
    let undeclared = values.keys().filter(|name| !is_declared(name));
    misfits.extend(undeclared.map(|name| format!("{place}.{name} is not declared")));
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "any" => true,
        "text" => value.is_string(),
        "whole" => value.is_i64() || value.is_u64(),
        "flag" => value.is_boolean(),
        "object" => value.is_object(),
        _ if kind.contains('|') => value.as_str().is_some_and(|text| kind.split('|').any(|word| word == text)),
        _ => kind.split('/').any(|kind| is_of(kind, value)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::{Declared, declarations, is_of};

    #[test]
    fn there_is_one_of_each_operation() {
        // An operation that can be made in two ways is in the inventory twice.
        let ids: BTreeSet<&str> = crate::operations().map(|operation| operation.id).collect();
        let mut declared: Vec<&str> = declarations().map(|declared| declared.id.as_str()).collect();
        declared.sort_unstable();
        assert_eq!(declared, ids.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_body_is_declared_where_there_is_one() {
        for declared in declarations() {
            let operation = crate::operation(&declared.id).unwrap();
            assert_eq!(declared.answer.is_some(), operation.has_answer(), "{}", declared.id);
            assert_eq!(declared.statuses.contains(&404), declared.not_found.is_some(), "{}", declared.id);
        }
    }

    #[test]
    fn tells_each_place_that_does_not_fit() {
        let declared: Declared = serde_json::from_value(json!({
            "id": "x",
            "statuses": [200, 400],
            "answer": {"code": "text", "users": [{"id": "text", "count": "whole", "of": "a|b"}], "map": {"*": "flag"}},
        }))
        .unwrap();
        let fits = json!({"code": null, "users": [{"id": "1", "count": 1, "of": "b"}], "map": {"k": true}});
        assert_eq!(declared.misfits(&fits), Vec::<String>::new());
        let misfits = json!({"users": [{"id": 1, "count": 1.5, "of": "c", "more": 1}], "map": {}});
        assert_eq!(
            declared.misfits(&misfits),
            [
                ".code is not there",
                ".map.* has nothing to look at",
                ".users[].count is no \"whole\": 1.5",
                ".users[].id is no \"text\": 1",
                ".users[].more is not declared",
                ".users[].of is no \"a|b\": \"c\"",
            ]
        );
        assert_eq!(declared.misfits(&json!({"code": "", "users": [], "map": []})).len(), 2);
        assert!(is_of("flag/text", &json!(true)) && !is_of("flag/text", &json!(1)));
    }
}
