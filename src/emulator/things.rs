//! What can be put in beforehand: users, roles, permissions, feature flags, properties.

use crate::organizations::FeatureFlagType;
use crate::{FeatureFlagKey, PermissionKey, PropertyKey, RoleKey};

/// A user to [add](super::Emulator::add_user). An address alone is one too.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The address.
    pub email: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The URL of a picture.
    pub picture: Option<String>,
    /// Whether the user is suspended.
    pub is_suspended: bool,
}

impl User {
    /// With this address.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self { email: Some(email.into()), ..Self::default() }
    }

    /// Sets the first name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets the last name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets the URL of a picture.
    #[must_use]
    pub fn picture(mut self, picture: impl Into<String>) -> Self {
        self.picture = Some(picture.into());
        self
    }

    /// Suspends the user, or not.
    #[must_use]
    pub fn is_suspended(mut self, is_suspended: bool) -> Self {
        self.is_suspended = is_suspended;
        self
    }
}

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

/// A permission to [add](super::Emulator::add_permission). A key alone is one too, with the key as its name.
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
    /// With this key, which is its name as well.
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

/// A feature flag to [add](super::Emulator::add_feature_flag), with the value of the environment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FeatureFlag {
    /// The key.
    pub key: FeatureFlagKey,
    /// The type of the value.
    pub r#type: FeatureFlagType,
    /// The environment's value, as text.
    pub value: String,
    /// Whether organizations may override it.
    pub is_overridable: bool,
}

impl FeatureFlag {
    /// A flag that is a string.
    #[must_use]
    pub fn str(key: impl Into<FeatureFlagKey>, value: impl Into<String>) -> Self {
        Self { key: key.into(), r#type: FeatureFlagType::Str, value: value.into(), is_overridable: true }
    }

    /// A flag that is an integer.
    #[must_use]
    pub fn int(key: impl Into<FeatureFlagKey>, value: i32) -> Self {
        Self { r#type: FeatureFlagType::Int, ..Self::str(key, value.to_string()) }
    }

    /// A flag that is true or false.
    #[must_use]
    pub fn bool(key: impl Into<FeatureFlagKey>, value: bool) -> Self {
        Self { r#type: FeatureFlagType::Bool, ..Self::str(key, value.to_string()) }
    }

    /// Sets whether organizations may override it; they may unless said.
    #[must_use]
    pub fn is_overridable(mut self, is_overridable: bool) -> Self {
        self.is_overridable = is_overridable;
        self
    }
}

/// A property to [add](super::Emulator::add_property). A key alone is one too, with the key as its name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Property {
    /// The key.
    pub key: PropertyKey,
    /// The name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
}

impl Property {
    /// With this key, which is its name as well.
    #[must_use]
    pub fn new(key: impl Into<PropertyKey>) -> Self {
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

impl<T: Into<String>> From<T> for User {
    fn from(email: T) -> Self {
        Self::new(email)
    }
}

impl<T: Into<RoleKey>> From<T> for Role {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}

impl<T: Into<PermissionKey>> From<T> for Permission {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}

impl<T: Into<PropertyKey>> From<T> for Property {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}
