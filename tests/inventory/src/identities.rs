//! Identities: the ways in which a user signs in.

use kinde_api::identities::{DeleteIdentity, GetIdentity, UpdateIdentity};

use crate::operation::operations;

operations! {
    "GetIdentity" GET "/api/v1/identities/{identity_id}" "read:identities"
        GetIdentity::new(identity_id: Path text) {}
        -> identities::Identity;
    "UpdateIdentity" PATCH "/api/v1/identities/{identity_id}" "update:identities"
        UpdateIdentity::new(identity_id: Path text, is_primary: Body flag) {}
        -> SuccessResponse;
    "DeleteIdentity" DELETE "/api/v1/identities/{identity_id}" "delete:identities"
        DeleteIdentity::new(identity_id: Path text) {}
        -> SuccessResponse;
}
