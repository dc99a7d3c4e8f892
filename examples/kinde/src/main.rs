//! Lists and fills organizations of Kinde from the command line.

mod arguments;
mod business;
mod failure;
mod new_members;
mod rows;

use std::io::{Write, stdout};
use std::{path::Path, process::ExitCode, time::Duration};

use clap::Parser;
use indicatif::ProgressBar;
use kinde_api::organizations::{AddOrganizationUsers, GetOrganization, GetOrganizationUsers, GetOrganizations};
use kinde_api::{Api, Client, Endpoint, OrgCode, Paged, Transport, to_curl, ureq};
use serde::Serialize;

use crate::arguments::{Arguments, Command};
use crate::failure::{Failure, USAGE};
use crate::rows::{MEMBER, ORGANIZATION, Rows};

/// How many users Kinde takes in one call.
const BATCH: usize = 100;

struct Session<T> {
    client: Client<T>,
    arguments: Arguments,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = if arguments.emulator {
        Session { client: business::client(), arguments }.run()
    } else {
        ureq::client_from_env().map_err(Failure::from).and_then(|client| Session { client, arguments }.run())
    };
    outcome.map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS)
}

impl<T: Transport> Session<T> {
    fn run(&self) -> Result<(), Failure> {
        match &self.arguments.command {
            Command::Organizations => self.list(GetOrganizations::new().page_size(100), ORGANIZATION),
            Command::Organization { org_code } => self.show(&GetOrganization::new(org_code)),
            Command::Members { org_code } => self.list(GetOrganizationUsers::new(org_code).page_size(100), MEMBER),
            Command::AddMembers { org_code, file, skip } => self.add_members(org_code, file, *skip),
        }
    }

    fn list<P: Paged<Item: Serialize>>(&self, endpoint: P, columns: &'static [&'static str]) -> Result<(), Failure> {
        if self.arguments.dry_run {
            return self.print(&endpoint);
        }
        let mut rows = Rows::new(self.arguments.format, columns)?;
        let progress = ProgressBar::new_spinner().with_message("0 listed");
        progress.enable_steady_tick(Duration::from_millis(100));
        let listed = self.client.pages(endpoint).try_for_each(|page| {
            let page = P::items(page?);
            progress.suspend(|| rows.add(&page))?;
            progress.inc(page.len() as u64);
            progress.set_message(format!("{} listed", progress.position()));
            Ok(())
        });
        progress.finish_and_clear();
        let count = progress.position();
        if count == 0 && listed.is_err() {
            return listed;
        }
        // What came before an error is worth a look.
        let finished = rows.finish();
        listed.map_err(|failure| failure.note(&format!("{count} were listed before")))?;
        Ok(finished?)
    }

    fn show(&self, endpoint: &GetOrganization) -> Result<(), Failure> {
        if self.arguments.dry_run {
            return self.print(endpoint);
        }
        let mut rows = Rows::new(self.arguments.format, ORGANIZATION)?;
        rows.add(&[self.client.send(endpoint)?])?;
        Ok(rows.finish()?)
    }

    fn add_members(&self, org_code: &OrgCode, file: &Path, skip: usize) -> Result<(), Failure> {
        let (users, lines) = new_members::read(file)
            .map_err(|error| Failure::new(USAGE, error, &format!("correct {}: nothing was sent", file.display())))?;
        let (mut done, mut added) = (skip.min(users.len()), 0);
        let batches = users[done..].chunks(BATCH).map(|batch| AddOrganizationUsers::new(org_code, batch.to_vec()));
        if self.arguments.dry_run {
            return batches.into_iter().try_for_each(|batch| self.print(&batch));
        }
        let progress = ProgressBar::new(batches.len() as u64);
        for batch in batches {
            let answer = self.client.send(&batch).map_err(|error| {
                let [first, last] = [0, batch.users.len() - 1].map(|index| lines[&batch.users[index].id]);
                let state = format!("{done} users are done, lines {first} to {last} are not, or not for sure");
                Failure::from(error).note(&format!("{state}: go on by --skip {done}"))
            })?;
            added += answer.users_added.len();
            done += batch.users.len();
            progress.inc(1);
        }
        progress.finish_and_clear();
        Ok(writeln!(stdout(), "{added} users added")?)
    }

    /// Shows what would be sent, without a token: it would have to be bought.
    fn print(&self, endpoint: &impl Endpoint) -> Result<(), Failure> {
        let request = endpoint.request(&Api::new(self.client.origin(), "not-sent")?)?;
        Ok(writeln!(stdout(), "{}", to_curl(&request))?)
    }
}
