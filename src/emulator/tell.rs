//! What a program needs in order to make a business anew, where no operation tells it: each as what makes it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::inspect::ApiScope;
use super::state::feature_flags::OverrideLevel;
use super::state::properties::{Context, PropertyType};
use super::unknown::Unknown;
use super::{Emulator, state};
use crate::environment_variables::CreateEnvironmentVariable;
use crate::feature_flags::{CreateFeatureFlag, FeatureFlagOverrideLevel};
use crate::organizations::AddOrganizationUser;
use crate::properties::{self, CreateProperty, PropertyContext};
use crate::{ApplicationId, EnvironmentVariableId, FeatureFlagKey, OrgCode, PropertyKey};

impl Emulator {
    /// The members of an organization with their roles and their own permissions, as [`add_members`](Self::add_members)
    /// takes them. They are in the order in which the users were made.
    ///
    /// ```
    /// use kinde_api::{emulator::Emulator, organizations::AddOrganizationUser};
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_role("admin");
    /// let user = emulator.add_user("member1@example.com");
    /// let members = [AddOrganizationUser::new(user).roles(["admin"]).permissions(Vec::<String>::new())];
    /// emulator.add_members(emulator.default_organization(), members.clone())?;
    /// assert_eq!(emulator.members(emulator.default_organization())?, members);
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such organization.
    pub fn members(&self, org_code: impl Into<OrgCode>) -> Result<Vec<AddOrganizationUser>, Unknown> {
        let org_code = org_code.into();
        self.with(|business| {
            let members = &business.organizations.get(org_code.as_str())?.members;
            let member = |number| {
                let user = business.users.at(number)?;
                let membership = members.get(number, user.id.as_str()).ok()?;
                let roles = business.roles.of(membership.roles()).map(|role| &role.key);
                let permissions = business.permissions.of(membership.permissions()).map(|permission| &permission.key);
                Some(AddOrganizationUser::new(&user.id).roles(roles).permissions(permissions))
            };
            Ok(members.numbers().filter_map(member).collect())
        })
    }

    /// The definition of a feature flag, as the operation that makes it again. The default value is text, whatever the
    /// type.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, FeatureFlag};
    /// use kinde_api::feature_flags::{CreateFeatureFlag, FeatureFlagOverrideLevel, FeatureFlagType};
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    /// let seats = CreateFeatureFlag::new("seats", "seats", FeatureFlagType::Int, "5");
    /// assert_eq!(emulator.feature_flag("seats")?, seats.allow_override_level(FeatureFlagOverrideLevel::Usr));
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such flag.
    pub fn feature_flag(&self, key: impl Into<FeatureFlagKey>) -> Result<CreateFeatureFlag, Unknown> {
        let key = key.into();
        self.with(|business| {
            let flag = business.feature_flags.get(key.as_str())?;
            let level = match flag.override_level {
                OverrideLevel::Environment => FeatureFlagOverrideLevel::Env,
                OverrideLevel::Organization => FeatureFlagOverrideLevel::Org,
                OverrideLevel::User => FeatureFlagOverrideLevel::Usr,
            };
            let default = Value::from(flag.default_value.as_str());
            let mut create = CreateFeatureFlag::new(&flag.name, &key, flag.r#type.clone(), default);
            create.description.clone_from(&flag.description);
            Ok(create.allow_override_level(level))
        })
    }

    /// The values that the environment sets for feature flags in place of the defaults, as text.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, FeatureFlag};
    /// use kinde_api::environments::UpdateEnvironmentFeatureFlagOverride;
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    /// emulator.client().send(&UpdateEnvironmentFeatureFlagOverride::new("seats", 17))?;
    /// assert_eq!(emulator.environment_feature_flags()["seats"], "17");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn environment_feature_flags(&self) -> BTreeMap<FeatureFlagKey, String> {
        self.with(|business| {
            let flags = business.feature_flags.iter();
            flags.filter_map(|(key, flag)| Some((key.clone(), flag.environment_value.clone()?))).collect()
        })
    }

    /// The values that an organization sets for feature flags in place of those of the environment, as text.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, FeatureFlag};
    /// use kinde_api::organizations::UpdateOrganizationFeatureFlagOverride;
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    /// let acme = emulator.add_organization("Acme");
    /// emulator.client().send(&UpdateOrganizationFeatureFlagOverride::new(&acme, "seats", 17))?;
    /// assert_eq!(emulator.organization_feature_flags(&acme)?["seats"], "17");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such organization.
    pub fn organization_feature_flags(
        &self,
        org_code: impl Into<OrgCode>,
    ) -> Result<BTreeMap<FeatureFlagKey, String>, Unknown> {
        let org_code = org_code.into();
        self.with(|business| Ok(business.organizations.get(org_code.as_str())?.feature_flags.clone()))
    }

    /// The definition of a property, as the operation that makes it again. Without a category, `category_id` is empty.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Property};
    /// use kinde_api::properties::{PropertyContext, PropertyType};
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_property(Property::new("shoe_size").of_users());
    /// let shoe_size = emulator.property("shoe_size")?;
    /// assert_eq!((shoe_size.context, shoe_size.r#type), (PropertyContext::Usr, PropertyType::SingleLineText));
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such property.
    pub fn property(&self, key: impl Into<PropertyKey>) -> Result<CreateProperty, Unknown> {
        let key = key.into();
        self.with(|business| {
            let property = business.properties.by_key(key.as_str())?;
            let r#type = match property.r#type {
                PropertyType::SingleLineText => properties::PropertyType::SingleLineText,
                PropertyType::MultiLineText => properties::PropertyType::MultiLineText,
            };
            let context = match property.context {
                Context::User => PropertyContext::Usr,
                Context::Organization => PropertyContext::Org,
                Context::Application => PropertyContext::App,
            };
            let category_id = property.category_id.clone().unwrap_or_else(|| "".into());
            let mut create =
                CreateProperty::new(&property.name, &key, r#type, context, property.is_private, category_id);
            create.description.clone_from(&property.description);
            Ok(create)
        })
    }

    /// The scopes that an application has, including those of Kinde's own API. An API that it may use without any scope
    /// is not in the list.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.set_application_scopes(["read:users"]);
    /// assert_eq!(emulator.application_scopes(emulator.client_id())?[0].key, "read:users");
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such application.
    pub fn application_scopes(&self, application_id: impl Into<ApplicationId>) -> Result<Vec<ApiScope>, Unknown> {
        let application_id = application_id.into();
        self.with(|business| {
            let number = business.applications.number(application_id.as_str())?;
            let given = |api: &state::apis::Api| {
                let ids = api.applications.get(&number).into_iter().flatten();
                ids.filter_map(|id| ApiScope::of(business, id.as_str())).collect::<Vec<_>>()
            };
            Ok(business.apis.iter().flat_map(given).collect())
        })
    }

    /// An environment variable, as the operation that makes it again. The value is there even if it is a secret.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    /// use kinde_api::environment_variables::CreateEnvironmentVariable;
    ///
    /// let emulator = Emulator::new();
    /// let create = CreateEnvironmentVariable::new("KEY", "value").is_secret(true);
    /// let created = emulator.client().send(&create)?.environment_variable.unwrap_or_default();
    /// assert_eq!(emulator.environment_variable(created.id.unwrap())?, create);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such variable.
    pub fn environment_variable(
        &self,
        variable_id: impl Into<EnvironmentVariableId>,
    ) -> Result<CreateEnvironmentVariable, Unknown> {
        let variable_id = variable_id.into();
        self.with(|business| {
            let variable = business.environment_variables.get(variable_id.as_str())?;
            Ok(CreateEnvironmentVariable::new(&variable.key, &variable.value).is_secret(variable.is_secret))
        })
    }
}
