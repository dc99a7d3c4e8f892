//! What can be asked of Kinde, by the tags of its reference.

pub mod api_keys;
pub mod apis;
pub mod applications;
pub mod billing_agreements;
pub mod billing_entitlements;
pub mod billing_meter_usage;
pub mod business;
pub mod callbacks;
pub mod connected_apps;
pub mod connections;
pub mod directories;
pub mod environment_variables;
pub mod environments;
pub mod feature_flags;
pub mod identities;
pub mod industries;
pub(crate) mod inputs;
pub mod mfa;
pub mod organizations;
pub mod permissions;
pub mod properties;
pub mod property_categories;
pub mod roles;
pub mod search;
pub mod subscribers;
pub(crate) mod success;
pub mod timezones;
pub mod users;
pub mod webhooks;

use crate::Operation;

/// All operations of the Management API, the areas in alphabetical order, each in the order of Kinde's reference.
///
/// ```
/// let scopes_to_read = kinde_api::operations()
///     .filter(|operation| operation.method == http::Method::GET && !operation.scope.is_empty())
///     .map(|operation| operation.scope);
/// assert!(scopes_to_read.into_iter().all(|scope| scope.starts_with("read:")));
/// ```
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    [
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
    ]
    .into_iter()
    .flatten()
}
