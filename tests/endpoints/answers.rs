//! How the body of a success is read, whichever endpoint it answers.

use inventory::AnyEndpoint;
use kinde_api::organizations::{
    GetOrganizationFeatureFlags, GetOrganizationPropertyValues, GetOrganizationRoleUsersCount, GetOrganizationUsers,
};
use kinde_api::{Endpoint, ResponseError};
use serde_json::error::Category;
use serde_json::{Value, json};

use crate::wire::{fixture, read_any, response};
use crate::{every_endpoint, every_endpoint_with_an_output};

/// An endpoint with an output, and the body that it answers.
fn every_answer() -> impl Iterator<Item = (Box<dyn AnyEndpoint>, &'static str)> {
    every_endpoint_with_an_output().into_iter().map(|endpoint| {
        let body = fixture(endpoint.operation().operation_id);
        (endpoint, body)
    })
}

/// The list without which there is no answer, if that is what the endpoint asks for.
fn list_of(endpoint: &dyn AnyEndpoint) -> Option<&'static str> {
    inventory::operation(endpoint.operation().operation_id).and_then(|operation| operation.list)
}

/// The output as JSON.
fn read(endpoint: &dyn AnyEndpoint, status: u16, body: impl AsRef<[u8]>) -> Value {
    let body = body.as_ref();
    read_any(endpoint, &response(status, body)).unwrap_or_else(|error| {
        let operation_id = endpoint.operation().operation_id;
        panic!("{operation_id}: {error:?}: {}", excerpt(body))
    })
}

/// The error, of which no part of the response may have got lost.
#[track_caller]
fn decode_error(endpoint: &dyn AnyEndpoint, status: u16, body: impl AsRef<[u8]>) -> ResponseError {
    let response = response(status, body);
    let Err(error) = read_any(endpoint, &response) else {
        panic!("{} takes {}", endpoint.operation().operation_id, excerpt(response.body()));
    };
    assert!(error.is_decode());
    assert_eq!(error.status(), response.status());
    assert_eq!(error.headers(), response.headers());
    assert_eq!(error.body(), response.body());
    assert_eq!(error.errors(), []);
    error
}

#[test]
fn any_2xx_is_a_success() {
    for (endpoint, body) in every_answer() {
        let expected = read(&*endpoint, 200, body);
        assert_ne!(expected, endpoint.absent());
        for status in [201, 202, 203, 204, 206, 226, 299] {
            assert_eq!(read(&*endpoint, status, body), expected);
        }
    }
}

#[test]
fn every_field_is_absent_where_there_is_no_body_unless_something_was_asked_for() {
    for endpoint in every_endpoint() {
        for body in ["", " ", "\r\n\t \n", "{}", " {\n} "] {
            for status in [200, 201, 202, 204, 299] {
                let is_asked_for = endpoint.operation().method == http::Method::GET;
                if list_of(&*endpoint).is_some() || is_asked_for && body.trim().is_empty() {
                    decode_error(&*endpoint, status, body);
                } else {
                    assert_eq!(read(&*endpoint, status, body), endpoint.absent(), "{body:?}");
                }
            }
        }
    }
}

#[test]
fn a_list_that_is_asked_for_is_there_or_null() {
    for endpoint in every_endpoint() {
        let Some(list) = list_of(&*endpoint) else { continue };
        for body in [json!({ list: null }), json!({ list: [] }), json!({ list: [null] })] {
            assert_eq!(read(&*endpoint, 200, body.to_string()), endpoint.absent(), "{body}");
        }
        let error = decode_error(&*endpoint, 200, r#"{"code":"OK","message":"Success"}"#);
        assert_eq!(error.decode_error().unwrap().category(), Category::Data);
    }
}

#[test]
fn every_field_may_be_null() {
    for (endpoint, body) in every_answer() {
        let mut body: Value = serde_json::from_str(body).unwrap();
        for field in body.as_object_mut().unwrap().values_mut() {
            *field = Value::Null;
        }
        assert_eq!(read(&*endpoint, 200, body.to_string()), endpoint.absent());
    }
}

#[test]
fn whatever_is_null_is_as_if_absent_wherever_it_stands() {
    for (endpoint, body) in every_answer() {
        let body: Value = serde_json::from_str(body).unwrap();
        let list = list_of(&*endpoint).map(|list| format!("/{list}"));
        let is_field = |pointer: &String| Some(pointer) != list.as_ref() && !is_within_any_json(pointer);
        for pointer in pointers(&body).into_iter().filter(is_field) {
            let null = with_null(body.clone(), &pointer);
            let absent = without(body.clone(), &pointer);
            assert_eq!(
                read(&*endpoint, 200, null.to_string()),
                read(&*endpoint, 200, absent.to_string()),
                "{}{pointer}",
                endpoint.operation().operation_id
            );
        }
    }
}

/// The places of maps in answers: no key of theirs is unknown.
const MAPS: [&str; 2] = ["/feature_flags", "/results/0/properties"];

/// The places of objects of any JSON in answers: what is in them is kept as it is.
const ANY_JSON: [&str; 2] = ["/event/data", "/event_types/0/schema"];

fn is_within_any_json(pointer: &str) -> bool {
    ANY_JSON.iter().any(|place| pointer.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
}

#[test]
fn unknown_fields_are_ignored_wherever_they_stand() {
    for (endpoint, body) in every_answer() {
        let body: Value = serde_json::from_str(body).unwrap();
        let expected = read(&*endpoint, 200, body.to_string());
        for pointer in [String::new()].into_iter().chain(pointers(&body)) {
            let is_open = MAPS.contains(&pointer.as_str()) || ANY_JSON.contains(&pointer.as_str());
            if is_open || is_within_any_json(&pointer) {
                continue;
            }
            let mut body = body.clone();
            let Some(Value::Object(fields)) = body.pointer_mut(&pointer) else { continue };
            fields.insert("unheard_of".to_owned(), json!({"a": [null, 1.5e300, "\u{1f600}", {"code": 1}]}));
            assert_eq!(read(&*endpoint, 200, body.to_string()), expected, "{pointer}");
        }
    }
}

#[test]
fn white_space_around_the_object_does_not_matter() {
    for (endpoint, body) in every_answer() {
        assert_eq!(read(&*endpoint, 200, format!("\r\n \t{body}\n\n ")), read(&*endpoint, 200, body));
    }
}

#[test]
fn a_body_that_is_cut_short_is_an_error_wherever_it_is_cut() {
    for (endpoint, body) in every_answer() {
        let body = body.trim_end();
        for length in 1..body.len() {
            let error = decode_error(&*endpoint, 200, &body.as_bytes()[..length]);
            assert_eq!(error.decode_error().unwrap().category(), Category::Eof, "{length} bytes");
        }
    }
}

#[test]
fn what_is_no_object_is_an_error() {
    let bodies: [&[u8]; 20] = [
        b"null",
        b"true",
        b"17",
        b"\"text\"",
        b"[]",
        b"[{}]",
        b"[\"OK\",\"text\"]",
        b"\xef\xbb\xbf{}",
        b"\xef\xbb\xbf",
        b"\xff\xfe{\0}\0",
        b"<!DOCTYPE html><html><body>502</body></html>",
        b"OK",
        b"{} {}",
        b"{}x",
        b"{\"code\":\"\xff\"}",
        b"{\"unheard_of\":\"\xc3\"}",
        b"{\"code\":'OK'}",
        b"{\"code\":\"OK\",}",
        b"{\"code\":NaN}",
        b"\0",
    ];
    for endpoint in every_endpoint_with_an_output() {
        for body in bodies {
            for status in [200, 201, 202, 204, 299] {
                decode_error(&*endpoint, status, body);
            }
        }
    }
}

#[test]
fn of_a_field_that_is_there_twice_the_last_one_holds() {
    for (endpoint, body) in every_answer() {
        let expected = read(&*endpoint, 200, body);
        let fields: Value = serde_json::from_str(body).unwrap();
        for field in fields.as_object().unwrap().keys() {
            for first in ["null", "-1", r#"{"a":[1]}"#] {
                let body = body.replacen('{', &format!("{{{}:{first},", json!(field)), 1);
                assert_eq!(read(&*endpoint, 200, body), expected, "{field}");
            }
        }
    }
}

#[test]
fn half_a_surrogate_pair_is_a_replacement_character_wherever_it_stands() {
    for (endpoint, body) in every_answer() {
        let unknown = body.replacen('{', r#"{"unheard_of":"\ud83d","#, 1);
        assert_eq!(read(&*endpoint, 200, unknown), read(&*endpoint, 200, body));
    }
    let half = r#"{"organization_users":[{"full_name":"\udc00 17","last_name":"\ud83d\ude00"}]}"#;
    let page = GetOrganizationUsers::new("org_17").response(&response(200, half)).unwrap();
    assert_eq!(page.organization_users[0].full_name.as_deref(), Some("\u{fffd} 17"));
    assert_eq!(page.organization_users[0].last_name.as_deref(), Some("\u{1f600}"));
}

#[test]
fn a_number_out_of_range_is_no_value() {
    for (endpoint, body) in every_answer() {
        let unknown = body.replacen('{', r#"{"unheard_of":1e999,"#, 1);
        assert_eq!(read(&*endpoint, 200, unknown), read(&*endpoint, 200, body));
    }
    let properties = GetOrganizationPropertyValues::new("org_17");
    let body = r#"{"properties":[{"key":"a","value":[1e999,1]},{"key":"b","value":-1e999}]}"#;
    let read = properties.response(&response(200, body)).unwrap().properties;
    assert_eq!((&read[0].value, &read[1].value), (&Some(json!([null, 1])), &None));
    decode_error(&GetOrganizationRoleUsersCount::new("org_17", "role_17"), 200, r#"{"count":1e999}"#);
}

#[test]
fn what_is_not_kindes_is_no_success() {
    let with = |name: &str, value: &str| {
        http::Response::builder().status(200).header(name, value).body(b"{}".to_vec()).unwrap()
    };
    for endpoint in every_endpoint() {
        for (response, text) in [
            (with("content-type", "Text/HTML; charset=utf-8"), "200 OK: HTML, not from Kinde"),
            (
                with("x-amzn-waf-action", "challenge"),
                "200 OK: the answer from a firewall (x-amzn-waf-action: challenge), not from Kinde",
            ),
            (response(200, r#" { "errors" : [{"code":"A","message":"b"}],"code":"OK"}"#), "200 OK: A: b"),
            (response(202, r#"{"errors":{"code":"A"}}"#), "202 Accepted: A"),
        ] {
            let Err(error) = endpoint.read(&response) else {
                panic!("{} is a success", endpoint.operation().operation_id)
            };
            assert!(error.is_decode());
            assert_eq!(error.to_string(), text);
            assert_eq!((error.headers(), error.body()), (response.headers(), &response.body()[..]));
        }
    }
}

#[test]
fn a_field_of_another_type_is_an_error_or_a_value_and_never_a_panic() {
    for (endpoint, body) in every_answer() {
        let body: Value = serde_json::from_str(body).unwrap();
        for pointer in pointers(&body) {
            for other in [json!(true), json!(-1), json!(1.5), json!("text"), json!([[]]), json!({"a": {}})] {
                let mut body = body.clone();
                *body.pointer_mut(&pointer).unwrap() = other;
                let response = response(200, body.to_string());
                if let Err(error) = read_any(&*endpoint, &response) {
                    assert_eq!(error.decode_error().unwrap().category(), Category::Data, "{pointer}");
                    assert_eq!((error.headers(), error.body()), (response.headers(), &response.body()[..]));
                }
            }
        }
    }
}

#[test]
fn nesting_without_end_is_no_panic() {
    let nested = ["[".repeat(10_000), "]".repeat(10_000)].concat();
    for (endpoint, body) in every_answer() {
        decode_error(&*endpoint, 200, &nested);
        decode_error(&*endpoint, 200, "[".repeat(10_000));
        decode_error(&*endpoint, 200, r#"{"code":"#.repeat(10_000));
        let list = list_of(&*endpoint).map(|list| format!(r#","{list}":null"#)).unwrap_or_default();
        let ignored = format!(r#"{{"unheard_of":{nested}{list}}}"#);
        assert_eq!(read(&*endpoint, 200, ignored), endpoint.absent());
        let fields: Value = serde_json::from_str(body).unwrap();
        for field in fields.as_object().unwrap().keys() {
            decode_error(&*endpoint, 200, format!("{{{}:{nested}}}", json!(field)));
        }
    }
}

#[test]
fn a_value_of_any_json_may_be_nested_but_not_without_end() {
    let nested = |depth| ["[".repeat(depth), "]".repeat(depth)].concat();
    let property = |depth| format!(r#"{{"properties":[{{"value":{}}}]}}"#, nested(depth));
    let flag = |depth| format!(r#"{{"feature_flags":{{"theme":{{"value":{}}}}}}}"#, nested(depth));
    let (properties, flags) =
        (GetOrganizationPropertyValues::new("org_17"), GetOrganizationFeatureFlags::new("org_17"));
    for depth in [1, 100] {
        assert_eq!(read(&properties, 200, property(depth))["properties"][0]["value"].to_string(), nested(depth));
        assert_eq!(read(&flags, 200, flag(depth))["feature_flags"]["theme"]["value"].to_string(), nested(depth));
    }
    decode_error(&properties, 200, property(10_000));
    decode_error(&flags, 200, flag(10_000));
}

#[test]
fn a_decode_error_tells_where_and_not_what() {
    for (endpoint, body) in every_answer() {
        let field = first_field(body);
        let error = decode_error(&*endpoint, 200, format!("{{\n  \"{field}\": 17171717\n}}"));
        assert_eq!(error.to_string(), "200 OK: the body is not what was expected");
        let source = std::error::Error::source(&error).unwrap();
        let column = 14 + field.len();
        assert_eq!(source.to_string(), format!("JSON of an unexpected shape at line 2 column {column}"));
        assert!(!format!("{error:?}").contains("17171717"), "{error:?}");
    }
}

#[test]
fn ten_thousand_members_are_read_and_no_more() {
    let member = r#"{"id":"kp_c3143a4b50ad43c88e541d9077681782","email":"member17@example.com","full_name":"Member 17",
        "last_name":"17","first_name":"Member","picture":"https://example.com/17.png","joined_on":"2026-01-02T03:04:05+11",
        "last_accessed_on":null,"is_suspended":false,"roles":["admin","billing","support"]}"#;
    let body = |members| format!(r#"{{"code":"OK","organization_users":[{}]}}"#, vec![member; members].join(","));
    let endpoint = GetOrganizationUsers::new("org_17");
    let page = endpoint.response(&response(200, body(10_000))).unwrap();
    assert_eq!(page.organization_users.len(), 10_000);
    assert_eq!(page.organization_users[9_999].roles.len(), 3);
    decode_error(&endpoint, 200, body(10_001));
}

/// The field that an answer begins with. None begins with a number.
fn first_field(body: &str) -> &str {
    body.split('"').nth(1).expect("an answer has fields")
}

/// The beginning of a body, for the text of a failure.
fn excerpt(body: &[u8]) -> String {
    body[..body.len().min(200)].escape_ascii().to_string()
}

/// The places of all values in a JSON value, but its own.
fn pointers(json: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match json {
        Value::Object(fields) => fields.iter().map(|(name, value)| (format!("/{name}"), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (format!("/{index}"), value)).collect(),
        _ => Vec::new(),
    };
    children
        .into_iter()
        .flat_map(|(step, child)| {
            let below = pointers(child).into_iter().map(|pointer| format!("{step}{pointer}")).collect::<Vec<_>>();
            [step].into_iter().chain(below)
        })
        .collect()
}

/// JSON with a part of it, found by its JSON pointer, made null.
fn with_null(mut json: Value, pointer: &str) -> Value {
    *json.pointer_mut(pointer).unwrap() = Value::Null;
    json
}

fn without(mut json: Value, pointer: &str) -> Value {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.remove(last)),
        Value::Array(items) => drop(items.remove(last.parse().unwrap())),
        _ => unreachable!("a scalar has nothing in it"),
    }
    json
}
