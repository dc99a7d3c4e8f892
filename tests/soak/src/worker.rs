//! What one thread does in a round.

use std::sync::atomic::Ordering;

use concurrency::Chance;
use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUser, AddOrganizationUsers, CreateOrganization, CreateOrganizationInvite,
    DeleteOrganization, DeleteOrganizationFeatureFlagOverride, DeleteOrganizationInvite, DeleteOrganizationLogo,
    GetOrganization, GetOrganizationFeatureFlags, GetOrganizationInvites, GetOrganizationPropertyValues,
    GetOrganizationUsers, RemoveOrganizationUser, UpdateOrganization, UpdateOrganizationFeatureFlagOverride,
    UpdateOrganizationProperties, UpdateOrganizationProperty, UpdateOrganizationUser, UpdateOrganizationUsers,
};
use kinde_api::{Endpoint, InviteCode, OrgCode, Paged, UserId};

use crate::calls::{Calls, Fate};
use crate::ledger::{Fact, Ledger, State, Value};
use crate::{World, state};

/// More organizations than these a thread does not create in a round.
const MOST_ORGANIZATIONS: usize = 6;
/// After so many operations of one thread all tokens are revoked. Between two revocations that thread makes calls which
/// succeed: a token that is refused before it was ever accepted is not replaced for a minute.
const REVOCATION: u64 = 60;

pub(crate) struct Worker<'a> {
    world: &'a World,
    thread: usize,
    chance: Chance,
    made: u64,
    /// Label and code of the organizations that are this thread's alone.
    own: Vec<(String, OrgCode)>,
    /// Organization and code of invitations that are pending for all that is known.
    invites: Vec<(String, OrgCode, String, InviteCode)>,
    pub(crate) ledger: Ledger,
    pub(crate) calls: Calls,
}

impl<'a> Worker<'a> {
    pub(crate) fn new(world: &'a World, thread: usize, seed: u64) -> Self {
        Self {
            world,
            thread,
            chance: Chance::new(seed),
            made: 0,
            own: Vec::new(),
            invites: Vec::new(),
            ledger: Ledger::default(),
            calls: Calls::default(),
        }
    }

    /// One operation, by chance.
    pub(crate) fn work(&mut self) {
        self.made += 1;
        if self.thread == 0 && self.made % REVOCATION == 0 {
            self.world.emulator.revoke_tokens();
            self.world.revocations.fetch_add(1, Ordering::SeqCst);
        }
        if self.own.is_empty() {
            return self.create();
        }
        match self.chance.below(16) {
            0 => self.create(),
            1 => self.delete(),
            2 => self.rename(),
            3 => self.rename_shared(),
            4 => self.set_property(),
            5 => self.set_properties(),
            6 => self.set_flag(),
            7 => self.reset_flag(),
            8 => self.add_members(),
            9 => self.update_members(),
            10 => self.remove_member(),
            11 => self.invite(),
            12 => self.revoke_invite(),
            13 => self.set_logo(),
            14 => self.delete_logo(),
            _ => self.look(),
        }
    }

    /// A text that no other operation of the round has.
    fn unique(&self) -> String {
        format!("{}-{}", self.thread, self.made)
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        let index = usize::try_from(self.chance.below(all.len() as u64)).unwrap_or_default();
        all[index].clone()
    }

    fn own(&mut self) -> (String, OrgCode) {
        self.pick(&self.own.clone())
    }

    fn shared(&mut self) -> (String, OrgCode) {
        let shared = self.world.shared.iter().enumerate();
        self.pick(&shared.map(|(number, code)| (format!("shared-{number}"), code.clone())).collect::<Vec<_>>())
    }

    /// One of this thread's, or one that all share: members and invitations have one owner in both.
    fn any(&mut self) -> (String, OrgCode) {
        if self.chance.below(2) == 0 { self.own() } else { self.shared() }
    }

    fn user(&mut self) -> UserId {
        self.pick(&self.world.users[self.thread])
    }

    /// Makes a call that is in order.
    fn call<E: Endpoint>(&mut self, endpoint: &E) -> (Fate, Option<E::Output>) {
        self.call_in_order(endpoint, true)
    }

    fn call_in_order<E: Endpoint>(&mut self, endpoint: &E, is_in_order: bool) -> (Fate, Option<E::Output>) {
        let number = ((self.thread as u64) << 32) + self.calls.sent.len() as u64;
        self.calls.make(&self.world.client, number, endpoint, is_in_order)
    }

    /// Makes a call that is in order and sets one fact.
    fn set<E: Endpoint>(&mut self, endpoint: &E, label: &str, fact: Fact, value: Value) -> Option<E::Output> {
        let (fate, output) = self.call(endpoint);
        self.ledger.set(fate, label, fact, value);
        output
    }

    fn create(&mut self) {
        if self.own.len() >= MOST_ORGANIZATIONS {
            return self.look();
        }
        let label = self.unique();
        let (fate, output) = self.call(&CreateOrganization::new(&label).external_id(&label));
        self.ledger.set(fate, &label, Fact::Organization, Some("there".to_owned()));
        self.ledger.set(fate, &label, Fact::Name, Some(label.clone()));
        // Without an answer, the organization may be there, but nobody can call it by its code.
        let code = output.and_then(|created| created.organization?.code);
        self.own.extend(code.map(|code| (label, code)));
    }

    fn delete(&mut self) {
        let (label, code) = self.own();
        let (fate, _) = self.call(&DeleteOrganization::new(code));
        self.ledger.delete(fate, &label);
        if fate != Fate::Refused {
            self.own.retain(|(known, _)| *known != label);
            self.invites.retain(|(known, ..)| *known != label);
        }
    }

    fn rename(&mut self) {
        let ((label, code), name) = (self.own(), self.unique());
        self.set(&UpdateOrganization::new(code).name(&name), &label, Fact::Name, Some(name));
    }

    fn rename_shared(&mut self) {
        let ((label, code), name) = (self.shared(), self.unique());
        let (fate, _) = self.call(&UpdateOrganization::new(code).name(&name));
        if fate != Fate::Refused {
            self.ledger.set_shared(&label, Fact::Name, Some(name));
        }
    }

    fn set_property(&mut self) {
        let ((label, code), value) = (self.own(), self.unique());
        let endpoint = UpdateOrganizationProperty::new(code, "city", value.as_str());
        self.set(&endpoint, &label, Fact::Property, Some(value));
    }

    fn set_properties(&mut self) {
        let ((label, code), value) = (self.own(), self.unique());
        let endpoint = UpdateOrganizationProperties::new(code, [("city", value.as_str())]);
        self.set(&endpoint, &label, Fact::Property, Some(value));
    }

    fn set_flag(&mut self) {
        let ((label, code), value) = (self.own(), self.unique());
        let endpoint = UpdateOrganizationFeatureFlagOverride::new(code, "theme", value.as_str());
        self.set(&endpoint, &label, Fact::Flag, Some(value));
    }

    fn reset_flag(&mut self) {
        let (label, code) = self.own();
        self.set(&DeleteOrganizationFeatureFlagOverride::new(code, "theme"), &label, Fact::Flag, None);
    }

    /// All or none of two users. One who is a member stays as it is, so only such as are known are added.
    fn add_members(&mut self) {
        let (label, code) = self.any();
        let users = [self.user(), self.user()];
        let is_no_member = |user: &UserId| self.ledger.known(&label, &member(user)) == Some(None);
        let users: Vec<UserId> = users.into_iter().filter(is_no_member).collect();
        let added = users.iter().map(|user| AddOrganizationUser::new(user).roles(["member"]));
        let (fate, _) = self.call(&AddOrganizationUsers::new(code, added));
        for user in users {
            self.ledger.set(fate, &label, member(&user), Some("member".to_owned()));
        }
    }

    fn update_members(&mut self) {
        let (label, code) = self.any();
        let user = self.user();
        let role = self.pick(&["admin", "member"]);
        let endpoint = UpdateOrganizationUsers::new(code, [UpdateOrganizationUser::new(&user).roles([role])]);
        self.set(&endpoint, &label, member(&user), Some(role.to_owned()));
    }

    fn remove_member(&mut self) {
        let (label, code) = self.any();
        let user = self.user();
        let before = self.ledger.possible(&label, &member(&user));
        let (fate, _) = self.call_in_order(&RemoveOrganizationUser::new(code, &user), !before.contains(&None));
        if before.iter().all(Option::is_none) {
            assert_ne!(fate, Fate::Done, "{user} is no member of {label}, and was removed");
        }
        self.ledger.set(fate, &label, member(&user), None);
    }

    fn invite(&mut self) {
        let (label, code) = self.any();
        let email = format!("{}@example.com", self.unique());
        let endpoint = CreateOrganizationInvite::new(&code, &email, ["member"]);
        let created = self.set(&endpoint, &label, Fact::Invite(email.clone()), Some("pending".to_owned()));
        let invite_code = created.and_then(|created| created.invite?.code);
        self.invites.extend(invite_code.map(|invite_code| (label, code, email, invite_code)));
    }

    fn revoke_invite(&mut self) {
        if self.invites.is_empty() {
            return self.invite();
        }
        let (label, code, email, invite_code) = self.pick(&self.invites.clone());
        let endpoint = DeleteOrganizationInvite::new(code, &invite_code);
        self.set(&endpoint, &label, Fact::Invite(email), Some("revoked".to_owned()));
        self.invites.retain(|(.., known)| *known != invite_code);
    }

    fn set_logo(&mut self) {
        let ((label, code), image) = (self.own(), format!("<svg>{}</svg>", self.unique()));
        let endpoint = AddOrganizationLogo::new(code, "light", "logo.svg", "image/svg+xml", image.as_bytes());
        self.set(&endpoint, &label, Fact::Logo, Some(image));
    }

    fn delete_logo(&mut self) {
        let (label, code) = self.own();
        self.set(&DeleteOrganizationLogo::new(code, "light"), &label, Fact::Logo, None);
    }

    /// Looks at one of its own organizations: what it sees must be possible, and is known from then on.
    fn look(&mut self) {
        let (label, code) = self.own();
        // An answer whose body was lost is read as if all were absent, and teaches nothing.
        match self.chance.below(5) {
            0 => {
                let (_, seen) = self.call(&GetOrganization::new(code));
                if let Some(name) = seen.and_then(|organization| organization.name) {
                    self.ledger.see(&label, Fact::Name, Some(name));
                }
            }
            1 => {
                let (_, seen) = self.call(&GetOrganizationPropertyValues::new(code));
                if let Some(values) = seen.filter(|values| values.code.is_some()) {
                    self.ledger.see(&label, Fact::Property, state::property(&values));
                }
            }
            2 => {
                let (_, seen) = self.call(&GetOrganizationFeatureFlags::new(code));
                if let Some(flags) = seen.filter(|flags| flags.code.is_some()) {
                    self.ledger.see(&label, Fact::Flag, state::flag(&flags));
                }
            }
            3 => self.look_at_members(&label, code),
            _ => self.look_at_invites(&label, code),
        }
    }

    fn look_at_members(&mut self, label: &str, code: OrgCode) {
        let pages = self.pages(GetOrganizationUsers::new(code).page_size(1), |page| page.code.is_some());
        let Some(pages) = pages else { return };
        let members: Vec<_> =
            pages.iter().flat_map(|page| &page.organization_users).filter_map(state::member).collect();
        for user in &self.world.users[self.thread] {
            let seen = members.iter().find(|(fact, _)| *fact == member(user));
            self.ledger.see(label, member(user), seen.map(|(_, roles)| roles.clone()));
        }
    }

    fn look_at_invites(&mut self, label: &str, code: OrgCode) {
        let invites = GetOrganizationInvites::new(code).page_size(1).include_revoked(true);
        let Some(pages) = self.pages(invites, |page| page.code.is_some()) else { return };
        let mut seen = State::new();
        for (fact, state) in pages.iter().flat_map(|page| &page.invites).filter_map(state::invite) {
            assert_eq!(seen.insert((label.to_owned(), fact), state), None, "an invitation of {label} is there twice");
        }
        let known = self.ledger.invites(label);
        for fact in known.into_iter().chain(seen.keys().map(|(_, fact)| fact.clone())) {
            let state = seen.get(&(label.to_owned(), fact.clone())).cloned();
            self.ledger.see(label, fact, state);
        }
    }

    /// All pages, where all of them came with a body.
    fn pages<P: Paged>(&mut self, first: P, is_whole: impl Fn(&P::Output) -> bool) -> Option<Vec<P::Output>> {
        let mut pages = Vec::new();
        let mut next = Some(first);
        while let Some(endpoint) = next {
            let page = self.call(&endpoint).1.filter(&is_whole)?;
            next = endpoint.next_page(&page);
            pages.push(page);
        }
        Some(pages)
    }
}

fn member(user: &UserId) -> Fact {
    Fact::Member(user.to_string())
}
