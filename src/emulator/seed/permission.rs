//! Permissions, put in.

use crate::emulator::Emulator;
use crate::emulator::state::permissions;
use crate::{PermissionId, PermissionKey};

/// A permission to [add](crate::emulator::Emulator::add_permission). A key alone will do: it becomes the name too.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Permission {
    /// The key.
    pub key: PermissionKey,
    /// The name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
}

impl Permission {
    /// With this key, which is the name too.
    #[must_use]
    pub fn new(key: impl Into<PermissionKey>) -> Self {
        let key = key.into();
        Self { name: key.to_string(), key, description: None }
    }

    /// Sets the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets what it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

impl<T: Into<PermissionKey>> From<T> for Permission {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}

impl Emulator {
    /// Adds a permission to the business. If there is a permission with this key, the new one replaces it and keeps its
    /// id.
    pub fn add_permission(&self, permission: impl Into<Permission>) -> PermissionId {
        let Permission { key, name, description } = permission.into();
        self.with(|business| {
            if let Ok(permission) = business.permissions.by_key_mut(key.as_str()) {
                (permission.name, permission.description) = (name, description);
                return permission.id.clone();
            }
            let id = PermissionId::from(business.random.uuid());
            business.permissions.add(permissions::Permission { id: id.clone(), key, name, description });
            id
        })
    }
}
