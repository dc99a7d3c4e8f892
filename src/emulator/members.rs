//! The members of an organization, in every order that they are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::state::User;
use super::unknown::{Thing, Unknown};
use crate::ScopeId;

/// Memberships by the number of the user. The orders are kept, so that a page deep in a long list costs no sorting.
#[derive(Debug, Default)]
pub(super) struct Members {
    memberships: BTreeMap<usize, Membership>,
    names: BTreeSet<(Arc<str>, usize)>,
    emails: BTreeSet<(Arc<str>, usize)>,
}

/// What holds of a user in one organization.
#[derive(Debug, Default)]
pub(super) struct Membership {
    pub(super) joined_on: u64,
    pub(super) last_accessed_on: Option<u64>,
    /// Positions in the roles of the business.
    pub(super) roles: Vec<usize>,
    /// Positions in the permissions of the business: those held beside those of the roles.
    pub(super) permissions: Vec<usize>,
    pub(super) api_scopes: Vec<ScopeId>,
}

impl Members {
    pub(super) fn contains(&self, number: usize) -> bool {
        self.memberships.contains_key(&number)
    }

    pub(super) fn insert(&mut self, number: usize, user: &User, membership: Membership) {
        self.names.insert((Arc::clone(&user.sort_name), number));
        self.emails.insert((Arc::clone(&user.sort_email), number));
        self.memberships.insert(number, membership);
    }

    /// Whether it was a member.
    pub(super) fn remove(&mut self, number: usize, user: &User) -> bool {
        self.names.remove(&(Arc::clone(&user.sort_name), number));
        self.emails.remove(&(Arc::clone(&user.sort_email), number));
        self.memberships.remove(&number).is_some()
    }

    pub(super) fn get(&self, number: usize, id: &str) -> Result<&Membership, Unknown> {
        self.memberships.get(&number).ok_or_else(|| Thing::Member.unknown(id))
    }

    pub(super) fn get_mut(&mut self, number: usize, id: &str) -> Result<&mut Membership, Unknown> {
        self.memberships.get_mut(&number).ok_or_else(|| Thing::Member.unknown(id))
    }

    /// In the order in which the users were made.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Membership)> {
        self.memberships.iter().map(|(number, membership)| (*number, membership))
    }

    /// The numbers in the order of a sort; in that of the users' creation where it is none of these.
    pub(super) fn sorted(&self, sort: &str) -> Box<dyn Iterator<Item = usize> + '_> {
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
