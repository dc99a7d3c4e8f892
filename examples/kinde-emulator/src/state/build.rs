//! From a state to an emulator that holds it.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use kinde_api::apis::{
    AddApiApplicationScope, AddApiScope, AddApis, GetApis, UpdateApiApplication, UpdateApiApplications,
};
use kinde_api::applications::{CreateApplication, EnableConnection, UpdateApplication, UpdateApplicationsProperty};
use kinde_api::callbacks::{AddLogoutRedirectUrls, AddRedirectCallbackUrls};
use kinde_api::connections::{ConnectionOptions, CreateConnection, GetConnections};
use kinde_api::emulator::Emulator;
use kinde_api::environment_variables::CreateEnvironmentVariable;
use kinde_api::environments::UpdateEnvironmentFeatureFlagOverride;
use kinde_api::feature_flags::CreateFeatureFlag;
use kinde_api::organizations::{
    AddOrganizationUser, CreateOrganizationInvite, DeleteOrganization, EnableOrgConnection, UpdateOrganization,
    UpdateOrganizationFeatureFlagOverride, UpdateOrganizationProperties,
};
use kinde_api::permissions::CreatePermission;
use kinde_api::properties::{CreateProperty, PropertyType};
use kinde_api::property_categories::CreateCategory;
use kinde_api::roles::{
    AddRoleScope, CreateRole, GetSystemPermissions, UpdateRolePermission, UpdateRolePermissions,
    UpdateRoleSystemPermission, UpdateRoleSystemPermissions,
};
use kinde_api::subscribers::CreateSubscriber;
use kinde_api::users::{
    CreateUser, CreateUserIdentity, CreateUserProfile, IdentityType, NewIdentity, UpdateUser,
    UpdateUserFeatureFlagOverride, UpdateUserProperties,
};
use kinde_api::webhooks::CreateWebHook;
use kinde_api::{
    ApiId, ApplicationId, Client, ConnectionId, Endpoint, Error, OrgCode, PermissionId, PropertyCategoryId, ScopeId,
    UserId,
};

use super::direct::{self, Direct};
use super::names::{Ids, Names};
use super::problem::Problem;
use super::{
    Api, Application, Connection, FeatureFlag, FlagValue, Organization, Permission, Property, PropertyCategory, Role,
    State, User,
};

/// Fills an emulator that holds nothing yet. On an error it holds a part, and is to be thrown away.
pub(crate) fn fill(emulator: &Emulator, state: &State) -> Result<(), Problem> {
    let mut builder = Builder::new(emulator)?;
    if let Some(policy) = &state.environment.passkey_policy {
        if !["off", "optional", "required"].contains(&policy.as_str()) {
            let message = format!("`{policy}` is not a policy: off, optional or required");
            return Err(Problem::at("environment.passkey_policy", message));
        }
        emulator.set_passkey_policy(policy.as_str());
    }
    each("permissions", &state.permissions, |field, permission| builder.permission(field, permission))?;
    each("apis", &state.apis, |field, api| builder.api(field, api))?;
    each("roles", &state.roles, |field, role| builder.role(field, role))?;
    each("property_categories", &state.property_categories, |field, category| builder.category(field, category))?;
    each("properties", &state.properties, |field, property| builder.property(field, property))?;
    each("feature_flags", &state.feature_flags, |field, flag| builder.feature_flag(field, flag))?;
    each("connections", &state.connections, |field, connection| builder.connection(field, connection))?;
    each("applications", &state.applications, |field, application| builder.application(field, application))?;
    each("users", &state.users, |field, user| builder.user(field, user))?;
    let mut has_default = false;
    each("organizations", &state.organizations, |field, organization| {
        if organization.is_default && std::mem::replace(&mut has_default, true) {
            return Err(Problem::at(format!("{field}.is_default"), "there is a default organization already"));
        }
        builder.organization(field, organization)
    })?;
    each("subscribers", &state.subscribers, |field, one| {
        builder.choose(one.id.as_ref(), field)?;
        builder.send(field, &CreateSubscriber::new(&one.first_name, &one.last_name, &one.email)).map(drop)
    })?;
    each("environment_variables", &state.environment_variables, |field, one| {
        builder.choose(one.id.as_ref(), field)?;
        let create = CreateEnvironmentVariable::new(&one.key, &one.value).is_secret(one.is_secret);
        builder.send(field, &create).map(drop)
    })?;
    // At the end, so that nobody is told of what has been put in.
    each("webhooks", &state.webhooks, |field, one| {
        builder.choose(one.id.as_ref(), field)?;
        let mut create = CreateWebHook::new(&one.endpoint, &one.event_types, &one.name);
        if let Some(description) = &one.description {
            create = create.description(description);
        }
        builder.send(field, &create).map(drop)
    })?;
    emulator.clear_requests();
    Ok(())
}

/// Does the work for each thing of a list; the field is the thing's.
fn each<T>(list: &str, things: &[T], mut work: impl FnMut(&str, &T) -> Result<(), Problem>) -> Result<(), Problem> {
    things.iter().enumerate().try_for_each(|(index, thing)| work(&format!("{list}[{index}]"), thing))
}

struct Builder<'a> {
    emulator: &'a Emulator,
    client: Client<Direct>,
    ids: Ids,
    permissions: Names<PermissionId>,
    system_permissions: Names<PermissionId>,
    apis: Names<ApiId>,
    /// By the API's id and their key or id.
    scopes: HashMap<ApiId, Names<ScopeId>>,
    role_keys: Names<String>,
    permission_keys: Names<String>,
    categories: Names<PropertyCategoryId>,
    connections: Names<ConnectionId>,
    users: Names<UserId>,
}

impl<'a> Builder<'a> {
    /// With the names and ids of what every business has.
    fn new(emulator: &'a Emulator) -> Result<Self, Problem> {
        let client = direct::client(emulator);
        let mut builder = Self {
            emulator,
            ids: Ids::default(),
            permissions: Names::new("permission"),
            system_permissions: Names::new("system permission"),
            apis: Names::new("API"),
            scopes: HashMap::new(),
            role_keys: Names::new("role"),
            permission_keys: Names::new("permission"),
            categories: Names::new("property category"),
            connections: Names::new("connection"),
            users: Names::new("user"),
            client,
        };
        builder.learn()?;
        Ok(builder)
    }

    fn learn(&mut self) -> Result<(), Problem> {
        self.ids.add(self.emulator.client_id());
        for permission in direct::all(&self.client, GetSystemPermissions::new())? {
            if let (Some(id), Some(key)) = (permission.id, permission.key) {
                self.system_permissions.add(&id, [key], &id);
                self.ids.add(id);
            }
        }
        for connection in direct::all(&self.client, GetConnections::new())? {
            if let (Some(id), Some(name)) = (connection.id, connection.name) {
                self.connections.add(&id, [name], &id);
                self.ids.add(id);
            }
        }
        let apis = direct::send(&self.client, &GetApis::new().expand(kinde_api::apis::ApiExpand::Scopes))?;
        for api in apis.apis {
            let (Some(id), Some(name)) = (api.id, api.name) else {
                continue;
            };
            self.apis.add(&id, [name], &id);
            self.ids.add(id.clone());
            let scopes = self.scopes.entry(id).or_insert_with(|| Names::new("scope"));
            for scope in api.scopes {
                if let (Some(id), Some(key)) = (scope.id, scope.key) {
                    scopes.add(&id, [key], &id);
                    self.ids.add(id);
                }
            }
        }
        Ok(())
    }

    /// The next thing gets this id, where there is one.
    fn choose(&mut self, id: Option<&String>, field: &str) -> Result<(), Problem> {
        let Some(id) = id else {
            return Ok(());
        };
        self.ids.choose(id, &format!("{field}.id"))?;
        self.emulator.choose_id(id);
        Ok(())
    }

    fn send<E: Endpoint>(&self, field: &str, endpoint: &E) -> Result<E::Output, Problem> {
        self.client.send(endpoint).map_err(|error| refused(field, &error))
    }

    fn permission(&mut self, field: &str, permission: &Permission) -> Result<(), Problem> {
        self.choose(permission.id.as_ref(), field)?;
        let name = permission.name.as_ref().unwrap_or(&permission.key);
        let mut create = CreatePermission::new(name, &permission.key);
        create.description.clone_from(&permission.description);
        let id = self.send(field, &create)?.permission.and_then(|permission| permission.id).ok_or_else(no_id)?;
        self.permissions.add(&id, [&permission.key], &id);
        self.permission_keys.add(&id, [&permission.key], &permission.key);
        Ok(())
    }

    fn api(&mut self, field: &str, api: &Api) -> Result<(), Problem> {
        self.choose(api.id.as_ref(), field)?;
        let name = api.name.as_ref().unwrap_or(&api.audience);
        let created = self.send(field, &AddApis::new(name, &api.audience))?;
        let id = created.api.and_then(|api| api.id).ok_or_else(no_id)?;
        self.apis.add(&id, [name, &api.audience], &id);
        let mut scopes = Names::new("scope");
        each(&format!("{field}.scopes"), &api.scopes, |field, scope| {
            self.choose(scope.id.as_ref(), field)?;
            let mut create = AddApiScope::new(&id, &scope.key);
            create.description.clone_from(&scope.description);
            let scope_id = self.send(field, &create)?.scope.and_then(|scope| scope.id).ok_or_else(no_id)?;
            scopes.add(&scope_id, [&scope.key], &scope_id);
            Ok(())
        })?;
        self.scopes.insert(id, scopes);
        Ok(())
    }

    /// An API and scopes of it.
    fn scopes(&self, field: &str, api: &str, scopes: &[String]) -> Result<(ApiId, Vec<ScopeId>), Problem> {
        let id = self.apis.get(api, field)?;
        let known = self.scopes.get(id);
        let scopes = known.map_or(Ok(Vec::new()), |known| known.all(scopes, &format!("{field}.{api}")))?;
        Ok((id.clone(), scopes))
    }

    fn role(&mut self, field: &str, role: &Role) -> Result<(), Problem> {
        let permissions = self.permissions.all(&role.permissions, &format!("{field}.permissions"))?;
        let system = self.system_permissions.all(&role.system_permissions, &format!("{field}.system_permissions"))?;
        self.choose(role.id.as_ref(), field)?;
        let name = role.name.as_ref().unwrap_or(&role.key);
        let mut create = CreateRole::new(name, &role.key).is_default_role(role.is_default);
        create.description.clone_from(&role.description);
        let id = self.send(field, &create)?.role.and_then(|role| role.id).ok_or_else(no_id)?;
        self.role_keys.add(&id, [&role.key], &role.key);
        if !permissions.is_empty() {
            let permissions = permissions.iter().map(UpdateRolePermission::new);
            self.send(field, &UpdateRolePermissions::new(&id, permissions))?;
        }
        if !system.is_empty() {
            let system = system.iter().map(UpdateRoleSystemPermission::new);
            self.send(field, &UpdateRoleSystemPermissions::new(&id, system))?;
        }
        for (api, scopes) in &role.scopes {
            let (_, scopes) = self.scopes(&format!("{field}.scopes"), api, scopes)?;
            for scope in scopes {
                self.send(field, &AddRoleScope::new(&id, scope))?;
            }
        }
        Ok(())
    }

    fn category(&mut self, field: &str, category: &PropertyCategory) -> Result<(), Problem> {
        self.choose(category.id.as_ref(), field)?;
        let created = self.send(field, &CreateCategory::new(&category.name, category.context.to_string()))?;
        let id = created.category.and_then(|category| category.id).ok_or_else(no_id)?;
        self.categories.add(&id, [&category.name], &id);
        Ok(())
    }

    fn property(&mut self, field: &str, property: &Property) -> Result<(), Problem> {
        let name = property.name.as_ref().unwrap_or(&property.key);
        let Some(category) = &property.category else {
            return self.property_without_category(field, property, name);
        };
        let category = self.categories.get(category, &format!("{field}.category"))?.clone();
        let r#type = if property.is_multi_line { PropertyType::MultiLineText } else { PropertyType::SingleLineText };
        self.choose(property.id.as_ref(), field)?;
        let (context, is_private) = (property.context.to_string(), property.is_private);
        let mut create = CreateProperty::new(name, &property.key, r#type, context, is_private, category);
        create.description.clone_from(&property.description);
        self.send(field, &create).map(drop)
    }

    /// No operation makes one, but every business of Kinde's has some.
    fn property_without_category(&mut self, field: &str, property: &Property, name: &str) -> Result<(), Problem> {
        if property.is_multi_line || property.is_private {
            return Err(Problem::at(field, "a private property, or one of several lines, needs a category"));
        }
        if property.key.trim().is_empty() {
            return Err(Problem::at(format!("{field}.key"), "is empty"));
        }
        if self.emulator.property(&property.key).is_ok() {
            let message = format!("there is a property `{}` already", property.key);
            return Err(Problem::at(format!("{field}.key"), message));
        }
        self.choose(property.id.as_ref(), field)?;
        let mut add = kinde_api::emulator::Property::new(&property.key).name(name);
        add.description.clone_from(&property.description);
        self.emulator.add_property(match property.context {
            super::Context::Usr => add.of_users(),
            super::Context::App => add.of_applications(),
            super::Context::Org => add,
        });
        Ok(())
    }

    fn feature_flag(&mut self, field: &str, flag: &FeatureFlag) -> Result<(), Problem> {
        let name = flag.name.as_ref().unwrap_or(&flag.key);
        let mut create =
            CreateFeatureFlag::new(name, &flag.key, flag.default_value.type_name(), flag.default_value.json());
        create.description.clone_from(&flag.description);
        let level = flag.override_level.unwrap_or(super::OverrideLevel::Usr);
        self.send(field, &create.allow_override_level(level.to_string()))?;
        let Some(value) = &flag.environment_value else {
            return Ok(());
        };
        let field = format!("{field}.environment_value");
        self.send(&field, &UpdateEnvironmentFeatureFlagOverride::new(&flag.key, value.json())).map(drop)
    }

    fn connection(&mut self, field: &str, connection: &Connection) -> Result<(), Problem> {
        self.choose(connection.id.as_ref(), field)?;
        let display_name = connection.display_name.as_ref().unwrap_or(&connection.name);
        let create = CreateConnection::new(&connection.name, display_name, connection.strategy.as_str())
            .options(ConnectionOptions::from(connection.options.clone()));
        let created = self.send(field, &create)?;
        let id = created.connection.and_then(|connection| connection.id).ok_or_else(no_id)?;
        self.connections.add(&id, [&connection.name], &id);
        Ok(())
    }

    fn application(&mut self, field: &str, application: &Application) -> Result<(), Problem> {
        let connections = self.connections.all(&application.connections, &format!("{field}.connections"))?;
        self.choose(application.id.as_ref(), field)?;
        let created = self.send(field, &CreateApplication::new(&application.name, application.r#type.to_string()))?;
        let id = created.application.and_then(|application| application.id).ok_or_else(no_id)?;
        if let Some(secret) = &application.client_secret {
            if !matches!(application.r#type, super::ApplicationType::Reg | super::ApplicationType::M2m) {
                return Err(Problem::at(format!("{field}.client_secret"), "an application of this type has none"));
            }
            let set = self.emulator.set_client_secret(&id, secret);
            set.map_err(|unknown| Problem::at(field, unknown.to_string()))?;
        }
        self.application_urls(field, application, &id)?;
        for connection in connections {
            self.send(field, &EnableConnection::new(&id, connection))?;
        }
        for (api, scopes) in &application.apis {
            let (api_id, scopes) = self.scopes(&format!("{field}.apis"), api, scopes)?;
            self.send(field, &UpdateApiApplications::new(&api_id, [UpdateApiApplication::new(&id)]))?;
            for scope in scopes {
                self.send(field, &AddApiApplicationScope::new(&api_id, &id, scope))?;
            }
        }
        for (key, value) in &application.properties {
            let field = format!("{field}.properties.{key}");
            self.send(&field, &UpdateApplicationsProperty::new(&id, key, value.as_str()))?;
        }
        Ok(())
    }

    fn application_urls(&self, field: &str, application: &Application, id: &ApplicationId) -> Result<(), Problem> {
        if !application.redirect_urls.is_empty() {
            let urls = &application.redirect_urls;
            self.send(&format!("{field}.redirect_urls"), &AddRedirectCallbackUrls::new(id, urls))?;
        }
        if !application.logout_urls.is_empty() {
            let urls = &application.logout_urls;
            self.send(&format!("{field}.logout_urls"), &AddLogoutRedirectUrls::new(id, urls))?;
        }
        let mut update = UpdateApplication::new(id);
        update.login_uri.clone_from(&application.login_uri);
        update.homepage_uri.clone_from(&application.homepage_uri);
        if update == UpdateApplication::new(id) { Ok(()) } else { self.send(field, &update).map(drop) }
    }

    fn user(&mut self, field: &str, user: &User) -> Result<(), Problem> {
        let mut profile = CreateUserProfile::new();
        profile.given_name.clone_from(&user.first_name);
        profile.family_name.clone_from(&user.last_name);
        profile.picture.clone_from(&user.picture);
        let identities = user.email.iter().map(NewIdentity::email);
        let identities = identities.chain(user.phone.iter().map(NewIdentity::phone));
        let identities = identities.chain(user.username.iter().map(NewIdentity::username));
        let mut create = CreateUser::new().profile(profile).identities(identities);
        create.provided_id.clone_from(&user.provided_id);
        self.choose(user.id.as_ref(), field)?;
        let id = self.send(field, &create)?.id.ok_or_else(no_id)?;
        for email in &user.other_emails {
            self.send(field, &CreateUserIdentity::new(&id, email, IdentityType::Email))?;
        }
        let names = [user.email.as_ref(), user.phone.as_ref(), user.username.as_ref()];
        self.users.add(&id, names.into_iter().flatten().chain(&user.other_emails), &id);
        if user.is_suspended {
            self.send(field, &UpdateUser::new(&id).is_suspended(true))?;
        }
        if !user.properties.is_empty() {
            let properties = user.properties.iter().map(|(key, value)| (key, value.as_str()));
            self.send(&format!("{field}.properties"), &UpdateUserProperties::new(&id, properties))?;
        }
        for (key, value) in &user.feature_flags {
            let field = format!("{field}.feature_flags.{key}");
            self.send(&field, &UpdateUserFeatureFlagOverride::new(&id, key, value.json()))?;
        }
        each(&format!("{field}.mfa_factors"), &user.mfa_factors, |field, factor| {
            self.choose(factor.id.as_ref(), field)?;
            let added = self.emulator.add_mfa_factor(&id, &factor.r#type, &factor.name);
            added.map(drop).map_err(|unknown| Problem::at(field, unknown.to_string()))
        })
    }

    fn organization(&mut self, field: &str, organization: &Organization) -> Result<(), Problem> {
        let connections = self.connections.all(&organization.connections, &format!("{field}.connections"))?;
        let code = self.new_organization(field, organization)?;
        let mut update = UpdateOrganization::new(&code).name(&organization.name);
        if let Some(handle) = &organization.handle {
            update = update.handle(handle);
        }
        if let Some(external_id) = &organization.external_id {
            update = update.external_id(external_id);
        }
        if organization.is_suspended {
            update = update.is_suspended(true);
        }
        if !organization.allowed_domains.is_empty() {
            update = update.allowed_domains(&organization.allowed_domains);
        }
        self.send(field, &update)?;
        self.members(field, organization, &code)?;
        each(&format!("{field}.invites"), &organization.invites, |field, invite| {
            let roles = self.role_keys.all(&invite.roles, &format!("{field}.roles"))?;
            let mut create = CreateOrganizationInvite::new(&code, &invite.email, roles).send_email(false);
            if let Some(name) = &invite.first_name {
                create = create.first_name(name);
            }
            if let Some(name) = &invite.last_name {
                create = create.last_name(name);
            }
            self.send(field, &create).map(drop)
        })?;
        for (key, value) in &organization.feature_flags {
            let field = format!("{field}.feature_flags.{key}");
            self.send(&field, &UpdateOrganizationFeatureFlagOverride::new(&code, key, value.json()))?;
        }
        if !organization.properties.is_empty() {
            let properties = organization.properties.iter().map(|(key, value)| (key, value.as_str()));
            self.send(&format!("{field}.properties"), &UpdateOrganizationProperties::new(&code, properties))?;
        }
        for connection in connections {
            self.send(field, &EnableOrgConnection::new(&code, connection))?;
        }
        Ok(())
    }

    /// The default one is there already; under another code it is made anew.
    fn new_organization(&mut self, field: &str, organization: &Organization) -> Result<OrgCode, Problem> {
        if organization.name.trim().is_empty() {
            return Err(Problem::at(format!("{field}.name"), "is empty"));
        }
        let default = self.emulator.default_organization();
        if let Some(code) = &organization.code {
            self.ids.choose(code, &format!("{field}.code"))?;
            if !organization.is_default && *code == default {
                return Err(Problem::at(format!("{field}.code"), "this is the code of the default organization"));
            }
        }
        let keeps_code = organization.code.as_ref().is_none_or(|code| *code == default);
        if organization.is_default && keeps_code {
            return Ok(default);
        }
        if let Some(code) = &organization.code {
            self.emulator.choose_id(code);
        }
        let code = self.emulator.add_organization(&organization.name);
        if organization.is_default {
            let set = self.emulator.set_default_organization(&code);
            set.map_err(|unknown| Problem::at(field, unknown.to_string()))?;
            self.send(field, &DeleteOrganization::new(&default))?;
        }
        Ok(code)
    }

    fn members(&self, field: &str, organization: &Organization, code: &OrgCode) -> Result<(), Problem> {
        let mut members = Vec::with_capacity(organization.members.len());
        let mut known = HashSet::new();
        each(&format!("{field}.members"), &organization.members, |field, member| {
            let user = self.users.get(&member.user, &format!("{field}.user"))?;
            if !known.insert(user) {
                return Err(Problem::at(format!("{field}.user"), "is a member already"));
            }
            let roles = self.role_keys.all(&member.roles, &format!("{field}.roles"))?;
            let permissions = self.permission_keys.all(&member.permissions, &format!("{field}.permissions"))?;
            members.push(AddOrganizationUser::new(user).roles(roles).permissions(permissions));
            Ok(())
        })?;
        let added = self.emulator.add_members(code, members);
        added.map_err(|unknown| Problem::at(format!("{field}.members"), unknown.to_string()))
    }
}

fn refused(field: &str, error: &Error<Infallible>) -> Problem {
    Problem::at(field, error.message().map_or_else(|| error.to_string(), str::to_owned))
}

fn no_id() -> Problem {
    Problem::new("the emulator made a thing without telling its id")
}

impl FlagValue {
    fn type_name(&self) -> &'static str {
        match self {
            Self::Bool(_) => "bool",
            Self::Int(_) => "int",
            Self::Str(_) => "str",
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Bool(value) => (*value).into(),
            Self::Int(value) => (*value).into(),
            Self::Str(value) => value.as_str().into(),
        }
    }

    /// A value as the emulator keeps it, by the type of its flag.
    pub(crate) fn read(type_name: &str, text: &str) -> Self {
        let read = match type_name {
            "bool" => text.parse().ok().map(Self::Bool),
            "int" => text.parse().ok().map(Self::Int),
            _ => None,
        };
        read.unwrap_or_else(|| Self::Str(text.to_owned()))
    }
}
