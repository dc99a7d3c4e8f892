//! The commands that ask Kinde.

use kinde_api::organizations::{GetOrganization, GetOrganizationUsers, GetOrganizations};
use kinde_api::permissions::GetPermissions;
use kinde_api::roles::{GetRolePermissions, GetRoles};
use kinde_api::users::GetUsers;
use kinde_api::{Endpoint, to_curl};

use crate::arguments::{Command, Options};
use crate::connection::{Client, connect};
use crate::failure::Failure;
use crate::listing::Extent;
use crate::output::Output;
use crate::progress::Progress;
use crate::rows::{Columns, MEMBER, ORGANIZATION, PERMISSION, ROLE, Rows, USER};

pub(crate) struct Program {
    pub(crate) client: Client,
    pub(crate) options: Options,
    pub(crate) progress: Progress,
}

impl Program {
    pub(crate) fn new(options: Options) -> Result<Self, Failure> {
        let progress = Progress::new(options.quiet);
        Ok(Self { client: connect(&options, &progress)?, options, progress })
    }

    pub(crate) fn run(&self, command: &Command) -> Result<(), Failure> {
        match command {
            Command::Users { all: true, .. } => self.list(GetUsers::new(), USER, Extent::All),
            Command::Users { email, .. } if email.is_empty() => {
                self.list(GetUsers::new().page_size(100), USER, Extent::FirstPage)
            }
            Command::Users { email, .. } => self.show_users(email),
            Command::User { user } => self.show_user(user),
            Command::Roles => self.list(GetRoles::new(), ROLE, Extent::All),
            Command::Permissions { role: None } => self.list(GetPermissions::new(), PERMISSION, Extent::All),
            Command::Permissions { role: Some(role) } => {
                self.list(GetRolePermissions::new(self.role(role)?), PERMISSION, Extent::All)
            }
            Command::Organizations => self.list(GetOrganizations::new(), ORGANIZATION, Extent::All),
            Command::Organization { organization } => self.show_organization(organization),
            Command::Members { organization } => {
                self.list(GetOrganizationUsers::new(self.organization(organization)?), MEMBER, Extent::All)
            }
            Command::AddMembers { organization, file, skip } => self.add_members(organization, file, *skip),
            Command::Completions { .. } | Command::Man { .. } => Ok(()),
        }
    }

    fn show_organization(&self, named: &str) -> Result<(), Failure> {
        let endpoint = GetOrganization::new(self.organization(named)?);
        if self.options.dry_run {
            return self.print(&self.curl(&endpoint)?);
        }
        let mut rows = self.rows(ORGANIZATION)?;
        rows.add(&[self.progress.during(|| self.client.send(&endpoint))?])?;
        self.finish(rows)
    }

    pub(crate) fn rows(&self, columns: Columns) -> Result<Rows, Failure> {
        Ok(Rows::new(self.options.format, columns, Output::open(&self.options)?))
    }

    pub(crate) fn finish(&self, rows: Rows) -> Result<(), Failure> {
        self.mention(rows.finish()?);
        Ok(())
    }

    /// Tells which columns there was no room for.
    pub(crate) fn mention(&self, left_out: Columns) {
        if !left_out.is_empty() {
            let columns = left_out.join(", ").to_uppercase();
            self.progress.note(&format!("there is no room for {columns}: --format csv has all columns"));
        }
    }

    /// The command that would do the same. No token is fetched for it: Kinde bills them.
    pub(crate) fn curl(&self, endpoint: &impl Endpoint) -> Result<String, Failure> {
        Ok(to_curl(&self.client.draft(endpoint)?) + "\n")
    }

    pub(crate) fn print(&self, text: &str) -> Result<(), Failure> {
        Output::open(&self.options)?.print(text.as_bytes())
    }
}
