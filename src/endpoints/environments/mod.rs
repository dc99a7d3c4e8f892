//! The environment: its settings, logos, passkeys, and the feature flags that are overridden in it.
//!
//! A token belongs to one environment, so that no operation here has to say which one it is about. To see which one a
//! token is for before it changes something:
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::environments::GetEnvironment;
//!
//! let response = http::Response::new(r#"{"environment":{"code":"staging","is_live":false}}"#);
//! let environment = GetEnvironment::new().response(&response)?.environment.unwrap_or_default();
//! if environment.is_live == Some(false) {
//!     println!("{} may be changed", environment.code.unwrap_or_default());
//! }
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

mod environment;
mod feature_flags;
mod logos;
mod passkey;

pub use environment::{Color, ColorScheme, Environment, GetEnvironment, GetEnvironmentResponse, ThemeCode};
pub use feature_flags::{
    DeleteEnvironmentFeatureFlagOverride, DeleteEnvironmentFeatureFlagOverrides, EnvironmentFeatureFlag,
    GetEnvironmentFeatureFlags, GetEnvironmentFeatureFlagsResponse, UpdateEnvironmentFeatureFlagOverride,
};
pub use logos::{AddLogo, DeleteLogo, EnvironmentLogo, LogoType, ReadEnvLogoResponse, ReadLogo};
pub use passkey::{GetPasskey, GetPasskeyResponse, PasskeyPolicy, UpdatePasskey, UpdatePasskeyResponse};

use crate::Operation;
pub use crate::SuccessResponse;
pub use crate::feature_flags::FeatureFlagType;

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::environments::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "getEnvironment"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetEnvironment>(),
    Operation::of::<DeleteEnvironmentFeatureFlagOverrides>(),
    Operation::of::<GetEnvironmentFeatureFlags>(),
    Operation::of::<DeleteEnvironmentFeatureFlagOverride>(),
    Operation::of::<UpdateEnvironmentFeatureFlagOverride>(),
    Operation::of::<ReadLogo>(),
    Operation::of::<AddLogo>(),
    Operation::of::<DeleteLogo>(),
    Operation::of::<GetPasskey>(),
    Operation::of::<UpdatePasskey>(),
];
