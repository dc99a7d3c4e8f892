//! Feature flags: what they are, and which of their values holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Business;
use super::organizations::Organization;
use super::users::User;
use crate::FeatureFlagKey;
use crate::emulator::answer::Refusal;
use crate::emulator::unknown::{Thing, Unknown};
use crate::organizations::FeatureFlagType;

#[derive(Debug)]
pub(crate) struct FeatureFlag {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) r#type: FeatureFlagType,
    pub(crate) default_value: String,
    pub(crate) override_level: OverrideLevel,
    /// The value of the environment, where it has one of its own.
    pub(crate) environment_value: Option<String>,
}

/// How far down a flag can be given another value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum OverrideLevel {
    #[serde(rename = "env")]
    Environment,
    #[serde(rename = "org")]
    Organization,
    #[serde(rename = "usr")]
    User,
}

impl FeatureFlag {
    /// The value that holds in the environment.
    pub(crate) fn in_environment(&self) -> &str {
        self.environment_value.as_deref().unwrap_or(&self.default_value)
    }

    /// A value that is set for a flag, as it is read afterwards.
    pub(crate) fn read(&self, key: &str, value: &str) -> Result<String, Refusal> {
        let bad =
            |expected| Refusal::bad("FEATURE_FLAG_VALUE_INVALID", format!("the feature flag `{key}` is {expected}"));
        match self.r#type {
            FeatureFlagType::Bool if matches!(value, "true" | "false") => Ok(value.to_owned()),
            FeatureFlagType::Bool => Err(bad("true or false")),
            FeatureFlagType::Int => integer(value).ok_or_else(|| bad("an integer of 32 bits")),
            _ => Ok(value.to_owned()),
        }
    }
}

/// An integer of 32 bits, decimals cut off.
fn integer(value: &str) -> Option<String> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, "0"));
    let is_number = !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    whole.parse().ok().filter(|_| is_number).map(|integer: i32| integer.to_string())
}

/// The feature flags by key.
#[derive(Debug, Default)]
pub(crate) struct FeatureFlags(BTreeMap<FeatureFlagKey, FeatureFlag>);

impl FeatureFlags {
    pub(crate) fn insert(&mut self, key: FeatureFlagKey, flag: FeatureFlag) {
        self.0.insert(key, flag);
    }

    pub(crate) fn get(&self, key: &str) -> Result<&FeatureFlag, Unknown> {
        self.0.get(key).ok_or_else(|| Thing::FeatureFlag.unknown(key))
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Result<&mut FeatureFlag, Unknown> {
        self.0.get_mut(key).ok_or_else(|| Thing::FeatureFlag.unknown(key))
    }

    /// In the order of their keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&FeatureFlagKey, &FeatureFlag)> {
        self.0.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut FeatureFlag> {
        self.0.values_mut()
    }

    /// A value that a level sets for a flag, as it is read afterwards.
    pub(crate) fn override_value(&self, key: &str, level: OverrideLevel, value: &str) -> Result<String, Refusal> {
        let flag = self.get(key)?;
        if level > flag.override_level {
            let by = match level {
                OverrideLevel::Environment => "the environment",
                OverrideLevel::Organization => "organizations",
                OverrideLevel::User => "users",
            };
            let message = format!("the feature flag `{key}` allows no override by {by}");
            return Err(Refusal::bad("FEATURE_FLAG_OVERRIDE_NOT_ALLOWED", message));
        }
        flag.read(key, value)
    }

    /// The values that hold: those of the user before those of the organization, before those of the environment,
    /// before the defaults.
    pub(crate) fn values<'a>(
        &'a self,
        organization: Option<&'a Organization>,
        user: Option<&'a User>,
    ) -> impl Iterator<Item = (&'a FeatureFlagKey, &'a FeatureFlag, &'a str)> {
        self.iter().map(move |(key, flag)| {
            let of_user = user.and_then(|user| user.feature_flags.get(key));
            let of_organization = || organization.and_then(|organization| organization.feature_flags.get(key));
            let value = of_user.or_else(of_organization).map_or(flag.in_environment(), String::as_str);
            (key, flag, value)
        })
    }
}

impl Business {
    /// Deletes a flag with all values that it was given.
    pub(crate) fn remove_feature_flag(&mut self, key: &str) -> Result<FeatureFlag, Unknown> {
        let flag = self.feature_flags.0.remove(key).ok_or_else(|| Thing::FeatureFlag.unknown(key))?;
        for organization in self.organizations.iter_mut() {
            organization.feature_flags.remove(key);
        }
        for user in self.users.iter_mut() {
            if user.feature_flags.contains_key(key) {
                user.feature_flags.remove(key);
            }
        }
        Ok(flag)
    }
}

#[cfg(test)]
mod tests {
    use super::{FeatureFlag, OverrideLevel, integer};
    use crate::emulator::state::Business;
    use crate::emulator::state::users::NewUser;
    use crate::organizations::FeatureFlagType;

    fn business() -> Business {
        let mut business = Business::new(0);
        for (key, override_level) in [("seats", OverrideLevel::User), ("rooms", OverrideLevel::Environment)] {
            let flag = FeatureFlag {
                name: key.to_owned(),
                description: None,
                r#type: FeatureFlagType::Int,
                default_value: "1".to_owned(),
                override_level,
                environment_value: None,
            };
            business.feature_flags.insert(key.into(), flag);
        }
        business
    }

    #[test]
    fn has_the_value_of_whoever_is_nearest() {
        let mut business = business();
        let user = business.add_user(NewUser::default());
        let code = business.default_organization.clone();
        let seats = |business: &Business| {
            let organization = business.organizations.get(code.as_str()).unwrap();
            let values = |organization, user| {
                let mut values = business.feature_flags.values(organization, user);
                values.find(|(key, ..)| *key == "seats").map(|(_, _, value)| value.to_owned()).unwrap()
            };
            let user = business.users.at(user);
            [values(None, None), values(Some(organization), None), values(Some(organization), user)]
        };
        assert_eq!(seats(&business), ["1", "1", "1"]);
        business.feature_flags.get_mut("seats").unwrap().environment_value = Some("2".to_owned());
        assert_eq!(seats(&business), ["2", "2", "2"]);
        let organization = business.organizations.get_mut(code.as_str()).unwrap();
        organization.feature_flags.insert("seats".into(), "3".to_owned());
        assert_eq!(seats(&business), ["2", "3", "3"]);
        business.users.at_mut(user).unwrap().feature_flags.insert("seats".into(), "4".to_owned());
        assert_eq!(seats(&business), ["2", "3", "4"]);

        business.remove_feature_flag("seats").unwrap();
        assert!(business.organizations.get(code.as_str()).unwrap().feature_flags.is_empty());
        assert!(business.users.at(user).unwrap().feature_flags.is_empty());
    }

    #[test]
    fn is_overridden_down_to_its_level() {
        let flags = business().feature_flags;
        let (environment, organization, user) =
            (OverrideLevel::Environment, OverrideLevel::Organization, OverrideLevel::User);
        for (key, level, is_allowed) in [
            ("seats", environment, true),
            ("seats", organization, true),
            ("seats", user, true),
            ("rooms", environment, true),
            ("rooms", organization, false),
            ("rooms", user, false),
        ] {
            assert_eq!(flags.override_value(key, level, "7").is_ok(), is_allowed, "{key} {level:?}");
        }
        assert!(flags.override_value("seats", user, "seven").is_err());
        assert!(flags.override_value("beds", user, "7").is_err());
    }

    #[test]
    fn cuts_decimals_off() {
        for (value, read) in [
            ("3", Some("3")),
            ("3.99", Some("3")),
            ("-3.5", Some("-3")),
            ("2147483647", Some("2147483647")),
            ("-2147483648", Some("-2147483648")),
            ("2147483648", None),
            ("", None),
            (".5", None),
            ("3.", None),
            ("3.x", None),
            ("three", None),
        ] {
            assert_eq!(integer(value).as_deref(), read, "{value}");
        }
    }
}
