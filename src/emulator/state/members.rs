//! The members of an organization, in every order and by all that they are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::User;
use crate::ScopeId;
use crate::emulator::unknown::{Thing, Unknown};

/// Memberships by the number of the user. Orders and holders are kept up to date, so that a page deep in a long list
/// costs neither sorting nor a look at every member.
#[derive(Debug, Default)]
pub(crate) struct Members {
    memberships: BTreeMap<usize, Membership>,
    names: BTreeSet<(Arc<str>, usize)>,
    emails: BTreeSet<(Arc<str>, usize)>,
    role_holders: Holders,
    permission_holders: Holders,
}

/// What holds of a user in one organization.
#[derive(Debug, Default)]
pub(crate) struct Membership {
    pub(crate) joined_on: u64,
    pub(crate) last_accessed_on: Option<u64>,
    roles: Vec<usize>,
    permissions: Vec<usize>,
    pub(crate) api_scopes: Vec<ScopeId>,
}

impl Membership {
    /// Positions in the roles of the business.
    pub(crate) fn roles(&self) -> &[usize] {
        &self.roles
    }

    /// Positions in the permissions of the business: those held beside those of the roles.
    pub(crate) fn permissions(&self) -> &[usize] {
        &self.permissions
    }
}

impl Members {
    pub(crate) fn contains(&self, number: usize) -> bool {
        self.memberships.contains_key(&number)
    }

    /// Makes a user a member who holds nothing.
    pub(crate) fn insert(&mut self, number: usize, user: &User, joined_on: u64) {
        self.names.insert((Arc::clone(&user.sort_name), number));
        self.emails.insert((Arc::clone(&user.sort_email), number));
        self.memberships.insert(number, Membership { joined_on, ..Membership::default() });
    }

    /// Whether it was a member.
    pub(crate) fn remove(&mut self, number: usize, user: &User) -> bool {
        self.set_roles(number, Vec::new());
        self.set_permissions(number, Vec::new());
        self.names.remove(&(Arc::clone(&user.sort_name), number));
        self.emails.remove(&(Arc::clone(&user.sort_email), number));
        self.memberships.remove(&number).is_some()
    }

    pub(crate) fn get(&self, number: usize, id: &str) -> Result<&Membership, Unknown> {
        self.memberships.get(&number).ok_or_else(|| Thing::Member.unknown(id))
    }

    pub(crate) fn get_mut(&mut self, number: usize, id: &str) -> Result<&mut Membership, Unknown> {
        self.memberships.get_mut(&number).ok_or_else(|| Thing::Member.unknown(id))
    }

    /// Sets the roles of a member, by their positions.
    pub(crate) fn set_roles(&mut self, number: usize, roles: Vec<usize>) {
        if let Some(membership) = self.memberships.get_mut(&number) {
            self.role_holders.replace(number, &membership.roles, &roles);
            membership.roles = roles;
        }
    }

    /// Sets the permissions of a member, by their positions.
    pub(crate) fn set_permissions(&mut self, number: usize, permissions: Vec<usize>) {
        if let Some(membership) = self.memberships.get_mut(&number) {
            self.permission_holders.replace(number, &membership.permissions, &permissions);
            membership.permissions = permissions;
        }
    }

    /// The numbers of those who hold a role, in the order in which the users were made.
    pub(crate) fn with_role(&self, role: usize) -> impl Iterator<Item = usize> {
        self.role_holders.of(role)
    }

    /// The numbers of those who hold a permission beside those of their roles, in the same order.
    pub(crate) fn with_permission(&self, permission: usize) -> impl Iterator<Item = usize> {
        self.permission_holders.of(permission)
    }

    /// The numbers in the order of a sort; in that of the users' creation where it is none of these.
    pub(crate) fn sorted(&self, sort: &str) -> Box<dyn Iterator<Item = usize> + '_> {
        let number = |(_, number): &(Arc<str>, usize)| *number;
        match sort {
            "name_asc" => Box::new(self.names.iter().map(number)),
            "name_desc" => Box::new(self.names.iter().rev().map(number)),
            "email_asc" => Box::new(self.emails.iter().map(number)),
            "email_desc" => Box::new(self.emails.iter().rev().map(number)),
            _ => Box::new(self.memberships.keys().copied()),
        }
    }
}

/// The numbers of members by the position of what they hold.
#[derive(Debug, Default)]
struct Holders(BTreeMap<usize, BTreeSet<usize>>);

impl Holders {
    fn replace(&mut self, number: usize, before: &[usize], after: &[usize]) {
        for position in before {
            if let Some(holders) = self.0.get_mut(position) {
                holders.remove(&number);
            }
        }
        for position in after {
            self.0.entry(*position).or_default().insert(number);
        }
    }

    fn of(&self, position: usize) -> impl Iterator<Item = usize> {
        self.0.get(&position).into_iter().flatten().copied()
    }
}
