//! Applications: their settings, connections, access roles, properties and tokens.

mod access_roles;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod applications;
mod connections;
mod properties;
mod tokens;

use super::Entry;
use crate::applications::{
    AddApplicationAccessRole, CreateApplication, DeleteApplication, EnableConnection, GetApplication,
    GetApplicationAccessRoles, GetApplicationConnections, GetApplicationPropertyValues, GetApplications,
    RemoveApplicationAccessRole, RemoveConnection, UpdateApplication, UpdateApplicationTokens,
    UpdateApplicationsProperty,
};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::applications::Application;
use crate::emulator::unknown::Unknown;

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetApplications>(applications::list),
    Entry::of::<CreateApplication>(applications::create),
    Entry::of::<GetApplication>(applications::get),
    Entry::of::<UpdateApplication>(applications::update),
    Entry::of::<DeleteApplication>(applications::delete),
    Entry::of::<GetApplicationConnections>(connections::list),
    Entry::of::<EnableConnection>(connections::enable),
    Entry::of::<RemoveConnection>(connections::remove),
    Entry::of::<GetApplicationAccessRoles>(access_roles::list),
    Entry::of::<AddApplicationAccessRole>(access_roles::add),
    Entry::of::<RemoveApplicationAccessRole>(access_roles::remove),
    Entry::of::<GetApplicationPropertyValues>(properties::list),
    Entry::of::<UpdateApplicationsProperty>(properties::update),
    Entry::of::<UpdateApplicationTokens>(tokens::update),
];

/// The application that the path names.
pub(super) fn application<'a>(business: &'a Business, call: &Call<'_>) -> Result<&'a Application, Unknown> {
    business.applications.get(call.path("application_id"))
}

pub(super) fn application_mut<'a>(business: &'a mut Business, call: &Call<'_>) -> Result<&'a mut Application, Unknown> {
    business.applications.get_mut(call.path("application_id"))
}
