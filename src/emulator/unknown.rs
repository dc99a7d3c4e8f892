//! What the emulator was asked for and doesn't have.

use std::fmt;

/// Something that the emulator was told of by id, code or key, and that it doesn't have.
///
/// ```
/// use kinde_api::emulator::Emulator;
///
/// let unknown = Emulator::new().add_mfa_factor("kp_0", "email", "member@example.com").unwrap_err();
/// assert_eq!(unknown.to_string(), "there is no user `kp_0`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no {thing} `{id}`")]
pub struct Unknown {
    thing: Thing,
    id: String,
}

/// What it is that isn't there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Api,
    ApiScope,
    Connection,
    FeatureFlag,
    Invitation,
    /// A user who is not in the organization.
    Member,
    MfaFactor,
    Organization,
    Permission,
    Property,
    Role,
    User,
}

impl Thing {
    pub(super) fn unknown(self, id: impl Into<String>) -> Unknown {
        Unknown { thing: self, id: id.into() }
    }

    fn name_in_codes(self) -> &'static str {
        match self {
            Self::Api => "API",
            Self::ApiScope => "SCOPE",
            Self::Connection => "CONNECTION",
            Self::FeatureFlag => "FEATURE_FLAG",
            Self::Invitation => "INVITATION",
            Self::Member | Self::User => "USER",
            Self::MfaFactor => "MFA",
            Self::Organization => "ORGANIZATION",
            Self::Permission => "PERMISSION",
            Self::Property => "PROPERTY",
            Self::Role => "ROLE",
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Api => "API",
            Self::ApiScope => "scope of that API",
            Self::Connection => "connection",
            Self::FeatureFlag => "feature flag",
            Self::Invitation => "invitation",
            Self::Member => "member",
            Self::MfaFactor => "MFA factor",
            Self::Organization => "organization",
            Self::Permission => "permission",
            Self::Property => "property",
            Self::Role => "role",
            Self::User => "user",
        })
    }
}

impl Unknown {
    /// The code of a 400.
    pub(super) fn invalid_code(&self) -> String {
        match self.thing {
            Thing::Member => "USER_NOT_IN_ORGANIZATION".to_owned(),
            thing => format!("{}_INVALID", thing.name_in_codes()),
        }
    }

    /// The code of a 404.
    pub(super) fn not_found_code(&self) -> String {
        match self.thing {
            Thing::Member => self.invalid_code(),
            thing => format!("{}_NOT_FOUND", thing.name_in_codes()),
        }
    }
}
