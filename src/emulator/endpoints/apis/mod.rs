//! APIs that are registered with Kinde: their scopes, and the applications that may use them.

#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod apis;
mod applications;
mod scopes;

use super::Entry;
use crate::apis::{
    AddApiApplicationScope, AddApiScope, AddApis, DeleteApi, DeleteApiApplicationScope, DeleteApiScope, GetApi,
    GetApiScope, GetApiScopes, GetApis, UpdateApiApplications, UpdateApiScope,
};
use crate::emulator::answer::Refusal;
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::apis::Api;
use crate::emulator::unknown::Unknown;

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetApis>(apis::list),
    Entry::of::<AddApis>(apis::add),
    Entry::of::<GetApi>(apis::get),
    Entry::of::<DeleteApi>(apis::delete),
    Entry::of::<GetApiScopes>(scopes::list),
    Entry::of::<AddApiScope>(scopes::add),
    Entry::of::<GetApiScope>(scopes::get),
    Entry::of::<UpdateApiScope>(scopes::update),
    Entry::of::<DeleteApiScope>(scopes::delete),
    Entry::of::<UpdateApiApplications>(applications::update),
    Entry::of::<AddApiApplicationScope>(applications::add_scope),
    Entry::of::<DeleteApiApplicationScope>(applications::delete_scope),
];

/// The API that the path names.
fn api<'a>(business: &'a Business, call: &Call<'_>) -> Result<&'a Api, Unknown> {
    business.apis.get(call.path("api_id"))
}

/// The API that the path names, unless it is Kinde's own, which can't be changed.
fn check_changeable(business: &Business, call: &Call<'_>) -> Result<(), Refusal> {
    if api(business, call)?.is_management {
        return Err(Refusal::bad("MANAGEMENT_API", "Kinde's own API can't be changed or deleted"));
    }
    Ok(())
}
