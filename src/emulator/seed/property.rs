//! Properties, put in.

use crate::PropertyKey;
use crate::emulator::{Emulator, state};

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

impl<T: Into<PropertyKey>> From<T> for Property {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}

impl Emulator {
    /// Adds a property of organizations. A property of a key that is there already takes its place.
    pub fn add_property(&self, property: impl Into<Property>) -> PropertyKey {
        let Property { key, name, description } = property.into();
        self.with(|business| {
            business.properties.retain(|known| known.key != key);
            let id = business.random.id("prop_");
            business.properties.push(state::Property { id, key: key.clone(), name, description });
        });
        key
    }
}
