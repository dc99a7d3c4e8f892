//! The operations of Kinde's Management API, one entry each, as Kinde documents them.
//!
//! An entry is written down apart from the library's own constants: the route, the scope, the parameters with their places
//! and kinds, and a full answer. What holds for every operation is tested by a loop over [`operations`], in this workspace
//! and in the fuzz targets.
//!
//! An area of the API is a file, in which `operations!` has the entries:
//!
//! ```text
//! "GetOrganizationUsers" GET "/api/v1/organizations/{org_code}/users" "read:organization_users"
//!     GetOrganizationUsers::new(org_code: Path text)
//!     { sort: Query text, page_size: Query count, permissions: Query texts }
//!     -> organizations::GetOrganizationUsersResponse listing organization_users;
//! ```
//!
//! - the operation's id, its method, its path and its scope;
//! - the endpoint's constructor with what is required, and in braces the setters of what is not. Each parameter has a place
//!   ([`Path`](Place::Path), [`Query`](Place::Query) or [`Body`](Place::Body)) and a kind, which is a method of [`Draft`].
//!   `name as "x"` is sent as `x`. `objects(item)` is a list of what `item` draws, which `parts!` makes, likewise with
//!   constructor and setters;
//! - the type of the answer, of which `tests/endpoints/<area>/fixtures` has a full one; without an area, it is the root's;
//!   `nothing` where no body is declared. `listing x` names the list that a GET is about, without which it is no answer.
//!
//! What Kinde's document declares beside it, statuses and the fields of what is taken and answered, is in
//! [`declared`].

mod any_endpoint;
pub mod declared;
mod draft;
mod inputs;
mod operation;

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

pub use any_endpoint::{Answers, AnyEndpoint, AnyOutput, Built};
pub use declared::{Declared, declarations};
pub use draft::{Draft, Expected, File, Place};
pub use inputs::Inputs;
pub use operation::Operation;

/// The areas, in alphabetical order as in the library.
const AREAS: &[&[Operation]] = &[
    api_keys::OPERATIONS,
    apis::OPERATIONS,
    applications::OPERATIONS,
    billing_agreements::OPERATIONS,
    billing_entitlements::OPERATIONS,
    billing_meter_usage::OPERATIONS,
    business::OPERATIONS,
    callbacks::OPERATIONS,
    connected_apps::OPERATIONS,
    connections::OPERATIONS,
    directories::OPERATIONS,
    environment_variables::OPERATIONS,
    environments::OPERATIONS,
    feature_flags::OPERATIONS,
    identities::OPERATIONS,
    industries::OPERATIONS,
    mfa::OPERATIONS,
    organizations::OPERATIONS,
    permissions::OPERATIONS,
    properties::OPERATIONS,
    property_categories::OPERATIONS,
    roles::OPERATIONS,
    search::OPERATIONS,
    subscribers::OPERATIONS,
    timezones::OPERATIONS,
    users::OPERATIONS,
    webhooks::OPERATIONS,
];

/// All operations, in the order of Kinde's reference within each area; what can be made in two ways is there twice.
pub fn operations() -> impl Iterator<Item = &'static Operation> + Clone {
    AREAS.iter().copied().flatten()
}

/// The operation with this id.
#[must_use]
pub fn operation(id: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.id == id)
}

/// An operation for each answer that there is, among them one without: enough where only the answer matters.
pub fn operations_by_answer() -> impl Iterator<Item = &'static Operation> {
    let is_first = |operation: &&Operation| {
        operations().find(|other| other.answer == operation.answer).is_some_and(|first| std::ptr::eq(first, *operation))
    };
    operations().filter(is_first)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kinde_api::Api;

    use super::{Inputs, operations, operations_by_answer};

    #[test]
    fn an_entry_makes_a_request_of_plain_inputs_and_reads_its_own_answer() {
        let api = Api::new("https://acme.kinde.com", "a-token").unwrap();
        for operation in operations() {
            let (request, expected) = operation.request(&api, &Inputs::plain());
            assert!(request.is_ok(), "{}: {request:?}", operation.id);
            assert_eq!(expected.refused, None);
            let answer = http::Response::new(operation.answer.as_bytes());
            assert!(operation.response(&answer).is_ok(), "{}", operation.id);
            assert_eq!(operation.endpoint(&Inputs::plain()).operation().operation_id, operation.id);
        }
    }

    #[test]
    fn plain_inputs_set_every_parameter_of_the_path() {
        for operation in operations() {
            let (_, expected) = operation.draw(&Inputs::plain());
            let names: Vec<String> = expected.path.iter().map(|(name, _)| format!("{{{name}}}")).collect();
            let in_path = operation.path.split('/').filter(|segment| segment.starts_with('{'));
            assert!(in_path.eq(names.iter()), "{}: {names:?}", operation.id);
        }
    }

    #[test]
    fn each_answer_has_one_operation() {
        let all: BTreeSet<&str> = operations().map(|operation| operation.answer).collect();
        let each: Vec<&str> = operations_by_answer().map(|operation| operation.answer).collect();
        assert_eq!((each.len(), each.into_iter().collect()), (all.len(), all));
    }
}
