//! Feature flags, as they are defined for all environments.
//!
//! A flag has a default value, which an environment, an organization or a user can override as far as the flag allows
//! it; the user's value wins over the organization's, and that over the environment's. No operation reads how a flag is
//! defined: [`GetEnvironmentFeatureFlags`](crate::environments::GetEnvironmentFeatureFlags) tells types and values. To
//! define one and to override it for an organization:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::feature_flags::{CreateFeatureFlag, FeatureFlagOverrideLevel, FeatureFlagType};
//! use kinde_api::organizations::UpdateOrganizationFeatureFlagOverride;
//!
//! let limit = CreateFeatureFlag::new("Seats", "seats", FeatureFlagType::Int, 5)
//!     .allow_override_level(FeatureFlagOverrideLevel::Org);
//! let limit_of_acme = UpdateOrganizationFeatureFlagOverride::new("org_1ccfb819462", "seats", 17);
//!
//! assert_eq!(limit.request(&api)?.uri(), "https://acme.kinde.com/api/v1/feature_flags");
//! assert_eq!(
//!     limit_of_acme.request(&api)?.uri(),
//!     "https://acme.kinde.com/api/v1/organizations/org_1ccfb819462/feature_flags/seats?value=17"
//! );
//! # Ok::<(), kinde_api::RequestError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::encode;
use crate::{Api, Endpoint, FeatureFlagKey, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::feature_flags::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "CreateFeatureFlag"));
/// ```
pub static OPERATIONS: &[Operation] =
    &[Operation::of::<CreateFeatureFlag>(), Operation::of::<DeleteFeatureFlag>(), Operation::of::<UpdateFeatureFlag>()];

/// `POST /api/v1/feature_flags`: defines a feature flag.
///
/// Scope: `create:feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Key, type and override level never change. The default is sent as a text, whatever the flag's type: a string as it
/// is, anything else as its JSON; a null is refused. [`FeatureFlagType`] tells what a flag takes. Kinde answers 201.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::feature_flags::{CreateFeatureFlag, FeatureFlagOverrideLevel, FeatureFlagType};
///
/// let is_dark = CreateFeatureFlag::new("Dark pages", "is_dark", FeatureFlagType::Bool, false)
///     .description("Shows pages in dark colours")
///     .allow_override_level(FeatureFlagOverrideLevel::Usr);
/// assert_eq!(
///     serde_json::from_slice::<serde_json::Value>(is_dark.request(&api)?.body())?,
///     serde_json::json!({
///         "name": "Dark pages",
///         "description": "Shows pages in dark colours",
///         "key": "is_dark",
///         "type": "bool",
///         "allow_override_level": "usr",
///         "default_value": "false",
///     })
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/feature-flags/post/api/v1/feature_flags)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateFeatureFlag {
    /// Its name for people.
    pub name: String,
    /// What it is for, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The key that programs know it by.
    pub key: FeatureFlagKey,
    /// What values it takes.
    pub r#type: FeatureFlagType,
    /// What is allowed to override it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_override_level: Option<FeatureFlagOverrideLevel>,
    /// The value where nothing overrides it.
    #[serde(serialize_with = "encode::value_as_text")]
    pub default_value: Value,
}

options! {
    CreateFeatureFlag::new(
        name: into String,
        key: into FeatureFlagKey,
        r#type: into FeatureFlagType,
        default_value: into Value,
    ) {
        description: into String;
        allow_override_level: into FeatureFlagOverrideLevel;
    }
}

impl Endpoint for CreateFeatureFlag {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/feature_flags";
    const OPERATION_ID: &'static str = "CreateFeatureFlag";
    const SCOPE: &'static str = "create:feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).not_null("default_value", &self.default_value).json(self).build()
    }
}

open_enum! {
    /// The type of a feature flag, as [`CreateFeatureFlag`] sets it and
    /// [`GetOrganizationFeatureFlags`](crate::organizations::GetOrganizationFeatureFlags) tells it.
    ///
    /// Flags of the type JSON can be made only in Kinde's own pages; they can be overridden and deleted like the
    /// others.
    pub enum FeatureFlagType {
        /// A string.
        Str = "str",
        /// An integer of -2147483648 to 2147483647; decimals are cut off.
        Int = "int",
        /// True or false.
        Bool = "bool",
    }
}

open_enum! {
    /// What is allowed to override a feature flag, for [`CreateFeatureFlag`].
    pub enum FeatureFlagOverrideLevel {
        /// Environments.
        Env = "env",
        /// Organizations.
        Org = "org",
        /// Users; Kinde's reference has it for [`CreateFeatureFlag`] alone.
        Usr = "usr",
    }
}

/// `DELETE /api/v1/feature_flags/{feature_flag_key}`: deletes a feature flag with all its overrides.
///
/// Scope: `delete:feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// **It can't be undone.**
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::feature_flags::DeleteFeatureFlag;
///
/// let request = DeleteFeatureFlag::new("is_dark").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/feature_flags/is_dark"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/feature-flags/delete/api/v1/feature_flags/{feature_flag_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteFeatureFlag {
    /// The feature flag.
    pub feature_flag_key: FeatureFlagKey,
}

impl DeleteFeatureFlag {
    /// The feature flag with this key.
    #[must_use]
    pub fn new(feature_flag_key: impl Into<FeatureFlagKey>) -> Self {
        Self { feature_flag_key: feature_flag_key.into() }
    }
}

impl Endpoint for DeleteFeatureFlag {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "DeleteFeatureFlag";
    const SCOPE: &'static str = "delete:feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.feature_flag_key).build()
    }
}

/// `PUT /api/v1/feature_flags/{feature_flag_key}`: changes name, description and default value of a feature flag.
///
/// Scope: `update:feature_flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It always sets everything: pass the present value of whatever is to stay. Type and override level are required,
/// although they can't change; no operation reads them, so keep what the flag was made with. All of it goes into the
/// query. The default is a string as it is, anything else as its JSON; a null is refused.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::feature_flags::{FeatureFlagOverrideLevel, FeatureFlagType, UpdateFeatureFlag};
///
/// let (number, by_organization) = (FeatureFlagType::Int, FeatureFlagOverrideLevel::Org);
/// let limit = UpdateFeatureFlag::new("seats", "Seats", "How many may sign in", number, by_organization, 10);
/// assert_eq!(
///     limit.request(&api)?.uri().query(),
///     Some("name=Seats&description=How%20many%20may%20sign%20in&type=int&allow_override_level=org&default_value=10")
/// );
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/feature-flags/put/api/v1/feature_flags/{feature_flag_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdateFeatureFlag {
    /// The feature flag.
    pub feature_flag_key: FeatureFlagKey,
    /// Its name for people.
    pub name: String,
    /// What it is for, for people.
    pub description: String,
    /// What values it takes: the same as when it was made.
    pub r#type: FeatureFlagType,
    /// What is allowed to override it: the same as when it was made.
    pub allow_override_level: FeatureFlagOverrideLevel,
    /// The value where nothing overrides it.
    pub default_value: Value,
}

options! {
    /// With all that the flag is to be.
    UpdateFeatureFlag::new(
        feature_flag_key: into FeatureFlagKey,
        name: into String,
        description: into String,
        r#type: into FeatureFlagType,
        allow_override_level: into FeatureFlagOverrideLevel,
        default_value: into Value,
    ) {}
}

impl Endpoint for UpdateFeatureFlag {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/feature_flags/{feature_flag_key}";
    const OPERATION_ID: &'static str = "UpdateFeatureFlag";
    const SCOPE: &'static str = "update:feature_flags";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.feature_flag_key)
            .query("name", Some(&self.name))
            .query("description", Some(&self.description))
            .query("type", Some(&self.r#type))
            .query("allow_override_level", Some(&self.allow_override_level))
            .query_value("default_value", &self.default_value)
            .build()
    }
}
