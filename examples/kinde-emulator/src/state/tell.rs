//! From an emulator to the state that it holds.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Display;

use kinde_api::apis::{GetApi, GetApiScopes, GetApis};
use kinde_api::applications::{
    GetApplication, GetApplicationConnections, GetApplicationPropertyValues, GetApplications,
};
use kinde_api::callbacks::{GetCallbackUrls, GetLogoutUrls};
use kinde_api::connections::{GetConnections, UpdateConnection};
use kinde_api::emulator::Emulator;
use kinde_api::environment_variables::GetEnvironmentVariables;
use kinde_api::environments::{GetEnvironmentFeatureFlags, GetPasskey};
use kinde_api::organizations::{
    GetOrganization, GetOrganizationConnections, GetOrganizationInvites, GetOrganizationPropertyValues,
    GetOrganizations, OrganizationItem, PropertyValue,
};
use kinde_api::permissions::GetPermissions;
use kinde_api::properties::{GetProperties, PropertyType};
use kinde_api::property_categories::GetCategories;
use kinde_api::roles::{GetRolePermissions, GetRoleScopes, GetRoleSystemPermissions, GetRoles};
use kinde_api::subscribers::GetSubscribers;
use kinde_api::users::{GetUserPropertyValues, GetUsers, GetUsersMfa, UserExpand, UserItem};
use kinde_api::webhooks::GetWebHooks;
use kinde_api::{ApiId, ApplicationId, Client, ConnectionId, Endpoint, FeatureFlagKey, Paged, UserId};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::Value;

use super::direct::{self, Direct};
use super::names::Names;
use super::problem::Problem;
use super::{
    Api, Application, Connection, Context, Environment, EnvironmentVariable, FeatureFlag, FlagValue, Invite, Member,
    MfaFactor, Organization, OverrideLevel, Permission, Property, PropertyCategory, Role, Scope, State, Subscriber,
    User, Webhook,
};

/// What an emulator holds beside what every business begins with, which `fresh` is an example of.
pub(crate) fn state(emulator: &Emulator, fresh: &Emulator) -> Result<State, Problem> {
    let mut teller = Teller {
        emulator,
        client: direct::client(emulator),
        connections: Names::new("connection"),
        api_names: BTreeMap::new(),
        scopes: BTreeMap::new(),
        permissions: Keyed::new("permission"),
        roles: Keyed::new("role"),
        users: BTreeMap::new(),
    };
    let policy = teller.send(&GetPasskey::new())?.policy;
    let environment =
        Environment { passkey_policy: policy.map(|policy| policy.to_string()).filter(|policy| policy != "off") };
    let connections = teller.connections(fresh)?;
    let apis = teller.apis()?;
    let users = teller.users()?;
    let permissions = teller.permissions()?;
    let roles = teller.roles()?;
    Ok(State {
        schema: None,
        environment,
        permissions,
        apis,
        roles,
        property_categories: teller.categories()?,
        properties: teller.properties()?,
        feature_flags: teller.feature_flags()?,
        connections,
        applications: teller.applications()?,
        users,
        organizations: teller.organizations()?,
        subscribers: teller.subscribers()?,
        environment_variables: teller.environment_variables()?,
        webhooks: teller.webhooks()?,
    })
}

struct Teller<'a> {
    emulator: &'a Emulator,
    client: Client<Direct>,
    connections: Names<ConnectionId>,
    /// What each API is referred to by.
    api_names: BTreeMap<ApiId, String>,
    scopes: BTreeMap<ApiId, Keyed>,
    permissions: Keyed,
    roles: Keyed,
    /// What each user is referred to by.
    users: BTreeMap<UserId, String>,
}

/// Things that are referred to by key, unless the key means another one.
struct Keyed {
    names: Names<String>,
    ids: BTreeMap<String, String>,
}

impl Keyed {
    fn new(kind: &'static str) -> Self {
        Self { names: Names::new(kind), ids: BTreeMap::new() }
    }

    fn add(&mut self, id: Option<impl Display>, key: &str) {
        let id = text(id);
        self.names.add(&id, [key], &id);
        self.ids.insert(key.to_owned(), id);
    }

    /// What the one with a key is referred to by.
    fn name(&self, key: &str) -> String {
        self.ids.get(key).map_or_else(|| key.to_owned(), |id| self.names.of(id, [key]))
    }
}

fn text(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// One of the values of an enum, by Kinde's word for it.
fn choice<T: DeserializeOwned>(word: &str) -> Result<T, Problem> {
    let word: StrDeserializer<'_, serde::de::value::Error> = word.into_deserializer();
    T::deserialize(word).map_err(Problem::failed)
}

/// What is not what it would be unless said.
fn unless(value: Option<String>, default: &str) -> Option<String> {
    value.filter(|value| value != default)
}

fn values(properties: Vec<PropertyValue>) -> BTreeMap<String, String> {
    let value = |property: PropertyValue| {
        let value = match property.value? {
            Value::Null => return None,
            Value::String(text) => text,
            other => other.to_string(),
        };
        Some((property.key?.to_string(), value))
    };
    properties.into_iter().filter_map(value).collect()
}

fn names_of(user: &User) -> impl Iterator<Item = &String> {
    [&user.email, &user.phone, &user.username].into_iter().flatten()
}

impl Teller<'_> {
    fn send<E: Endpoint>(&self, endpoint: &E) -> Result<E::Output, Problem> {
        direct::send(&self.client, endpoint)
    }

    fn all<P: Paged>(&self, endpoint: P) -> Result<Vec<P::Item>, Problem> {
        direct::all(&self.client, endpoint)
    }

    fn connections(&mut self, fresh: &Emulator) -> Result<Vec<Connection>, Problem> {
        let built_in = direct::all(&direct::client(fresh), GetConnections::new())?;
        let built_in: HashSet<ConnectionId> = built_in.into_iter().filter_map(|one| one.id).collect();
        let mut told = Vec::new();
        for connection in self.all(GetConnections::new())? {
            let (Some(id), Some(name)) = (connection.id, connection.name) else {
                continue;
            };
            self.connections.add(&id, [&name], &id);
            if built_in.contains(&id) {
                continue;
            }
            // A request is made of the options alone to see them as JSON, secrets included.
            let options = self.emulator.connection_options(&id).map_err(Problem::failed)?;
            let update = serde_json::to_value(UpdateConnection::new(&id).options(options)).map_err(Problem::failed)?;
            let options = update.get("options").and_then(Value::as_object).cloned().unwrap_or_default();
            told.push(Connection {
                id: Some(id.to_string()),
                display_name: unless(connection.display_name, &name),
                name,
                strategy: text(connection.strategy),
                options,
            });
        }
        Ok(told)
    }

    fn connection_names(&self, connections: Vec<kinde_api::connections::Connection>) -> Vec<String> {
        let name = |connection: kinde_api::connections::Connection| {
            let (id, name) = (connection.id?, connection.name?);
            Some(self.connections.of(id.as_str(), [name.as_str()]))
        };
        connections.into_iter().filter_map(name).collect()
    }

    fn apis(&mut self) -> Result<Vec<Api>, Problem> {
        let (mut told, mut names, mut preferred) = (Vec::new(), Names::new("API"), Vec::new());
        for api in self.send(&GetApis::new())?.apis {
            let Some(id) = api.id else {
                continue;
            };
            let (audience, name) = (text(api.audience), text(api.name));
            let scopes = self.scopes(&id)?;
            if api.is_management_api == Some(true) {
                names.add(&id, [&name], &id);
                preferred.push((id, name));
                continue;
            }
            names.add(&id, [&name, &audience], &id);
            preferred.push((id.clone(), audience.clone()));
            told.push(Api { id: Some(id.to_string()), name: unless(Some(name), &audience), audience, scopes });
        }
        let name = |(id, name): (ApiId, String)| (id.clone(), names.of(id.as_str(), [name.as_str()]));
        self.api_names = preferred.into_iter().map(name).collect();
        Ok(told)
    }

    /// Those of an API.
    fn scopes(&mut self, api: &ApiId) -> Result<Vec<Scope>, Problem> {
        let mut keyed = Keyed::new("scope");
        let scope = |scope: kinde_api::apis::ApiScope| {
            let key = text(scope.key);
            keyed.add(scope.id.as_ref(), &key);
            Scope { id: scope.id.map(String::from), key, description: scope.description }
        };
        let scopes = self.send(&GetApiScopes::new(api))?.scopes.into_iter().map(scope).collect();
        self.scopes.insert(api.clone(), keyed);
        Ok(scopes)
    }

    fn scope_name(&self, api: &ApiId, key: &str) -> String {
        self.scopes.get(api).map_or_else(|| key.to_owned(), |scopes| scopes.name(key))
    }

    fn api_name(&self, id: &ApiId) -> String {
        self.api_names.get(id).cloned().unwrap_or_else(|| id.to_string())
    }

    fn permissions(&mut self) -> Result<Vec<Permission>, Problem> {
        let known = self.all(GetPermissions::new())?;
        let permission = |permission: kinde_api::permissions::Permission| {
            let key = text(permission.key);
            self.permissions.add(permission.id.as_ref(), &key);
            Permission {
                id: permission.id.map(String::from),
                name: unless(permission.name, &key),
                key,
                description: permission.description,
            }
        };
        Ok(known.into_iter().map(permission).collect())
    }

    fn roles(&mut self) -> Result<Vec<Role>, Problem> {
        let known = self.all(GetRoles::new())?;
        for role in &known {
            self.roles.add(role.id.as_ref(), &text(role.key.as_ref()));
        }
        known.into_iter().map(|role| self.role(role)).collect()
    }

    fn role(&self, role: kinde_api::roles::Role) -> Result<Role, Problem> {
        let (id, key) = (role.id.unwrap_or_else(|| "".into()), text(role.key));
        let permissions = self.all(GetRolePermissions::new(&id))?;
        let system_permissions = self.all(GetRoleSystemPermissions::new(&id))?;
        let mut scopes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for scope in self.send(&GetRoleScopes::new(&id))?.scopes {
            let Some(api) = scope.api_id else {
                continue;
            };
            let scope = self.scope_name(&api, &text(scope.key));
            scopes.entry(self.api_name(&api)).or_default().push(scope);
        }
        Ok(Role {
            id: Some(id.to_string()),
            name: unless(role.name, &key),
            key,
            description: role.description,
            is_default: role.is_default_role.unwrap_or_default(),
            permissions: permissions.into_iter().map(|one| self.permissions.name(&text(one.key))).collect(),
            system_permissions: system_permissions.into_iter().map(|permission| text(permission.key)).collect(),
            scopes,
        })
    }

    fn categories(&self) -> Result<Vec<PropertyCategory>, Problem> {
        let mut told = Vec::new();
        for context in [Context::Usr, Context::Org, Context::App] {
            let category = |category: kinde_api::property_categories::Category| PropertyCategory {
                id: category.id.map(String::from),
                name: text(category.name),
                context,
            };
            told.extend(self.all(GetCategories::new().context(context.to_string()))?.into_iter().map(category));
        }
        Ok(told)
    }

    fn properties(&self) -> Result<Vec<Property>, Problem> {
        let mut categories = Names::new("property category");
        let mut category_names = BTreeMap::new();
        for category in self.categories()? {
            let id = category.id.unwrap_or_default();
            categories.add(&id, [&category.name], &id);
            category_names.insert(id, category.name);
        }
        let mut told = Vec::new();
        for property in self.all(GetProperties::new())? {
            let key = text(property.key);
            let defined = self.emulator.property(&key).map_err(Problem::failed)?;
            let context = choice(defined.context.as_str())?;
            let id = defined.category_id.as_str();
            let category = category_names.get(id).map(|name| categories.of(id, [name.as_str()]));
            told.push(Property {
                id: property.id.map(String::from),
                name: unless(property.name, &key),
                key,
                description: property.description,
                context,
                is_multi_line: defined.r#type == PropertyType::MultiLineText,
                is_private: defined.is_private,
                category,
            });
        }
        Ok(told)
    }

    fn feature_flags(&self) -> Result<Vec<FeatureFlag>, Problem> {
        let known = self.send(&GetEnvironmentFeatureFlags::new())?.feature_flags;
        let overrides = self.emulator.environment_feature_flags();
        let flag = |key: &FeatureFlagKey| {
            let flag = self.emulator.feature_flag(key).map_err(Problem::failed)?;
            let value = |text: &str| FlagValue::read(flag.r#type.as_str(), text);
            let level = flag.allow_override_level.as_ref().map(|level| choice(level.as_str())).transpose()?;
            Ok(FeatureFlag {
                key: key.to_string(),
                name: unless(Some(flag.name.clone()), key.as_str()),
                description: flag.description.clone(),
                default_value: value(flag.default_value.as_str().unwrap_or_default()),
                environment_value: overrides.get(key).map(|text| value(text)),
                override_level: level.filter(|level| *level != OverrideLevel::Usr),
            })
        };
        known.keys().map(flag).collect()
    }

    fn flag_values(&self, values: BTreeMap<FeatureFlagKey, String>) -> Result<BTreeMap<String, FlagValue>, Problem> {
        let value = |(key, text): (FeatureFlagKey, String)| {
            let flag = self.emulator.feature_flag(&key).map_err(Problem::failed)?;
            Ok((key.to_string(), FlagValue::read(flag.r#type.as_str(), &text)))
        };
        values.into_iter().map(value).collect()
    }

    fn applications(&self) -> Result<Vec<Application>, Problem> {
        let own = self.emulator.client_id();
        let mut allowed: BTreeMap<ApplicationId, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        for id in self.api_names.keys() {
            let api = self.send(&GetApi::new(id))?.api.unwrap_or_default();
            for application in api.applications.into_iter().filter(|application| application.is_active == Some(true)) {
                let application = application.id.unwrap_or_else(|| "".into());
                allowed.entry(application).or_default().entry(self.api_name(id)).or_default();
            }
        }
        let mut told = Vec::new();
        for item in self.all(GetApplications::new())? {
            let Some(id) = item.id.filter(|id| *id != own) else {
                continue;
            };
            let mut apis = allowed.remove(&id).unwrap_or_default();
            for scope in self.emulator.application_scopes(&id).map_err(Problem::failed)? {
                let key = self.scope_name(&scope.api_id, &scope.key);
                apis.entry(self.api_name(&scope.api_id)).or_default().push(key);
            }
            told.push(self.application(&id, apis)?);
        }
        Ok(told)
    }

    fn application(&self, id: &ApplicationId, apis: BTreeMap<String, Vec<String>>) -> Result<Application, Problem> {
        let application = self.send(&GetApplication::new(id))?.application.unwrap_or_default();
        let connections = self.send(&GetApplicationConnections::new(id))?.connections;
        let properties = self.send(&GetApplicationPropertyValues::new(id))?.properties;
        Ok(Application {
            id: Some(id.to_string()),
            name: text(application.name),
            r#type: choice(&text(application.r#type))?,
            client_secret: application.client_secret.map(|secret| secret.expose().to_owned()),
            redirect_urls: self.send(&GetCallbackUrls::new(id))?.redirect_urls,
            logout_urls: self.send(&GetLogoutUrls::new(id))?.logout_urls,
            login_uri: application.login_uri.filter(|uri| !uri.is_empty()),
            homepage_uri: application.homepage_uri.filter(|uri| !uri.is_empty()),
            connections: self.connection_names(connections),
            apis,
            properties: values(properties),
        })
    }

    fn users(&mut self) -> Result<Vec<User>, Problem> {
        let items = self.all(GetUsers::new().expand([UserExpand::Identities]))?;
        let (mut told, mut names) = (Vec::with_capacity(items.len()), Names::new("user"));
        for item in items {
            let Some(id) = item.id.clone() else {
                continue;
            };
            let user = self.user(&id, item)?;
            names.add(&id, names_of(&user).chain(&user.other_emails), &id);
            told.push((id, user));
        }
        let name =
            |(id, user): &(UserId, User)| (id.clone(), names.of(id.as_str(), names_of(user).map(String::as_str)));
        self.users = told.iter().map(name).collect();
        Ok(told.into_iter().map(|(_, user)| user).collect())
    }

    fn user(&self, id: &UserId, item: UserItem) -> Result<User, Problem> {
        let properties = self.send(&GetUserPropertyValues::new(id))?.properties;
        // Who has no second factor is not found.
        let factors = self.client.send(&GetUsersMfa::new(id)).map(|answer| answer.mfa).unwrap_or_default();
        let is_other = |identity: &kinde_api::users::UserIdentity| {
            identity.r#type.as_deref() == Some("email") && identity.identity != item.email
        };
        let others = item.identities.iter().filter(|identity| is_other(identity));
        Ok(User {
            other_emails: others.filter_map(|identity| identity.identity.clone()).collect(),
            id: Some(id.to_string()),
            provided_id: item.provided_id,
            email: item.email,
            phone: item.phone,
            username: item.username,
            first_name: item.first_name,
            last_name: item.last_name,
            picture: item.picture,
            is_suspended: item.is_suspended.unwrap_or_default(),
            properties: values(properties),
            feature_flags: self.flag_values(self.emulator.user_feature_flags(id).map_err(Problem::failed)?)?,
            mfa_factors: factors
                .into_iter()
                .map(|factor| MfaFactor {
                    id: factor.id.map(String::from),
                    r#type: text(factor.r#type),
                    name: text(factor.name),
                })
                .collect(),
        })
    }

    fn organizations(&self) -> Result<Vec<Organization>, Problem> {
        self.all(GetOrganizations::new())?.into_iter().map(|item| self.organization(item)).collect()
    }

    fn organization(&self, item: OrganizationItem) -> Result<Organization, Problem> {
        let code = item.code.unwrap_or_else(|| "".into());
        let more = self.send(&GetOrganization::new(&code))?;
        let member = |member: kinde_api::organizations::AddOrganizationUser| Member {
            user: self.users.get(&member.id).cloned().unwrap_or_else(|| member.id.to_string()),
            roles: member.roles.into_iter().flatten().map(|key| self.roles.name(key.as_str())).collect(),
            permissions: member
                .permissions
                .into_iter()
                .flatten()
                .map(|key| self.permissions.name(key.as_str()))
                .collect(),
        };
        let invite = |invite: kinde_api::organizations::OrganizationInvite| Invite {
            email: text(invite.email),
            first_name: invite.first_name,
            last_name: invite.last_name,
            roles: invite
                .roles
                .into_iter()
                .filter_map(|role| role.key)
                .map(|key| self.roles.name(key.as_str()))
                .collect(),
        };
        let properties = self.send(&GetOrganizationPropertyValues::new(&code))?.properties;
        let connections = self.send(&GetOrganizationConnections::new(&code))?.connections;
        let flags = self.emulator.organization_feature_flags(&code).map_err(Problem::failed)?;
        Ok(Organization {
            code: Some(code.to_string()),
            name: text(item.name),
            is_default: item.is_default.unwrap_or_default(),
            handle: item.handle,
            external_id: item.external_id,
            is_suspended: more.is_suspended.unwrap_or_default(),
            allowed_domains: more.allowed_domains,
            members: self.emulator.members(&code).map_err(Problem::failed)?.into_iter().map(member).collect(),
            invites: self.all(GetOrganizationInvites::new(&code))?.into_iter().map(invite).collect(),
            feature_flags: self.flag_values(flags)?,
            properties: values(properties),
            connections: self.connection_names(connections),
        })
    }

    fn subscribers(&self) -> Result<Vec<Subscriber>, Problem> {
        let subscriber = |subscriber: kinde_api::subscribers::SubscriberItem| Subscriber {
            id: subscriber.id.map(String::from),
            email: text(subscriber.email),
            first_name: text(subscriber.first_name),
            last_name: text(subscriber.last_name),
        };
        Ok(self.all(GetSubscribers::new())?.into_iter().map(subscriber).collect())
    }

    fn environment_variables(&self) -> Result<Vec<EnvironmentVariable>, Problem> {
        let variables = self.send(&GetEnvironmentVariables::new())?.environment_variables;
        let variable = |id: kinde_api::EnvironmentVariableId| {
            let variable = self.emulator.environment_variable(&id).map_err(Problem::failed)?;
            Ok(EnvironmentVariable {
                id: Some(id.into()),
                key: variable.key.clone(),
                value: variable.value.expose().to_owned(),
                is_secret: variable.is_secret.unwrap_or_default(),
            })
        };
        variables.into_iter().filter_map(|variable| variable.id).map(variable).collect()
    }

    fn webhooks(&self) -> Result<Vec<Webhook>, Problem> {
        let webhook = |webhook: kinde_api::webhooks::Webhook| Webhook {
            id: webhook.id.map(String::from),
            name: text(webhook.name),
            endpoint: text(webhook.endpoint),
            event_types: webhook.event_types,
            description: webhook.description,
        };
        let webhooks = self.send(&GetWebHooks::new())?.webhooks;
        Ok(webhooks.into_iter().map(webhook).collect())
    }
}
