//! Organizations and their members, put in.

use crate::OrgCode;
use crate::emulator::membership::Change;
use crate::emulator::{Emulator, Unknown};
use crate::organizations::AddOrganizationUser;

impl Emulator {
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
    /// If there is no such organization, or one of the users, roles or permissions is not there. Then nothing is changed.
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
            let organization = business.organizations.get(org_code.as_str())?.number;
            for change in changes {
                business.add_member(organization, change);
            }
            Ok(())
        })
    }
}
