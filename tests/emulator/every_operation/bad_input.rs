//! Whatever is wrong with a call, it is refused in the document's shape, and nothing is changed.

use inventory::Declared;
use inventory::declared::{NotFound, field, words};
use serde_json::{Map, Value, json};

use super::operations;
use super::world::{Answer, Call, Everything};

/// What nothing is called.
const NOBODY: &str = "nobody_0";

/// A call that is carried out but for one thing that is wrong with it.
struct Wrong {
    what: String,
    call: Call,
    /// Whether something is named that isn't there.
    is_unknown: bool,
}

/// The wrong calls of one operation.
struct Wrongs<'a> {
    call: &'a Call,
    declared: &'a Declared,
    all: Vec<Wrong>,
}

#[test]
fn is_refused_and_changes_nothing() {
    let everything = Everything::new();
    let mut before = everything.state();
    for (operation, declared) in operations() {
        let call = everything.call(operation);
        let mut wrongs = Wrongs { call: &call, declared, all: Vec::new() };
        wrongs.in_path();
        wrongs.in_query();
        wrongs.in_body();
        for Wrong { what, call, is_unknown } in wrongs.all {
            let answer = everything.send(&call);
            let expected = if is_unknown { declared.unknown() } else { 400 };
            let what = format!("{}, {what}: {}", operation.operation_id, String::from_utf8_lossy(&answer.1));
            assert_eq!(answer.0, expected, "{what}");
            assert!(is_refusal(&answer, declared), "{what}");
        }
        let after = everything.state();
        for (asked, answer) in &after {
            assert_eq!(answer, &before[asked], "what {asked} tells after {}", operation.operation_id);
        }
        before = after;
    }
}

/// `errors`, a list of codes with messages, or one of them where the document has it so.
fn is_refusal((status, body): &Answer, declared: &Declared) -> bool {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return false;
    };
    let is_error = |error: &Value| {
        error["code"].is_string()
            && error["message"].is_string()
            && error.as_object().is_some_and(|error| error.len() <= 3)
    };
    let is_object = *status == 404 && declared.not_found == Some(NotFound::Object);
    match fields.get("errors") {
        Some(Value::Array(errors)) => {
            !is_object && fields.len() == 1 && errors.len() == 1 && errors.iter().all(is_error)
        }
        Some(error) => is_object && fields.len() == 1 && is_error(error),
        None => false,
    }
}

impl Wrongs<'_> {
    fn push(&mut self, what: impl Into<String>, is_unknown: bool, change: impl FnOnce(&mut Call)) {
        let mut call = self.call.clone();
        change(&mut call);
        self.all.push(Wrong { what: what.into(), call, is_unknown });
    }

    fn in_path(&mut self) {
        for name in self.call.path.keys() {
            self.push(format!("an unknown {name}"), true, |call| {
                call.path.insert(name.clone(), json!(NOBODY));
            });
        }
    }

    fn set_query(&mut self, name: &str, value: &str, is_unknown: bool) {
        self.push(format!("{name}={value}"), is_unknown, |call| {
            call.query.insert(name.to_owned(), json!(value));
        });
    }

    fn in_query(&mut self) {
        for (name, shape) in &self.declared.query {
            let (name, is_required) = field(name);
            // Without a code, the default organization is read.
            if is_required && name != "code" {
                self.push(format!("no {name}"), false, |call| {
                    call.query.remove(name);
                });
            }
            for value in bad_texts(name, shape) {
                self.set_query(name, value, false);
            }
            if names_one_thing(name, self.call) {
                self.set_query(name, NOBODY, true);
            }
        }
        if self.declared.query.contains_key("ending_before") {
            self.push("both ways at once", false, |call| {
                call.query.insert("starting_after".to_owned(), json!("a"));
                call.query.insert("ending_before".to_owned(), json!("b"));
            });
        }
    }

    fn in_body(&mut self) {
        let Some(shape) = &self.declared.body else {
            return self.in_form();
        };
        let bodies: [&[u8]; 9] = [b"{", b"[]", b"\"x\"", b"null", b"1", b"\xff\xfe", b"{}x", b"[{}]", b"{\"a\":1,}"];
        for body in bodies {
            self.push(String::from_utf8_lossy(body), false, |call| {
                call.raw = Some(("application/json", body.to_vec()));
            });
        }
        let body = self.call.body.clone().unwrap();
        self.push("a body of another type", false, |call| {
            call.raw = Some(("application/x-www-form-urlencoded", body.to_string().into_bytes()));
        });
        self.at(shape, &body, "");
    }

    fn in_form(&mut self) {
        if self.declared.form.is_none() {
            return;
        }
        for (content_type, content) in [
            ("multipart/form-data; boundary=B", &b""[..]),
            ("multipart/form-data; boundary=B", b"--B--"),
            ("multipart/form-data", b"--B--"),
            ("application/json", b"{}"),
        ] {
            self.push(content_type, false, |call| call.raw = Some((content_type, content.to_vec())));
        }
    }

    /// All that can be wrong at a place of the body, which is named as a pointer.
    fn at(&mut self, shape: &Value, value: &Value, pointer: &str) {
        match (shape, value) {
            (Value::Array(shape), Value::Array(values)) if !values.is_empty() => {
                self.at(&shape[0], &values[0], &format!("{pointer}/0"));
            }
            // By key, each of which names something.
            (Value::Object(fields), Value::Object(_)) if fields.contains_key("*") => {
                self.set(pointer, NOBODY, &json!("x"), true);
            }
            (Value::Object(fields), Value::Object(values)) => self.in_fields(fields, values, pointer),
            _ => {}
        }
    }

    fn in_fields(&mut self, fields: &Map<String, Value>, values: &Map<String, Value>, pointer: &str) {
        for (name, shape) in fields {
            let (name, is_required) = field(name);
            if is_required {
                self.push(format!("no {pointer}/{name}"), false, |call| {
                    object_at(call, pointer).remove(name);
                });
                self.set(pointer, name, &Value::Null, false);
            }
            for value in bad_values(shape) {
                self.set(pointer, name, &value, false);
            }
            match (NAMED.contains(&name), shape, values.get(name)) {
                (true, Value::String(kind), _) if kind == "object" => {
                    self.set(&format!("{pointer}/{name}"), NOBODY, &json!("x"), true);
                }
                // Also where the call that is carried out names nothing.
                (true, Value::String(_), _) => self.set(pointer, name, &json!(NOBODY), true),
                (true, Value::Array(items), _) if items[0].is_string() => {
                    self.set(pointer, name, &json!([NOBODY]), true);
                }
                (_, _, Some(value)) => self.at(shape, value, &format!("{pointer}/{name}")),
                _ => {}
            }
        }
    }

    fn set(&mut self, pointer: &str, name: &str, value: &Value, is_unknown: bool) {
        self.push(format!("{pointer}/{name} is {value}"), is_unknown, |call| {
            object_at(call, pointer).insert(name.to_owned(), value.clone());
        });
    }
}

fn object_at<'a>(call: &'a mut Call, pointer: &str) -> &'a mut Map<String, Value> {
    call.body.as_mut().unwrap().pointer_mut(pointer).unwrap().as_object_mut().unwrap()
}

/// Fields of bodies that name something which has to be there.
const NAMED: &[&str] = &[
    "api_id",
    "assignment_permission_id",
    "billing_feature_code",
    "billing_plan_code",
    "category_id",
    "connection_id",
    "customer_agreement_id",
    "customer_id",
    "enabled_applications",
    "enterprise_connection_id",
    "event_types",
    "id",
    "industry_key",
    "org_code",
    "organization_code",
    "permission_id",
    "permissions",
    "plan_code",
    "properties",
    "role_id",
    "roles",
    "scope_id",
    "scope_ids",
    "timezone_key",
    "user_id",
];

/// Whether a parameter of the query names one thing, and is no filter of a list.
fn names_one_thing(name: &str, call: &Call) -> bool {
    let is_of_one = matches!(name, "id" | "code" | "customer_id" | "key_code_ref" | "session_id");
    is_of_one || (call.operation.operation_id == "GetConnectedAppAuthUrl" && matches!(name, "user_id" | "org_code"))
}

/// What is no value of a parameter of the query.
fn bad_texts(name: &str, shape: &Value) -> Vec<&'static str> {
    match (name, shape.as_str().unwrap_or_default()) {
        ("page_size", _) => vec!["0", "-1", "x", "1.5", ""],
        // None, of another list, with another sort, and far beyond any.
        ("next_token", _) => vec!["x", "!!!!", "MTA=", "MTA6OjpzaG9lX2FzYw==", "LTE6OjppZF9hc2M=", "\0"],
        ("starting_after" | "ending_before", _) => vec![NOBODY, "x"],
        ("active_since" | "date_time_from" | "date_time_to", _) => vec!["yesterday", "1", ""],
        ("id" | "urls", _) => vec![""],
        (_, "flag") => vec!["maybe", "1", "TRUE", ""],
        _ if words(shape).len() > 1 => vec!["shoe", ""],
        _ => vec![],
    }
}

/// What is no value of a field of a body: of another type, or a word that isn't one of the choice.
fn bad_values(shape: &Value) -> Vec<Value> {
    match shape {
        Value::Array(item) => {
            let mut values = vec![json!("x"), json!(1), json!({}), json!([null]), json!([[]])];
            values.push(if item[0].is_string() { json!([1]) } else { json!(["x"]) });
            if !words(&item[0]).is_empty() {
                values.push(json!(["shoe"]));
            }
            values
        }
        Value::Object(_) => vec![json!("x"), json!(1), json!([])],
        _ if !words(shape).is_empty() => vec![json!("shoe"), json!(""), json!(1), json!(true), json!({})],
        Value::String(kind) => match kind.as_str() {
            "flag" => vec![json!("true"), json!(1), json!([]), json!({})],
            "whole" => vec![json!("1"), json!(1.5), json!(-1), json!(true), json!({})],
            "object" => vec![json!("x"), json!(1), json!([])],
            "text" => vec![json!(1), json!(true), json!([]), json!({})],
            _ => vec![json!([]), json!({})],
        },
        _ => Vec::new(),
    }
}

#[test]
fn a_page_has_five_hundred_at_most() {
    let everything = Everything::new();
    for (operation, _) in operations().filter(|(_, declared)| declared.query.contains_key("page_size")) {
        let mut call = everything.call(operation);
        call.query.insert("page_size".to_owned(), json!("10000"));
        let (status, body) = everything.send(&call);
        // There, Kinde is known to refuse it.
        let expected = if operation.operation_id == "GetApplicationAccessRoles" { 400 } else { 200 };
        assert_eq!(status, expected, "{}: {}", operation.operation_id, String::from_utf8_lossy(&body));
    }
}
