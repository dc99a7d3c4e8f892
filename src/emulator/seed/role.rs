//! Roles, put in.

use crate::emulator::{Emulator, state};
use crate::{PermissionKey, RoleId, RoleKey};

/// A role to [add](super::Emulator::add_role). A key alone is one too, with the key as its name.
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
    /// With this key, which is its name as well.
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
    /// Adds a role to the business. A role of a key that is there already takes its place, under the same id.
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
            if let Ok(position) = business.roles.by_key(key.as_str()) {
                let role = &mut business.roles.0[position];
                (role.name, role.permissions) = (name, permissions);
                return role.id.clone();
            }
            let id = RoleId::from(business.random.uuid());
            business.roles.0.push(state::Role { id: id.clone(), key, name, permissions });
            id
        })
    }
}
