//! Who becomes a member of an organization, and with what.

use super::state::{Business, Organization, User};
use super::unknown::Unknown;

/// What a bulk call is to do to one user, once all of it has been looked up.
pub(super) struct Change {
    pub(super) number: usize,
    pub(super) removes: bool,
    pub(super) roles: Option<Vec<usize>>,
    pub(super) permissions: Option<Vec<usize>>,
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
            roles: positions(roles, |key| business.roles.by_key(key))?,
            permissions: positions(permissions, |key| business.permissions.by_key(key))?,
        })
    }
}

/// Each once, in the order given.
fn positions(
    keys: Option<&[impl AsRef<str>]>,
    position: impl Fn(&str) -> Result<usize, Unknown>,
) -> Result<Option<Vec<usize>>, Unknown> {
    let Some(keys) = keys else {
        return Ok(None);
    };
    let mut positions = Vec::with_capacity(keys.len());
    for key in keys {
        let position = position(key.as_ref())?;
        if !positions.contains(&position) {
            positions.push(position);
        }
    }
    Ok(Some(positions))
}

/// Makes a user a member; one who is a member already stays as it is. Whether it was made one.
pub(super) fn add_member(organization: &mut Organization, user: &User, change: Change, now: u64) -> bool {
    if organization.members.contains(change.number) {
        return false;
    }
    organization.members.insert(change.number, user, now);
    organization.members.set_roles(change.number, change.roles.unwrap_or_default());
    organization.members.set_permissions(change.number, change.permissions.unwrap_or_default());
    true
}
