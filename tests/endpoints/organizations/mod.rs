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

use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
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

pub(crate) fn answers() -> Vec<&'static str> {
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
