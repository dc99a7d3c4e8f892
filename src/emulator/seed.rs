//! What the Organizations API can't create, put in beforehand.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Emulator;
use super::clock::date_time;
use super::inspect::ApiScope;
use super::organizations::{Change, add_member};
use super::state::{self, Business, full_name};
use super::things::{FeatureFlag, Permission, Property, Role, User};
use super::unknown::{Thing, Unknown};
use crate::organizations::{AddOrganizationUser, Connection, PasskeyPolicy, UserMfa};
use crate::{
    ApiId, ConnectionId, FactorId, FeatureFlagKey, InviteCode, OrgCode, PermissionId, PropertyKey, RoleId, ScopeId,
    UserId,
};

impl Emulator {
    /// Adds a user to the business, a member of no organization yet.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, User};
    ///
    /// let emulator = Emulator::new();
    /// let first = emulator.add_user("member1@example.com");
    /// let second = emulator.add_user(User::new("member2@example.com").first_name("Member").last_name("2"));
    /// assert_ne!(first, second);
    /// ```
    pub fn add_user(&self, user: impl Into<User>) -> UserId {
        let user = user.into();
        self.with(|business| add_user(business, user))
    }

    /// Adds a role to the business. A role of a key that is there already takes its place, under the same id.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Role};
    ///
    /// let emulator = Emulator::new();
    /// let admin = emulator.add_role(Role::new("admin").name("Administrator").permissions(["write:reports"]));
    /// assert_eq!(emulator.add_role("admin"), admin);
    /// ```
    pub fn add_role(&self, role: impl Into<Role>) -> RoleId {
        let Role { key, name, permissions } = role.into();
        self.with(|business| {
            if let Ok(position) = business.roles.by_key(key.as_str()) {
                let role = &mut business.roles.0[position];
                (role.name, role.permissions) = (name, permissions);
                return role.id.clone();
            }
            let id = RoleId::from(business.random.uuid());
            business.roles.0.push(state::Role { id: id.clone(), key, name, permissions });
            id
        })
    }

    /// Adds a permission to the business. A permission of a key that is there already takes its place, under the same
    /// id.
    pub fn add_permission(&self, permission: impl Into<Permission>) -> PermissionId {
        let Permission { key, name, description } = permission.into();
        self.with(|business| {
            if let Ok(position) = business.permissions.by_key(key.as_str()) {
                let permission = &mut business.permissions.0[position];
                (permission.name, permission.description) = (name, description);
                return permission.id.clone();
            }
            let id = PermissionId::from(business.random.uuid());
            business.permissions.0.push(state::Permission { id: id.clone(), key, name, description });
            id
        })
    }

    /// Adds a feature flag to the environment. A flag of a key that is there already takes its place.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, FeatureFlag};
    ///
    /// let emulator = Emulator::new();
    /// let key = emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    /// assert_eq!(key.as_str(), "seats");
    /// ```
    pub fn add_feature_flag(&self, flag: impl Into<FeatureFlag>) -> FeatureFlagKey {
        let FeatureFlag { key, r#type, value, is_overridable } = flag.into();
        self.with(|business| {
            business.feature_flags.insert(key.clone(), state::FeatureFlag { r#type, value, is_overridable });
        });
        key
    }

    /// Adds a property of organizations. A property of a key that is there already takes its place.
    pub fn add_property(&self, property: impl Into<Property>) -> PropertyKey {
        let Property { key, name, description } = property.into();
        self.with(|business| {
            business.properties.retain(|known| known.key != key);
            let id = business.random.id("prop_");
            business.properties.push(state::Property { id, key: key.clone(), name, description });
        });
        key
    }

    /// Registers an API, by its audience, with its scopes: the ids of both, those of the scopes in their order.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let (api, scopes) = emulator.add_api("https://api.example.com", ["read:reports", "write:reports"]);
    /// assert_eq!(scopes.len(), 2);
    /// # let _ = api;
    /// ```
    pub fn add_api(
        &self,
        audience: impl Into<String>,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> (ApiId, Vec<ScopeId>) {
        let audience = audience.into();
        let keys: Vec<String> = scopes.into_iter().map(Into::into).collect();
        self.with(|business| {
            let api_id = ApiId::from(business.random.hex(32));
            let mut ids = Vec::with_capacity(keys.len());
            for key in keys {
                let id = ScopeId::from(business.random.id("api_scope_"));
                ids.push(id.clone());
                business.api_scopes.push(ApiScope { api_id: api_id.clone(), audience: audience.clone(), id, key });
            }
            (api_id, ids)
        })
    }

    /// Adds an authentication connection to the environment, turned on for no organization yet.
    ///
    /// The name is the one that users see as well; a strategy is such as `oauth2:google`.
    pub fn add_connection(&self, name: impl Into<String>, strategy: impl Into<String>) -> ConnectionId {
        let name = name.into();
        self.with(|business| {
            let id = ConnectionId::from(business.random.id("conn_"));
            business.connections.push(Connection {
                id: Some(id.clone()),
                name: Some(name.clone()),
                display_name: Some(name),
                strategy: Some(strategy.into()),
                ..Connection::default()
            });
            id
        })
    }

    /// Sets up a second factor for a user: its type, such as `email`, and what it is reached by, such as an address.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let user = emulator.add_user("member1@example.com");
    /// let factor = emulator.add_mfa_factor(user, "email", "member1@example.com")?;
    /// assert!(factor.as_str().starts_with("mfa_"));
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such user.
    pub fn add_mfa_factor(
        &self,
        user_id: impl Into<UserId>,
        r#type: impl Into<String>,
        name: impl Into<String>,
    ) -> Result<FactorId, Unknown> {
        let user_id = user_id.into();
        self.with(|business| {
            let created_on = crate::DateTime::from(date_time(business.now()));
            let id = FactorId::from(business.random.id("mfa_"));
            business.users.get_mut(user_id.as_str())?.factors.push(UserMfa {
                id: Some(id.clone()),
                r#type: Some(r#type.into()),
                created_on: Some(created_on.clone()),
                name: Some(name.into()),
                is_verified: Some(true),
                usage_count: Some(1),
                last_used_on: Some(created_on),
            });
            Ok(id)
        })
    }

    /// Adds an organization, as [`CreateOrganization`](crate::organizations::CreateOrganization) does.
    pub fn add_organization(&self, name: impl Into<String>) -> OrgCode {
        let name = name.into();
        self.with(|business| {
            let now = business.now();
            business.organizations.add(name, now, &mut business.random)
        })
    }

    /// Makes users members of an organization, as
    /// [`AddOrganizationUsers`](crate::organizations::AddOrganizationUsers) does, but any number of them at once.
    ///
    /// ```
    /// use kinde_api::{emulator::Emulator, organizations::AddOrganizationUser};
    ///
    /// let emulator = Emulator::new();
    /// let acme = emulator.add_organization("Acme");
    /// emulator.add_role("admin");
    /// let user = emulator.add_user("member1@example.com");
    /// emulator.add_members(acme, [AddOrganizationUser::new(user).roles(["admin"])])?;
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such organization, or none of the users, roles or permissions that are named. Then nothing is
    /// changed.
    pub fn add_members(
        &self,
        org_code: impl Into<OrgCode>,
        users: impl IntoIterator<Item = AddOrganizationUser>,
    ) -> Result<(), Unknown> {
        let org_code = org_code.into();
        let users: Vec<AddOrganizationUser> = users.into_iter().collect();
        self.with(|business| {
            let change = |user: &AddOrganizationUser| {
                let (roles, permissions) = (user.roles.as_deref(), user.permissions.as_deref());
                Change::of(business, user.id.as_str(), false, roles, permissions)
            };
            let changes: Vec<Change> = users.iter().map(change).collect::<Result<_, _>>()?;
            let now = business.now();
            let organization = business.organizations.get_mut(org_code.as_str())?;
            for change in changes {
                if let Some(user) = business.users.at(change.number) {
                    add_member(organization, user, change, now);
                }
            }
            Ok(())
        })
    }

    /// A user signs in to an organization and gets an access token: from now on the user counts as active, and
    /// `last_accessed_on` says when.
    ///
    /// # Errors
    ///
    /// Where there is no such organization, or the user is no member of it.
    pub fn sign_in(&self, org_code: impl Into<OrgCode>, user_id: impl Into<UserId>) -> Result<(), Unknown> {
        let (org_code, user_id) = (org_code.into(), user_id.into());
        self.with(|business| {
            let now = business.now();
            let number = business.users.number(user_id.as_str())?;
            let organization = business.organizations.get_mut(org_code.as_str())?;
            organization.members.get_mut(number, user_id.as_str())?.last_accessed_on = Some(now);
            business.users.get_mut(user_id.as_str())?.signed_in_on.push(now);
            Ok(())
        })
    }

    /// Somebody accepts an invitation that is pending: becomes a user if there is none of that address, and a member
    /// with the roles of the invitation.
    ///
    /// ```
    /// use kinde_api::organizations::CreateOrganizationInvite;
    /// use kinde_api::{Api, Endpoint, emulator::Emulator};
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_role("member");
    /// let acme = emulator.add_organization("Acme");
    /// let api = Api::new("https://acme.kinde.com", emulator.token())?;
    /// let invite = CreateOrganizationInvite::new(&acme, "guest@example.com", ["member"]);
    /// let invite = invite.response(&emulator.respond(invite.request(&api)?)?)?.invite.unwrap_or_default();
    ///
    /// let guest = emulator.accept_invite(&acme, invite.code.unwrap())?;
    /// emulator.sign_in(&acme, guest)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such organization, or no such invitation that is pending.
    pub fn accept_invite(
        &self,
        org_code: impl Into<OrgCode>,
        invite_code: impl Into<InviteCode>,
    ) -> Result<UserId, Unknown> {
        let (org_code, invite_code) = (org_code.into(), invite_code.into());
        self.with(|business| {
            let now = business.now();
            let organization = business.organizations.get_mut(org_code.as_str())?;
            let is_it = |invite: &&mut state::Invite| {
                invite.code == invite_code && !invite.is_revoked && invite.accepted_on.is_none()
            };
            let invite = organization.invites.iter_mut().find(is_it);
            let invite = invite.ok_or_else(|| Thing::Invitation.unknown(invite_code.as_str()))?;
            invite.accepted_on = Some(now);
            let roles = Some(invite.roles.clone());
            let (first_name, last_name) = (invite.first_name.clone(), invite.last_name.clone());
            let user = User { first_name, last_name, ..User::new(&invite.email) };
            let known = business.users.iter().find(|known| known.email == user.email).map(|known| known.id.clone());
            let id = known.unwrap_or_else(|| add_user(business, user));
            let change =
                Change { number: business.users.number(id.as_str())?, removes: false, roles, permissions: None };
            let organization = business.organizations.get_mut(org_code.as_str())?;
            if let Some(user) = business.users.at(change.number) {
                add_member(organization, user, change, now);
            }
            Ok(id)
        })
    }

    /// Sets the environment's policy for passkeys, which is `off` at first.
    pub fn set_passkey_policy(&self, policy: impl Into<PasskeyPolicy>) {
        let policy = policy.into();
        self.with(|business| business.passkey_policy = policy);
    }

    /// Sets the scopes that are enabled on the machine-to-machine application: at first those of all operations. A
    /// token can be had for these alone.
    pub fn set_application_scopes(&self, scopes: impl IntoIterator<Item = impl Into<String>>) {
        let scopes: BTreeSet<String> = scopes.into_iter().map(Into::into).collect();
        self.with(|business| business.authorization.scopes = scopes);
    }

    /// Lets tokens be bought for one more audience than `/api` of the host that is asked.
    pub fn add_audience(&self, audience: impl Into<String>) {
        let audience = audience.into();
        self.with(|business| business.authorization.audiences.insert(audience));
    }
}

fn add_user(business: &mut Business, user: User) -> UserId {
    let id = UserId::from(business.random.id("kp_"));
    let full_name = full_name(user.first_name.as_deref(), user.last_name.as_deref());
    let sort_key = |text: &str| Arc::from(text.to_lowercase());
    business.users.add(state::User {
        id: id.clone(),
        sort_name: sort_key(&full_name),
        sort_email: sort_key(user.email.as_deref().unwrap_or_default()),
        email: user.email,
        first_name: user.first_name,
        last_name: user.last_name,
        full_name,
        picture: user.picture,
        is_suspended: user.is_suspended,
        factors: Vec::new(),
        signed_in_on: Vec::new(),
    });
    id
}
