//! The members of an organization, in every order and by all that they are asked for.

use std::collections::BTreeMap;

use super::ranked::Ranked;
use super::register::Number;
use crate::ScopeId;
use crate::emulator::unknown::{Thing, Unknown};

/// Memberships by the number of the user. Orders and holders are kept up to date, so that a page deep in a long list
/// costs neither sorting nor a look at every member.
#[derive(Debug, Default)]
pub(crate) struct Members {
    memberships: Ranked<(Number, Box<Membership>)>,
    names: Ranked<(Box<str>, Number)>,
    emails: Ranked<(Box<str>, Number)>,
    role_holders: Holders,
    permission_holders: Holders,
}

/// What members are sorted by, without case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SortKey {
    pub(crate) name: Box<str>,
    pub(crate) email: Box<str>,
}

/// What holds of a user in one organization.
#[derive(Debug, Default)]
pub(crate) struct Membership {
    pub(crate) joined_on: u64,
    pub(crate) last_accessed_on: Option<u64>,
    roles: Vec<Number>,
    permissions: Vec<Number>,
    pub(crate) api_scopes: Vec<ScopeId>,
}

impl Membership {
    /// Numbers of roles, in the order in which they were given.
    pub(crate) fn roles(&self) -> &[Number] {
        &self.roles
    }

    /// Numbers of permissions: those held beside those of the roles.
    pub(crate) fn permissions(&self) -> &[Number] {
        &self.permissions
    }
}

impl Members {
    pub(crate) fn contains(&self, number: Number) -> bool {
        self.membership(number).is_some()
    }

    fn membership(&self, number: Number) -> Option<&Membership> {
        self.memberships.get(|(other, _)| other.cmp(&number)).map(|(_, membership)| &**membership)
    }

    fn membership_mut(&mut self, number: Number) -> Option<&mut Membership> {
        self.memberships.get_mut(|(other, _)| other.cmp(&number)).map(|(_, membership)| &mut **membership)
    }

    /// Makes a user a member who holds nothing.
    pub(crate) fn insert(&mut self, number: Number, key: SortKey, joined_on: u64) {
        self.sort_in(number, key);
        let membership = Box::new(Membership { joined_on, ..Membership::default() });
        self.memberships.insert((number, membership), |(other, _)| other.cmp(&number));
    }

    /// Whether it was a member.
    pub(crate) fn remove(&mut self, number: Number, key: &SortKey) -> bool {
        self.set_roles(number, Vec::new());
        self.set_permissions(number, Vec::new());
        self.sort_out(number, key);
        self.memberships.remove(|(other, _)| other.cmp(&number)).is_some()
    }

    /// Gives a member, whose name or address has changed, its new place.
    pub(crate) fn move_to(&mut self, number: Number, before: &SortKey, after: SortKey) {
        self.sort_out(number, before);
        self.sort_in(number, after);
    }

    fn sort_in(&mut self, number: Number, key: SortKey) {
        insert(&mut self.names, key.name, number);
        insert(&mut self.emails, key.email, number);
    }

    fn sort_out(&mut self, number: Number, key: &SortKey) {
        remove(&mut self.names, &key.name, number);
        remove(&mut self.emails, &key.email, number);
    }

    pub(crate) fn numbers(&self) -> impl Iterator<Item = Number> {
        self.memberships.skip(0).map(|(number, _)| *number)
    }

    /// Takes a role away from all who hold it: from whom.
    pub(crate) fn drop_role(&mut self, role: Number) -> Vec<Number> {
        let holders: Vec<Number> = self.with_role(role).collect();
        for holder in &holders {
            let held = self.membership(*holder).map_or(&[][..], Membership::roles);
            let kept = held.iter().copied().filter(|held| *held != role).collect();
            self.set_roles(*holder, kept);
        }
        holders
    }

    /// Takes a permission away from all who hold it by itself: from whom.
    pub(crate) fn drop_permission(&mut self, permission: Number) -> Vec<Number> {
        let holders: Vec<Number> = self.with_permission(permission).collect();
        for holder in &holders {
            let held = self.membership(*holder).map_or(&[][..], Membership::permissions);
            let kept = held.iter().copied().filter(|held| *held != permission).collect();
            self.set_permissions(*holder, kept);
        }
        holders
    }

    /// Takes the scopes of APIs away from all who hold them.
    pub(crate) fn drop_scopes(&mut self, is_gone: impl Fn(&ScopeId) -> bool) {
        for (_, membership) in self.memberships.iter_mut() {
            membership.api_scopes.retain(|scope| !is_gone(scope));
        }
    }

    pub(crate) fn get(&self, number: Number, id: &str) -> Result<&Membership, Unknown> {
        self.membership(number).ok_or_else(|| Thing::Member.unknown(id))
    }

    pub(crate) fn get_mut(&mut self, number: Number, id: &str) -> Result<&mut Membership, Unknown> {
        self.membership_mut(number).ok_or_else(|| Thing::Member.unknown(id))
    }

    /// Sets the roles of a member, by their numbers.
    pub(crate) fn set_roles(&mut self, number: Number, roles: Vec<Number>) {
        if let Some((_, membership)) = self.memberships.get_mut(|(other, _)| other.cmp(&number)) {
            self.role_holders.replace(number, &membership.roles, &roles);
            membership.roles = roles;
        }
    }

    /// Sets the permissions of a member, by their numbers.
    pub(crate) fn set_permissions(&mut self, number: Number, permissions: Vec<Number>) {
        if let Some((_, membership)) = self.memberships.get_mut(|(other, _)| other.cmp(&number)) {
            self.permission_holders.replace(number, &membership.permissions, &permissions);
            membership.permissions = permissions;
        }
    }

    /// The numbers of those who hold a role, in the order in which the users were made.
    pub(crate) fn with_role(&self, role: Number) -> impl Iterator<Item = Number> {
        self.role_holders.of(role)
    }

    /// The numbers of those who hold a permission beside those of their roles, in the same order.
    pub(crate) fn with_permission(&self, permission: Number) -> impl Iterator<Item = Number> {
        self.permission_holders.of(permission)
    }

    /// So many numbers in the order of a sort, after the first so many; in that of the users' creation where it is none of
    /// these.
    pub(crate) fn sorted(&self, sort: &str, skipped: usize, size: usize) -> Vec<Number> {
        // From the first on: what is passed over is passed in whole chunks.
        self.cut(sort, &Cut { is_wanted: |_| true, wanted: usize::MAX, skipped, size })
    }

    /// Numbers in the order of a sort, as [`sorted`](Self::sorted) has them.
    pub(crate) fn cut(&self, sort: &str, cut: &Cut<impl Fn(Number) -> bool>) -> Vec<Number> {
        match sort {
            "name_asc" => cut.of(&self.names, false),
            "name_desc" => cut.of(&self.names, true),
            "email_asc" => cut.of(&self.emails, false),
            "email_desc" => cut.of(&self.emails, true),
            _ => {
                let wanted = self.memberships.skip_where(cut.skipped, |(number, _)| (cut.is_wanted)(*number));
                wanted.map(|(number, _)| *number).take(cut.size).collect()
            }
        }
    }
}

/// Of those that are wanted, so many after the first so many.
pub(crate) struct Cut<F> {
    pub(crate) is_wanted: F,
    /// How many are wanted in all.
    pub(crate) wanted: usize,
    pub(crate) skipped: usize,
    pub(crate) size: usize,
}

impl<F: Fn(Number) -> bool> Cut<F> {
    /// Looks from the end that is nearer.
    fn of(&self, order: &Ranked<(Box<str>, Number)>, is_backwards: bool) -> Vec<Number> {
        let left = self.wanted.saturating_sub(self.skipped);
        let size = self.size.min(left);
        let (before, behind) = (self.skipped, left - size);
        let is_wanted = |one: &(Box<str>, Number)| (self.is_wanted)(one.1);
        let number = |one: &(Box<str>, Number)| one.1;
        let is_from_the_end = behind < before;
        let mut numbers: Vec<Number> = if is_backwards == is_from_the_end {
            order.skip_where(before.min(behind), is_wanted).map(number).take(size).collect()
        } else {
            order.skip_back_where(before.min(behind), is_wanted).map(number).take(size).collect()
        };
        if is_from_the_end {
            numbers.reverse();
        }
        numbers
    }
}

fn insert(order: &mut Ranked<(Box<str>, Number)>, key: Box<str>, number: Number) {
    let wanted = key.clone();
    order.insert((key, number), |(other, others)| other.cmp(&wanted).then(others.cmp(&number)));
}

fn remove(order: &mut Ranked<(Box<str>, Number)>, key: &str, number: Number) {
    order.remove(|(other, others)| (**other).cmp(key).then(others.cmp(&number)));
}

/// The numbers of members by the number of what they hold.
#[derive(Debug, Default)]
struct Holders(BTreeMap<Number, Ranked<Number>>);

impl Holders {
    fn replace(&mut self, number: Number, before: &[Number], after: &[Number]) {
        for thing in before {
            if let Some(holders) = self.0.get_mut(thing) {
                holders.remove(|other| other.cmp(&number));
            }
        }
        for thing in after {
            self.0.entry(*thing).or_default().insert(number, |other| other.cmp(&number));
        }
    }

    fn of(&self, thing: Number) -> impl Iterator<Item = Number> {
        self.0.get(&thing).into_iter().flat_map(|holders| holders.skip(0)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cut, Members, Number, SortKey};

    #[test]
    fn cuts_the_same_page_from_either_end() {
        let mut members = Members::default();
        for number in 0..700_u32 {
            // Scattered, so that the order is not that of the numbers.
            let name = format!("{:03}", number * 263 % 701);
            members.insert(number, SortKey { name: name.clone().into(), email: name.into() }, 0);
        }
        let is_wanted = |number: Number| number % 7 == 0;
        let mut wanted: Vec<Number> = (0..700).filter(|number| is_wanted(*number)).collect();
        wanted.sort_by_key(|number| number * 263 % 701);
        for (sort, reversed) in [("name_asc", false), ("email_asc", false), ("name_desc", true), ("email_desc", true)] {
            let mut sorted = wanted.clone();
            if reversed {
                sorted.reverse();
            }
            for skipped in [0, 1, 45, 46, 49, 50, 99, 100, 101, usize::MAX] {
                for size in [0, 1, 9, 100, 500, usize::MAX] {
                    let page = sorted.iter().copied().skip(skipped).take(size).collect::<Vec<_>>();
                    let cut = Cut { is_wanted, wanted: wanted.len(), skipped, size };
                    assert_eq!(members.cut(sort, &cut), page, "{sort}, {skipped}, {size}");
                }
            }
        }
    }
}
