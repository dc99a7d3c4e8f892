//! Rows of results, in the format that was asked for.

use std::io::{self, Write};

use comfy_table::Table;
use serde::Serialize;
use serde_json::Value;

use crate::arguments::Format;
use crate::output::Output;
use crate::table;

/// Fields of what Kinde tells, or of what the program tells itself.
pub(crate) type Columns = &'static [&'static str];

pub(crate) const USER: Columns =
    &["id", "email", "first_name", "last_name", "username", "is_suspended", "created_on", "last_signed_in"];
pub(crate) const ROLE: Columns = &["id", "key", "name", "description", "is_default_role"];
pub(crate) const PERMISSION: Columns = &["id", "key", "name", "description"];
pub(crate) const ORGANIZATION: Columns = &["code", "name", "handle", "external_id", "is_default"];
pub(crate) const MEMBER: Columns = &["id", "full_name", "email", "roles", "joined_on", "last_accessed_on"];
pub(crate) const ADDITION: Columns = &["line", "outcome", "id", "email"];

pub(crate) struct Rows {
    format: Format,
    columns: Columns,
    output: Output,
    table: Table,
    is_empty: bool,
}

impl Rows {
    pub(crate) fn new(format: Format, columns: Columns, output: Output) -> Self {
        Self { format, columns, output, table: table::new(columns), is_empty: true }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// Prints rows, unless they have to wait for the rest of a table.
    pub(crate) fn add(&mut self, rows: &[impl Serialize]) -> io::Result<()> {
        let (mut json, mut csv) = (String::new(), csv::Writer::from_writer(Vec::new()));
        if self.format == Format::Csv && self.is_empty {
            csv.write_record(self.columns)?;
        }
        self.is_empty = false;
        for row in rows {
            let value = serde_json::to_value(row)?;
            let cells = self.columns.iter().map(|column| text(&value[column]));
            match self.format {
                // What users call themselves must not move the cursor of a terminal.
                Format::Table => _ = self.table.add_row(cells.map(|cell| cell.replace(char::is_control, "\u{fffd}"))),
                Format::Json => json = json + &serde_json::to_string(row)? + "\n",
                Format::Csv => csv.write_record(cells)?,
            }
        }
        let csv = csv.into_inner().map_err(csv::IntoInnerError::into_error)?;
        self.output.writer.write_all(&[json.as_bytes(), &csv].concat())
    }

    /// Prints the table, and gives the columns that it has no room for.
    pub(crate) fn finish(mut self) -> io::Result<Columns> {
        if self.is_empty {
            self.add(&[(); 0])?;
        }
        if self.format != Format::Table {
            return Ok(&[]);
        }
        let fitting = self.output.width.map_or(self.columns.len(), |width| table::fit(&mut self.table, width));
        writeln!(self.output.writer, "{}", self.table.trim_fmt())?;
        Ok(&self.columns[fitting..])
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join(";"),
        other => other.as_str().map_or_else(|| other.to_string(), str::to_owned),
    }
}
