//! Roles, put in.

use crate::emulator::Emulator;
use crate::emulator::state::permissions::Permission;
use crate::emulator::state::register::Number;
use crate::emulator::state::{Business, roles};
use crate::{PermissionId, PermissionKey, RoleId, RoleKey};

/// A role to [add](crate::emulator::Emulator::add_role). A key alone will do: it becomes the name too.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Role {
    /// The key.
    pub key: RoleKey,
    /// The name.
    pub name: String,
    /// The permissions that it brings, by key.
    pub permissions: Vec<PermissionKey>,
}

impl Role {
    /// With this key, which is the name too.
    #[must_use]
    pub fn new(key: impl Into<RoleKey>) -> Self {
        let key = key.into();
        Self { name: key.to_string(), key, permissions: Vec::new() }
    }

    /// Sets the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets the permissions that it brings.
    #[must_use]
    pub fn permissions(mut self, permissions: impl IntoIterator<Item = impl Into<PermissionKey>>) -> Self {
        self.permissions = permissions.into_iter().map(Into::into).collect();
        self
    }
}

impl<T: Into<RoleKey>> From<T> for Role {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}

impl Emulator {
    /// Adds a role to the business. If there is a role with this key, the new one replaces it and keeps its id. A
    /// permission that is not there is added, with its key as its name.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Role};
    ///
    /// let emulator = Emulator::new();
    /// let admin = emulator.add_role(Role::new("admin").name("Administrator").permissions(["write:reports"]));
    /// assert_eq!(emulator.add_role("admin"), admin);
    /// ```
    pub fn add_role(&self, role: impl Into<Role>) -> RoleId {
        let Role { key, name, permissions } = role.into();
        self.with(|business| {
            let permissions = permissions.into_iter().map(|key| permission(business, key)).collect();
            if let Ok(role) = business.roles.by_key_mut(key.as_str()) {
                (role.name, role.permissions) = (name, permissions);
                return role.id.clone();
            }
            let id = RoleId::from(business.random.uuid());
            business.roles.add(roles::Role { permissions, ..roles::Role::new(id.clone(), key, name) });
            id
        })
    }
}

/// The number of a permission, which is made where it isn't there, with its key for a name.
fn permission(business: &mut Business, key: PermissionKey) -> Number {
    business.permissions.number_by_key(key.as_str()).unwrap_or_else(|_| {
        let (id, name) = (PermissionId::from(business.random.uuid()), key.to_string());
        business.permissions.add(Permission { id, key, name, description: None })
    })
}
