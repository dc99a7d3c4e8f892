//! What has become of the users of a file, for whoever reads it while they are added or after Ctrl-C.

use std::io;

use kinde_api::UserId;
use serde::Serialize;

use crate::new_members::NewMember;
use crate::rows::{Columns, Rows};

/// How many lines an error names.
const LINES: usize = 10;

/// What became of a user.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) enum Outcome {
    #[serde(rename = "added")]
    Added,
    #[serde(rename = "already a member")]
    MemberAlready,
    #[serde(rename = "not found")]
    NotFound,
}

#[derive(Serialize)]
struct Row<'a> {
    line: u64,
    id: Option<&'a UserId>,
    email: Option<&'a str>,
    outcome: Outcome,
}

pub(crate) struct Ledger {
    /// Absent once they are printed.
    rows: Option<Rows>,
    /// How many users at the beginning of the file are done, with those that were skipped.
    done: usize,
    /// The lines of those who are being added.
    under_way: Option<(u64, u64)>,
    added: usize,
    members_already: usize,
    /// The lines of those who were not found.
    not_found: Vec<u64>,
}

impl Ledger {
    pub(crate) fn new(rows: Rows, skipped: usize) -> Self {
        let rows = Some(rows);
        Self { rows, done: skipped, under_way: None, added: 0, members_already: 0, not_found: Vec::new() }
    }

    pub(crate) fn begin(&mut self, batch: &[NewMember]) {
        self.under_way = batch.first().zip(batch.last()).map(|(first, last)| (first.line, last.line));
    }

    /// The batch was not carried out.
    pub(crate) fn undo(&mut self) {
        self.under_way = None;
    }

    pub(crate) fn record(&mut self, batch: &[NewMember], outcomes: &[Outcome]) -> io::Result<()> {
        self.under_way = None;
        self.done += batch.len();
        let mut rows = Vec::new();
        for (member, outcome) in batch.iter().zip(outcomes) {
            match outcome {
                Outcome::Added => self.added += 1,
                Outcome::MemberAlready => self.members_already += 1,
                Outcome::NotFound => self.not_found.push(member.line),
            }
            let (id, email) = (member.id.as_ref(), member.email.as_deref());
            rows.push(Row { line: member.line, id, email, outcome: *outcome });
        }
        read_or_not(self.rows.as_mut().map_or(Ok(()), |printed| printed.add(&rows)))
    }

    /// Prints what is not printed yet, and gives the columns that there is no room for; nothing where it is closed.
    pub(crate) fn close(&mut self) -> Option<io::Result<Columns>> {
        let rows = self.rows.take()?;
        Some(if rows.is_empty() { Ok(&[]) } else { read_or_not(rows.finish()) })
    }

    /// How far it is, and where to go on.
    pub(crate) fn place(&self) -> String {
        let go_on = |done| format!("the first {done} users of the file are done: go on with --skip {done}");
        match (self.done, self.under_way) {
            (0, None) => "nobody was added".to_owned(),
            (0, Some((first, last))) => format!("lines {first} to {last} may have been added, and no others"),
            (done, None) => go_on(done),
            (done, Some((first, last))) => format!("{}; lines {first} to {last} may have been added", go_on(done)),
        }
    }

    pub(crate) fn summary(&self) -> String {
        let (added, already, not_found) = (self.added, self.members_already, self.not_found.len());
        format!("added: {added}, already members: {already}, not found: {not_found}")
    }

    /// Nothing where all were found.
    pub(crate) fn not_found(&self) -> Option<String> {
        let lines: Vec<String> = self.not_found.iter().take(LINES).map(u64::to_string).collect();
        let more = match self.not_found.len().saturating_sub(LINES) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        match lines.as_slice() {
            [] => None,
            [line] => Some(format!("nobody was found for line {line}")),
            several => Some(format!("nobody was found for lines {}{more}", several.join(", "))),
        }
    }
}

/// That nobody reads any more what is printed is no reason to leave somebody out.
fn read_or_not<T: Default>(printed: io::Result<T>) -> io::Result<T> {
    match printed {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(T::default()),
        printed => printed,
    }
}
