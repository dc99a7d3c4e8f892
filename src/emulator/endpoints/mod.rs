//! What carries out each operation: the mirror of [`crate::endpoints`], area by area and family by family.
#![expect(clippy::unnecessary_wraps, reason = "handlers have one signature, whether they can refuse or not")]

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

use super::answer::{Answer, NotFound, Refusal};
use super::call::Call;
use super::state::Business;
use crate::{Endpoint, Operation};

/// What carries out an operation.
pub(crate) type Handler = fn(&mut Business, &Call<'_>) -> Result<Answer, Refusal>;

/// An operation, what carries it out, and what the document says of its refusals.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) operation: Operation,
    pub(crate) handler: Handler,
    pub(crate) not_found: NotFound,
}

impl Entry {
    /// An operation by its type.
    const fn of<E: Endpoint>(handler: Handler) -> Self {
        Self { operation: Operation::of::<E>(), handler, not_found: NotFound::Undeclared }
    }

    /// The document declares a 404 for the operation, whose `errors` are an object.
    const fn declares_not_found(mut self) -> Self {
        self.not_found = NotFound::Object;
        self
    }

    /// The document declares a 404 for the operation, whose `errors` are a list.
    const fn declares_not_found_as_list(mut self) -> Self {
        self.not_found = NotFound::List;
        self
    }
}

/// All that is carried out, in the order of [`crate::operations`].
pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> {
    [
        api_keys::TABLE,
        apis::TABLE,
        applications::TABLE,
        billing_agreements::TABLE,
        billing_entitlements::TABLE,
        billing_meter_usage::TABLE,
        business::TABLE,
        callbacks::TABLE,
        connected_apps::TABLE,
        connections::TABLE,
        directories::TABLE,
        environment_variables::TABLE,
        environments::TABLE,
        feature_flags::TABLE,
        identities::TABLE,
        industries::TABLE,
        mfa::TABLE,
        organizations::TABLE,
        permissions::TABLE,
        properties::TABLE,
        property_categories::TABLE,
        roles::TABLE,
        search::TABLE,
        subscribers::TABLE,
        timezones::TABLE,
        users::TABLE,
        webhooks::TABLE,
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::entries;
    use crate::emulator::answer::NotFound;

    #[test]
    fn carries_out_every_operation_once() {
        assert!(entries().map(|entry| &entry.operation).eq(crate::operations()));
    }

    #[test]
    fn knows_where_a_404_is_declared() {
        let objects = [
            "getApiKey",
            "deleteApiKey",
            "rotateApiKey",
            "UpdateConnection",
            "ReplaceConnection",
            "deleteConnection",
            "getOrganizationInvite",
            "deleteOrganizationInvite",
            "deleteOrganization",
            "GetOrgUserMFA",
            "ResetOrgUserMFAAll",
            "ResetOrgUserMFA",
            "GetUserSessions",
            "DeleteUserSessions",
            "GetUsersMFA",
            "ResetUsersMFAAll",
            "ResetUsersMFA",
        ];
        let lists = ["GetConnectedAppAuthUrl", "getDirectory", "updateDirectory", "deleteDirectory"];
        for entry in entries() {
            let operation_id = entry.operation.operation_id;
            let declared = match operation_id {
                _ if objects.contains(&operation_id) => NotFound::Object,
                _ if lists.contains(&operation_id) => NotFound::List,
                _ => NotFound::Undeclared,
            };
            assert_eq!(entry.not_found, declared, "{operation_id}");
        }
    }
}
