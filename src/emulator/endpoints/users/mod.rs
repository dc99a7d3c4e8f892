//! Users of the business: their data, identities, properties, sessions, factors and passwords.

mod feature_flags;
mod identities;
mod mfa;
mod password;
mod properties;
mod sessions;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod users;

use super::Entry;
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::event_types::EventType;
use crate::emulator::state::users::User;
use crate::emulator::unknown::Unknown;
use crate::users::{
    CreateUser, CreateUserIdentity, DeleteUser, DeleteUserSessions, GetUserData, GetUserIdentities,
    GetUserPropertyValues, GetUserSessions, GetUsers, GetUsersMfa, RefreshUserClaims, ResetUsersMfa, ResetUsersMfaAll,
    SetUserPassword, UpdateUser, UpdateUserFeatureFlagOverride, UpdateUserProperties, UpdateUserProperty,
};

pub(super) use users::{organization_codes, short_identities, signs};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetUsers>(users::list),
    Entry::of::<RefreshUserClaims>(users::refresh_claims),
    Entry::of::<GetUserData>(users::get),
    Entry::of::<CreateUser>(users::create),
    Entry::of::<UpdateUser>(users::update),
    Entry::of::<DeleteUser>(users::delete),
    Entry::of::<UpdateUserFeatureFlagOverride>(feature_flags::update),
    Entry::of::<UpdateUserProperty>(properties::update_one),
    Entry::of::<GetUserPropertyValues>(properties::list),
    Entry::of::<UpdateUserProperties>(properties::update),
    Entry::of::<SetUserPassword>(password::set),
    Entry::of::<GetUserIdentities>(identities::list),
    Entry::of::<CreateUserIdentity>(identities::create),
    Entry::of::<GetUserSessions>(sessions::list).declares_not_found(),
    Entry::of::<DeleteUserSessions>(sessions::delete).declares_not_found(),
    Entry::of::<GetUsersMfa>(mfa::get).declares_not_found(),
    Entry::of::<ResetUsersMfaAll>(mfa::reset_all).declares_not_found(),
    Entry::of::<ResetUsersMfa>(mfa::reset).declares_not_found(),
];

/// The user that the path names.
fn user<'a>(business: &'a Business, call: &Call<'_>) -> Result<&'a User, Unknown> {
    business.users.get(call.path("user_id"))
}

/// What the path names was changed.
fn record_update(business: &mut Business, call: &Call<'_>) -> Result<(), Unknown> {
    let number = business.users.number(call.path("user_id"))?;
    business.record_user(EventType::UserUpdated, number);
    Ok(())
}

fn user_mut<'a>(business: &'a mut Business, call: &Call<'_>) -> Result<&'a mut User, Unknown> {
    business.users.get_mut(call.path("user_id"))
}
