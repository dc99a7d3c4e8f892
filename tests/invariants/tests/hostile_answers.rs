//! Whatever a server sends, it becomes an output or an error that keeps all of it.

use std::sync::LazyLock;
use std::thread;

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use invariants::check_answer;
use inventory::{Operation, operations, operations_by_answer};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// So many answers do all four tests give to all operations together, unless `PROPTEST_CASES` says how many each gives to
/// each.
const ANSWERS_IN_ALL: usize = 500_000;

fn config() -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return ProptestConfig::default();
    }
    let cases = ANSWERS_IN_ALL / (4 * operations().count());
    ProptestConfig::with_cases(u32::try_from(cases).expect("a test has fewer than 2^32 cases"))
}

fn status() -> impl Strategy<Value = StatusCode> {
    let known = select(&[200_u16, 201, 204, 299, 400, 401, 403, 404, 406, 429, 500, 502, 503][..]);
    prop_oneof![3 => known, 1 => 100_u16..1000]
        .prop_map(|status| StatusCode::from_u16(status).expect("from 100 to 999"))
}

fn headers() -> impl Strategy<Value = HeaderMap> {
    let name =
        select(&["retry-after", "ratelimit-reset", "content-type", "x-other"][..]).prop_map(HeaderName::from_static);
    let value = prop_oneof![
        3 => "[0-9]{1,25}".prop_map(String::into_bytes),
        2 => r"[ \t]?[-+]?[0-9]{0,4}[.eE]?[0-9]{0,3}[ \t]?".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..10),
        1 => select(&["", "NaN", "inf", "-1", "Tue, 24 Nov 2026 00:00:00 GMT"][..]).prop_map(|text| text.as_bytes().to_vec()),
    ];
    let value = value.prop_filter_map("can't stand in a header", |bytes| HeaderValue::from_bytes(&bytes).ok());
    vec((name, value), 0..5).prop_map(|pairs| {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(name, value);
        }
        headers
    })
}

fn check_all(status: StatusCode, headers: &HeaderMap, body: &[u8]) {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    headers.clone_into(answer.headers_mut());
    for operation in operations() {
        check_answer(operation, &answer);
    }
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        vec(any::<char>(), 0..300).prop_map(|characters| Value::from(String::from_iter(characters))),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = select(&["code", "message", "errors", "error", "error_description", "id", "mfa", "connection", "x"][..]);
    scalar().prop_recursive(4, 24, 4, move |value| {
        prop_oneof![
            vec(value.clone(), 0..4).prop_map(Value::from),
            vec((name.clone(), value), 0..5)
                .prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

/// Something that happens to one value of an answer.
#[derive(Clone, Debug)]
enum Edit {
    Becomes(Value),
    InList,
    InObject,
    Repeated(usize),
    Nested(usize),
    WithAnother(&'static str, Value),
}

impl Edit {
    fn apply(&self, value: &mut Value) {
        let before = value.take();
        *value = match (self, before) {
            (Self::Becomes(other), _) => other.clone(),
            (Self::InList, before) => json!([before]),
            (Self::InObject, before) => json!({ "x": before }),
            (Self::Repeated(times), before) => Value::from(vec![before; *times]),
            (Self::Nested(depth), before) => (0..*depth).fold(before, |inner, _| json!([inner])),
            (Self::WithAnother(name, other), Value::Object(mut entries)) => {
                entries.insert((*name).to_owned(), other.clone());
                Value::Object(entries)
            }
            (Self::WithAnother(..), before) => before,
        };
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => scalar().prop_map(Edit::Becomes),
        1 => select(vec![json!([]), json!({}), json!(""), json!([null]), json!({"": null})]).prop_map(Edit::Becomes),
        1 => Just(Edit::InList),
        1 => Just(Edit::InObject),
        1 => (0_usize..20).prop_map(Edit::Repeated),
        1 => (1_usize..200).prop_map(Edit::Nested),
        1 => (select(&["code", "errors", "id", "x", "connection"][..]), scalar()).prop_map(|(name, value)| Edit::WithAnother(name, value)),
    ]
}

/// The value at a place, counted from the root down.
fn value_at<'a>(value: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| value_at(item, place)),
        Value::Object(entries) => entries.values_mut().find_map(|entry| value_at(entry, place)),
        _ => None,
    }
}

/// Something that happens to the bytes of an answer.
#[derive(Clone, Debug)]
enum Damage {
    None,
    CutShort(usize),
    Overwritten(usize, u8),
    Doubled(usize),
    Followed(&'static [u8]),
    Preceded(&'static [u8]),
}

impl Damage {
    fn apply(&self, body: &mut Vec<u8>) {
        let length = body.len() + 1;
        match self {
            Self::None => {}
            Self::CutShort(at) => body.truncate(at % length),
            Self::Overwritten(at, byte) => body[at % (length - 1)] = *byte,
            Self::Doubled(at) => body.extend_from_within(at % length..),
            Self::Followed(bytes) => body.extend_from_slice(bytes),
            Self::Preceded(bytes) => drop(body.splice(..0, bytes.iter().copied())),
        }
    }
}

/// What may stand before or after a body, or should not.
const AROUND: &[&[u8]] = &[b" \r\n\t", b"\xef\xbb\xbf", b"\0", b"{}", b"[", b",", b"<html>", b"\xff"];

fn damage() -> impl Strategy<Value = Damage> {
    let bytes = || select(AROUND);
    prop_oneof![
        4 => Just(Damage::None),
        1 => any::<usize>().prop_map(Damage::CutShort),
        1 => any::<(usize, u8)>().prop_map(|(at, byte)| Damage::Overwritten(at, byte)),
        1 => any::<usize>().prop_map(Damage::Doubled),
        1 => bytes().prop_map(Damage::Followed),
        1 => bytes().prop_map(Damage::Preceded),
    ]
}

/// Each operation's own full answer.
static ANSWERS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let answer = |text: &str| if text.is_empty() { json!({}) } else { serde_json::from_str(text).expect("it is JSON") };
    operations().map(|operation| answer(operation.answer)).collect()
});

#[test]
fn every_answer_is_read_as_it_is() {
    for operation in operations() {
        let answer = Response::new(operation.answer.as_bytes());
        assert!(operation.response(&answer).is_ok(), "{}", operation.id);
    }
}

/// All read an error alike.
fn any_operation() -> &'static Operation {
    operations().next().expect("there are some")
}

const DEEP: usize = 10_000;

/// Runs on a stack of a megabyte: one that grew with the nesting, if only by 105 bytes a level, would not do. Half of it is
/// too little for the 128 levels that are read, where nothing is optimised.
fn on_a_small_stack(test: fn()) {
    let thread = thread::Builder::new().stack_size(1 << 20).spawn(test).expect("there is room for a thread");
    thread.join().expect("the stack is enough, and the test holds");
}

#[test]
fn deep_nesting_ends_in_an_error() {
    on_a_small_stack(|| {
        for (operation, answer) in operations().zip(&*ANSWERS) {
            for name in answer.as_object().expect("it is an object").keys() {
                let body = format!(r#"{{"{name}":{}{}}}"#, "[".repeat(DEEP), "]".repeat(DEEP));
                let error = operation.response(&Response::new(body.as_bytes())).expect_err(operation.id);
                assert!(error.is_decode());
            }
        }
    });
}

#[test]
fn deep_nesting_is_harmless_wherever_it_is() {
    on_a_small_stack(|| {
        for (open, close) in [("[", "]"), (r#"{"x":"#, "}"), (r#"{"errors":"#, "}"), (r#"[{"code":"#, "}]")] {
            let deep = [open.repeat(DEEP), "0".to_owned(), close.repeat(DEEP)].concat();
            for body in [deep.clone(), format!(r#"{{"x":{deep}}}"#), format!(r#"{{"errors":[{deep}]}}"#)] {
                let mut answer = Response::new(body.as_bytes());
                for operation in operations_by_answer() {
                    check_answer(operation, &answer);
                }
                *answer.status_mut() = StatusCode::BAD_REQUEST;
                check_answer(any_operation(), &answer);
            }
        }
    });
}

#[test]
fn a_thousand_long_errors_are_shown_in_a_line() {
    let error = json!({ "code": "C".repeat(1_000), "message": "\n".repeat(1_000) });
    let body = json!({ "errors": vec![error; 1_000] }).to_string();
    let answer = Response::builder().status(403).body(body.as_bytes()).expect("it is one");
    let error = any_operation().response(&answer).expect_err("403 is an error");
    let (code, message) = (format!("{}…", "C".repeat(200)), format!("{}…", "\\n".repeat(200)));
    assert_eq!(error.errors().len(), 1_000);
    assert_eq!(error.to_string(), format!("403 Forbidden: {code}: {message}"));
    let debug = format!("{error:?}");
    let expected = format!(
        "ResponseError {{ status: 403, code: Some(\"{code}\"), message: Some(\"{message}\"), errors: 1000, \
         retry_after: None, decode: None, body: {} bytes, .. }}",
        body.len()
    );
    assert_eq!(debug, expected);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn its_own_answer_changed(
        status in status(),
        headers in headers(),
        edits in vec((any::<usize>(), edit()), 0..4),
        damage in damage(),
    ) {
        for (operation, answer) in operations().zip(&*ANSWERS) {
            let mut answer = answer.clone();
            for (place, edit) in &edits {
                if let Some(value) = value_at(&mut answer, &mut (place % 40)) {
                    edit.apply(value);
                }
            }
            let mut body = answer.to_string().into_bytes();
            damage.apply(&mut body);
            let mut answer = Response::new(body.as_slice());
            *answer.status_mut() = status;
            headers.clone_into(answer.headers_mut());
            check_answer(operation, &answer);
        }
    }

    #[test]
    fn any_bytes(status in status(), headers in headers(), body in vec(any::<u8>(), 0..200)) {
        check_all(status, &headers, &body);
    }

    #[test]
    fn any_json_at_all(status in status(), headers in headers(), body in any_json(), damage in damage()) {
        let mut body = body.to_string().into_bytes();
        damage.apply(&mut body);
        check_all(status, &headers, &body);
    }

    #[test]
    fn errors_in_every_shape(
        status in 300_u16..1000,
        headers in headers(),
        shape in 0_usize..7,
        code in scalar(),
        message in scalar(),
        odd in any_json(),
    ) {
        let body = match shape {
            0 => json!({ "errors": [{ "code": code, "message": message, "field": odd }] }),
            1 => json!({ "errors": { "code": code, "message": message, "x": odd } }),
            2 => json!({ "code": code, "message": message, "errors": odd }),
            3 => json!({ "error": code, "error_description": message, "x": odd }),
            4 => json!({ "errors": [odd, code, message] }),
            5 => json!({ "errors": code, "message": message }),
            _ => json!([{ "code": code, "message": message }]),
        };
        let status = StatusCode::from_u16(status).expect("from 300 to 999");
        check_all(status, &headers, body.to_string().as_bytes());
    }
}
