mod feature_flags;
mod identities;
mod mfa;
mod password;
mod properties;
mod sessions;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod users;

use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [
        feature_flags::requests(),
        identities::requests(),
        mfa::requests(),
        password::requests(),
        properties::requests(),
        sessions::requests(),
        users::requests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [
        feature_flags::answers(),
        identities::answers(),
        mfa::answers(),
        password::answers(),
        properties::answers(),
        sessions::answers(),
        users::answers(),
    ]
    .concat()
}
