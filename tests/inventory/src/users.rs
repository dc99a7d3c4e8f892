//! Users of the business: their data, identities, properties, sessions, factors and passwords.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::users::*;

use crate::operation::{operations, parts};
use crate::{Draft, Place};

parts! {
    profile: CreateUserProfile::new() { given_name: Body text, family_name: Body text, picture: Body text }
}

/// By hand: a detail is set by name and value, and there is no field for details where there are none.
fn identity(draft: &mut Draft<'_>) -> NewIdentity {
    let mut identity = NewIdentity::new(draft.text(Place::Body, "type"));
    if let Some(is_verified) = draft.optional(Place::Body, |draft| draft.flag(Place::Body, "is_verified")) {
        identity = identity.is_verified(is_verified);
    }
    let details = draft.text_pairs(Place::Body, "details");
    if let (true, Some(json)) = (details.is_empty(), &mut draft.expected.json) {
        json.remove("details");
    }
    details.into_iter().fold(identity, |identity, (name, value)| identity.detail(name, value))
}

operations! {
    "getUsers" GET "/api/v1/users" "read:users"
        GetUsers::new()
        {
            page_size: Query count, user_id: Query texts, next_token: Query text, email: Query texts,
            username: Query texts, phone: Query texts, expand: Query texts, has_organization: Query flag,
            active_since: Query text,
        }
        -> users::UsersResponse listing users;
    "refreshUserClaims" POST "/api/v1/users/{user_id}/refresh_claims" "update:user_refresh_claims"
        RefreshUserClaims::new(user_id: Path text) {}
        -> SuccessResponse;
    "getUserData" GET "/api/v1/user" "read:users"
        GetUserData::new(id: Query nonempty) { expand: Query texts }
        -> users::User;
    "createUser" POST "/api/v1/user" "create:users"
        CreateUser::new()
        {
            profile: Body object(profile), organization_code: Body text, provided_id: Body text,
            identities: Body objects(identity),
        }
        -> users::CreateUserResponse;
    "updateUser" PATCH "/api/v1/user" "update:users"
        UpdateUser::new(id: Query nonempty)
        {
            given_name: Body text, family_name: Body text, picture: Body text, is_suspended: Body flag,
            is_password_reset_requested: Body flag, provided_id: Body text,
        }
        -> users::UpdateUserResponse;
    "deleteUser" DELETE "/api/v1/user" "delete:users"
        DeleteUser::new(id: Query nonempty) { is_delete_profile: Query flag }
        -> SuccessResponse;
    "UpdateUserFeatureFlagOverride" PATCH "/api/v1/users/{user_id}/feature_flags/{feature_flag_key}"
        "update:user_feature_flags"
        UpdateUserFeatureFlagOverride::new(user_id: Path text, feature_flag_key: Path text, value: Query value) {}
        -> SuccessResponse;
    "UpdateUserProperty" PUT "/api/v1/users/{user_id}/properties/{property_key}" "update:user_properties"
        UpdateUserProperty::new(user_id: Path text, property_key: Path text, value: Query value) {}
        -> SuccessResponse;
    "GetUserPropertyValues" GET "/api/v1/users/{user_id}/properties" "read:user_properties"
        GetUserPropertyValues::new(user_id: Path text) {}
        -> properties::GetPropertyValuesResponse listing properties;
    "UpdateUserProperties" PATCH "/api/v1/users/{user_id}/properties" "update:user_properties"
        UpdateUserProperties::new(user_id: Path text, properties: Body pairs) {}
        -> SuccessResponse;
    "SetUserPassword" PUT "/api/v1/users/{user_id}/password" "update:user_passwords"
        SetUserPassword::new(user_id: Path text, hashed_password: Body secret)
        {
            hashing_method: Body text, salt: Body secret, salt_position: Body text, iterations: Body count,
            variant: Body text, signer_key: Body secret, salt_separator: Body secret, rounds: Body count,
            mem_cost: Body count, is_temporary_password: Body flag,
        }
        -> SuccessResponse;
    "GetUserIdentities" GET "/api/v1/users/{user_id}/identities" "read:user_identities"
        GetUserIdentities::new(user_id: Path text) { starting_after: Query text, ending_before: Query text }
        -> users::GetIdentitiesResponse listing identities;
    "CreateUserIdentity" POST "/api/v1/users/{user_id}/identities" "create:user_identities"
        CreateUserIdentity::new(user_id: Path text, value: Body text, r#type: Body text)
        { phone_country_id: Body text, connection_id: Body text }
        -> users::CreateIdentityResponse;
    "GetUserSessions" GET "/api/v1/users/{user_id}/sessions" "read:user_sessions"
        GetUserSessions::new(user_id: Path text) {}
        -> users::GetUserSessionsResponse listing sessions;
    "DeleteUserSessions" DELETE "/api/v1/users/{user_id}/sessions" "delete:user_sessions"
        DeleteUserSessions::new(user_id: Path text) {}
        -> SuccessResponse;
    "GetUsersMFA" GET "/api/v1/users/{user_id}/mfa" "read:user_mfa"
        GetUsersMfa::new(user_id: Path text) {}
        -> users::GetUserMfaResponse;
    "ResetUsersMFAAll" DELETE "/api/v1/users/{user_id}/mfa" "delete:user_mfa"
        ResetUsersMfaAll::new(user_id: Path text) {}
        -> SuccessResponse;
    "ResetUsersMFA" DELETE "/api/v1/users/{user_id}/mfa/{factor_id}" "delete:user_mfa"
        ResetUsersMfa::new(user_id: Path text, factor_id: Path text) {}
        -> SuccessResponse;
}
