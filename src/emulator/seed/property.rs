//! Properties, put in.

use crate::emulator::Emulator;
use crate::emulator::state::properties::{self, Context, PropertyType};
use crate::{PropertyId, PropertyKey};

/// A property to [add](crate::emulator::Emulator::add_property): of organizations, unless [`of_users`](Self::of_users) or
/// [`of_applications`](Self::of_applications) says otherwise. A key alone will do: it becomes the name too.
///
/// ```
/// use kinde_api::emulator::{Emulator, Property};
///
/// Emulator::new().add_property(Property::new("tier").of_applications());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Property {
    /// The key.
    pub key: PropertyKey,
    /// The name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// Whether users, organizations or applications have it.
    context: Context,
}

impl Property {
    /// A property of organizations with this key, which is the name too.
    #[must_use]
    pub fn new(key: impl Into<PropertyKey>) -> Self {
        let key = key.into();
        Self { name: key.to_string(), key, description: None, context: Context::Organization }
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

    /// Makes it a property of users instead of organizations.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Property};
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_property(Property::new("shoe_size").of_users());
    /// ```
    #[must_use]
    pub fn of_users(mut self) -> Self {
        self.context = Context::User;
        self
    }

    /// Makes it a property of applications instead of organizations.
    #[must_use]
    pub fn of_applications(mut self) -> Self {
        self.context = Context::Application;
        self
    }
}

impl<T: Into<PropertyKey>> From<T> for Property {
    fn from(key: T) -> Self {
        Self::new(key)
    }
}

impl Emulator {
    /// Adds a property: of organizations, unless [`Property`] says otherwise. If there is a property with this key, the
    /// new one replaces it.
    pub fn add_property(&self, property: impl Into<Property>) -> PropertyKey {
        let Property { key, name, description, context } = property.into();
        self.with(|business| {
            if let Ok(number) = business.properties.number_by_key(key.as_str()) {
                business.properties.remove(number);
            }
            let id = PropertyId::from(business.random.id("prop_"));
            business.properties.add(properties::Property {
                id,
                key: key.clone(),
                name,
                description,
                r#type: PropertyType::SingleLineText,
                context,
                is_private: false,
                category_id: None,
            });
        });
        key
    }
}
