//! The environment: its settings, logos, passkeys, and the feature flags that are overridden in it.

mod environment;
mod feature_flags;
mod logos;
mod passkey;

use super::Entry;
use crate::environments::{
    AddLogo, DeleteEnvironmentFeatureFlagOverride, DeleteEnvironmentFeatureFlagOverrides, DeleteLogo, GetEnvironment,
    GetEnvironmentFeatureFlags, GetPasskey, ReadLogo, UpdateEnvironmentFeatureFlagOverride, UpdatePasskey,
};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetEnvironment>(environment::get),
    Entry::of::<DeleteEnvironmentFeatureFlagOverrides>(feature_flags::delete_all),
    Entry::of::<GetEnvironmentFeatureFlags>(feature_flags::list),
    Entry::of::<DeleteEnvironmentFeatureFlagOverride>(feature_flags::delete),
    Entry::of::<UpdateEnvironmentFeatureFlagOverride>(feature_flags::update),
    Entry::of::<ReadLogo>(logos::list),
    Entry::of::<AddLogo>(logos::add),
    Entry::of::<DeleteLogo>(logos::delete),
    Entry::of::<GetPasskey>(passkey::get),
    Entry::of::<UpdatePasskey>(passkey::update),
];
