//! The file of users to add.

use std::collections::HashMap;
use std::{fs, io, path::Path};

use anyhow::{Result, bail, ensure};
use kinde_api::{UserId, organizations::AddOrganizationUser};

use crate::rows::MEMBER;

/// Reads and checks the whole file: the users, and the line of each.
pub(crate) fn read(path: &Path) -> Result<(Vec<AddOrganizationUser>, HashMap<UserId, u64>)> {
    let text = if path == Path::new("-") { io::read_to_string(io::stdin())? } else { fs::read_to_string(path)? };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    for header in &headers {
        // What `members` prints can be added elsewhere.
        let is_known = ["id", "roles", "permissions"].contains(&header) || MEMBER.contains(&header);
        ensure!(is_known, "the column `{header}` is none of id, roles and permissions");
    }
    let (mut users, mut lines) = (Vec::new(), HashMap::new());
    for record in reader.records() {
        let record = record?;
        let (line, byte) = record.position().map_or((0, 0), |position| (position.line(), position.byte()));
        // Blank lines are taken for the beginning of the record after them.
        let blank = text.bytes().skip(usize::try_from(byte)?).take_while(u8::is_ascii_whitespace);
        let line = line + blank.map(|byte| u64::from(byte == b'\n')).sum::<u64>();
        let cell = |name| headers.iter().zip(&record).find(|(header, _)| *header == name).map_or("", |(_, cell)| cell);
        let mut user = AddOrganizationUser::new(cell("id"));
        (user.roles, user.permissions) = (keys(cell("roles")), keys(cell("permissions")));
        ensure!(!user.id.as_str().is_empty(), "line {line} has no id");
        if let Some(first) = lines.insert(user.id.clone(), line) {
            bail!("line {line} has the id of line {first}");
        }
        users.push(user);
    }
    Ok((users, lines))
}

/// An empty cell says nothing to Kinde.
fn keys<K: for<'a> From<&'a str>>(cell: &str) -> Option<Vec<K>> {
    let keys: Vec<K> = cell.split(';').map(str::trim).filter(|key| !key.is_empty()).map(K::from).collect();
    (!keys.is_empty()).then_some(keys)
}
