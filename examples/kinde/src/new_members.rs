//! The file of users to add. Whatever can't mean what it says is an error, before anything is sent.

use std::collections::{BTreeSet, HashMap};
use std::{fs, io, path::Path};

use anyhow::{Context, Result, anyhow, bail, ensure};
use csv::StringRecord;
use kinde_api::{PermissionKey, RoleKey, UserId};

use crate::rows::{ADDITION, MEMBER, USER};
use crate::who::{Who, address};

const COLUMNS: [&str; 4] = ["id", "email", "roles", "permissions"];

/// A user of the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NewMember {
    pub(crate) line: u64,
    /// Absent until the address has been looked up, and after that if nobody has it.
    pub(crate) id: Option<UserId>,
    pub(crate) email: Option<String>,
    pub(crate) roles: Option<Vec<RoleKey>>,
    pub(crate) permissions: Option<Vec<PermissionKey>>,
}

/// The text of a file, or of standard input where it is `-`.
pub(crate) fn text(path: &Path) -> Result<String> {
    let text = if path == Path::new("-") { io::read_to_string(io::stdin()) } else { fs::read_to_string(path) };
    let text = text.map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => anyhow!("this is not text in UTF-8"),
        _ => error.into(),
    });
    text.with_context(|| path.display().to_string())
}

/// Reads and checks the whole file.
pub(crate) fn parse(text: &str) -> Result<Vec<NewMember>> {
    let text = text.trim_start_matches('\u{feff}');
    ensure!(!text.trim().is_empty(), "the file is empty");
    check_quotes(text)?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    check(&headers)?;
    let (mut members, mut lines) = (Vec::new(), HashMap::new());
    for record in reader.records() {
        let record = record?;
        let line = line(text, &record)?;
        let member = member(&headers, &record, line).with_context(|| format!("line {line}"))?;
        let id = member.id.as_ref().map(ToString::to_string);
        for name in id.into_iter().chain(member.email.as_deref().map(str::to_lowercase)) {
            if let Some(first) = lines.insert(name.clone(), line) {
                bail!("line {line}: `{name}` is in line {first} already");
            }
        }
        members.push(member);
    }
    ensure!(!members.is_empty(), "the file has no users, only the names of columns");
    Ok(members)
}

/// A quote that is not closed takes the lines after it into its cell, up to the next quote or the end of the file.
fn check_quotes(text: &str) -> Result<()> {
    // If the last one is open, it takes this line break.
    let text = format!("{text}\n");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record?;
        if record.iter().any(|cell| cell.contains(['\n', '\r'])) {
            bail!("line {}: a cell goes on in the next line: a `\"` is not closed", line(&text, &record)?);
        }
    }
    Ok(())
}

/// What `users`, `members` and `add-members` print can be added elsewhere.
fn check(headers: &StringRecord) -> Result<()> {
    let known: BTreeSet<&str> = [&COLUMNS[..], MEMBER, USER, ADDITION].concat().into_iter().collect();
    let mut seen = BTreeSet::new();
    for header in headers {
        let hint = if header.contains([';', '\t']) { ": commas come between columns" } else { "" };
        ensure!(known.contains(header), "the column `{header}` is not one of {}{hint}", COLUMNS.join(", "));
        ensure!(seen.insert(header), "the column `{header}` is there twice");
    }
    ensure!(seen.contains("id") || seen.contains("email"), "there is no column `id` and no column `email`");
    Ok(())
}

/// Blank lines are taken for the beginning of the record after them.
fn line(text: &str, record: &StringRecord) -> Result<u64> {
    let (line, byte) = record.position().map_or((0, 0), |position| (position.line(), position.byte()));
    let blank = text.bytes().skip(usize::try_from(byte)?).take_while(u8::is_ascii_whitespace);
    Ok(line + blank.map(|byte| u64::from(byte == b'\n')).sum::<u64>())
}

fn member(headers: &StringRecord, record: &StringRecord, line: u64) -> Result<NewMember> {
    let cell = |name| headers.iter().zip(record).find(|(header, _)| *header == name).map_or("", |(_, cell)| cell);
    let email = filled(cell("email")).map(address).transpose().map_err(anyhow::Error::msg)?;
    let who = filled(cell("id")).map(str::parse).transpose().map_err(anyhow::Error::msg)?;
    let (id, email) = match (who, email) {
        (None, None) => bail!("there is neither an id nor an address"),
        (None, email) => (None, email),
        (Some(Who::Id(id)), email) => (Some(id), email),
        // An address does wherever an id is wanted.
        (Some(Who::Email(first)), Some(second)) if first != second => {
            bail!("`{first}` and `{second}` can't both be it")
        }
        (Some(Who::Email(email)), _) => (None, Some(email)),
    };
    Ok(NewMember { line, id, email, roles: keys(cell("roles")), permissions: keys(cell("permissions")) })
}

fn filled(cell: &str) -> Option<&str> {
    Some(cell).filter(|cell| !cell.is_empty())
}

/// An empty cell says nothing to Kinde.
fn keys<K: for<'a> From<&'a str>>(cell: &str) -> Option<Vec<K>> {
    let keys: Vec<K> = cell.split(';').map(str::trim).filter(|key| !key.is_empty()).map(K::from).collect();
    (!keys.is_empty()).then_some(keys)
}
