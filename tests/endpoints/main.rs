//! The specification of the endpoints: what they send, to the byte, and what they read.
//!
//! An area of the API is a module or a folder, named as in `src/endpoints`, with a module for each family of endpoints.
//! These have the requests and the answers in full, and what is peculiar to the family. The other modules say what holds
//! for every endpoint, and loop over all of them.

#![deny(deprecated, unfulfilled_lint_expectations)]

mod answers;
mod errors;
mod operations;
mod parameters;
mod request_builder;
mod signatures;
mod wire;

mod organizations;

use std::collections::BTreeSet;

use inventory::AnyEndpoint;
use kinde_api::Operation;

/// The areas: for each, its requests, at least one for each operation, and what its answers are read as.
const AREAS: &[Area] =
    &[Area { name: "organizations", requests: organizations::requests, answers: organizations::answers }];

struct Area {
    name: &'static str,
    requests: fn() -> Vec<wire::RequestCase>,
    answers: fn() -> Vec<&'static str>,
}

/// The operations of the library, in the areas that are here.
fn operations() -> impl Iterator<Item = &'static Operation> {
    kinde_api::operations().filter(|operation| inventory::operation(operation.operation_id).is_some())
}

/// The requests of all areas.
fn every_request() -> impl Iterator<Item = wire::RequestCase> {
    AREAS.iter().flat_map(|area| (area.requests)())
}

/// One value of each endpoint, in the order of the list of operations.
fn every_endpoint() -> Vec<Box<dyn AnyEndpoint>> {
    let mut endpoints: Vec<_> = every_request().map(|request| request.endpoint).collect();
    operations()
        .map(|operation| {
            let index = endpoints.iter().position(|endpoint| endpoint.operation() == *operation);
            let index = index.unwrap_or_else(|| panic!("no request of {} is specified", operation.operation_id));
            endpoints.swap_remove(index)
        })
        .collect()
}

/// One value of each endpoint that has an output.
fn every_endpoint_with_an_output() -> Vec<Box<dyn AnyEndpoint>> {
    every_endpoint().into_iter().filter(|endpoint| !endpoint.absent().is_null()).collect()
}

#[test]
fn every_request_is_of_an_operation_and_sent_as_written() {
    for request in every_request() {
        let operation = request.endpoint.operation();
        assert!(operations().any(|known| *known == operation), "{} is not listed", operation.operation_id);
        request.assert();
    }
}

#[test]
fn every_answer_is_read_whole() {
    let mut read = BTreeSet::new();
    for area in AREAS {
        let answers = (area.answers)();
        assert!(!answers.is_empty(), "nothing is read in {}", area.name);
        read.extend(answers);
    }
    let with_output = every_endpoint_with_an_output();
    assert_eq!(read, with_output.iter().map(|endpoint| endpoint.operation().operation_id).collect());
}
