//! The part of the table that needs no peers: `cargo bench -p yardsticks`.

use yardsticks::table::Table;

fn main() {
    yardsticks::serve(&[]);
    let mut table = Table::default();
    table.requests(None);
    table.responses();
    table.users();
    table.decisions();
    table.bad_input();
    assert_eq!(table.missed(), 0, "goals were missed");
}
