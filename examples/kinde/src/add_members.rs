//! Adds the users of a file to an organization.

use std::collections::HashMap;
use std::path::Path;
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{anyhow, bail};
use http::StatusCode;
use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers, MAX_USERS};
use kinde_api::{ErrorCode, OrgCode, UserId};

use crate::connection::Error;
use crate::failure::{Failure, NOT_FOUND, STOPPED, USAGE};
use crate::interrupt;
use crate::ledger::{Ledger, Outcome};
use crate::new_members::{self, NewMember};
use crate::program::Program;
use crate::rows::ADDITION;

impl Program {
    pub(crate) fn add_members(&self, organization: &str, file: &Path, skip: usize) -> Result<(), Failure> {
        let text = new_members::text(file);
        let text = text.map_err(|error| Failure::new(USAGE, error, "look which file it is: nothing was sent"))?;
        let wrong = |error, done| Failure::new(USAGE, error, &format!("correct {}: {done}", file.display()));
        let mut members = new_members::parse(&text).map_err(|error| wrong(error, "nothing was sent"))?;
        let count = members.len();
        if skip >= count {
            let error = anyhow!("--skip {skip} leaves nobody: the file has {count} users");
            return Err(Failure::new(USAGE, error, "skip fewer: nothing was sent"));
        }
        let members = members.split_off(skip);
        if self.options.dry_run {
            return self.print_additions(organization, members);
        }
        let ledger = Arc::new(Mutex::new(Ledger::new(self.rows(ADDITION)?, skip)));
        self.stop_at_ctrl_c(&ledger);
        let org_code = self.organization(organization)?;
        let members = self.with_ids(members)?;
        check_that_all_differ(&members).map_err(|error| wrong(error, "nobody was added"))?;
        self.progress.count_to(members.len(), "users");
        let outcome = self.add_in_batches(&org_code, &members, &ledger);
        self.progress.end();
        self.tell(&mut open(&ledger), outcome)
    }

    fn add_in_batches(&self, org_code: &OrgCode, members: &[NewMember], ledger: &Mutex<Ledger>) -> Result<(), Failure> {
        for batch in members.chunks(MAX_USERS) {
            open(ledger).begin(batch);
            // Not while the ledger is open: Ctrl-C wants to look into it.
            let added = self.add(org_code, batch);
            let mut ledger = open(ledger);
            match added {
                Ok(outcomes) => self.progress.suspend(|| ledger.record(batch, &outcomes))?,
                Err(error) => {
                    if !error.may_be_done() {
                        ledger.undo();
                    }
                    return Err(error.into());
                }
            }
            self.progress.advance(batch.len());
        }
        Ok(())
    }

    /// Kinde refuses all of them if it doesn't know one: then the others are added without those whom it doesn't know.
    fn add(&self, org_code: &OrgCode, batch: &[NewMember]) -> Result<Vec<Outcome>, Error> {
        let mut users: Vec<AddOrganizationUser> = batch.iter().filter_map(addition).collect();
        let added = match self.send(org_code, &users) {
            Err(refusal) if may_be_about_a_user(&refusal) => {
                let all = users.len();
                if self.leave_out_unknown(&mut users).is_err() || users.len() == all {
                    return Err(refusal);
                }
                self.send(org_code, &users)?
            }
            answer => answer?,
        };
        let mut outcomes: HashMap<&UserId, Outcome> = HashMap::new();
        outcomes.extend(users.iter().map(|user| (&user.id, Outcome::MemberAlready)));
        outcomes.extend(added.iter().map(|id| (id, Outcome::Added)));
        let outcome = |member: &NewMember| member.id.as_ref().and_then(|id| outcomes.get(id)).copied();
        Ok(batch.iter().map(|member| outcome(member).unwrap_or(Outcome::NotFound)).collect())
    }

    fn leave_out_unknown(&self, users: &mut Vec<AddOrganizationUser>) -> Result<(), Error> {
        let ids: Vec<UserId> = users.iter().map(|user| user.id.clone()).collect();
        let known = self.known_ids(&ids)?;
        users.retain(|user| known.contains(&user.id));
        Ok(())
    }

    /// Gives those who were not members before.
    fn send(&self, org_code: &OrgCode, users: &[AddOrganizationUser]) -> Result<Vec<UserId>, Error> {
        if users.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.client.send(&AddOrganizationUsers::new(org_code, users.to_vec()))?.users_added)
    }

    /// Looks up those of whom the file has an address alone.
    fn with_ids(&self, mut members: Vec<NewMember>) -> Result<Vec<NewMember>, Failure> {
        let addresses = addresses(&members);
        if addresses.is_empty() {
            return Ok(members);
        }
        self.progress.count_to(addresses.len(), "addresses looked up");
        let users = self.users_by_address(&addresses);
        self.progress.end();
        let users = users?;
        for member in members.iter_mut().filter(|member| member.id.is_none()) {
            let address = member.email.as_deref().map(str::to_lowercase);
            member.id = address.and_then(|address| users.get(&address)?.id.clone());
        }
        Ok(members)
    }

    fn stop_at_ctrl_c(&self, ledger: &Arc<Mutex<Ledger>>) {
        let (progress, ledger) = (self.progress.clone(), ledger.clone());
        interrupt::on_ctrl_c(move || {
            let mut ledger = open(&ledger);
            progress.end();
            // Where it is closed already, all is done.
            if ledger.close().is_some() {
                let stopped = Failure::new(STOPPED, anyhow!("stopped by Ctrl-C"), &ledger.place());
                stopped.report();
                process::exit(STOPPED.into());
            }
        });
    }

    fn tell(&self, ledger: &mut Ledger, outcome: Result<(), Failure>) -> Result<(), Failure> {
        let closed = ledger.close().transpose();
        outcome.map_err(|failure| failure.note(&ledger.place()))?;
        self.progress.note(&ledger.summary());
        self.mention(closed?.unwrap_or_default());
        ledger.not_found().map_or(Ok(()), |text| {
            Err(Failure::new(
                NOT_FOUND,
                anyhow!(text),
                "all others are members; correct these lines and add them again",
            ))
        })
    }

    /// An address stands for the id that it would be looked up for.
    fn print_additions(&self, organization: &str, mut members: Vec<NewMember>) -> Result<(), Failure> {
        let mut commands = String::new();
        for call in Self::by_address(&addresses(&members)) {
            commands += &self.curl(&call)?;
        }
        for member in members.iter_mut().filter(|member| member.id.is_none()) {
            member.id = member.email.as_deref().map(UserId::from);
        }
        for call in AddOrganizationUsers::batches(organization, members.iter().filter_map(addition)) {
            commands += &self.curl(&call)?;
        }
        self.print(&commands)
    }
}

/// Nothing for somebody whose id is not known.
fn addition(member: &NewMember) -> Option<AddOrganizationUser> {
    let mut user = AddOrganizationUser::new(member.id.as_ref()?);
    (user.roles, user.permissions) = (member.roles.clone(), member.permissions.clone());
    Some(user)
}

/// The addresses of those whose ids are not known.
fn addresses(members: &[NewMember]) -> Vec<String> {
    members.iter().filter(|member| member.id.is_none()).filter_map(|member| member.email.clone()).collect()
}

/// A user can be there by an id and by an address, or by two addresses.
fn check_that_all_differ(members: &[NewMember]) -> anyhow::Result<()> {
    let mut lines = HashMap::new();
    for NewMember { line, id, .. } in members {
        if let Some((id, first)) = id.as_ref().and_then(|id| Some((id, lines.insert(id, line)?))) {
            bail!("lines {first} and {line} are the same user, `{id}`");
        }
    }
    Ok(())
}

fn may_be_about_a_user(refusal: &Error) -> bool {
    refusal.status() == Some(StatusCode::BAD_REQUEST) && refusal.code() != Some(ErrorCode::ORGANIZATION_INVALID)
}

/// A closed one if whoever had it open panicked.
fn open(ledger: &Mutex<Ledger>) -> MutexGuard<'_, Ledger> {
    ledger.lock().unwrap_or_else(PoisonError::into_inner)
}
