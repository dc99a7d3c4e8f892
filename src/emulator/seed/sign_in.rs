//! What people do who are no program: they sign in, and accept invitations.

use super::user::{User, add_user};
use crate::emulator::Emulator;
use crate::emulator::membership::Change;
use crate::emulator::state::identities::IdentityKind;
use crate::emulator::state::organizations::Invite;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{InviteCode, OrgCode, UserId};

impl Emulator {
    /// A user signs in to an organization. From now on the user counts as active, and `last_accessed_on` has the time.
    ///
    /// # Errors
    ///
    /// If there is no such organization, or the user is not a member.
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

    /// Somebody accepts a pending invitation. If nobody has its address, a user is made. The user becomes a member with
    /// the roles of the invitation.
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
    /// If there is no such organization, or no such pending invitation.
    pub fn accept_invite(
        &self,
        org_code: impl Into<OrgCode>,
        invite_code: impl Into<InviteCode>,
    ) -> Result<UserId, Unknown> {
        let (org_code, invite_code) = (org_code.into(), invite_code.into());
        self.with(|business| {
            let now = business.now();
            let organization = business.organizations.get_mut(org_code.as_str())?;
            let is_it =
                |invite: &&mut Invite| invite.code == invite_code && !invite.is_revoked && invite.accepted_on.is_none();
            let invite = organization.invites.iter_mut().find(is_it);
            let invite = invite.ok_or_else(|| Thing::Invitation.unknown(invite_code.as_str()))?;
            invite.accepted_on = Some(now);
            let roles = Some(invite.roles.clone());
            let (first_name, last_name) = (invite.first_name.clone(), invite.last_name.clone());
            let user = User { first_name, last_name, ..User::new(&invite.email) };
            let organization = organization.number;
            let known = business.users.holder(&IdentityKind::Email, user.email.as_deref().unwrap_or_default());
            let number = known.unwrap_or_else(|| add_user(business, user));
            business.add_member(organization, Change { number, removes: false, roles, permissions: None });
            business
                .users
                .at(number)
                .map(|user| user.id.clone())
                .ok_or_else(|| Thing::User.unknown("of the invitation"))
        })
    }
}
