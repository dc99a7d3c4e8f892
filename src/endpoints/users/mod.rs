//! Users of the business: their data, identities, properties, sessions, factors and passwords.
//!
//! The same field has several names: a list has `email` and `first_name`, a single user has `preferred_email`, and what
//! you send has `given_name` and `family_name`. To find a user by address, or else to create one:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::users::{CreateUser, CreateUserProfile, GetUsers, NewIdentity};
//!
//! let find = GetUsers::new().email(["user17@example.com"]);
//! assert_eq!(find.request(&api)?.uri().query(), Some("email=user17%40example.com"));
//!
//! let page = find.response(&http::Response::new(r#"{"users":[]}"#))?;
//! assert_eq!(page.users.first(), None);
//!
//! let create = CreateUser::new()
//!     .profile(CreateUserProfile::new().given_name("User").family_name("17"))
//!     .identities([NewIdentity::email("user17@example.com").is_verified(true)]);
//! let body = serde_json::json!({
//!     "profile": { "given_name": "User", "family_name": "17" },
//!     "identities": [{ "type": "email", "is_verified": true, "details": { "email": "user17@example.com" } }],
//! });
//! assert_eq!(serde_json::from_slice::<serde_json::Value>(create.request(&api)?.body())?, body);
//!
//! let answer = create.response(&http::Response::new(r#"{"id":"kp_17","created":true}"#))?;
//! assert_eq!(answer.id, Some("kp_17".into()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Users are searched for by name and by properties with [`SearchUsers`](crate::search::SearchUsers), and made members
//! of an organization with [`AddOrganizationUsers`](crate::organizations::AddOrganizationUsers).

mod feature_flags;
mod identities;
mod mfa;
mod password;
mod properties;
mod sessions;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod users;

pub use feature_flags::UpdateUserFeatureFlagOverride;
pub use identities::{
    CreateIdentityResponse, CreateUserIdentity, CreatedIdentity, GetIdentitiesResponse, GetUserIdentities, IdentityType,
};
pub use mfa::{GetUserMfaResponse, GetUsersMfa, ResetUsersMfa, ResetUsersMfaAll, UserMfa};
pub use password::{HashingMethod, SaltPosition, SetUserPassword};
pub use properties::{GetUserPropertyValues, UpdateUserProperties, UpdateUserProperty};
pub use sessions::{DeleteUserSessions, GetUserSessions, GetUserSessionsResponse, UserSession};
pub use users::{
    CreateUser, CreateUserProfile, CreateUserResponse, DeleteUser, GetUserData, GetUsers, NewIdentity,
    NewIdentityOutcome, NewIdentityResult, OrganizationSignIn, RefreshUserClaims, UpdateUser, UpdateUserResponse, User,
    UserBilling, UserExpand, UserIdentity, UserItem, UsersResponse,
};

use crate::Operation;
pub use crate::SuccessResponse;
pub use crate::identities::Identity;
pub use crate::properties::{GetPropertyValuesResponse, PropertyValue};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::users::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "getUsers"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetUsers>(),
    Operation::of::<RefreshUserClaims>(),
    Operation::of::<GetUserData>(),
    Operation::of::<CreateUser>(),
    Operation::of::<UpdateUser>(),
    Operation::of::<DeleteUser>(),
    Operation::of::<UpdateUserFeatureFlagOverride>(),
    Operation::of::<UpdateUserProperty>(),
    Operation::of::<GetUserPropertyValues>(),
    Operation::of::<UpdateUserProperties>(),
    Operation::of::<SetUserPassword>(),
    Operation::of::<GetUserIdentities>(),
    Operation::of::<CreateUserIdentity>(),
    Operation::of::<GetUserSessions>(),
    Operation::of::<DeleteUserSessions>(),
    Operation::of::<GetUsersMfa>(),
    Operation::of::<ResetUsersMfaAll>(),
    Operation::of::<ResetUsersMfa>(),
];
