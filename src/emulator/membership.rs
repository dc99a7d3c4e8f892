//! Who becomes a member of an organization, and with what.

use super::state::Business;
use super::state::register::Number;
use super::unknown::Unknown;

/// What a bulk call is to do to one user, once all of it has been looked up.
pub(super) struct Change {
    pub(super) number: Number,
    pub(super) removes: bool,
    pub(super) roles: Option<Vec<Number>>,
    pub(super) permissions: Option<Vec<Number>>,
}

/// What it has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberChange {
    Added,
    Updated,
    Removed,
    Nothing,
}

impl Change {
    pub(super) fn of(
        business: &Business,
        id: &str,
        removes: bool,
        roles: Option<&[impl AsRef<str>]>,
        permissions: Option<&[impl AsRef<str>]>,
    ) -> Result<Self, Unknown> {
        Ok(Self {
            number: business.users.number(id)?,
            removes,
            roles: numbers(roles, |key| business.roles.number_by_key(key))?,
            permissions: numbers(permissions, |key| business.permissions.number_by_key(key))?,
        })
    }
}

/// Each once, in the order given.
fn numbers(
    keys: Option<&[impl AsRef<str>]>,
    number: impl Fn(&str) -> Result<Number, Unknown>,
) -> Result<Option<Vec<Number>>, Unknown> {
    let Some(keys) = keys else {
        return Ok(None);
    };
    let mut numbers = Vec::with_capacity(keys.len());
    for key in keys {
        let number = number(key.as_ref())?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(Some(numbers))
}

impl Business {
    /// Makes a user a member; one who is a member already stays as it is. Whether it was made one.
    pub(super) fn add_member(&mut self, organization: Number, change: Change) -> bool {
        if !self.join(organization, change.number) {
            return false;
        }
        self.set_held(organization, change.number, change.roles, change.permissions);
        true
    }

    /// Makes a user a member, or no member any more, or gives a member what is named in the place of what it held.
    pub(super) fn change_member(&mut self, organization: Number, change: Change) -> MemberChange {
        if change.removes {
            let was_member = self.leave(organization, change.number);
            return if was_member { MemberChange::Removed } else { MemberChange::Nothing };
        }
        let is_member = self.organizations.at(organization).is_some_and(|found| found.members.contains(change.number));
        if is_member {
            self.set_held(organization, change.number, change.roles, change.permissions);
            return MemberChange::Updated;
        }
        if self.add_member(organization, change) { MemberChange::Added } else { MemberChange::Nothing }
    }

    fn set_held(
        &mut self,
        organization: Number,
        user: Number,
        roles: Option<Vec<Number>>,
        permissions: Option<Vec<Number>>,
    ) {
        let Some(organization) = self.organizations.at_mut(organization) else {
            return;
        };
        if let Some(roles) = roles {
            organization.members.set_roles(user, roles);
        }
        if let Some(permissions) = permissions {
            organization.members.set_permissions(user, permissions);
        }
    }
}
