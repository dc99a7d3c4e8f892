//! The permissions of the business.

use super::Business;
use super::register::{Keyed, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::{PermissionId, PermissionKey};

#[derive(Debug)]
pub(crate) struct Permission {
    pub(crate) id: PermissionId,
    pub(crate) key: PermissionKey,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
}

impl Registered for Permission {
    const THING: Thing = Thing::Permission;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Keyed for Permission {
    fn key(&self) -> &str {
        self.key.as_str()
    }
}

impl Business {
    /// Deletes a permission, and takes it away from roles and members.
    pub(crate) fn remove_permission(&mut self, id: &str) -> Result<Permission, Unknown> {
        let number = self.permissions.number(id)?;
        for role in self.roles.iter_mut() {
            role.permissions.retain(|permission| *permission != number);
            role.assignment_permission.take_if(|permission| *permission == number);
        }
        for organization in self.organizations.iter_mut() {
            organization.members.drop_permission(number);
        }
        self.permissions.remove(number).ok_or_else(|| Thing::Permission.unknown(id))
    }
}
