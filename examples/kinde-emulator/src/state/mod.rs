//! What a business holds, as a file: the seed, and what `GET /_emulator/state` tells and `PUT` takes.
//!
//! Things refer to each other by what people call them: users by an address, a phone number or a username, roles,
//! permissions, properties and flags by key, applications, connections and categories by name, APIs by audience. An id
//! does wherever a name does.

pub(crate) mod build;
pub(crate) mod demo;
pub(crate) mod direct;
pub(crate) mod locate;
pub(crate) mod names;
pub(crate) mod problem;
pub(crate) mod read;
pub(crate) mod tell;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a business of Kinde's holds beside what every one begins with.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub(crate) struct State {
    /// Where this file's schema is, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(crate) schema: Option<String>,
    /// What the environment is set to.
    #[serde(deserialize_with = "read::object")]
    pub(crate) environment: Environment,
    /// The permissions of the business.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) permissions: Vec<Permission>,
    /// APIs beside Kinde's own.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) apis: Vec<Api>,
    /// The roles of the business.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) roles: Vec<Role>,
    /// Categories of properties.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) property_categories: Vec<PropertyCategory>,
    /// Properties that users, organizations and applications can have.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) properties: Vec<Property>,
    /// The feature flags, with their definitions and the values of the environment.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) feature_flags: Vec<FeatureFlag>,
    /// Ways to sign in beside those that every business has.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) connections: Vec<Connection>,
    /// Applications beside that of the credentials.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) applications: Vec<Application>,
    /// The users of the business.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) users: Vec<User>,
    /// The organizations. One of them may be the default one; without it there is `Default Organization`.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) organizations: Vec<Organization>,
    /// Who has subscribed to news.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) subscribers: Vec<Subscriber>,
    /// The variables of the environment.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) environment_variables: Vec<EnvironmentVariable>,
    /// Webhooks, which are told of events.
    #[serde(deserialize_with = "read::objects")]
    pub(crate) webhooks: Vec<Webhook>,
}

/// What the environment is set to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Environment {
    /// Whether users sign in with passkeys. By default it is `off`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) passkey_policy: Option<String>,
}

/// A permission, which is referred to by its key.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Permission {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The key, such as `read:reports`.
    pub(crate) key: String,
    /// The name. By default it is the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
}

/// An API, which is referred to by its audience.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Api {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The audience, such as `https://reports.example.com`.
    pub(crate) audience: String,
    /// The name. By default it is the audience.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// The scopes that a token for it can have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "read::objects")]
    pub(crate) scopes: Vec<Scope>,
}

/// A scope of an API, which is referred to by its key.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Scope {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The key, such as `read:reports`.
    pub(crate) key: String,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
}

/// A role, which is referred to by its key.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Role {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The key, such as `admin`.
    pub(crate) key: String,
    /// The name. By default it is the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// Whether new members get it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_default: bool,
    /// The permissions that it brings, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) permissions: Vec<String>,
    /// The permissions for Kinde's own pages that it brings, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) system_permissions: Vec<String>,
    /// The scopes that it brings: their keys, by the API.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) scopes: BTreeMap<String, Vec<String>>,
}

/// A category of properties, which is referred to by its name.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PropertyCategory {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The name.
    pub(crate) name: String,
    /// Who has the properties of this category.
    pub(crate) context: Context,
}

/// Who has a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Context {
    /// Of users.
    Usr,
    /// Of organizations.
    Org,
    /// Of applications.
    App,
}

/// Kinde's word for it.
impl fmt::Display for Context {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// A property, which is referred to by its key.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Property {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The key, such as `shoe_size`.
    pub(crate) key: String,
    /// The name. By default it is the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// Who has it.
    pub(crate) context: Context,
    /// Whether it may have line ends; needs a category.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_multi_line: bool,
    /// Whether it is kept out of tokens; needs a category.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_private: bool,
    /// The category, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) category: Option<String>,
}

/// A feature flag, which is referred to by its key.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct FeatureFlag {
    /// The key, such as `is_dark`.
    pub(crate) key: String,
    /// The name. By default it is the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// The default value. Its type is the type of the flag.
    pub(crate) default_value: FlagValue,
    /// The value that the environment sets in place of the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) environment_value: Option<FlagValue>,
    /// Who can override the value. By default users can, and organizations and the environment too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) override_level: Option<OverrideLevel>,
}

/// The value of a feature flag.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a flag is true, false, an integer of 32 bits or a text")]
pub(crate) enum FlagValue {
    /// True or false.
    Bool(bool),
    /// An integer.
    Int(i32),
    /// A text.
    Str(String),
}

/// Who can override the value of a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum OverrideLevel {
    /// By the environment.
    Env,
    /// By organizations.
    Org,
    /// By users.
    Usr,
}

/// Kinde's word for it.
impl fmt::Display for OverrideLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// A way to sign in, which is referred to by its name.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Connection {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The name.
    pub(crate) name: String,
    /// What users see. By default it is the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) display_name: Option<String>,
    /// What it is, such as `oauth2:google`.
    pub(crate) strategy: String,
    /// Its options, as the Management API has them, secrets included.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(crate) options: Map<String, Value>,
}

/// An application, which is referred to by its name.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Application {
    /// The client id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The name.
    pub(crate) name: String,
    /// The type.
    pub(crate) r#type: ApplicationType,
    /// The client secret. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client_secret: Option<String>,
    /// Where users may be sent after they have signed in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) redirect_urls: Vec<String>,
    /// Where users may be sent after they have signed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) logout_urls: Vec<String>,
    /// Where users begin to sign in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) login_uri: Option<String>,
    /// Its home page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) homepage_uri: Option<String>,
    /// The ways to sign in that are enabled, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) connections: Vec<String>,
    /// The APIs that it may use, including `Kinde Management API`, each with the keys of its scopes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) apis: BTreeMap<String, Vec<String>>,
    /// Its properties, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) properties: BTreeMap<String, String>,
}

/// The type of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum ApplicationType {
    /// A web application with a back end.
    Reg,
    /// A front end alone.
    Spa,
    /// Machine to machine.
    M2m,
    /// A device without a browser.
    Device,
}

/// Kinde's word for it.
impl fmt::Display for ApplicationType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// A user, who is referred to by address, phone number or username.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub(crate) struct User {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The id that another system knows the user by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provided_id: Option<String>,
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email: Option<String>,
    /// The phone number, such as `+61400000017`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone: Option<String>,
    /// The username.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
    /// Addresses beside the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) other_emails: Vec<String>,
    /// The first name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_name: Option<String>,
    /// The last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_name: Option<String>,
    /// The URL of a picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) picture: Option<String>,
    /// Whether the user is suspended.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) is_suspended: bool,
    /// The user's properties, by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) properties: BTreeMap<String, String>,
    /// The values that the user has for feature flags in place of those of the organization, by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) feature_flags: BTreeMap<String, FlagValue>,
    /// The second factors that are set up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "read::objects")]
    pub(crate) mfa_factors: Vec<MfaFactor>,
}

/// A second factor of a user.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MfaFactor {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The type, such as `email`.
    pub(crate) r#type: String,
    /// The address, or another name, that the user is reached by.
    pub(crate) name: String,
}

/// An organization, which is referred to by its code.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Organization {
    /// The code, such as `org_acme`. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<String>,
    /// The name.
    pub(crate) name: String,
    /// Whether it is the default organization, which users join if no other is named.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_default: bool,
    /// The handle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) handle: Option<String>,
    /// The id that another system knows it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_id: Option<String>,
    /// Whether it is suspended.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_suspended: bool,
    /// The domains whose users may join.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) allowed_domains: Vec<String>,
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "read::objects")]
    pub(crate) members: Vec<Member>,
    /// Invitations that nobody has accepted yet. They get new codes each time that this state is loaded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "read::objects")]
    pub(crate) invites: Vec<Invite>,
    /// The values that it has for feature flags in place of those of the environment, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) feature_flags: BTreeMap<String, FlagValue>,
    /// Its properties, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) properties: BTreeMap<String, String>,
    /// The ways to sign in that are enabled, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) connections: Vec<String>,
}

/// A member of an organization.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Member {
    /// The user.
    pub(crate) user: String,
    /// The roles that the user has there, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) roles: Vec<String>,
    /// The permissions that the user has there beside those of the roles, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) permissions: Vec<String>,
}

/// An invitation to an organization.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Invite {
    /// The address that was invited.
    pub(crate) email: String,
    /// The first name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_name: Option<String>,
    /// The last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_name: Option<String>,
    /// The roles that whoever accepts it gets, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) roles: Vec<String>,
}

/// Who has subscribed to news.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Subscriber {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The address.
    pub(crate) email: String,
    /// The first name.
    pub(crate) first_name: String,
    /// The last name.
    pub(crate) last_name: String,
}

/// A variable of the environment.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct EnvironmentVariable {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The key.
    pub(crate) key: String,
    /// The value.
    pub(crate) value: String,
    /// Whether the Management API keeps the value to itself.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) is_secret: bool,
}

/// Webhooks, which are told of events.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Webhook {
    /// The id. Without one, it gets a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The name.
    pub(crate) name: String,
    /// Where events are sent: HTTPS, or HTTP to this machine.
    pub(crate) endpoint: String,
    /// The types of the events, such as `user.created`.
    pub(crate) event_types: Vec<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[cfg(test)]
mod tests {
    use super::State;

    /// The schema in the package is that of the types. To write it anew:
    /// `UPDATE_SCHEMA=1 cargo test --package kinde-emulator schema`.
    #[test]
    fn the_schema_is_that_of_the_types() {
        let mut schema = schemars::schema_for!(State);
        schema.insert("title".to_owned(), "The state of kinde-emulator".into());
        let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/state.schema.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, &schema).unwrap();
        }
        assert!(std::fs::read_to_string(path).unwrap_or_default() == schema, "state.schema.json is not current");
    }
}
