//! The specification of the 45 endpoints: what they send, to the byte, and what they read.
//!
//! A module for each family of endpoints, named like its file in `src/organizations`, has the requests and the answers
//! in full, and what is peculiar to it. The other modules say what holds for every endpoint, and loop over all of them.

#![deny(deprecated, unfulfilled_lint_expectations)]

mod answers;
mod any_endpoint;
mod errors;
mod operations;
mod parameters;
mod request_builder;
mod signatures;
mod wire;

mod connections;
mod feature_flags;
mod invites;
mod logos;
mod mfa;
mod organization;
mod passkey;
mod properties;
mod roles;
mod sessions;
mod user_api_scopes;
mod user_mfa;
mod user_permissions;
mod user_roles;
mod users;

use std::collections::BTreeSet;

/// The requests of all families, at least one for each operation.
fn every_request() -> Vec<wire::RequestCase> {
    [
        connections::requests(),
        feature_flags::requests(),
        invites::requests(),
        logos::requests(),
        mfa::requests(),
        organization::requests(),
        passkey::requests(),
        properties::requests(),
        roles::requests(),
        sessions::requests(),
        user_api_scopes::requests(),
        user_mfa::requests(),
        user_permissions::requests(),
        user_roles::requests(),
        users::requests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Compares what the fixtures of all families are read as, and tells which operations these are.
fn every_answer() -> Vec<&'static str> {
    [
        connections::answers(),
        feature_flags::answers(),
        invites::answers(),
        logos::answers(),
        mfa::answers(),
        organization::answers(),
        passkey::answers(),
        properties::answers(),
        roles::answers(),
        sessions::answers(),
        user_mfa::answers(),
        user_permissions::answers(),
        user_roles::answers(),
        users::answers(),
    ]
    .concat()
}

/// One value of each endpoint, in the order of the list of operations.
fn every_endpoint() -> Vec<Box<dyn any_endpoint::AnyEndpoint>> {
    let mut requests = every_request();
    kinde_api::organizations::OPERATIONS
        .iter()
        .map(|operation| {
            let index = requests
                .iter()
                .position(|request| request.endpoint.operation() == *operation)
                .unwrap_or_else(|| panic!("no request of {} is specified", operation.operation_id));
            requests.swap_remove(index).endpoint
        })
        .collect()
}

/// One value of each endpoint that has an output, which is all but three.
fn every_endpoint_with_an_output() -> Vec<Box<dyn any_endpoint::AnyEndpoint>> {
    every_endpoint().into_iter().filter(|endpoint| !endpoint.absent().is_null()).collect()
}

#[test]
fn no_endpoint_is_forgotten() {
    assert_eq!(every_endpoint().len(), 45);
    assert_eq!(every_endpoint_with_an_output().len(), 42);
}

#[test]
fn every_request_is_sent_as_written() {
    for request in every_request() {
        request.assert();
    }
}

#[test]
fn every_answer_is_read_whole() {
    let read: BTreeSet<&str> = every_answer().into_iter().collect();
    let with_output = every_endpoint_with_an_output();
    assert_eq!(read, with_output.iter().map(|endpoint| endpoint.operation().operation_id).collect());
}
