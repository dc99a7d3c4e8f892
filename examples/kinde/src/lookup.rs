//! From what people know a thing by to the id that Kinde wants, by as few calls as can be.

use std::collections::{HashMap, HashSet};

use anyhow::anyhow;
use kinde_api::organizations::{GetOrganizations, OrganizationItem};
use kinde_api::roles::GetRoles;
use kinde_api::users::{GetUsers, UserExpand, UserItem};
use kinde_api::{OrgCode, Paged, RoleId, UserId};

use crate::connection::Error;
use crate::failure::{Failure, NOT_FOUND, USAGE};
use crate::program::Program;

/// How many addresses or ids are asked for at once: the address of a request can't grow for ever.
const AT_ONCE: usize = 100;

impl Program {
    /// A code is taken as it is. Kinde has no way to ask for anything else, so that all organizations are looked through.
    pub(crate) fn organization(&self, named: &str) -> Result<OrgCode, Failure> {
        if named.starts_with("org_") || self.options.dry_run {
            return Ok(named.into());
        }
        match self.progress.during(|| self.codes(named))?.as_slice() {
            [] => {
                let error = anyhow!("there is no organization `{named}`");
                Err(Failure::new(NOT_FOUND, error, "look for it in `kinde organizations`"))
            }
            [code] => Ok(code.clone()),
            several => {
                let codes: Vec<&str> = several.iter().map(OrgCode::as_str).collect();
                let error = anyhow!("several organizations are called `{named}`: {}", codes.join(", "));
                Err(Failure::new(USAGE, error, "say which one by its code"))
            }
        }
    }

    /// An id is taken as it is. There is no filter for keys, so that all roles are looked through.
    pub(crate) fn role(&self, named: &str) -> Result<RoleId, Failure> {
        if is_uuid(named) || self.options.dry_run {
            return Ok(named.into());
        }
        let id = self.progress.during(|| self.role_of_key(named))?;
        id.ok_or_else(|| Failure::new(NOT_FOUND, anyhow!("there is no role `{named}`"), "look for it in `kinde roles`"))
    }

    /// Names can be there more than once.
    fn codes(&self, named: &str) -> Result<Vec<OrgCode>, Error> {
        let mut codes = Vec::new();
        for organization in self.client.items(GetOrganizations::new()) {
            let organization = organization?;
            if is_called(&organization, named) {
                codes.extend(organization.code);
            }
        }
        Ok(codes)
    }

    fn role_of_key(&self, key: &str) -> Result<Option<RoleId>, Error> {
        for role in self.client.items(GetRoles::new()) {
            let role = role?;
            if role.key.is_some_and(|known| known == key) {
                return Ok(role.id);
            }
        }
        Ok(None)
    }

    /// The calls that look users up by their addresses.
    pub(crate) fn by_address(addresses: &[String]) -> Vec<GetUsers> {
        // A user can have several addresses, of which the list shows one.
        let call = |some| GetUsers::new().email(some).expand([UserExpand::Identities]).with_largest_page();
        addresses.chunks(AT_ONCE).map(call).collect()
    }

    /// Those who have one of the addresses, by each of theirs in lower case.
    pub(crate) fn users_by_address(&self, addresses: &[String]) -> Result<HashMap<String, UserItem>, Error> {
        let mut users = HashMap::new();
        for call in Self::by_address(addresses) {
            let asked = call.email.as_ref().map_or(0, Vec::len);
            for user in self.client.items(call) {
                let user = user?;
                let identities = user.identities.iter().filter(|one| one.r#type.as_deref() == Some("email"));
                let addresses = identities.filter_map(|one| one.identity.as_ref()).chain(&user.email);
                let addresses: Vec<String> = addresses.map(|address| address.to_lowercase()).collect();
                users.extend(addresses.into_iter().map(|address| (address, user.clone())));
            }
            self.progress.advance(asked);
        }
        Ok(users)
    }

    /// Those of the ids that somebody has.
    pub(crate) fn known_ids(&self, ids: &[UserId]) -> Result<HashSet<UserId>, Error> {
        let mut known = HashSet::new();
        for some in ids.chunks(AT_ONCE) {
            for user in self.client.items(GetUsers::new().user_id(some)) {
                known.extend(user?.id);
            }
        }
        Ok(known)
    }
}

fn is_called(organization: &OrganizationItem, named: &str) -> bool {
    [&organization.handle, &organization.name, &organization.external_id]
        .into_iter()
        .flatten()
        .any(|name| name == named)
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36 && text.chars().all(|character| character == '-' || character.is_ascii_hexdigit())
}
