//! Feature flags, put in.

use crate::FeatureFlagKey;
use crate::emulator::Emulator;
use crate::emulator::state::feature_flags::{self, OverrideLevel};
use crate::organizations::FeatureFlagType;

/// A feature flag with its value, to [add](crate::emulator::Emulator::add_feature_flag) to the environment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FeatureFlag {
    /// The key.
    pub key: FeatureFlagKey,
    /// The type of the value.
    pub r#type: FeatureFlagType,
    /// The environment's value, as text.
    pub value: String,
    /// Whether organizations and users may override it.
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

    /// Sets whether organizations and users may override it. By default they may.
    #[must_use]
    pub fn is_overridable(mut self, is_overridable: bool) -> Self {
        self.is_overridable = is_overridable;
        self
    }
}

impl Emulator {
    /// Adds a feature flag to the environment. If there is a flag with this key, the new one replaces it.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, FeatureFlag};
    ///
    /// let emulator = Emulator::new();
    /// let key = emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    /// assert_eq!(key.as_str(), "seats");
    /// ```
    pub fn add_feature_flag(&self, flag: impl Into<FeatureFlag>) -> FeatureFlagKey {
        let FeatureFlag { key, r#type, value, is_overridable } = flag.into();
        let override_level = if is_overridable { OverrideLevel::User } else { OverrideLevel::Environment };
        let flag = feature_flags::FeatureFlag {
            name: key.to_string(),
            description: None,
            r#type,
            default_value: value,
            override_level,
            environment_value: None,
        };
        self.with(|business| business.feature_flags.insert(key.clone(), flag));
        key
    }
}
