//! The endpoints against the inventory, in both directions: what is declared is sent and read, and nothing else.
//!
//! A field is named by its way from the top: `users[].id` is in each item of a list, `properties.*` is any key of a map.

use std::collections::BTreeSet;

use http::Request;
use inventory::{Expected, Inputs};
use serde_json::Value;

use crate::wire::{api, fixture, read_any, response};
use crate::{every_endpoint_with_an_output, every_request, operations};

#[test]
fn operations_are_those_of_the_inventory_in_its_order() {
    let mut declared: Vec<_> = inventory::operations()
        .map(|operation| [operation.id, operation.method.as_str(), operation.path, operation.scope])
        .collect();
    declared.dedup();
    let implemented: Vec<_> = operations()
        .map(|operation| [operation.operation_id, operation.method.as_str(), operation.path, operation.scope])
        .collect();
    assert_eq!(implemented, declared);
}

/// What a server is expected to find where everything is set, for each operation.
fn declared() -> impl Iterator<Item = Expected> {
    inventory::operations().map(|operation| operation.draw(&Inputs::plain()).1)
}

#[test]
fn every_declared_query_parameter_is_sent_and_no_other() {
    for expected in declared() {
        let declared: BTreeSet<String> = expected.query.iter().map(|(name, _)| without_key(name)).collect();
        let sent: Vec<Vec<String>> = requests_of(expected.operation_id).iter().map(query_names).collect();
        let longest = sent.iter().max_by_key(|names| names.len()).into_iter().flatten();
        assert_eq!(longest.cloned().collect::<BTreeSet<_>>(), declared, "{}", expected.operation_id);
        for name in sent.iter().flatten() {
            assert!(declared.contains(name), "{}: {name}", expected.operation_id);
        }
    }
}

#[test]
fn every_declared_field_of_a_body_is_sent_and_no_other() {
    for expected in declared() {
        let json = expected.json.clone().map(Value::from).unwrap_or_default();
        let mut declared = fields(&json, &expected.maps);
        if expected.file.is_some() {
            declared.insert("logo".to_owned());
        }
        let requests = requests_of(expected.operation_id);
        let sent = requests.iter().flat_map(|request| body_fields(request, &expected)).collect();
        assert_eq!(without_those_above(sent, &declared), declared, "{}", expected.operation_id);
    }
}

#[test]
fn every_field_of_a_full_answer_is_read_and_no_other() {
    let mut with_output = BTreeSet::new();
    for endpoint in every_endpoint_with_an_output() {
        let operation_id = endpoint.operation().operation_id;
        let body = fixture(operation_id);
        let answered = fields(&serde_json::from_str(body).unwrap(), &BTreeSet::new());
        let answered: BTreeSet<_> = answered.iter().map(|field| field_of_output(operation_id, field)).collect();
        let declared = without_those_above(answered.clone(), &answered);
        let output = read_any(&*endpoint, &response(200, body)).unwrap();
        let read = without_those_above(fields(&output, &BTreeSet::new()), &declared);
        assert_eq!(read, declared, "the output of {operation_id}");
        with_output.insert(operation_id);
    }
    let declares_output = inventory::operations().filter(|operation| operation.has_answer());
    assert_eq!(with_output, declares_output.map(|operation| operation.id).collect());
}

fn requests_of(operation_id: &str) -> Vec<Request<Vec<u8>>> {
    every_request()
        .filter(|request| request.endpoint.operation().operation_id == operation_id)
        .map(|request| request.endpoint.build(&api()).unwrap())
        .collect()
}

fn query_names(request: &Request<Vec<u8>>) -> Vec<String> {
    let pairs = request.uri().query().into_iter().flat_map(|query| query.split('&'));
    pairs.map(|pair| without_key(pair.split_once('=').expect("each name has a value").0)).collect()
}

/// `properties[kp_usr_city]` is `properties[*]`, whatever the key.
fn without_key(name: &str) -> String {
    let name = name.replace("%5B", "[");
    name.split_once('[').map_or_else(|| name.clone(), |(name, _)| format!("{name}[*]"))
}

fn body_fields(request: &Request<Vec<u8>>, expected: &Expected) -> BTreeSet<String> {
    match request.headers().get("content-type").map(|value| value.to_str().unwrap()) {
        None => {
            assert!(request.body().is_empty());
            BTreeSet::new()
        }
        Some("application/json") => fields(&serde_json::from_slice(request.body()).unwrap(), &expected.maps),
        Some(_) => form_fields(request.body()),
    }
}

/// What stands as `name` at each part of a form.
fn form_fields(body: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(body);
    let parts = text.split("Content-Disposition: form-data; name=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// The ways to all scalars in a JSON value, to its empty lists and to its empty maps. The fields of these names are maps.
fn fields(json: &Value, maps: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut ways = BTreeSet::new();
    collect_fields(json, "", maps, &mut ways);
    ways
}

fn collect_fields(json: &Value, way: &str, maps: &BTreeSet<&str>, ways: &mut BTreeSet<String>) {
    match json {
        Value::Object(object) if !object.is_empty() => {
            let is_map = maps.contains(way.rsplit('.').next().unwrap_or_default());
            for (name, value) in object {
                let name = if is_map { "*" } else { name };
                let way = if way.is_empty() { name.to_owned() } else { format!("{way}.{name}") };
                collect_fields(value, &way, maps, ways);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                collect_fields(item, &format!("{way}[]"), maps, ways);
            }
        }
        _ if way.is_empty() => {}
        _ => {
            ways.insert(way.to_owned());
        }
    }
}

/// Without each empty list or map, or null, that stands in the place of something that is declared to have fields.
fn without_those_above(ways: BTreeSet<String>, declared: &BTreeSet<String>) -> BTreeSet<String> {
    let is_above = |way: &str| {
        let below = |other: &String| other.strip_prefix(way).is_some_and(|rest| rest.starts_with(['.', '[']));
        declared.iter().any(below)
    };
    ways.into_iter().filter(|way| !is_above(way)).collect()
}

/// Where the output has a field of the answer: connections are flat in it, and `mfa` is a list.
fn field_of_output(operation_id: &str, answered: &str) -> String {
    let answered = if operation_id == "GetConnection" { answered.trim_start_matches("connection.") } else { answered };
    answered.replace("connections[].connection.", "connections[].").replace("mfa.", "mfa[].")
}
