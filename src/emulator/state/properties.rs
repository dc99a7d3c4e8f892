//! Properties: what can be said of users, organizations and applications.

use serde::{Deserialize, Serialize};

use super::Business;
use super::register::{Keyed, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::{PropertyCategoryId, PropertyId, PropertyKey};

#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) id: PropertyId,
    pub(crate) key: PropertyKey,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) r#type: PropertyType,
    pub(crate) context: Context,
    /// Whether it is kept out of tokens.
    pub(crate) is_private: bool,
    /// Absent where it was put in by a test that has no category.
    pub(crate) category_id: Option<PropertyCategoryId>,
}

/// Whose a property or a category is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum Context {
    #[serde(rename = "usr")]
    User,
    #[serde(rename = "org")]
    Organization,
    #[serde(rename = "app")]
    Application,
}

/// How a value is entered: no operation tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PropertyType {
    SingleLineText,
    MultiLineText,
}

impl Property {
    /// Whether it is one of Kinde's own, which can't be changed or deleted.
    pub(crate) fn is_kinde_property(&self) -> bool {
        self.key.as_str().starts_with("kp_")
    }
}

impl Registered for Property {
    const THING: Thing = Thing::Property;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Keyed for Property {
    fn key(&self) -> &str {
        self.key.as_str()
    }
}

impl Business {
    /// A property of users, organizations or applications, by its key.
    pub(crate) fn property(&self, context: Context, key: &str) -> Result<&Property, Unknown> {
        let property = self.properties.by_key(key)?;
        if property.context == context { Ok(property) } else { Err(Thing::Property.unknown(key)) }
    }

    /// Deletes a property with its values.
    pub(crate) fn remove_property(&mut self, id: &str) -> Result<Property, Unknown> {
        let number = self.properties.number(id)?;
        let property = self.properties.remove(number).ok_or_else(|| Thing::Property.unknown(id))?;
        match property.context {
            Context::User => self.users.iter_mut().for_each(|user| {
                if user.properties.contains_key(&property.key) {
                    user.properties.remove(&property.key);
                }
            }),
            Context::Organization => self.organizations.iter_mut().for_each(|organization| {
                organization.properties.remove(&property.key);
            }),
            Context::Application => self.applications.iter_mut().for_each(|application| {
                application.properties.remove(&property.key);
            }),
        }
        Ok(property)
    }
}
