//! The same calls through several HTTP stacks, against the emulator behind a socket: each stack has to get what the
//! emulator answers without one, and the emulator has to be sent the same.

mod calls;
#[path = "../../../../examples/loopback/mod.rs"]
mod loopback;
mod readme;
mod stacks;

use std::collections::BTreeSet;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderName, Method, Request};
use kinde_api::emulator::{Emulator, FeatureFlag, ReceivedRequest};
use kinde_api::organizations::{
    GetOrganization, GetOrganizationFeatureFlags, GetOrganizationUsers, OPERATIONS, RemoveOrganizationUser,
    UpdateOrganizationFeatureFlagOverride,
};
use kinde_api::{Endpoint, Operation};
use percent_encoding::percent_decode_str;

use crate::calls::{Call, Calls, Outcome, calls};
use crate::stacks::Answer;

type Stack = fn(Request<Vec<u8>>) -> Answer;

/// What a request was when it arrived.
#[derive(Debug, PartialEq)]
struct Arrived {
    method: Method,
    path_and_query: String,
    /// What the library has set.
    headers: Vec<Option<String>>,
    body: Vec<u8>,
}

fn arrived(request: &ReceivedRequest) -> Arrived {
    Arrived {
        method: request.method.clone(),
        path_and_query: request.uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
        headers: [AUTHORIZATION, ACCEPT, CONTENT_TYPE].map(|name| header(request, &name)).into(),
        body: request.body.clone(),
    }
}

fn header(request: &ReceivedRequest, name: &HeaderName) -> Option<String> {
    let value = request.headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Makes all calls without a socket, and tells what each came to. The link of an invitation holds the origin.
fn expected(origin: &str) -> (Emulator, Vec<Outcome>) {
    let emulator = Emulator::new();
    let Calls { successes, refusals, whatever } = calls(&emulator);
    let without_socket = |call: &Call| {
        let response = emulator.respond(call.request(origin)).expect("the connection stays open");
        call.outcome(&response)
    };
    let outcomes = successes.iter().chain(&refusals).chain(&whatever).map(without_socket).collect();
    (emulator, outcomes)
}

fn gets_what_is_expected(stack: Stack) {
    let emulator = Emulator::new();
    let Calls { successes, refusals, whatever } = calls(&emulator);
    let origin = served(&emulator);
    let (reference, expected) = expected(&origin);
    for (call, expected) in successes.iter().chain(&refusals).chain(&whatever).zip(&expected) {
        let response = stack(call.request(&origin)).unwrap_or_else(|error| panic!("{}: {error}", call.operation_id));
        assert_eq!(call.outcome(&response), *expected);
    }
    let (requests, reference) = (emulator.requests(), reference.requests());
    assert_eq!(requests.iter().map(arrived).collect::<Vec<_>>(), reference.iter().map(arrived).collect::<Vec<_>>());
    for request in &requests {
        // A server need not take a body in pieces, nor a POST without a length.
        let name = request.operation_id;
        assert_eq!(header(request, &TRANSFER_ENCODING), None, "{name:?}");
        let length = header(request, &CONTENT_LENGTH);
        let needs_length = matches!(request.method, Method::POST | Method::PUT | Method::PATCH);
        assert!(length == Some(request.body.len().to_string()) || length.is_none() && !needs_length, "{name:?}");
    }
}

fn served(emulator: &Emulator) -> String {
    let address = loopback::serve(emulator.clone(), 0).expect("there is a free port");
    format!("http://{address}")
}

/// Ids that are whole only if nobody on the way takes a part of them for a path, a query or an escape.
const NASTY_IDS: [&str; 12] =
    ["...", "..a", "%41", "100%", "%", "two words", " ", "a?b#c", "ab;c:d@e", "a+b&c=d", "'\"`$(id)`!*[]{}", "🦀 é"];

fn keeps_ids_whole(stack: Stack) {
    let emulator = Emulator::new();
    let origin = served(&emulator);
    calls(&emulator);
    let send = |call: Call| {
        let response = stack(call.request(&origin)).unwrap_or_else(|error| panic!("{}: {error}", call.operation_id));
        let received = emulator.requests().pop().expect("it was sent");
        assert_eq!(received.operation_id, Some(call.operation_id), "{}", received.uri);
        (response, received)
    };
    for id in NASTY_IDS {
        let (_, received) = send(Call::new(GetOrganizationUsers::new(id)));
        assert_eq!(segments(&received), ["", "api", "v1", "organizations", id, "users"]);
        let (_, received) = send(Call::new(RemoveOrganizationUser::new(id, id)));
        assert_eq!(segments(&received), ["", "api", "v1", "organizations", id, "users", id]);
        let (response, _) = send(Call::new(GetOrganization::new(id)));
        let error = GetOrganization::new(id).response(&response).expect_err("there is none");
        assert_eq!(error.message(), Some(format!("there is no organization `{id}`").as_str()));
    }
}

/// The segments of a path, each decoded.
fn segments(request: &ReceivedRequest) -> Vec<String> {
    let decoded = |segment| percent_decode_str(segment).decode_utf8_lossy().into_owned();
    request.uri.path().split('/').map(decoded).collect()
}

fn stores_under_nasty_keys(stack: Stack) {
    let emulator = Emulator::new();
    let origin = served(&emulator);
    calls(&emulator);
    let organization = emulator.default_organization();
    for key in NASTY_IDS {
        emulator.add_feature_flag(FeatureFlag::str(key, "before"));
        let update = UpdateOrganizationFeatureFlagOverride::new(&organization, key, key);
        stack(Call::new(update).request(&origin)).unwrap_or_else(|error| panic!("{key}: {error}"));
    }
    let flags = GetOrganizationFeatureFlags::new(&organization);
    let response = stack(Call::new(flags.clone()).request(&origin)).expect("there is an answer");
    let output = flags.response(&response).expect("the organization is there");
    for key in NASTY_IDS {
        let value = output.feature_flags.get(key).and_then(|flag| flag.value.clone());
        assert_eq!(value, Some(key.into()));
    }
}

#[test]
fn all_operations_are_called() {
    let Calls { successes, whatever, .. } = calls(&Emulator::new());
    let called = |calls: &[Call]| calls.iter().map(|call| call.operation_id).collect::<BTreeSet<_>>();
    let ids = |operations: &[Operation]| operations.iter().map(|operation| operation.operation_id).collect();
    assert_eq!(called(&successes), ids(OPERATIONS));
    assert_eq!(called(&whatever), kinde_api::operations().map(|operation| operation.operation_id).collect());
}

#[test]
fn they_succeed_and_then_some_are_refused() {
    let (_, outcomes) = expected("http://localhost");
    let Calls { successes, refusals, .. } = calls(&Emulator::new());
    let (successes, others) = outcomes.split_at(successes.len());
    let refusals = &others[..refusals.len()];
    for outcome in successes {
        assert!(outcome.is_success(), "{outcome:?}");
    }
    let statuses: Vec<_> = refusals.iter().map(|outcome| (outcome.status, outcome.is_success())).collect();
    assert_eq!(statuses, [401, 403, 400, 400, 404, 404].map(|status| (status, false)));
}

/// The tests of a stack.
macro_rules! stacks {
    ($($name:ident)*) => {$(
        mod $name {
            use crate::stacks::$name;

            #[test]
            fn gets_what_is_expected() {
                crate::gets_what_is_expected($name);
            }

            #[test]
            fn keeps_ids_whole() {
                crate::keeps_ids_whole($name);
            }

            #[test]
            fn stores_under_nasty_keys() {
                crate::stores_under_nasty_keys($name);
            }
        }
    )*};
}

stacks! { by_curl by_hyper by_reqwest by_ureq }
