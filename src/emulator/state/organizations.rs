//! The organizations of the business, with their invitations.

use std::collections::{BTreeMap, BTreeSet};

use super::Business;
use super::members::Members;
use super::register::{Number, Register, Registered};
use super::users::full_name;
use crate::emulator::logo::Logos;
use crate::emulator::random::Random;
use crate::emulator::unknown::{Thing, Unknown};
use crate::organizations::{PasskeyPolicy, ReplaceOrganizationMfa, UpdateOrganizationSessions};
use crate::{BillingCustomerId, ConnectionId, FeatureFlagKey, InviteCode, OrgCode, PropertyKey};

/// The organizations by code.
#[derive(Debug, Default)]
pub(crate) struct Organizations {
    all: Register<Organization>,
    made: Number,
}

impl Registered for Organization {
    const THING: Thing = Thing::Organization;

    fn id(&self) -> &str {
        self.code.as_str()
    }
}

impl Organizations {
    pub(crate) fn add(&mut self, name: String, created_on: u64, random: &mut Random) -> OrgCode {
        let mut code = random.chosen().map_or_else(|| random_code(random), OrgCode::from);
        while self.all.get(code.as_str()).is_ok() {
            code = random_code(random);
        }
        let number = self.all.add(Organization::new(code.clone(), self.made, name, created_on));
        self.made = number + 1;
        code
    }

    pub(crate) fn get(&self, code: &str) -> Result<&Organization, Unknown> {
        self.all.get(code)
    }

    pub(crate) fn get_mut(&mut self, code: &str) -> Result<&mut Organization, Unknown> {
        self.all.get_mut(code)
    }

    pub(crate) fn at(&self, number: Number) -> Option<&Organization> {
        self.all.at(number)
    }

    pub(crate) fn at_mut(&mut self, number: Number) -> Option<&mut Organization> {
        self.all.at_mut(number)
    }

    /// Those of some numbers, in the order of these.
    pub(crate) fn of<'a>(&'a self, numbers: &'a [Number]) -> impl Iterator<Item = &'a Organization> {
        self.all.of(numbers)
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Organization> {
        self.all.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Organization> {
        self.all.iter_mut()
    }
}

fn random_code(random: &mut Random) -> OrgCode {
    OrgCode::from(format!("org_{}", random.hex(11)))
}

impl Business {
    /// Deletes an organization with all that is its own: memberships, keys, applications, directories, the billing
    /// customer. Its members stay users.
    pub(crate) fn remove_organization(&mut self, code: &str) -> Result<Organization, Unknown> {
        let organization = self.organizations.get(code)?;
        let number = organization.number;
        let members: Vec<Number> = organization.members.numbers().collect();
        for member in members {
            self.leave(number, member);
        }
        let is_its = |owner: &Option<OrgCode>| owner.as_ref().is_some_and(|owner| owner == code);
        self.api_keys.remove_of(|key| is_its(&key.org_code));
        self.connected_apps.remove_of(|session| is_its(&session.org_code));
        let applications = self.applications.iter().filter(|application| is_its(&application.org_code));
        let applications: Vec<_> = applications.map(|application| application.id.clone()).collect();
        for application in applications {
            self.remove_application(application.as_str())?;
        }
        let directories = self.directories.numbered().filter(|(_, directory)| directory.organization_code == *code);
        let directories: Vec<Number> = directories.map(|(number, _)| number).collect();
        for directory in directories {
            self.directories.remove(directory);
        }
        self.sessions.forget_organization(code);
        let organization = self.organizations.all.remove(number).ok_or_else(|| Thing::Organization.unknown(code))?;
        if let Some(customer_id) = &organization.customer_id {
            self.billing.remove(customer_id.as_str());
        }
        Ok(organization)
    }
}

#[derive(Debug)]
pub(crate) struct Organization {
    pub(crate) code: OrgCode,
    /// The order of creation.
    pub(crate) number: Number,
    pub(crate) name: String,
    pub(crate) handle: Option<String>,
    pub(crate) is_default: bool,
    pub(crate) created_on: u64,
    pub(crate) suspended_on: Option<u64>,
    pub(crate) settings: Settings,
    pub(crate) customer_id: Option<BillingCustomerId>,
    pub(crate) members: Members,
    pub(crate) feature_flags: BTreeMap<FeatureFlagKey, String>,
    pub(crate) properties: BTreeMap<PropertyKey, String>,
    pub(crate) mfa: Option<ReplaceOrganizationMfa>,
    pub(crate) passkey_policy: Option<PasskeyPolicy>,
    pub(crate) sessions: UpdateOrganizationSessions,
    pub(crate) logos: Logos,
    pub(crate) connections: BTreeSet<ConnectionId>,
    pub(crate) invites: Vec<Invite>,
}

impl Organization {
    fn new(code: OrgCode, number: Number, name: String, created_on: u64) -> Self {
        Self {
            sessions: UpdateOrganizationSessions::new(&code),
            code,
            number,
            name,
            handle: None,
            is_default: false,
            created_on,
            suspended_on: None,
            settings: Settings::default(),
            customer_id: None,
            members: Members::default(),
            feature_flags: BTreeMap::new(),
            properties: BTreeMap::new(),
            mfa: None,
            passkey_policy: None,
            logos: Logos::new(),
            connections: BTreeSet::new(),
            invites: Vec::new(),
        }
    }
}

/// What an organization is set to, beside what has rules of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) external_id: Option<String>,
    /// By the name of the field, such as `link_color_dark`.
    pub(crate) colors: BTreeMap<&'static str, String>,
    pub(crate) theme_code: Option<crate::organizations::ThemeCode>,
    pub(crate) is_allow_registrations: Option<bool>,
    pub(crate) is_auto_membership_enabled: Option<bool>,
    pub(crate) is_auto_join_domain_list: Option<bool>,
    pub(crate) is_enable_advanced_orgs: Option<bool>,
    pub(crate) is_enforce_mfa: Option<bool>,
    pub(crate) allowed_domains: Vec<String>,
    pub(crate) sender_name: Option<String>,
    pub(crate) sender_email: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Invite {
    pub(crate) id: String,
    pub(crate) code: InviteCode,
    pub(crate) email: String,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) created_on: u64,
    pub(crate) is_sent: bool,
    pub(crate) accepted_on: Option<u64>,
    pub(crate) is_revoked: bool,
    /// Numbers of roles.
    pub(crate) roles: Vec<Number>,
    pub(crate) link: String,
}

impl Invite {
    pub(crate) fn full_name(&self) -> String {
        full_name(self.first_name.as_deref(), self.last_name.as_deref())
    }
}
