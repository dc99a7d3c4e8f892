//! The endpoints against a table of facts, in both directions.
//!
//! `tests/operations.json` has what Kinde's OpenAPI document declares of each operation. A field is named by its way
//! from the top: `users[].id` is in each item of a list, `properties.*` is any key of a map. The document's
//! `organization_code` is `org_code` there, as it is for most operations.

use std::collections::{BTreeMap, BTreeSet};

use http::Request;
use kinde_api::organizations::OPERATIONS;
use serde::Deserialize;
use serde_json::Value;

use crate::wire::{fixture, response};
use crate::{every_endpoint_with_an_output, every_request};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    operation_id: String,
    method: String,
    path: String,
    scope: String,
    query: Vec<String>,
    body: BTreeSet<String>,
    output: BTreeSet<String>,
}

fn facts() -> Vec<Facts> {
    serde_json::from_str(include_str!("../operations.json")).expect("the table is in order")
}

fn facts_by_operation_id() -> BTreeMap<String, Facts> {
    facts().into_iter().map(|facts| (facts.operation_id.clone(), facts)).collect()
}

#[test]
fn operations_are_those_of_the_table_in_its_order() {
    let declared: Vec<_> =
        facts().into_iter().map(|facts| [facts.operation_id, facts.method, facts.path, facts.scope]).collect();
    let implemented: Vec<_> = OPERATIONS
        .iter()
        .map(|operation| [operation.operation_id, operation.method.as_str(), operation.path, operation.scope])
        .collect();
    assert_eq!(implemented, declared);
}

#[test]
fn every_declared_query_parameter_is_sent_and_no_other() {
    for (operation_id, facts) in facts_by_operation_id() {
        let longest = requests_of(&operation_id).iter().map(query_names).max_by_key(Vec::len).unwrap_or_default();
        assert_eq!(longest, facts.query, "{operation_id}");
        for request in requests_of(&operation_id) {
            let names = query_names(&request);
            assert!(names.iter().all(|name| facts.query.contains(name)), "{operation_id}: {names:?}");
        }
    }
}

#[test]
fn every_declared_field_of_a_body_is_sent_and_no_other() {
    for (operation_id, facts) in facts_by_operation_id() {
        let sent: BTreeSet<String> =
            requests_of(&operation_id).iter().flat_map(|request| body_fields(request, &facts.body)).collect();
        let sent: BTreeSet<_> = sent.into_iter().filter(|field| !is_above_another(field, &facts.body)).collect();
        assert_eq!(sent, facts.body, "{operation_id}");
    }
}

#[test]
fn every_declared_field_of_an_output_is_read_and_no_other() {
    let declared = facts_by_operation_id();
    let mut with_output = BTreeSet::new();
    for endpoint in every_endpoint_with_an_output() {
        let operation_id = endpoint.operation().operation_id;
        let declared = &declared[operation_id].output;
        let body = fixture(operation_id);

        let answered = fields(&serde_json::from_str(&body).unwrap(), declared);
        let answered: BTreeSet<_> = answered.into_iter().filter(|field| !is_above_another(field, declared)).collect();
        assert_eq!(answered, *declared, "the fixture of {operation_id}");

        let expected: BTreeSet<_> = declared.iter().map(|field| field_of_output(field)).collect();
        let output = endpoint.read(&response(200, body)).unwrap();
        let read: BTreeSet<_> =
            fields(&output, &expected).into_iter().filter(|field| !is_above_another(field, &expected)).collect();
        assert_eq!(read, expected, "the output of {operation_id}");
        with_output.insert(operation_id.to_owned());
    }
    let declares_output: BTreeSet<_> = declared
        .into_iter()
        .filter(|(_, facts)| !facts.output.is_empty())
        .map(|(operation_id, _)| operation_id)
        .collect();
    assert_eq!(with_output, declares_output);
}

fn requests_of(operation_id: &str) -> Vec<Request<Vec<u8>>> {
    every_request()
        .into_iter()
        .filter(|request| request.endpoint.operation().operation_id == operation_id)
        .map(|request| request.endpoint.send().unwrap())
        .collect()
}

fn query_names(request: &Request<Vec<u8>>) -> Vec<String> {
    let pairs = request.uri().query().into_iter().flat_map(|query| query.split('&'));
    pairs.map(|pair| pair.split_once('=').expect("each name has a value").0.to_owned()).collect()
}

fn body_fields(request: &Request<Vec<u8>>, declared: &BTreeSet<String>) -> BTreeSet<String> {
    match request.headers().get("content-type").map(|value| value.to_str().unwrap()) {
        None => {
            assert!(request.body().is_empty());
            BTreeSet::new()
        }
        Some("application/json") => fields(&serde_json::from_slice(request.body()).unwrap(), declared),
        Some(_) => form_fields(request.body()),
    }
}

/// What stands as `name` at each part of a form.
fn form_fields(body: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(body);
    let parts = text.split("Content-Disposition: form-data; name=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// The ways to all scalars in a JSON value, to its empty lists and to its empty maps.
fn fields(json: &Value, declared: &BTreeSet<String>) -> BTreeSet<String> {
    let mut ways = BTreeSet::new();
    collect_fields(json, "", declared, &mut ways);
    ways
}

fn collect_fields(json: &Value, way: &str, declared: &BTreeSet<String>, ways: &mut BTreeSet<String>) {
    match json {
        Value::Object(object) if !object.is_empty() => {
            let way = if way.is_empty() { String::new() } else { format!("{way}.") };
            let is_map = declared.iter().any(|field| field.starts_with(&format!("{way}*")));
            for (name, value) in object {
                let name = if is_map { "*" } else { name };
                collect_fields(value, &format!("{way}{name}"), declared, ways);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                collect_fields(item, &format!("{way}[]"), declared, ways);
            }
        }
        _ if way.is_empty() => {}
        _ => {
            ways.insert(way.to_owned());
        }
    }
}

/// Whether it is an empty list or map, or a null, in the place of something that is declared to have fields.
fn is_above_another(field: &str, declared: &BTreeSet<String>) -> bool {
    declared
        .iter()
        .any(|other| other.strip_prefix(field).is_some_and(|rest| rest.starts_with('.') || rest.starts_with("[]")))
}

/// Where the output has a declared field: connections are flat in it, and `mfa` is a list.
fn field_of_output(declared: &str) -> String {
    declared.replace("connections[].connection.", "connections[].").replace("mfa.", "mfa[].")
}
