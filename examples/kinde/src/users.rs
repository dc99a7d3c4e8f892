//! Users, by address or by id.

use std::slice;

use anyhow::anyhow;
use kinde_api::users::{GetUsers, UserItem};

use crate::failure::{Failure, NOT_FOUND};
use crate::program::Program;
use crate::rows::USER;
use crate::who::Who;

impl Program {
    /// By the filters of the list, which take one call for an address too, and give the same for it.
    pub(crate) fn show_user(&self, user: &Who) -> Result<(), Failure> {
        match user {
            Who::Email(address) => self.show_users(slice::from_ref(address)),
            Who::Id(id) if self.options.dry_run => self.print(&self.curl(&GetUsers::new().user_id([id]))?),
            Who::Id(id) => {
                let found = self.progress.during(|| self.client.send(&GetUsers::new().user_id([id])))?.users;
                self.show_found(&found, found.is_empty().then(|| format!("there is no user `{id}`")))
            }
        }
    }

    /// In the order in which they are asked for.
    pub(crate) fn show_users(&self, addresses: &[String]) -> Result<(), Failure> {
        if self.options.dry_run {
            let lookups = Self::by_address(addresses);
            return self.print(&lookups.iter().map(|call| self.curl(call)).collect::<Result<String, _>>()?);
        }
        let users = self.progress.during(|| self.users_by_address(addresses))?;
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for address in addresses {
            match users.get(&address.to_lowercase()) {
                Some(user) => found.push(user.clone()),
                None => missing.push(address.as_str()),
            }
        }
        self.show_found(&found, (!missing.is_empty()).then(|| format!("nobody has the address {}", missing.join(", "))))
    }

    fn show_found(&self, found: &[UserItem], not_found: Option<String>) -> Result<(), Failure> {
        if !found.is_empty() {
            let mut rows = self.rows(USER)?;
            rows.add(found)?;
            self.finish(rows)?;
        }
        not_found
            .map_or(Ok(()), |text| Err(Failure::new(NOT_FOUND, anyhow!(text), "look for them in `kinde users --all`")))
    }
}
