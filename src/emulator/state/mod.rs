//! What a business holds.

pub(crate) mod members;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use self::members::Members;
use super::authorization::Authorization;
use super::clock::Clock;
use super::faults::Faults;
use super::inspect::ApiScope;
use super::random::Random;
use super::received::ReceivedRequest;
use super::unknown::{Thing, Unknown};
use crate::organizations::{
    Connection, FeatureFlagType, LogoType, OrganizationBilling, PasskeyPolicy, ReplaceOrganizationMfa,
    UpdateOrganizationSessions, UserMfa,
};
use crate::{
    ConnectionId, FactorId, FeatureFlagKey, InviteCode, OrgCode, PermissionId, PermissionKey, PropertyKey, RoleId,
    RoleKey, UserId,
};

/// Everything: the business, its clock, and how it misbehaves.
#[derive(Debug)]
pub(crate) struct Business {
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) authorization: Authorization,
    pub(crate) faults: Faults,
    pub(crate) keeps_requests: bool,
    pub(crate) requests: Vec<ReceivedRequest>,
    pub(crate) organizations: Organizations,
    pub(crate) default_organization: OrgCode,
    pub(crate) users: Users,
    pub(crate) roles: Roles,
    pub(crate) permissions: Permissions,
    pub(crate) feature_flags: BTreeMap<FeatureFlagKey, FeatureFlag>,
    pub(crate) properties: Vec<Property>,
    pub(crate) api_scopes: Vec<ApiScope>,
    pub(crate) connections: Vec<Connection>,
    pub(crate) passkey_policy: PasskeyPolicy,
}

impl Business {
    /// With its default organization.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let authorization = Authorization::new(&mut random);
        let clock = Clock::default();
        let mut organizations = Organizations::default();
        let created_on = clock.now().as_secs();
        let default_organization = organizations.add("Default Organization".to_owned(), created_on, &mut random);
        if let Ok(organization) = organizations.get_mut(default_organization.as_str()) {
            organization.is_default = true;
        }
        Self {
            clock,
            random,
            authorization,
            faults: Faults::default(),
            keeps_requests: true,
            requests: Vec::new(),
            organizations,
            default_organization,
            users: Users::default(),
            roles: Roles::default(),
            permissions: Permissions::default(),
            feature_flags: BTreeMap::new(),
            properties: Vec::new(),
            api_scopes: Vec::new(),
            connections: Vec::new(),
            passkey_policy: PasskeyPolicy::Off,
        }
    }

    /// Seconds since 1970.
    pub(crate) fn now(&self) -> u64 {
        self.clock.now().as_secs()
    }
}

/// The organizations by code.
#[derive(Debug, Default)]
pub(crate) struct Organizations {
    by_code: BTreeMap<OrgCode, Organization>,
    created: u64,
}

impl Organizations {
    pub(crate) fn add(&mut self, name: String, created_on: u64, random: &mut Random) -> OrgCode {
        let mut code = random_code(random);
        while self.by_code.contains_key(&code) {
            code = random_code(random);
        }
        self.created += 1;
        let organization = Organization::new(code.clone(), self.created, name, created_on);
        self.by_code.insert(code.clone(), organization);
        code
    }

    pub(crate) fn get(&self, code: &str) -> Result<&Organization, Unknown> {
        self.by_code.get(code).ok_or_else(|| Thing::Organization.unknown(code))
    }

    pub(crate) fn get_mut(&mut self, code: &str) -> Result<&mut Organization, Unknown> {
        self.by_code.get_mut(code).ok_or_else(|| Thing::Organization.unknown(code))
    }

    pub(crate) fn remove(&mut self, code: &str) {
        self.by_code.remove(code);
    }

    pub(crate) fn len(&self) -> usize {
        self.by_code.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Organization> {
        self.by_code.values()
    }
}

fn random_code(random: &mut Random) -> OrgCode {
    OrgCode::from(format!("org_{}", random.hex(11)))
}

#[derive(Debug)]
pub(crate) struct Organization {
    pub(crate) code: OrgCode,
    /// The first is 1: the order of creation.
    pub(crate) number: u64,
    pub(crate) name: String,
    pub(crate) handle: Option<String>,
    pub(crate) is_default: bool,
    pub(crate) created_on: u64,
    pub(crate) suspended_on: Option<u64>,
    pub(crate) settings: Settings,
    pub(crate) billing: Option<OrganizationBilling>,
    pub(crate) members: Members,
    pub(crate) feature_flags: BTreeMap<FeatureFlagKey, String>,
    pub(crate) properties: BTreeMap<PropertyKey, String>,
    pub(crate) mfa: Option<ReplaceOrganizationMfa>,
    pub(crate) passkey_policy: Option<PasskeyPolicy>,
    pub(crate) sessions: UpdateOrganizationSessions,
    pub(crate) logos: BTreeMap<LogoType, Logo>,
    pub(crate) connections: BTreeSet<ConnectionId>,
    pub(crate) invites: Vec<Invite>,
}

impl Organization {
    fn new(code: OrgCode, number: u64, name: String, created_on: u64) -> Self {
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
            billing: None,
            members: Members::default(),
            feature_flags: BTreeMap::new(),
            properties: BTreeMap::new(),
            mfa: None,
            passkey_policy: None,
            logos: BTreeMap::new(),
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

#[derive(Clone, Debug)]
pub(crate) struct Logo {
    pub(crate) file_name: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Vec<u8>,
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
    /// Positions in the roles of the business.
    pub(crate) roles: Vec<usize>,
    pub(crate) link: String,
}

impl Invite {
    pub(crate) fn full_name(&self) -> String {
        full_name(self.first_name.as_deref(), self.last_name.as_deref())
    }
}

/// First and last name, as far as they are there.
pub(crate) fn full_name(first_name: Option<&str>, last_name: Option<&str>) -> String {
    let names: Vec<&str> = first_name.into_iter().chain(last_name).collect();
    names.join(" ")
}

/// The users of the business. Each has a number, its position, which memberships refer to.
#[derive(Debug, Default)]
pub(crate) struct Users {
    all: Vec<User>,
    by_id: HashMap<UserId, usize>,
}

#[derive(Debug)]
pub(crate) struct User {
    pub(crate) id: UserId,
    pub(crate) email: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) full_name: String,
    pub(crate) picture: Option<String>,
    pub(crate) is_suspended: bool,
    /// What members are sorted by, shared with the orders of each organization.
    pub(crate) sort_name: Arc<str>,
    pub(crate) sort_email: Arc<str>,
    pub(crate) factors: Vec<UserMfa>,
    /// When the user got an access token, in any organization.
    pub(crate) signed_in_on: Vec<u64>,
}

impl Users {
    pub(crate) fn add(&mut self, user: User) {
        self.by_id.insert(user.id.clone(), self.all.len());
        self.all.push(user);
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &User> {
        self.all.iter()
    }

    pub(crate) fn number(&self, id: &str) -> Result<usize, Unknown> {
        self.by_id.get(id).copied().ok_or_else(|| Thing::User.unknown(id))
    }

    pub(crate) fn at(&self, number: usize) -> Option<&User> {
        self.all.get(number)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Result<&mut User, Unknown> {
        let number = self.number(id)?;
        self.all.get_mut(number).ok_or_else(|| Thing::User.unknown(id))
    }
}

#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) id: RoleId,
    pub(crate) key: RoleKey,
    pub(crate) name: String,
    pub(crate) permissions: Vec<PermissionKey>,
}

#[derive(Debug)]
pub(crate) struct Permission {
    pub(crate) id: PermissionId,
    pub(crate) key: PermissionKey,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
}

/// The roles of the business; memberships refer to them by position.
#[derive(Debug, Default)]
pub(crate) struct Roles(pub(crate) Vec<Role>);

impl Roles {
    pub(crate) fn by_id(&self, id: &str) -> Result<usize, Unknown> {
        self.0.iter().position(|role| role.id.as_str() == id).ok_or_else(|| Thing::Role.unknown(id))
    }

    pub(crate) fn by_key(&self, key: &str) -> Result<usize, Unknown> {
        self.0.iter().position(|role| role.key.as_str() == key).ok_or_else(|| Thing::Role.unknown(key))
    }

    pub(crate) fn at(&self, positions: &[usize]) -> impl Iterator<Item = &Role> {
        positions.iter().filter_map(|position| self.0.get(*position))
    }
}

/// The permissions of the business; memberships refer to them by position.
#[derive(Debug, Default)]
pub(crate) struct Permissions(pub(crate) Vec<Permission>);

impl Permissions {
    pub(crate) fn by_id(&self, id: &str) -> Result<usize, Unknown> {
        let position = self.0.iter().position(|permission| permission.id.as_str() == id);
        position.ok_or_else(|| Thing::Permission.unknown(id))
    }

    pub(crate) fn by_key(&self, key: &str) -> Result<usize, Unknown> {
        let position = self.0.iter().position(|permission| permission.key.as_str() == key);
        position.ok_or_else(|| Thing::Permission.unknown(key))
    }
}

#[derive(Debug)]
pub(crate) struct FeatureFlag {
    pub(crate) r#type: FeatureFlagType,
    pub(crate) value: String,
    pub(crate) is_overridable: bool,
}

#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) id: String,
    pub(crate) key: PropertyKey,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
}

/// Takes a factor away from a user.
pub(crate) fn remove_factor(user: &mut User, id: &str) -> Result<(), Unknown> {
    let of_id = |factor: &UserMfa| factor.id.as_ref().map(FactorId::as_str) == Some(id);
    let position = user.factors.iter().position(of_id).ok_or_else(|| Thing::MfaFactor.unknown(id))?;
    user.factors.remove(position);
    Ok(())
}
