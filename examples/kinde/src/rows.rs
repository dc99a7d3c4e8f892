//! Rows on standard output.

use std::io::{self, Write, stdout};

use comfy_table::{Table, presets};
use serde::Serialize;
use serde_json::Value;

use crate::arguments::Format;

pub(crate) const ORGANIZATION: &[&str] = &["code", "name", "handle", "external_id", "is_default"];
pub(crate) const MEMBER: &[&str] = &["id", "full_name", "email", "roles", "joined_on", "last_accessed_on"];

pub(crate) struct Rows {
    format: Format,
    columns: &'static [&'static str],
    table: Table,
}

impl Rows {
    pub(crate) fn new(format: Format, columns: &'static [&'static str]) -> io::Result<Self> {
        let mut table = Table::new();
        table.load_preset(presets::NOTHING).set_header(columns.iter().map(|column| column.to_uppercase()));
        table.column_iter_mut().for_each(|column| _ = column.set_padding((0, 2)));
        if format == Format::Csv {
            writeln!(stdout(), "{}", columns.join(","))?;
        }
        Ok(Self { format, columns, table })
    }

    /// Prints rows, unless they have to wait for the rest of a table.
    pub(crate) fn add(&mut self, rows: &[impl Serialize]) -> io::Result<()> {
        let (mut json, mut csv) = (String::new(), csv::Writer::from_writer(Vec::new()));
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
        stdout().write_all(&[json.as_bytes(), &csv].concat())
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        if self.format == Format::Table { writeln!(stdout(), "{}", self.table.trim_fmt()) } else { Ok(()) }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join(";"),
        other => other.as_str().map_or_else(|| other.to_string(), str::to_owned),
    }
}
