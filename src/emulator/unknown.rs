//! What the emulator was asked for and doesn't have.

use std::fmt;

/// There is nothing with the id, code or key that the emulator was asked for.
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
    ApiKey,
    ApiScope,
    Application,
    BillingAgreement,
    BillingCustomer,
    /// A feature that the agreement does not have.
    BillingFeature,
    BillingPlan,
    ConnectedApp,
    ConnectedAppSession,
    Connection,
    Directory,
    EnvironmentVariable,
    Event,
    EventType,
    FeatureFlag,
    Identity,
    Industry,
    Invitation,
    /// A user who is not in the organization.
    Member,
    MfaFactor,
    Organization,
    Permission,
    Property,
    PropertyCategory,
    Role,
    Subscriber,
    SystemPermission,
    Timezone,
    User,
    Webhook,
}

impl Thing {
    pub(super) fn unknown(self, id: impl Into<String>) -> Unknown {
        Unknown { thing: self, id: id.into() }
    }

    /// What codes call it: `ROLE` in `ROLE_INVALID`.
    pub(super) fn name_in_codes(self) -> &'static str {
        self.names().0
    }

    /// What codes and messages call it.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Api => ("API", "API"),
            Self::ApiKey => ("API_KEY", "API key"),
            Self::ApiScope => ("SCOPE", "scope of that API"),
            Self::Application => ("APPLICATION", "application"),
            Self::BillingAgreement => ("AGREEMENT", "billing agreement"),
            Self::BillingCustomer => ("CUSTOMER", "billing customer"),
            Self::BillingFeature => ("FEATURE", "feature of that agreement"),
            Self::BillingPlan => ("PLAN", "billing plan"),
            Self::ConnectedApp => ("CONNECTED_APP", "connected app"),
            Self::ConnectedAppSession => ("SESSION", "session of a connected app"),
            Self::Connection => ("CONNECTION", "connection"),
            Self::Directory => ("DIRECTORY", "directory"),
            Self::EnvironmentVariable => ("ENVIRONMENT_VARIABLE", "environment variable"),
            Self::Event => ("EVENT", "event"),
            Self::EventType => ("EVENT_TYPE", "event type"),
            Self::FeatureFlag => ("FEATURE_FLAG", "feature flag"),
            Self::Identity => ("IDENTITY", "identity"),
            Self::Industry => ("INDUSTRY", "industry"),
            Self::Invitation => ("INVITATION", "invitation"),
            Self::Member => ("USER", "member"),
            Self::MfaFactor => ("MFA", "MFA factor"),
            Self::Organization => ("ORGANIZATION", "organization"),
            Self::Permission => ("PERMISSION", "permission"),
            Self::Property => ("PROPERTY", "property"),
            Self::PropertyCategory => ("CATEGORY", "property category"),
            Self::Role => ("ROLE", "role"),
            Self::Subscriber => ("SUBSCRIBER", "subscriber"),
            Self::SystemPermission => ("SYSTEM_PERMISSION", "system permission"),
            Self::Timezone => ("TIMEZONE", "time zone"),
            Self::User => ("USER", "user"),
            Self::Webhook => ("WEBHOOK", "webhook"),
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.names().1)
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
