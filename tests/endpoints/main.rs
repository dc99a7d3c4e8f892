//! The specification of the endpoints: what they send, to the byte, and what they read.
//!
//! An area of the API is a module or a folder, named as in `src/endpoints`, with a module for each family of endpoints.
//! These have the requests and the answers in full, and what is peculiar to the family. The other modules say what holds
//! for every endpoint, and loop over all of them.

#![allow(clippy::too_many_lines, reason = "requests and answers are written out in full")]
#![deny(deprecated, unfulfilled_lint_expectations)]

mod answers;
mod errors;
mod operations;
mod parameters;
mod paths;
mod request_builder;
mod signatures;
mod wire;

mod api_keys;
mod apis;
mod applications;
mod billing_agreements;
mod billing_entitlements;
mod billing_meter_usage;
mod business;
mod callbacks;
mod connected_apps;
mod connections;
mod directories;
mod environment_variables;
mod environments;
mod feature_flags;
mod identities;
mod industries;
mod mfa;
mod organizations;
mod permissions;
mod properties;
mod property_categories;
mod roles;
mod search;
mod subscribers;
mod timezones;
mod users;
mod webhooks;

use std::collections::BTreeSet;

use inventory::AnyEndpoint;
use kinde_api::Operation;

/// The areas: for each, its requests, at least one for each operation, and what its answers are read as.
const AREAS: &[Area] = &[
    Area { name: "api_keys", requests: api_keys::requests, answers: api_keys::answers },
    Area { name: "apis", requests: apis::requests, answers: apis::answers },
    Area { name: "applications", requests: applications::requests, answers: applications::answers },
    Area { name: "billing_agreements", requests: billing_agreements::requests, answers: billing_agreements::answers },
    Area {
        name: "billing_entitlements",
        requests: billing_entitlements::requests,
        answers: billing_entitlements::answers,
    },
    Area {
        name: "billing_meter_usage",
        requests: billing_meter_usage::requests,
        answers: billing_meter_usage::answers,
    },
    Area { name: "business", requests: business::requests, answers: business::answers },
    Area { name: "callbacks", requests: callbacks::requests, answers: callbacks::answers },
    Area { name: "connected_apps", requests: connected_apps::requests, answers: connected_apps::answers },
    Area { name: "connections", requests: connections::requests, answers: connections::answers },
    Area { name: "directories", requests: directories::requests, answers: directories::answers },
    Area {
        name: "environment_variables",
        requests: environment_variables::requests,
        answers: environment_variables::answers,
    },
    Area { name: "environments", requests: environments::requests, answers: environments::answers },
    Area { name: "feature_flags", requests: feature_flags::requests, answers: feature_flags::answers },
    Area { name: "identities", requests: identities::requests, answers: identities::answers },
    Area { name: "industries", requests: industries::requests, answers: industries::answers },
    Area { name: "mfa", requests: mfa::requests, answers: mfa::answers },
    Area { name: "organizations", requests: organizations::requests, answers: organizations::answers },
    Area { name: "permissions", requests: permissions::requests, answers: permissions::answers },
    Area { name: "properties", requests: properties::requests, answers: properties::answers },
    Area {
        name: "property_categories",
        requests: property_categories::requests,
        answers: property_categories::answers,
    },
    Area { name: "roles", requests: roles::requests, answers: roles::answers },
    Area { name: "search", requests: search::requests, answers: search::answers },
    Area { name: "subscribers", requests: subscribers::requests, answers: subscribers::answers },
    Area { name: "timezones", requests: timezones::requests, answers: timezones::answers },
    Area { name: "users", requests: users::requests, answers: users::answers },
    Area { name: "webhooks", requests: webhooks::requests, answers: webhooks::answers },
];

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
        let (requests, answers) = ((area.requests)(), (area.answers)());
        assert!(requests.is_empty() || !answers.is_empty(), "nothing is read in {}", area.name);
        read.extend(answers);
    }
    let with_output = every_endpoint_with_an_output();
    assert_eq!(read, with_output.iter().map(|endpoint| endpoint.operation().operation_id).collect());
}
