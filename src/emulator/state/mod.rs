//! What a business holds, a file a thing. What deleting one takes along is said where the thing is.

pub(crate) mod api_keys;
pub(crate) mod apis;
pub(crate) mod applications;
pub(crate) mod billing;
pub(crate) mod business;
pub(crate) mod connected_apps;
pub(crate) mod connections;
pub(crate) mod directories;
pub(crate) mod environment;
pub(crate) mod environment_variables;
pub(crate) mod event_types;
pub(crate) mod events;
pub(crate) mod feature_flags;
pub(crate) mod identities;
pub(crate) mod industries;
pub(crate) mod members;
pub(crate) mod organizations;
pub(crate) mod permissions;
pub(crate) mod properties;
pub(crate) mod property_categories;
pub(crate) mod ranked;
pub(crate) mod rare;
pub(crate) mod register;
pub(crate) mod roles;
pub(crate) mod sessions;
pub(crate) mod subscribers;
pub(crate) mod system_permissions;
pub(crate) mod timezones;
pub(crate) mod users;
pub(crate) mod webhooks;

use self::api_keys::ApiKeys;
use self::apis::Apis;
use self::applications::{Application, ApplicationType};
use self::billing::Billing;
use self::business::BusinessDetails;
use self::connected_apps::ConnectedApps;
use self::connections::Connection;
use self::directories::Directory;
use self::environment::Environment;
use self::environment_variables::EnvironmentVariable;
use self::events::Events;
use self::feature_flags::FeatureFlags;
use self::organizations::Organizations;
use self::permissions::Permission;
use self::properties::Property;
use self::property_categories::PropertyCategory;
use self::register::Register;
use self::roles::Role;
use self::sessions::Sessions;
use self::subscribers::Subscriber;
use self::system_permissions::SystemPermission;
use self::users::Users;
use self::webhooks::Webhook;
use super::authorization::Authorization;
use super::clock::Clock;
use super::faults::Faults;
use super::random::Random;
use super::received::ReceivedRequest;
use crate::{ApplicationId, OrgCode, Secret};

/// Everything: the business with its one environment, its clock, and how it misbehaves.
#[derive(Debug)]
pub(crate) struct Business {
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) authorization: Authorization,
    pub(crate) faults: Faults,
    pub(crate) keeps_requests: bool,
    pub(crate) requests: Vec<ReceivedRequest>,
    pub(crate) details: BusinessDetails,
    pub(crate) environment: Environment,
    pub(crate) organizations: Organizations,
    pub(crate) default_organization: OrgCode,
    pub(crate) users: Users,
    pub(crate) sessions: Sessions,
    pub(crate) roles: Register<Role>,
    pub(crate) permissions: Register<Permission>,
    pub(crate) system_permissions: Register<SystemPermission>,
    pub(crate) apis: Apis,
    pub(crate) applications: Register<Application>,
    pub(crate) connections: Register<Connection>,
    pub(crate) properties: Register<Property>,
    pub(crate) property_categories: Register<PropertyCategory>,
    pub(crate) feature_flags: FeatureFlags,
    pub(crate) environment_variables: Register<EnvironmentVariable>,
    pub(crate) webhooks: Register<Webhook>,
    pub(crate) events: Events,
    pub(crate) directories: Register<Directory>,
    pub(crate) api_keys: ApiKeys,
    pub(crate) billing: Billing,
    pub(crate) subscribers: Register<Subscriber>,
    pub(crate) connected_apps: ConnectedApps,
}

impl Business {
    /// With what every business of Kinde's begins with: the default organization, the application of the credentials,
    /// which may do everything, the ways to sign in that need nobody else, and the permissions of Kinde's own pages.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let clock = Clock::default();
        let created_on = clock.now().as_secs();
        let client_id = ApplicationId::from(random.hex(32));
        let client_secret = Secret::from(random.secret());
        let mut organizations = Organizations::default();
        let default_organization = organizations.add("Default Organization".to_owned(), created_on, &mut random);
        if let Ok(organization) = organizations.get_mut(default_organization.as_str()) {
            organization.is_default = true;
        }
        let mut applications = Register::default();
        let name = "Management API client".to_owned();
        let application = Application::new(client_id.clone(), name, ApplicationType::M2m, Some(client_secret), None);
        let application = applications.add(application);
        Self {
            clock,
            authorization: Authorization::new(client_id),
            faults: Faults::default(),
            keeps_requests: true,
            requests: Vec::new(),
            details: BusinessDetails::new(created_on, &mut random),
            environment: Environment::new(created_on),
            organizations,
            default_organization,
            users: Users::default(),
            sessions: Sessions::default(),
            roles: Register::default(),
            permissions: Register::default(),
            system_permissions: system_permissions::system_permissions(&mut random),
            apis: Apis::new(application, &mut random),
            applications,
            connections: connections::connections(&mut random),
            properties: Register::default(),
            property_categories: Register::default(),
            feature_flags: FeatureFlags::default(),
            environment_variables: Register::default(),
            webhooks: Register::default(),
            events: Events::default(),
            directories: Register::default(),
            api_keys: ApiKeys::default(),
            billing: Billing::default(),
            subscribers: Register::default(),
            connected_apps: ConnectedApps::default(),
            random,
        }
    }

    /// Seconds since 1970.
    pub(crate) fn now(&self) -> u64 {
        self.clock.now().as_secs()
    }
}
