//! What a business holds.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::authorization::Authorization;
use super::clock::Clock;
use super::faults::Faults;
use super::inspect::ApiScope;
use super::members::Members;
use super::random::Random;
use super::requests::ReceivedRequest;
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
pub(super) struct Business {
    pub(super) clock: Clock,
    pub(super) random: Random,
    pub(super) authorization: Authorization,
    pub(super) faults: Faults,
    pub(super) keeps_requests: bool,
    pub(super) requests: Vec<ReceivedRequest>,
    pub(super) organizations: Organizations,
    pub(super) default_organization: OrgCode,
    pub(super) users: Users,
    pub(super) roles: Roles,
    pub(super) permissions: Permissions,
    pub(super) feature_flags: BTreeMap<FeatureFlagKey, FeatureFlag>,
    pub(super) properties: Vec<Property>,
    pub(super) api_scopes: Vec<ApiScope>,
    pub(super) connections: Vec<Connection>,
    pub(super) passkey_policy: PasskeyPolicy,
}

impl Business {
    /// With its default organization.
    pub(super) fn new(seed: u64) -> Self {
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
    pub(super) fn now(&self) -> u64 {
        self.clock.now().as_secs()
    }
}

/// The organizations by code.
#[derive(Debug, Default)]
pub(super) struct Organizations {
    by_code: BTreeMap<OrgCode, Organization>,
    created: u64,
}

impl Organizations {
    pub(super) fn add(&mut self, name: String, created_on: u64, random: &mut Random) -> OrgCode {
        let mut code = random_code(random);
        while self.by_code.contains_key(&code) {
            code = random_code(random);
        }
        self.created += 1;
        let organization = Organization::new(code.clone(), self.created, name, created_on);
        self.by_code.insert(code.clone(), organization);
        code
    }

    pub(super) fn get(&self, code: &str) -> Result<&Organization, Unknown> {
        self.by_code.get(code).ok_or_else(|| Thing::Organization.unknown(code))
    }

    pub(super) fn get_mut(&mut self, code: &str) -> Result<&mut Organization, Unknown> {
        self.by_code.get_mut(code).ok_or_else(|| Thing::Organization.unknown(code))
    }

    pub(super) fn remove(&mut self, code: &str) {
        self.by_code.remove(code);
    }

    pub(super) fn len(&self) -> usize {
        self.by_code.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Organization> {
        self.by_code.values()
    }
}

fn random_code(random: &mut Random) -> OrgCode {
    OrgCode::from(format!("org_{}", random.hex(11)))
}

#[derive(Debug)]
pub(super) struct Organization {
    pub(super) code: OrgCode,
    /// The first is 1: the order of creation.
    pub(super) number: u64,
    pub(super) name: String,
    pub(super) handle: Option<String>,
    pub(super) is_default: bool,
    pub(super) created_on: u64,
    pub(super) suspended_on: Option<u64>,
    pub(super) settings: Settings,
    pub(super) billing: Option<OrganizationBilling>,
    pub(super) members: Members,
    pub(super) feature_flags: BTreeMap<FeatureFlagKey, String>,
    pub(super) properties: BTreeMap<PropertyKey, String>,
    pub(super) mfa: Option<ReplaceOrganizationMfa>,
    pub(super) passkey_policy: Option<PasskeyPolicy>,
    pub(super) sessions: UpdateOrganizationSessions,
    pub(super) logos: BTreeMap<LogoType, Logo>,
    pub(super) connections: BTreeSet<ConnectionId>,
    pub(super) invites: Vec<Invite>,
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
pub(super) struct Settings {
    pub(super) external_id: Option<String>,
    /// By the name of the field, such as `link_color_dark`.
    pub(super) colors: BTreeMap<&'static str, String>,
    pub(super) theme_code: Option<crate::organizations::ThemeCode>,
    pub(super) is_allow_registrations: Option<bool>,
    pub(super) is_auto_membership_enabled: Option<bool>,
    pub(super) is_auto_join_domain_list: Option<bool>,
    pub(super) is_enable_advanced_orgs: Option<bool>,
    pub(super) is_enforce_mfa: Option<bool>,
    pub(super) allowed_domains: Vec<String>,
    pub(super) sender_name: Option<String>,
    pub(super) sender_email: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Logo {
    pub(super) file_name: String,
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Invite {
    pub(super) id: String,
    pub(super) code: InviteCode,
    pub(super) email: String,
    pub(super) first_name: Option<String>,
    pub(super) last_name: Option<String>,
    pub(super) created_on: u64,
    pub(super) is_sent: bool,
    pub(super) accepted_on: Option<u64>,
    pub(super) is_revoked: bool,
    /// Positions in the roles of the business.
    pub(super) roles: Vec<usize>,
    pub(super) link: String,
}

impl Invite {
    pub(super) fn full_name(&self) -> String {
        full_name(self.first_name.as_deref(), self.last_name.as_deref())
    }
}

/// First and last name, as far as they are there.
pub(super) fn full_name(first_name: Option<&str>, last_name: Option<&str>) -> String {
    let names: Vec<&str> = first_name.into_iter().chain(last_name).collect();
    names.join(" ")
}

/// The users of the business. Each has a number, its position, which memberships refer to.
#[derive(Debug, Default)]
pub(super) struct Users {
    all: Vec<User>,
    by_id: HashMap<UserId, usize>,
}

#[derive(Debug)]
pub(super) struct User {
    pub(super) id: UserId,
    pub(super) email: Option<String>,
    pub(super) first_name: Option<String>,
    pub(super) last_name: Option<String>,
    pub(super) full_name: String,
    pub(super) picture: Option<String>,
    pub(super) is_suspended: bool,
    /// What members are sorted by, shared with the orders of each organization.
    pub(super) sort_name: Arc<str>,
    pub(super) sort_email: Arc<str>,
    pub(super) factors: Vec<UserMfa>,
    /// When the user got an access token, in any organization.
    pub(super) signed_in_on: Vec<u64>,
}

impl Users {
    pub(super) fn add(&mut self, user: User) {
        self.by_id.insert(user.id.clone(), self.all.len());
        self.all.push(user);
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &User> {
        self.all.iter()
    }

    pub(super) fn number(&self, id: &str) -> Result<usize, Unknown> {
        self.by_id.get(id).copied().ok_or_else(|| Thing::User.unknown(id))
    }

    pub(super) fn at(&self, number: usize) -> Option<&User> {
        self.all.get(number)
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Result<&mut User, Unknown> {
        let number = self.number(id)?;
        self.all.get_mut(number).ok_or_else(|| Thing::User.unknown(id))
    }
}

#[derive(Debug)]
pub(super) struct Role {
    pub(super) id: RoleId,
    pub(super) key: RoleKey,
    pub(super) name: String,
    pub(super) permissions: Vec<PermissionKey>,
}

#[derive(Debug)]
pub(super) struct Permission {
    pub(super) id: PermissionId,
    pub(super) key: PermissionKey,
    pub(super) name: String,
    pub(super) description: Option<String>,
}

/// The roles of the business; memberships refer to them by position.
#[derive(Debug, Default)]
pub(super) struct Roles(pub(super) Vec<Role>);

impl Roles {
    pub(super) fn by_id(&self, id: &str) -> Result<usize, Unknown> {
        self.0.iter().position(|role| role.id.as_str() == id).ok_or_else(|| Thing::Role.unknown(id))
    }

    pub(super) fn by_key(&self, key: &str) -> Result<usize, Unknown> {
        self.0.iter().position(|role| role.key.as_str() == key).ok_or_else(|| Thing::Role.unknown(key))
    }

    pub(super) fn at(&self, positions: &[usize]) -> impl Iterator<Item = &Role> {
        positions.iter().filter_map(|position| self.0.get(*position))
    }
}

/// The permissions of the business; memberships refer to them by position.
#[derive(Debug, Default)]
pub(super) struct Permissions(pub(super) Vec<Permission>);

impl Permissions {
    pub(super) fn by_id(&self, id: &str) -> Result<usize, Unknown> {
        let position = self.0.iter().position(|permission| permission.id.as_str() == id);
        position.ok_or_else(|| Thing::Permission.unknown(id))
    }

    pub(super) fn by_key(&self, key: &str) -> Result<usize, Unknown> {
        let position = self.0.iter().position(|permission| permission.key.as_str() == key);
        position.ok_or_else(|| Thing::Permission.unknown(key))
    }
}

#[derive(Debug)]
pub(super) struct FeatureFlag {
    pub(super) r#type: FeatureFlagType,
    pub(super) value: String,
    pub(super) is_overridable: bool,
}

#[derive(Debug)]
pub(super) struct Property {
    pub(super) id: String,
    pub(super) key: PropertyKey,
    pub(super) name: String,
    pub(super) description: Option<String>,
}

/// Takes a factor away from a user.
pub(super) fn remove_factor(user: &mut User, id: &str) -> Result<(), Unknown> {
    let of_id = |factor: &UserMfa| factor.id.as_ref().map(FactorId::as_str) == Some(id);
    let position = user.factors.iter().position(of_id).ok_or_else(|| Thing::MfaFactor.unknown(id))?;
    user.factors.remove(position);
    Ok(())
}
