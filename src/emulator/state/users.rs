//! The users of the business.

use std::collections::BTreeMap;

use super::Business;
use super::identities::{Identity, IdentityKind, NewIdentity};
use super::members::SortKey;
use super::rare::Rare;
use super::register::{Index, Number, Register, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::organizations::UserMfa;
use crate::users::SetUserPassword;
use crate::{BillingCustomerId, FactorId, FeatureFlagKey, PropertyKey, UserId};

/// A user. There may be a hundred thousand, so that what few have takes little room where it isn't there.
#[derive(Debug)]
pub(crate) struct User {
    pub(crate) id: UserId,
    pub(crate) provided_id: Option<Box<str>>,
    first_name: Option<Box<str>>,
    last_name: Option<Box<str>>,
    pub(crate) picture: Option<Box<str>>,
    pub(crate) is_suspended: bool,
    pub(crate) is_password_reset_requested: bool,
    pub(crate) created_on: u64,
    /// In the order in which they were made.
    identities: Vec<Identity>,
    /// Numbers of organizations, in the order of joining.
    organizations: Vec<Number>,
    pub(crate) properties: Rare<BTreeMap<PropertyKey, String>>,
    /// The values that the user has instead of those of the organization and the environment.
    pub(crate) feature_flags: Rare<BTreeMap<FeatureFlagKey, String>>,
    pub(crate) factors: Rare<Vec<UserMfa>>,
    /// When the user got an access token, in any organization.
    pub(crate) signed_in_on: Rare<Vec<u64>>,
    /// As it was set last.
    pub(crate) password: Option<Box<SetUserPassword>>,
    pub(crate) customer_id: Option<Box<BillingCustomerId>>,
}

impl Registered for User {
    const THING: Thing = Thing::User;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl User {
    pub(crate) fn first_name(&self) -> Option<&str> {
        self.first_name.as_deref()
    }

    pub(crate) fn last_name(&self) -> Option<&str> {
        self.last_name.as_deref()
    }

    pub(crate) fn full_name(&self) -> String {
        full_name(self.first_name(), self.last_name())
    }

    pub(crate) fn identities(&self) -> &[Identity] {
        &self.identities
    }

    /// Numbers of the organizations that the user is a member of.
    pub(crate) fn organizations(&self) -> &[Number] {
        &self.organizations
    }

    /// The address that the user is written to: that of the primary identity.
    pub(crate) fn email(&self) -> Option<&str> {
        self.primary(&IdentityKind::Email)
    }

    pub(crate) fn phone(&self) -> Option<&str> {
        self.primary(&IdentityKind::Phone)
    }

    pub(crate) fn username(&self) -> Option<&str> {
        self.primary(&IdentityKind::Username)
    }

    fn primary(&self, kind: &IdentityKind) -> Option<&str> {
        let is_it = |identity: &&Identity| identity.kind == *kind && identity.is_primary;
        self.identities.iter().find(is_it).map(|identity| &*identity.value)
    }

    /// How often the user has signed in.
    pub(crate) fn total_sign_ins(&self) -> usize {
        self.signed_in_on.len()
    }

    pub(crate) fn last_signed_in(&self) -> Option<u64> {
        self.signed_in_on.last().copied()
    }

    pub(crate) fn sort_key(&self) -> SortKey {
        let email = self.email().unwrap_or_default().to_lowercase();
        SortKey { name: self.full_name().to_lowercase().into(), email: email.into() }
    }

    /// Takes a second factor away.
    pub(crate) fn remove_factor(&mut self, id: &str) -> Result<(), Unknown> {
        let of_id = |factor: &UserMfa| factor.id.as_ref().map(FactorId::as_str) == Some(id);
        let position = self.factors.iter().position(of_id).ok_or_else(|| Thing::MfaFactor.unknown(id))?;
        self.factors.remove(position);
        Ok(())
    }
}

/// First and last name, as far as they are there.
pub(crate) fn full_name(first_name: Option<&str>, last_name: Option<&str>) -> String {
    let names: Vec<&str> = first_name.into_iter().chain(last_name).collect();
    names.join(" ")
}

/// The users, found by id, by each of their identities, and by what these say.
#[derive(Debug, Default)]
pub(crate) struct Users {
    all: Register<User>,
    identity_ids: Index,
    addresses: Index,
}

impl Users {
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &User> {
        self.all.iter()
    }

    /// Those who were made after one of them.
    pub(crate) fn after(&self, number: Number) -> impl Iterator<Item = &User> {
        self.all.after(number)
    }

    /// Those who were made before one of them, the oldest first.
    pub(crate) fn before(&self, number: Number) -> impl DoubleEndedIterator<Item = &User> {
        self.all.before(number)
    }

    pub(crate) fn number(&self, id: &str) -> Result<Number, Unknown> {
        self.all.number(id)
    }

    pub(crate) fn at(&self, number: Number) -> Option<&User> {
        self.all.at(number)
    }

    pub(crate) fn get(&self, id: &str) -> Result<&User, Unknown> {
        self.all.get(id)
    }

    pub(crate) fn at_mut(&mut self, number: Number) -> Option<&mut User> {
        self.all.at_mut(number)
    }

    /// Names, identities and organizations, which others are sorted and found by, are changed by [`Business`].
    pub(crate) fn get_mut(&mut self, id: &str) -> Result<&mut User, Unknown> {
        self.all.get_mut(id)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut User> {
        self.all.iter_mut()
    }

    /// The number of the user who has an identity.
    pub(crate) fn holder(&self, kind: &IdentityKind, value: &str) -> Option<Number> {
        let address = kind.address(value);
        let has_it = |user: &User| user.identities.iter().any(|identity| identity.address() == address);
        self.addresses.candidates(&address).find(|number| self.at(*number).is_some_and(has_it))
    }

    /// An identity, and the number of the user whose it is.
    pub(crate) fn by_identity(&self, id: &str) -> Result<(Number, &Identity), Unknown> {
        let of_user = |number: Number| {
            let identity = self.at(number)?.identities.iter().find(|identity| identity.id == *id)?;
            Some((number, identity))
        };
        self.identity_ids.candidates(id).find_map(of_user).ok_or_else(|| Thing::Identity.unknown(id))
    }

    pub(super) fn add_identity(&mut self, number: Number, mut identity: Identity) {
        let Some(user) = self.all.at_mut(number) else {
            return;
        };
        identity.is_primary = user.primary(&identity.kind).is_none();
        self.identity_ids.insert(identity.id.as_str(), number);
        self.addresses.insert(&identity.address(), number);
        user.identities.reserve_exact(1);
        user.identities.push(identity);
    }

    pub(super) fn remove_identity(&mut self, number: Number, id: &str) -> Option<Identity> {
        let user = self.all.at_mut(number)?;
        let position = user.identities.iter().position(|identity| identity.id == *id)?;
        let identity = user.identities.remove(position);
        if identity.is_primary {
            if let Some(next) = user.identities.iter_mut().find(|other| other.kind == identity.kind) {
                next.is_primary = true;
            }
        }
        let is_twice = user.identities.iter().any(|other| other.address() == identity.address());
        self.identity_ids.remove(id, number);
        if !is_twice {
            self.addresses.remove(&identity.address(), number);
        }
        Some(identity)
    }

    pub(super) fn promote_identity(&mut self, number: Number, id: &str) {
        let Some(user) = self.all.at_mut(number) else {
            return;
        };
        let Some(kind) = user.identities.iter().find(|identity| identity.id == *id).map(|found| found.kind.clone())
        else {
            return;
        };
        for identity in user.identities.iter_mut().filter(|identity| identity.kind == kind) {
            identity.is_primary = identity.id == *id;
        }
    }

    fn remove(&mut self, number: Number) -> Option<User> {
        let user = self.all.remove(number)?;
        for identity in &user.identities {
            self.identity_ids.remove(identity.id.as_str(), number);
            self.addresses.remove(&identity.address(), number);
        }
        Some(user)
    }
}

/// A user to make.
#[derive(Debug, Default)]
pub(crate) struct NewUser {
    pub(crate) provided_id: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) picture: Option<String>,
    pub(crate) is_suspended: bool,
    pub(crate) identities: Vec<NewIdentity>,
}

impl Business {
    /// Makes a user, a member of nothing. Whoever calls has checked that nobody has one of the identities.
    pub(crate) fn add_user(&mut self, new: NewUser) -> Number {
        let user = User {
            id: UserId::from(self.random.id("kp_")),
            provided_id: new.provided_id.map(Into::into),
            first_name: new.first_name.map(Into::into),
            last_name: new.last_name.map(Into::into),
            picture: new.picture.map(Into::into),
            is_suspended: new.is_suspended,
            is_password_reset_requested: false,
            created_on: self.now(),
            identities: Vec::new(),
            organizations: Vec::new(),
            properties: Rare::default(),
            feature_flags: Rare::default(),
            factors: Rare::default(),
            signed_in_on: Rare::default(),
            password: None,
            customer_id: None,
        };
        let number = self.users.all.add(user);
        for identity in new.identities {
            self.add_identity(number, identity);
        }
        number
    }

    /// Deletes a user with all that is the user's alone: memberships, identities, sessions, keys, the billing customer.
    pub(crate) fn remove_user(&mut self, id: &str) -> Result<User, Unknown> {
        let number = self.users.number(id)?;
        let organizations = self.users.at(number).map(|user| user.organizations.clone()).unwrap_or_default();
        for organization in organizations {
            self.leave(organization, number);
        }
        self.sessions.remove_all(number);
        self.api_keys.remove_of(|key| key.user_id.as_ref().is_some_and(|user_id| user_id == id));
        self.billing.remove_of_user(number);
        self.connected_apps.remove_of(|session| session.user_id.as_ref().is_some_and(|user_id| user_id == id));
        self.users.remove(number).ok_or_else(|| Thing::User.unknown(id))
    }

    /// Sets the names that are given, and leaves the others.
    pub(crate) fn set_names(&mut self, number: Number, first_name: Option<String>, last_name: Option<String>) {
        self.rearrange(number, |users| {
            let Some(user) = users.all.at_mut(number) else {
                return;
            };
            user.first_name = first_name.map(Into::into).or(user.first_name.take());
            user.last_name = last_name.map(Into::into).or(user.last_name.take());
        });
    }

    /// Changes what members are sorted by, and gives the user the right places in all organizations.
    pub(super) fn rearrange<T>(&mut self, number: Number, change: impl FnOnce(&mut Users) -> T) -> T {
        let before = self.users.at(number).map(User::sort_key);
        let outcome = change(&mut self.users);
        let Some((user, before)) = self.users.at(number).zip(before) else {
            return outcome;
        };
        let after = user.sort_key();
        if after != before {
            for organization in &user.organizations {
                if let Some(organization) = self.organizations.at_mut(*organization) {
                    organization.members.move_to(number, &before, after.clone());
                }
            }
        }
        outcome
    }

    /// Makes a user a member who holds nothing; one who is a member already stays as it is. Whether it was made one.
    pub(crate) fn join(&mut self, organization: Number, user: Number) -> bool {
        let now = self.now();
        let (Some(joining), Some(joined)) = (self.users.all.at_mut(user), self.organizations.at_mut(organization))
        else {
            return false;
        };
        if joined.members.contains(user) {
            return false;
        }
        joined.members.insert(user, joining.sort_key(), now);
        joining.organizations.reserve_exact(1);
        joining.organizations.push(organization);
        true
    }

    /// Whether the user was a member.
    pub(crate) fn leave(&mut self, organization: Number, user: Number) -> bool {
        let (Some(leaving), Some(left)) = (self.users.all.at_mut(user), self.organizations.at_mut(organization)) else {
            return false;
        };
        leaving.organizations.retain(|number| *number != organization);
        left.members.remove(user, &leaving.sort_key())
    }
}

#[cfg(test)]
mod tests {
    use super::{NewIdentity, NewUser};
    use crate::emulator::state::Business;
    use crate::emulator::state::identities::IdentityKind;
    use crate::emulator::state::register::Number;

    fn user(business: &mut Business, name: &str, email: &str) -> Number {
        let identities = vec![NewIdentity::of(IdentityKind::Email, email)];
        business.add_user(NewUser { first_name: Some(name.to_owned()), identities, ..NewUser::default() })
    }

    fn names(business: &Business, sort: &str) -> Vec<String> {
        let organization = business.organizations.get(business.default_organization.as_str()).unwrap();
        let sorted = organization.members.sorted(sort, 0, usize::MAX);
        sorted.into_iter().filter_map(|number| business.users.at(number)).map(super::User::full_name).collect()
    }

    #[test]
    fn finds_users_by_what_they_sign_in_with() {
        let mut business = Business::new(0);
        let member = user(&mut business, "Member", "Member1@example.com");
        let id = business.users.at(member).unwrap().identities()[0].id.clone();
        assert_eq!(business.users.holder(&IdentityKind::Email, "member1@EXAMPLE.com"), Some(member));
        assert_eq!(business.users.holder(&IdentityKind::Username, "member1@example.com"), None);
        assert_eq!(business.users.by_identity(id.as_str()).unwrap().0, member);
        assert!(business.check_identity(&IdentityKind::Email, "member1@example.com").is_err());

        business.remove_identity(id.as_str()).unwrap();
        assert_eq!(business.users.holder(&IdentityKind::Email, "member1@example.com"), None);
        assert!(business.users.by_identity(id.as_str()).is_err());
        assert_eq!(business.users.at(member).unwrap().email(), None, "a user without any identity");
    }

    #[test]
    fn has_one_primary_identity_of_each_kind() {
        let mut business = Business::new(0);
        let member = user(&mut business, "Member", "first@example.com");
        let second = business.add_identity(member, NewIdentity::of(IdentityKind::Email, "second@example.com"));
        business.add_identity(member, NewIdentity::of(IdentityKind::Username, "member"));
        let email = |business: &Business| business.users.at(member).unwrap().email().map(str::to_owned);
        assert_eq!(email(&business).as_deref(), Some("first@example.com"));
        business.promote_identity(second.as_str()).unwrap();
        assert_eq!(email(&business).as_deref(), Some("second@example.com"));
        assert_eq!(business.users.at(member).unwrap().username(), Some("member"));
        business.remove_identity(second.as_str()).unwrap();
        assert_eq!(email(&business).as_deref(), Some("first@example.com"));
    }

    #[test]
    fn sorts_members_by_what_they_are_called_now() {
        let mut business = Business::new(0);
        let organization = business.organizations.get(business.default_organization.as_str()).unwrap().number;
        let [a, b] = [("A", "2@example.com"), ("b", "1@example.com")].map(|(name, email)| {
            let number = user(&mut business, name, email);
            assert!(business.join(organization, number));
            assert!(!business.join(organization, number), "a member already");
            number
        });
        assert_eq!(names(&business, "name_asc"), ["A", "b"]);
        assert_eq!(names(&business, "email_asc"), ["b", "A"]);
        business.set_names(a, Some("C".to_owned()), None);
        assert_eq!(names(&business, "name_asc"), ["b", "C"]);
        let id = business.add_identity(b, NewIdentity::of(IdentityKind::Email, "3@example.com"));
        business.promote_identity(id.as_str()).unwrap();
        assert_eq!(names(&business, "email_asc"), ["C", "b"]);
    }

    #[test]
    fn leaves_nothing_of_a_user_who_is_deleted() {
        let mut business = Business::new(0);
        let organization = business.organizations.get(business.default_organization.as_str()).unwrap().number;
        let member = user(&mut business, "Member", "member@example.com");
        business.join(organization, member);
        let id = business.users.at(member).unwrap().id.clone();
        business.remove_user(id.as_str()).unwrap();
        assert!(business.users.get(id.as_str()).is_err());
        assert!(names(&business, "name_asc").is_empty());
        assert!(names(&business, "id_asc").is_empty());

        let other = user(&mut business, "Other", "member@example.com");
        assert_ne!(other, member);
        assert!(!business.organizations.at(organization).unwrap().members.contains(other));
    }
}
