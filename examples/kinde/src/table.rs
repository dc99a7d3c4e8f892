//! A table that fits the terminal.

use std::env;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use console::Term;

/// Spaces between columns.
const GAP: u16 = 2;

/// How narrow a column with longer texts may become: no id is broken in two.
const NARROWEST: u16 = 40;

pub(crate) fn new(columns: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(columns.iter().map(|column| column.to_uppercase()));
    table.column_iter_mut().for_each(|column| _ = column.set_padding((0, GAP)));
    table
}

/// As `COLUMNS` says, or else as the terminal is; nothing where the output is none.
pub(crate) fn width_of_terminal() -> Option<u16> {
    let said = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    said.or_else(|| Term::stdout().size_checked().map(|(_, columns)| columns))
}

/// Breaks long texts into lines, and leaves out columns at the right if that is not enough.
///
/// Gives the number of columns that are left.
pub(crate) fn fit(table: &mut Table, width: u16) -> usize {
    let widths = table.column_max_content_widths();
    let (mut left, mut used) = (0, 0);
    for (column, longest) in table.column_iter_mut().zip(widths) {
        let narrowest = longest.min(NARROWEST).min(width);
        used += narrowest;
        // A table without columns would say nothing.
        if used <= width || left == 0 {
            left += 1;
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(narrowest + GAP)));
        } else {
            column.set_constraint(ColumnConstraint::Hidden);
        }
        used += GAP;
    }
    // The gap after the last column is not printed.
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width.saturating_add(GAP));
    left
}
