//! The roles of the business.

use super::Business;
use super::register::{Keyed, Number, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::{RoleId, RoleKey, ScopeId};

#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) id: RoleId,
    pub(crate) key: RoleKey,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    /// Whether whoever signs up gets it.
    pub(crate) is_default: bool,
    /// Numbers of permissions, in the order in which they were given.
    pub(crate) permissions: Vec<Number>,
    /// Numbers of system permissions.
    pub(crate) system_permissions: Vec<Number>,
    /// Scopes of APIs.
    pub(crate) scopes: Vec<ScopeId>,
    /// The permission that it takes to give the role to somebody.
    pub(crate) assignment_permission: Option<Number>,
}

impl Role {
    pub(crate) fn new(id: RoleId, key: RoleKey, name: String) -> Self {
        Self {
            id,
            key,
            name,
            description: None,
            is_default: false,
            permissions: Vec::new(),
            system_permissions: Vec::new(),
            scopes: Vec::new(),
            assignment_permission: None,
        }
    }
}

impl Registered for Role {
    const THING: Thing = Thing::Role;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Keyed for Role {
    fn key(&self) -> &str {
        self.key.as_str()
    }
}

impl Business {
    /// Deletes a role, and takes it away from members, invitations and applications.
    pub(crate) fn remove_role(&mut self, id: &str) -> Result<Role, Unknown> {
        let number = self.roles.number(id)?;
        for organization in self.organizations.iter_mut() {
            organization.members.drop_role(number);
            for invite in &mut organization.invites {
                invite.roles.retain(|role| *role != number);
            }
        }
        for application in self.applications.iter_mut() {
            application.access_roles.retain(|role| *role != number);
        }
        self.roles.remove(number).ok_or_else(|| Thing::Role.unknown(id))
    }
}
