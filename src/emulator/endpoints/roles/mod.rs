//! Roles: their permissions, their scopes, and who holds them.

mod permissions;
#[expect(clippy::module_inception, reason = "the mirror of the family that bears the area's name")]
mod roles;
mod scopes;
mod system_permissions;
mod users;

use super::Entry;
use crate::emulator::call::{Call, IdChange};
use crate::emulator::state::Business;
use crate::emulator::state::register::{Number, Register, Registered};
use crate::emulator::state::roles::Role;
use crate::emulator::unknown::Unknown;
use crate::roles::{
    AddRoleScope, CreateRole, DeleteRole, DeleteRoleScope, GetRole, GetRolePermissions, GetRoleScopes,
    GetRoleSystemPermissions, GetRoleUsers, GetRoles, GetSystemPermissions, RemoveRolePermission,
    UpdateRolePermissions, UpdateRoleSystemPermissions, UpdateRoles,
};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetRoles>(roles::list),
    Entry::of::<CreateRole>(roles::create),
    Entry::of::<GetRole>(roles::get),
    Entry::of::<UpdateRoles>(roles::update),
    Entry::of::<DeleteRole>(roles::delete),
    Entry::of::<GetRoleScopes>(scopes::list),
    Entry::of::<AddRoleScope>(scopes::add),
    Entry::of::<DeleteRoleScope>(scopes::delete),
    Entry::of::<GetRolePermissions>(permissions::list),
    Entry::of::<UpdateRolePermissions>(permissions::update),
    Entry::of::<GetRoleSystemPermissions>(system_permissions::list_of_role),
    Entry::of::<UpdateRoleSystemPermissions>(system_permissions::update),
    Entry::of::<GetRoleUsers>(users::list),
    Entry::of::<RemoveRolePermission>(permissions::remove),
    Entry::of::<GetSystemPermissions>(system_permissions::list),
];

/// The role that the path names.
fn role<'a>(business: &'a Business, call: &Call) -> Result<&'a Role, Unknown> {
    business.roles.get(call.path("role_id"))
}

fn role_mut<'a>(business: &'a mut Business, call: &Call) -> Result<&'a mut Role, Unknown> {
    business.roles.get_mut(call.path("role_id"))
}

/// What a bulk call has changed, by id.
#[derive(Debug, Default)]
struct Changed {
    added: Vec<String>,
    removed: Vec<String>,
}

impl Changed {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }
}

/// Adds and takes away what is named, in its order: all of it or, where something is unknown, nothing. What is there
/// already, or isn't there to be taken away, is not told as a change.
fn change<T: Registered>(
    register: &Register<T>,
    held: &[Number],
    changes: &[IdChange],
) -> Result<(Vec<Number>, Changed), Unknown> {
    let (mut held, mut told) = (held.to_vec(), Changed::default());
    for change in changes {
        let number = register.number(&change.id)?;
        let position = held.iter().position(|held| *held == number);
        match (position, change.removes()) {
            (None, false) => {
                held.push(number);
                told.added.push(change.id.clone());
            }
            (Some(position), true) => {
                held.remove(position);
                told.removed.push(change.id.clone());
            }
            _ => {}
        }
    }
    Ok((held, told))
}
